-- What systems are compared on: recordings, or texts to be spoken.
CREATE TABLE dataset (
  id          TEXT NOT NULL PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL CHECK (kind IN ('recordings', 'prompts')),
  description TEXT NOT NULL,
  created_at  TEXT NOT NULL
) STRICT;

CREATE TABLE dataset_item (
  id            TEXT    NOT NULL PRIMARY KEY,
  dataset_id    TEXT    NOT NULL REFERENCES dataset (id),
  key           TEXT    NOT NULL,
  position      INTEGER NOT NULL CHECK (position >= 0),
  clip_sha256   TEXT    REFERENCES clip (sha256),
  start_seconds REAL    CHECK (start_seconds >= 0),
  end_seconds   REAL,
  text          TEXT,
  language      TEXT,
  speaker       TEXT,
  attributes    TEXT    NOT NULL,
  CHECK (end_seconds IS NULL OR end_seconds > coalesce(start_seconds, 0)),
  CHECK (clip_sha256 IS NOT NULL OR text IS NOT NULL),
  UNIQUE (dataset_id, key),
  UNIQUE (dataset_id, position)
) STRICT;

CREATE INDEX dataset_item_clip ON dataset_item (clip_sha256);

-- Systems over a dataset. Its outputs are made, all queued, with it; the state of the work is theirs.
CREATE TABLE run (
  id          TEXT    NOT NULL PRIMARY KEY,
  dataset_id  TEXT    NOT NULL REFERENCES dataset (id),
  kind        TEXT    NOT NULL CHECK (kind IN ('recognition', 'synthesis', 'reconstruction')),
  title       TEXT    NOT NULL,
  status      TEXT    NOT NULL CHECK (status IN ('queued', 'running', 'paused', 'done', 'cancelled')),
  plan        TEXT    NOT NULL,
  environment TEXT    NOT NULL,
  seed        INTEGER NOT NULL,
  imported    INTEGER NOT NULL CHECK (imported IN (0, 1)),
  created_at  TEXT    NOT NULL,
  started_at  TEXT,
  finished_at TEXT
) STRICT;

CREATE INDEX run_dataset ON run (dataset_id);
CREATE INDEX run_status ON run (status);

-- An output belongs to a live trial or to a run. The table is made anew (https://sqlite.org/lang_altertable.html#otheralter):
-- foreign keys are off on the connection that migrates.
CREATE TABLE new_output (
  id                   TEXT    NOT NULL PRIMARY KEY,
  trial_id             TEXT    REFERENCES live_trial (id),
  label                TEXT,
  run_id               TEXT    REFERENCES run (id),
  item_id              TEXT    REFERENCES dataset_item (id),
  take                 INTEGER CHECK (take >= 0),
  position             INTEGER NOT NULL CHECK (position >= 0),
  role                 TEXT    NOT NULL CHECK (role IN ('system', 'reference', 'anchor35', 'anchor70')),
  system_id            TEXT    REFERENCES system (id),
  system_version       TEXT,
  settings             TEXT    NOT NULL,
  seed                 INTEGER,
  status               TEXT    NOT NULL CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  clip_sha256          TEXT    REFERENCES clip (sha256),
  text                 TEXT,
  words                TEXT,
  tokens               TEXT,
  audio_seconds        REAL,
  processing_seconds   REAL,
  first_result_seconds REAL,
  delay_seconds        REAL,
  bit_rate             REAL,
  error                TEXT,
  kept                 INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
  attempts             INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  not_measured         TEXT,
  measured_at          TEXT,
  created_at           TEXT    NOT NULL,
  CHECK ((role = 'system') = (system_id IS NOT NULL)),
  CHECK ((trial_id IS NULL) <> (run_id IS NULL)),
  CHECK ((trial_id IS NULL) = (label IS NULL)),
  CHECK ((run_id IS NULL) = (item_id IS NULL)),
  CHECK ((run_id IS NULL) = (take IS NULL)),
  CHECK (run_id IS NULL OR role = 'system'),
  UNIQUE (trial_id, label),
  UNIQUE (trial_id, position),
  UNIQUE (run_id, position),
  UNIQUE (run_id, item_id, system_id, settings, take)
) STRICT;

INSERT INTO new_output (
  id, trial_id, label, position, role, system_id, system_version, settings, seed, status, clip_sha256, text, words, tokens,
  audio_seconds, processing_seconds, first_result_seconds, delay_seconds, bit_rate, error, kept, created_at)
SELECT
  id, trial_id, label, position, role, system_id, system_version, settings, seed, status, clip_sha256, text, words, tokens,
  audio_seconds, processing_seconds, first_result_seconds, delay_seconds, bit_rate, error, kept, created_at
FROM output;

DROP TABLE output;
ALTER TABLE new_output RENAME TO output;

CREATE INDEX output_system ON output (system_id, created_at);
CREATE INDEX output_created ON output (created_at);
CREATE INDEX output_item ON output (item_id);

-- Serves the counts of a run's progress, what is to be made next, and what is to be measured next.
CREATE INDEX output_run_progress ON output (run_id, status, measured_at, position);

-- A reference that broke undoes the change.
CREATE TABLE broken_reference (count INTEGER NOT NULL CHECK (count = 0)) STRICT;
INSERT INTO broken_reference SELECT count(*) FROM pragma_foreign_key_check;
DROP TABLE broken_reference;
