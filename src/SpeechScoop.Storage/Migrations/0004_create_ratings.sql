-- Append-only: the newest rating per session, trial, stimulus and scale counts; nothing is ever changed or removed.
CREATE TABLE rating (
  id              TEXT    NOT NULL PRIMARY KEY,
  trial_id        TEXT    NOT NULL REFERENCES live_trial (id),
  output_id       TEXT    NOT NULL REFERENCES output (id),
  other_output_id TEXT    REFERENCES output (id),
  scale           TEXT    NOT NULL CHECK (scale IN ('acr', 'mushra', 'preference')),
  value           INTEGER NOT NULL,
  blind           INTEGER NOT NULL CHECK (blind IN (0, 1)),
  listener        TEXT    NOT NULL,
  session         TEXT    NOT NULL,
  created_at      TEXT    NOT NULL,
  CHECK (CASE scale WHEN 'acr' THEN value BETWEEN 1 AND 5 WHEN 'mushra' THEN value BETWEEN 0 AND 100 ELSE value BETWEEN -1 AND 1 END),
  CHECK ((scale = 'preference') = (other_output_id IS NOT NULL)),
  CHECK (other_output_id IS NULL OR other_output_id <> output_id)
) STRICT;

CREATE INDEX rating_trial ON rating (trial_id, created_at);
CREATE INDEX rating_output ON rating (output_id);

-- INSERT OR REPLACE would remove the old row without asking the delete trigger.
CREATE TRIGGER rating_is_never_replaced BEFORE INSERT ON rating WHEN EXISTS (SELECT 1 FROM rating WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'ratings are append-only: a rating is never replaced');
END;

CREATE TRIGGER rating_is_never_changed BEFORE UPDATE ON rating
BEGIN
  SELECT RAISE(ABORT, 'ratings are append-only: a rating is never changed');
END;

CREATE TRIGGER rating_is_never_removed BEFORE DELETE ON rating
BEGIN
  SELECT RAISE(ABORT, 'ratings are append-only: a rating is never removed');
END;
