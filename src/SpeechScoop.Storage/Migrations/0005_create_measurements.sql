-- A metric's value for an output. Measuring again adds a row; the newest of a metric and recipe counts.
CREATE TABLE measurement (
  id         TEXT NOT NULL PRIMARY KEY,
  output_id  TEXT NOT NULL REFERENCES output (id),
  metric     TEXT NOT NULL,
  version    TEXT NOT NULL,
  recipe     TEXT NOT NULL,
  value      REAL NOT NULL,
  details    TEXT,
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX measurement_output ON measurement (output_id, metric, created_at);
