-- A system as it was when it was first used here: comparisons must be able to name it after its pack is gone.
CREATE TABLE system (
  id            TEXT NOT NULL PRIMARY KEY,
  kind          TEXT NOT NULL CHECK (kind IN ('recognizer', 'synthesizer', 'tokenizer')),
  title         TEXT NOT NULL,
  pack_id       TEXT NOT NULL,
  pack_version  TEXT NOT NULL,
  settings      TEXT NOT NULL,
  first_seen_at TEXT NOT NULL
) STRICT;

-- Audio by content; the bytes are in audio/<first two digits>/<sha256>.wav beside the database.
CREATE TABLE clip (
  sha256      TEXT    NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  name        TEXT    NOT NULL,
  sample_rate INTEGER NOT NULL CHECK (sample_rate > 0),
  channels    INTEGER NOT NULL CHECK (channels > 0),
  frames      INTEGER NOT NULL CHECK (frames >= 0),
  created_at  TEXT    NOT NULL
) STRICT;
