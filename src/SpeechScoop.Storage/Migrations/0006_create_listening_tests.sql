-- A listening test. A draft's definition may change; publishing freezes it, and a change makes a new version of the lineage.
CREATE TABLE listening_test (
  id           TEXT    NOT NULL PRIMARY KEY,
  lineage      TEXT    NOT NULL,
  version      INTEGER NOT NULL CHECK (version >= 1),
  title        TEXT    NOT NULL,
  definition   TEXT    NOT NULL,
  status       TEXT    NOT NULL CHECK (status IN ('draft', 'open', 'closed')),
  hash         TEXT    CHECK (length(hash) = 64),
  report       TEXT,
  created_at   TEXT    NOT NULL,
  changed_at   TEXT    NOT NULL,
  published_at TEXT,
  closed_at    TEXT,
  CHECK ((status = 'draft') = (hash IS NULL)),
  UNIQUE (lineage, version)
) STRICT;

CREATE TRIGGER published_test_is_frozen BEFORE UPDATE ON listening_test
WHEN OLD.status <> 'draft' AND (NEW.definition <> OLD.definition OR NEW.hash IS NOT OLD.hash OR NEW.status = 'draft')
BEGIN
  SELECT RAISE(ABORT, 'a published test is frozen: make a new version');
END;

-- How listeners come in: whoever has the token may take part, and reaches nothing else.
CREATE TABLE listening_link (
  token            TEXT    NOT NULL PRIMARY KEY CHECK (length(token) >= 32),
  test_id          TEXT    NOT NULL REFERENCES listening_test (id),
  label            TEXT    NOT NULL,
  preview          INTEGER NOT NULL CHECK (preview IN (0, 1)),
  maximum_sessions INTEGER CHECK (maximum_sessions >= 1),
  created_at       TEXT    NOT NULL,
  expires_at       TEXT,
  revoked_at       TEXT
) STRICT;

CREATE INDEX listening_link_test ON listening_link (test_id);

CREATE TABLE listening_session (
  id              TEXT    NOT NULL PRIMARY KEY,
  key             TEXT    NOT NULL UNIQUE CHECK (length(key) >= 32),
  test_id         TEXT    NOT NULL REFERENCES listening_test (id),
  link            TEXT    NOT NULL REFERENCES listening_link (token),
  number          INTEGER NOT NULL CHECK (number >= 0),
  listener        TEXT    NOT NULL,
  preview         INTEGER NOT NULL CHECK (preview IN (0, 1)),
  plan            TEXT    NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
  outcome         TEXT    NOT NULL CHECK (outcome IN ('running', 'completed', 'screenedout', 'declined')),
  parameters      TEXT    NOT NULL,
  agent           TEXT    NOT NULL,
  created_at      TEXT    NOT NULL,
  finished_at     TEXT
) STRICT;

CREATE INDEX listening_session_test ON listening_session (test_id, number);

-- Append-only, like every rating: the newest of a session, page, stimulus and scale counts.
CREATE TABLE listening_rating (
  id                TEXT    NOT NULL PRIMARY KEY,
  session_id        TEXT    NOT NULL REFERENCES listening_session (id),
  page              INTEGER NOT NULL CHECK (page >= 0),
  trial             TEXT    NOT NULL,
  stimulus          TEXT    NOT NULL,
  other_stimulus    TEXT,
  scale             TEXT    NOT NULL,
  value             REAL,
  text              TEXT,
  elapsed_seconds   REAL,
  plays             INTEGER,
  given_at          TEXT,
  created_at        TEXT    NOT NULL,
  CHECK ((value IS NULL) <> (text IS NULL))
) STRICT;

CREATE INDEX listening_rating_session ON listening_rating (session_id, page);

-- Answers that are no ratings (consent, questionnaire, headphones, comments, a trial's completion): append-only too.
CREATE TABLE listening_response (
  id              TEXT    NOT NULL PRIMARY KEY,
  session_id      TEXT    NOT NULL REFERENCES listening_session (id),
  page            INTEGER NOT NULL CHECK (page >= 0),
  answers         TEXT    NOT NULL,
  elapsed_seconds REAL,
  created_at      TEXT    NOT NULL
) STRICT;

CREATE INDEX listening_response_session ON listening_response (session_id, page);

-- What listeners did: plays, switches, loops, blur, device changes. One row a batch that a browser sent.
CREATE TABLE listening_event (
  id         TEXT NOT NULL PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES listening_session (id),
  events     TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX listening_event_session ON listening_event (session_id);

CREATE TRIGGER listening_rating_is_never_replaced BEFORE INSERT ON listening_rating WHEN EXISTS (SELECT 1 FROM listening_rating WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'ratings are append-only: a rating is never replaced');
END;

CREATE TRIGGER listening_rating_is_never_changed BEFORE UPDATE ON listening_rating
BEGIN
  SELECT RAISE(ABORT, 'ratings are append-only: a rating is never changed');
END;

-- A preview is no data: it goes with its draft.
CREATE TRIGGER listening_rating_is_never_removed BEFORE DELETE ON listening_rating
WHEN (SELECT preview FROM listening_session WHERE id = OLD.session_id) = 0
BEGIN
  SELECT RAISE(ABORT, 'ratings are append-only: a rating is never removed');
END;

CREATE TRIGGER listening_response_is_never_changed BEFORE UPDATE ON listening_response
BEGIN
  SELECT RAISE(ABORT, 'answers are append-only: an answer is never changed');
END;

CREATE TRIGGER listening_response_is_never_removed BEFORE DELETE ON listening_response
WHEN (SELECT preview FROM listening_session WHERE id = OLD.session_id) = 0
BEGIN
  SELECT RAISE(ABORT, 'answers are append-only: an answer is never removed');
END;
