-- The journal of all changes; contracts, their versions, and the terms of each version.
--
-- Every change is one entry of the journal, which says who made it and when. Rows refer to their entry by `seq`:
-- what was known on a day are the rows up to the last entry of that day.
--
-- A version is kept twice: as the text that was signed, and taken apart into rows that can be queried. `leadpact
-- verify` proves that the rows still say what the text says. Nothing in these tables can be changed or deleted.

-- Who changed what and when. `content_hash` is the SHA-256 of the rows that the change added, and `hash` that of the
-- entry with the hash of the entry before.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  recorded_at TEXT NOT NULL CHECK (length(recorded_at) IN (20, 25)),
  recorded_by TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  contract_id INTEGER REFERENCES contract,
  rows INTEGER NOT NULL CHECK (rows >= 1),
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64 AND content_hash NOT GLOB '*[^0-9a-f]*'),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  recorded_on TEXT NOT NULL AS (substr(recorded_at, 1, 10)) CHECK (recorded_on IS date(recorded_on, '+0 days'))
) STRICT;

CREATE TRIGGER journal_keeps_its_rows_as_they_are BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'journal is append-only: it is the proof of what was recorded');
END;

CREATE TRIGGER journal_keeps_its_rows BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'journal is append-only: it is the proof of what was recorded');
END;

-- The rows that the changes added: lines of JSON, as many to a part as fit in 64 KiB.
CREATE TABLE journal_part (
  journal_part_id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  part INTEGER NOT NULL CHECK (part >= 1),
  body TEXT NOT NULL CHECK (body <> ''),
  UNIQUE (seq, part)
) STRICT;

CREATE TRIGGER journal_part_keeps_its_rows_as_they_are BEFORE UPDATE ON journal_part
BEGIN
  SELECT RAISE(ABORT, 'journal_part is append-only: it is the proof of what was recorded');
END;

CREATE TRIGGER journal_part_keeps_its_rows BEFORE DELETE ON journal_part
BEGIN
  SELECT RAISE(ABORT, 'journal_part is append-only: it is the proof of what was recorded');
END;

CREATE TABLE contract (
  contract_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER contract_keeps_its_rows_as_they_are BEFORE UPDATE ON contract
BEGIN
  SELECT RAISE(ABORT, 'contract is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER contract_keeps_its_rows BEFORE DELETE ON contract
BEGIN
  SELECT RAISE(ABORT, 'contract is append-only: a change of the agreement is a new version');
END;

-- One immutable text. Shares are kept as they were written (`1/3`), and in parts per million for queries.
CREATE TABLE version (
  version_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  number INTEGER NOT NULL CHECK (number >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  term_first TEXT NOT NULL CHECK (term_first IS strftime('%Y-%m', term_first || '-01')),
  term_last TEXT NOT NULL CHECK (term_last IS strftime('%Y-%m', term_last || '-01')),
  effective TEXT NOT NULL CHECK (effective BETWEEN term_first AND term_last),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  minor_units_per_unit INTEGER NOT NULL CHECK (minor_units_per_unit IN (1, 10, 100, 1000, 10000)),
  calendar TEXT NOT NULL CHECK (calendar IN ('month', '4-4-5', '4-5-4', '5-4-4')),
  fiscal_year_starts INTEGER NOT NULL CHECK (fiscal_year_starts BETWEEN 1 AND 12),
  tolerance TEXT NOT NULL,
  tolerance_ppm INTEGER NOT NULL CHECK (tolerance_ppm BETWEEN 0 AND 1000000),
  sustained_after INTEGER NOT NULL CHECK (sustained_after BETWEEN 1 AND 12),
  first_contact_minutes INTEGER CHECK (first_contact_minutes > 0),
  first_contact_share TEXT,
  first_contact_share_ppm INTEGER CHECK (first_contact_share_ppm BETWEEN 0 AND 1000000),
  business_hours TEXT,
  cadence_share TEXT NOT NULL,
  cadence_share_ppm INTEGER NOT NULL CHECK (cadence_share_ppm BETWEEN 0 AND 1000000),
  leads_per_rep INTEGER CHECK (leads_per_rep > 0),
  text TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  note TEXT,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (contract_id, number),
  CHECK ((first_contact_minutes IS NULL) = (first_contact_share IS NULL)),
  CHECK ((first_contact_minutes IS NULL) = (first_contact_share_ppm IS NULL)),
  CHECK (business_hours IS NULL OR first_contact_minutes IS NOT NULL)
) STRICT;

CREATE TRIGGER version_keeps_its_rows_as_they_are BEFORE UPDATE ON version
BEGIN
  SELECT RAISE(ABORT, 'version is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER version_keeps_its_rows BEFORE DELETE ON version
BEGIN
  SELECT RAISE(ABORT, 'version is append-only: a change of the agreement is a new version');
END;

-- Who must sign, in the order of the contract.
CREATE TABLE signatory (
  signatory_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL,
  email TEXT NOT NULL CHECK (email LIKE '_%@_%'),
  team TEXT NOT NULL
    CHECK (team IN ('marketing', 'sales', 'service', 'finance', 'operations', 'leadership')),
  role TEXT NOT NULL,
  owes TEXT NOT NULL,
  UNIQUE (version_id, position),
  UNIQUE (version_id, email)
) STRICT;

CREATE TRIGGER signatory_keeps_its_rows_as_they_are BEFORE UPDATE ON signatory
BEGIN
  SELECT RAISE(ABORT, 'signatory is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER signatory_keeps_its_rows BEFORE DELETE ON signatory
BEGIN
  SELECT RAISE(ABORT, 'signatory is append-only: a change of the agreement is a new version');
END;

-- What the stages of the funnel mean, in words.
CREATE TABLE stage (
  stage_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  stage TEXT NOT NULL CHECK (stage IN ('mql', 'sql', 'opportunity', 'won')),
  meaning TEXT NOT NULL,
  UNIQUE (version_id, stage)
) STRICT;

CREATE TRIGGER stage_keeps_its_rows_as_they_are BEFORE UPDATE ON stage
BEGIN
  SELECT RAISE(ABORT, 'stage is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER stage_keeps_its_rows BEFORE DELETE ON stage
BEGIN
  SELECT RAISE(ABORT, 'stage is append-only: a change of the agreement is a new version');
END;

CREATE TABLE holiday (
  holiday_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  UNIQUE (version_id, day)
) STRICT;

CREATE TRIGGER holiday_keeps_its_rows_as_they_are BEFORE UPDATE ON holiday
BEGIN
  SELECT RAISE(ABORT, 'holiday is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER holiday_keeps_its_rows BEFORE DELETE ON holiday
BEGIN
  SELECT RAISE(ABORT, 'holiday is append-only: a change of the agreement is a new version');
END;

CREATE TABLE stream (
  stream_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  retention TEXT NOT NULL,
  retention_ppm INTEGER NOT NULL CHECK (retention_ppm BETWEEN 0 AND 999999),
  margin TEXT,
  margin_ppm INTEGER CHECK (margin_ppm BETWEEN 0 AND 1000000),
  UNIQUE (version_id, position),
  UNIQUE (version_id, name),
  CHECK ((margin IS NULL) = (margin_ppm IS NULL))
) STRICT;

CREATE TRIGGER stream_keeps_its_rows_as_they_are BEFORE UPDATE ON stream
BEGIN
  SELECT RAISE(ABORT, 'stream is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER stream_keeps_its_rows BEFORE DELETE ON stream
BEGIN
  SELECT RAISE(ABORT, 'stream is append-only: a change of the agreement is a new version');
END;

-- What sales must win on a stream in one month, in minor units of the version's currency.
CREATE TABLE quota (
  quota_id INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL REFERENCES stream,
  month TEXT NOT NULL CHECK (month IS strftime('%Y-%m', month || '-01')),
  minor_units INTEGER NOT NULL CHECK (minor_units >= 0),
  UNIQUE (stream_id, month)
) STRICT;

CREATE TRIGGER quota_keeps_its_rows_as_they_are BEFORE UPDATE ON quota
BEGIN
  SELECT RAISE(ABORT, 'quota is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER quota_keeps_its_rows BEFORE DELETE ON quota
BEGIN
  SELECT RAISE(ABORT, 'quota is append-only: a change of the agreement is a new version');
END;

CREATE TABLE lead_type (
  lead_type_id INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL REFERENCES stream,
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  share TEXT NOT NULL,
  share_ppm INTEGER NOT NULL CHECK (share_ppm BETWEEN 0 AND 1000000),
  UNIQUE (stream_id, position),
  UNIQUE (stream_id, name)
) STRICT;

CREATE TRIGGER lead_type_keeps_its_rows_as_they_are BEFORE UPDATE ON lead_type
BEGIN
  SELECT RAISE(ABORT, 'lead_type is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER lead_type_keeps_its_rows BEFORE DELETE ON lead_type
BEGIN
  SELECT RAISE(ABORT, 'lead_type is append-only: a change of the agreement is a new version');
END;

-- A funnel metric as agreed, from a quarter's first month on; NULL for the figure that the agreement begins with.
CREATE TABLE metric (
  metric_id INTEGER PRIMARY KEY,
  lead_type_id INTEGER NOT NULL REFERENCES lead_type,
  metric TEXT NOT NULL CHECK (
    metric IN ('mql-to-sql', 'sql-to-opportunity', 'win-rate', 'average-order-value', 'time-to-close')
  ),
  from_month TEXT CHECK (from_month IS strftime('%Y-%m', from_month || '-01')),
  figure TEXT NOT NULL,
  ppm INTEGER CHECK (ppm BETWEEN 1 AND 1000000),
  minor_units INTEGER CHECK (minor_units > 0),
  days INTEGER CHECK (days BETWEEN 0 AND 3650),
  source TEXT NOT NULL CHECK (source IN ('assumed', 'measured')),
  source_note TEXT,
  CHECK ((ppm IS NOT NULL) = (metric IN ('mql-to-sql', 'sql-to-opportunity', 'win-rate'))),
  CHECK ((minor_units IS NOT NULL) = (metric = 'average-order-value')),
  CHECK ((days IS NOT NULL) = (metric = 'time-to-close')),
  CHECK ((source_note IS NOT NULL) = (source = 'measured'))
) STRICT;

CREATE UNIQUE INDEX metric_has_a_figure_a_quarter ON metric (lead_type_id, metric, ifnull(from_month, ''));

CREATE TRIGGER metric_keeps_its_rows_as_they_are BEFORE UPDATE ON metric
BEGIN
  SELECT RAISE(ABORT, 'metric is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER metric_keeps_its_rows BEFORE DELETE ON metric
BEGIN
  SELECT RAISE(ABORT, 'metric is append-only: a change of the agreement is a new version');
END;

-- So many touches within so many days of the delivery.
CREATE TABLE cadence_step (
  cadence_step_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  touches INTEGER NOT NULL CHECK (touches > 0),
  days INTEGER NOT NULL CHECK (days > 0),
  UNIQUE (version_id, touches),
  UNIQUE (version_id, days)
) STRICT;

CREATE TRIGGER cadence_step_keeps_its_rows_as_they_are BEFORE UPDATE ON cadence_step
BEGIN
  SELECT RAISE(ABORT, 'cadence_step is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER cadence_step_keeps_its_rows BEFORE DELETE ON cadence_step
BEGIN
  SELECT RAISE(ABORT, 'cadence_step is append-only: a change of the agreement is a new version');
END;

-- The number of reps from a month on.
CREATE TABLE staffing (
  staffing_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  from_month TEXT NOT NULL CHECK (from_month IS strftime('%Y-%m', from_month || '-01')),
  reps INTEGER NOT NULL CHECK (reps >= 0),
  UNIQUE (version_id, from_month)
) STRICT;

CREATE TRIGGER staffing_keeps_its_rows_as_they_are BEFORE UPDATE ON staffing
BEGIN
  SELECT RAISE(ABORT, 'staffing is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER staffing_keeps_its_rows BEFORE DELETE ON staffing
BEGIN
  SELECT RAISE(ABORT, 'staffing is append-only: a change of the agreement is a new version');
END;

-- A named figure with a target that either team owes.
CREATE TABLE measure (
  measure_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  owner TEXT NOT NULL
    CHECK (owner IN ('marketing', 'sales', 'service', 'finance', 'operations', 'leadership')),
  unit TEXT NOT NULL,
  target_millionths INTEGER NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('at least', 'at most')),
  UNIQUE (version_id, position),
  UNIQUE (version_id, name)
) STRICT;

CREATE TRIGGER measure_keeps_its_rows_as_they_are BEFORE UPDATE ON measure
BEGIN
  SELECT RAISE(ABORT, 'measure is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER measure_keeps_its_rows BEFORE DELETE ON measure
BEGIN
  SELECT RAISE(ABORT, 'measure is append-only: a change of the agreement is a new version');
END;
