-- How a vendor's API was called for an output, and what it answered, word for word.
CREATE TABLE output_call (
  output_id            TEXT NOT NULL PRIMARY KEY REFERENCES output (id) ON DELETE CASCADE,
  attempts             INTEGER NOT NULL CHECK (attempts >= 1),
  seconds              REAL NOT NULL,
  total_seconds        REAL NOT NULL,
  first_result_seconds REAL,
  answer               TEXT NOT NULL,
  created_at           TEXT NOT NULL
) STRICT;
