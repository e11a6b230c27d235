-- Files that a run was imported from, as they were delivered.
CREATE TABLE imported_file (
  run_id   TEXT    NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  name     TEXT    NOT NULL,
  bytes    INTEGER NOT NULL CHECK (bytes >= 0),
  sha256   TEXT    NOT NULL,
  -- gzip
  content  BLOB    NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT;
