-- The contract file that a version was read from, as it was handed in: its comments, its order, its spacing.
--
-- It is what 'leadpact contract edit' opens. Nobody signs it: a version is its text, whose digest stays the same. A
-- version that was made from another one, or proposed before this step, has none. The views keep their columns.

CREATE TABLE version_source (
  version_source_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL UNIQUE REFERENCES version,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE TRIGGER version_source_keeps_its_rows_as_they_are BEFORE UPDATE ON version_source
BEGIN
  SELECT RAISE(ABORT, 'version_source is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER version_source_keeps_its_rows BEFORE DELETE ON version_source
BEGIN
  SELECT RAISE(ABORT, 'version_source is append-only: a change of the agreement is a new version');
END;
