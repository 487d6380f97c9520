-- What people sign and record: signatures, deliveries, outcomes, observations, reviews, imports.
--
-- Nothing in these tables can be changed or deleted: a mistake is mended by another row (`leadpact log --correct`).
-- `seq` is the entry of the journal that says when and by whom a row was recorded.

-- A person's word on one version; who declined may sign later, so the last word counts.
CREATE TABLE signature (
  signature_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  email TEXT NOT NULL,
  word TEXT NOT NULL CHECK (word IN ('signed', 'declined')),
  reason TEXT,
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (version_id, email) REFERENCES signatory (version_id, email),
  CHECK ((reason IS NOT NULL) = (word = 'declined'))
) STRICT;

CREATE INDEX signature_by_version ON signature (version_id, email);

CREATE TRIGGER signature_keeps_its_rows_as_they_are BEFORE UPDATE ON signature
BEGIN
  SELECT RAISE(ABORT, 'signature is append-only: a word given stays given');
END;

CREATE TRIGGER signature_keeps_its_rows BEFORE DELETE ON signature
BEGIN
  SELECT RAISE(ABORT, 'signature is append-only: a word given stays given');
END;

-- A file that brought rows. Reading it again is harmless: what is on record already is left alone, row by row.
CREATE TABLE import (
  import_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  kind TEXT NOT NULL CHECK (kind IN ('deliveries', 'outcomes', 'leads', 'touches')),
  file_name TEXT NOT NULL,
  file_digest TEXT NOT NULL CHECK (length(file_digest) = 64 AND file_digest NOT GLOB '*[^0-9a-f]*'),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER import_keeps_its_rows_as_they_are BEFORE UPDATE ON import
BEGIN
  SELECT RAISE(ABORT, 'import is append-only: what was read stays on record');
END;

CREATE TRIGGER import_keeps_its_rows BEFORE DELETE ON import
BEGIN
  SELECT RAISE(ABORT, 'import is append-only: what was read stays on record');
END;

-- Leads handed over in a span of days, both ends included.
CREATE TABLE delivery (
  delivery_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  stream TEXT NOT NULL,
  lead_type TEXT NOT NULL,
  first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
  last_day TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days')),
  count INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('logged', 'imported', 'correction')),
  reason TEXT,
  import_id INTEGER REFERENCES import,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  days INTEGER NOT NULL AS (CAST(julianday(last_day) - julianday(first_day) AS INTEGER) + 1) CHECK (days >= 1),
  CHECK (count >= 0 OR kind = 'correction'),
  CHECK ((reason IS NOT NULL) = (kind = 'correction')),
  CHECK ((import_id IS NOT NULL) = (kind = 'imported'))
) STRICT;

-- The longest span on record bounds how far before a period a delivery that touches it can begin.
CREATE INDEX delivery_by_first_day ON delivery (contract_id, first_day);
CREATE INDEX delivery_by_days ON delivery (contract_id, days);

CREATE TRIGGER delivery_keeps_its_rows_as_they_are BEFORE UPDATE ON delivery
BEGIN
  SELECT RAISE(ABORT, 'delivery is append-only: record the difference with leadpact log --correct');
END;

CREATE TRIGGER delivery_keeps_its_rows BEFORE DELETE ON delivery
BEGIN
  SELECT RAISE(ABORT, 'delivery is append-only: record the difference with leadpact log --correct');
END;

-- What had come of the leads of a month when it was recorded: totals, NULL where a figure is not known.
CREATE TABLE outcome (
  outcome_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  stream TEXT NOT NULL,
  lead_type TEXT NOT NULL,
  month TEXT NOT NULL CHECK (month IS strftime('%Y-%m', month || '-01')),
  sqls INTEGER CHECK (sqls >= 0),
  opportunities INTEGER CHECK (opportunities >= 0),
  won INTEGER CHECK (won >= 0),
  revenue_minor_units INTEGER,
  import_id INTEGER REFERENCES import,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX outcome_by_month ON outcome (contract_id, month);

CREATE TRIGGER outcome_keeps_its_rows_as_they_are BEFORE UPDATE ON outcome
BEGIN
  SELECT RAISE(ABORT, 'outcome is append-only: record the figures as they stand now instead');
END;

CREATE TRIGGER outcome_keeps_its_rows BEFORE DELETE ON outcome
BEGIN
  SELECT RAISE(ABORT, 'outcome is append-only: record the figures as they stand now instead');
END;

-- What sales did (met of due leads), or the value of a measure (score), in a span of days.
CREATE TABLE observation (
  observation_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  subject TEXT NOT NULL CHECK (subject <> ''),
  stream TEXT,
  rep TEXT,
  first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
  last_day TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days')),
  met INTEGER CHECK (met >= 0),
  due INTEGER CHECK (due >= met),
  score_millionths INTEGER,
  import_id INTEGER REFERENCES import,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  days INTEGER NOT NULL AS (CAST(julianday(last_day) - julianday(first_day) AS INTEGER) + 1) CHECK (days >= 1),
  CHECK ((met IS NULL) = (due IS NULL)),
  CHECK ((met IS NULL) = (score_millionths IS NOT NULL))
) STRICT;

CREATE INDEX observation_by_first_day ON observation (contract_id, first_day);
CREATE INDEX observation_by_days ON observation (contract_id, days);

CREATE TRIGGER observation_keeps_its_rows_as_they_are BEFORE UPDATE ON observation
BEGIN
  SELECT RAISE(ABORT, 'observation is append-only: record the figures as they stand now instead');
END;

CREATE TRIGGER observation_keeps_its_rows BEFORE DELETE ON observation
BEGIN
  SELECT RAISE(ABORT, 'observation is append-only: record the figures as they stand now instead');
END;

-- A quarter, named by its first month, whose metrics were looked at and kept on purpose.
CREATE TABLE review (
  review_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  quarter_first_month TEXT NOT NULL
    CHECK (quarter_first_month IS strftime('%Y-%m', quarter_first_month || '-01')),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX review_by_contract ON review (contract_id, quarter_first_month);

CREATE TRIGGER review_keeps_its_rows_as_they_are BEFORE UPDATE ON review
BEGIN
  SELECT RAISE(ABORT, 'review is append-only: record another review instead');
END;

CREATE TRIGGER review_keeps_its_rows BEFORE DELETE ON review
BEGIN
  SELECT RAISE(ABORT, 'review is append-only: record another review instead');
END;
