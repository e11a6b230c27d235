CREATE TABLE live_trial (
  id          TEXT    NOT NULL PRIMARY KEY,
  kind        TEXT    NOT NULL CHECK (kind IN ('recognition', 'synthesis', 'reconstruction')),
  text        TEXT,
  reference   TEXT,
  clip_sha256 TEXT    REFERENCES clip (sha256),
  source      TEXT    CHECK (source IN ('microphone', 'file')),
  keep_audio  INTEGER NOT NULL CHECK (keep_audio IN (0, 1)),
  blind       INTEGER NOT NULL CHECK (blind IN (0, 1)),
  seed        INTEGER NOT NULL,
  status      TEXT    NOT NULL CHECK (status IN ('running', 'done', 'cancelled')),
  created_at  TEXT    NOT NULL,
  revealed_at TEXT
) STRICT;

CREATE INDEX live_trial_status ON live_trial (status);

-- What one system (or the hidden reference, or an anchor) gave in a trial.
CREATE TABLE output (
  id                   TEXT    NOT NULL PRIMARY KEY,
  trial_id             TEXT    NOT NULL REFERENCES live_trial (id),
  label                TEXT    NOT NULL,
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
  created_at           TEXT    NOT NULL,
  CHECK ((role = 'system') = (system_id IS NOT NULL)),
  UNIQUE (trial_id, label),
  UNIQUE (trial_id, position)
) STRICT;

CREATE INDEX output_system ON output (system_id, created_at);
CREATE INDEX output_created ON output (created_at);
