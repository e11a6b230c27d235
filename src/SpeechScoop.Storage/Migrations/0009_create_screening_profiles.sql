-- Screening profiles of one's own: a changed profile is a new version, and none is ever changed or removed, since results name them.
CREATE TABLE screening_profile (
  id         TEXT    NOT NULL,
  version    INTEGER NOT NULL CHECK (version >= 1),
  rules      TEXT    NOT NULL,
  created_at TEXT    NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;

CREATE TRIGGER screening_profile_is_never_changed BEFORE UPDATE ON screening_profile
BEGIN
  SELECT RAISE(ABORT, 'screening profiles are never changed: save a new version');
END;

CREATE TRIGGER screening_profile_is_never_removed BEFORE DELETE ON screening_profile
BEGIN
  SELECT RAISE(ABORT, 'screening profiles are never removed: results name them');
END;
