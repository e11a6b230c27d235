-- Append-only: of each listener, stretch and reading the newest judgement counts; nothing is ever changed or removed. It outlives its item.
CREATE TABLE adjudication (
  id              TEXT    NOT NULL PRIMARY KEY,
  item_id         TEXT    NOT NULL,
  from_word       INTEGER NOT NULL CHECK (from_word >= 0),
  to_word         INTEGER NOT NULL CHECK (to_word >= from_word),
  reading         TEXT    NOT NULL,
  choice          TEXT    NOT NULL CHECK (choice IN ('reference', 'systems', 'neither')),
  listener        TEXT    NOT NULL,
  reference_first INTEGER NOT NULL CHECK (reference_first IN (0, 1)),
  created_at      TEXT    NOT NULL
) STRICT;

CREATE INDEX adjudication_stretch ON adjudication (item_id, from_word, to_word, reading, listener, created_at);
CREATE INDEX adjudication_created ON adjudication (created_at);

-- INSERT OR REPLACE would remove the old row without asking the delete trigger.
CREATE TRIGGER adjudication_is_never_replaced BEFORE INSERT ON adjudication WHEN EXISTS (SELECT 1 FROM adjudication WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'adjudications are append-only: an adjudication is never replaced');
END;

CREATE TRIGGER adjudication_is_never_changed BEFORE UPDATE ON adjudication
BEGIN
  SELECT RAISE(ABORT, 'adjudications are append-only: an adjudication is never changed');
END;

CREATE TRIGGER adjudication_is_never_removed BEFORE DELETE ON adjudication
BEGIN
  SELECT RAISE(ABORT, 'adjudications are append-only: an adjudication is never removed');
END;
