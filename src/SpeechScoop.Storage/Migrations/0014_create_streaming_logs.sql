-- What a streaming recognizer said while it listened, event by event: JSON lines as docs/methods/streaming.md has them. Goes with its output.
CREATE TABLE streaming_log (
  output_id  TEXT NOT NULL PRIMARY KEY REFERENCES output (id) ON DELETE CASCADE,
  events     TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
