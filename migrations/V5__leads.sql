-- Leads, what sales did about them, and disputes on whether they count; mappings of columns under a name.
--
-- Exports of other systems can be imported as they are. What each file said of a lead stays on record, so that a
-- report as known on an earlier day does not move when a later export updates the lead. Names, e-mails and phone
-- numbers of leads are not kept.

-- What a record of another system says of a lead: its own, a deal's, or an entry of its history. Each row is all
-- that was known of the record from then on; the newest one counts. A deal is one record whichever lead it is said to
-- have come of. Times are a day, or a moment to the microsecond. `told` says what files had columns for: a lead without
-- a won date is not won only where a file would have told. It adds up a power of two for each, in the order of the
-- columns here: 1 stream, 2 lead_type, 4 delivered_at, 8 rep, 16 contacted_at, 32 sales_qualified_at,
-- 64 opportunity_at, 128 won_at, 256 lost_at, 512 disqualified_at, 1024 reason, 2048 stage, 4096 amount_minor_units,
-- 8192 modified_at, 16384 a deal's number.
CREATE TABLE lead (
  lead_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  external_id TEXT NOT NULL CHECK (external_id <> ''),
  part TEXT NOT NULL CHECK (part = '' OR part GLOB 'deal *' OR part GLOB 'event *'),
  stream TEXT,
  lead_type TEXT,
  delivered_at TEXT
    CHECK (delivered_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(delivered_at) <= 32),
  rep TEXT,
  contacted_at TEXT
    CHECK (contacted_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(contacted_at) <= 32),
  sales_qualified_at TEXT
    CHECK (
      sales_qualified_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(sales_qualified_at) <= 32
    ),
  opportunity_at TEXT
    CHECK (opportunity_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(opportunity_at) <= 32),
  won_at TEXT CHECK (won_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(won_at) <= 32),
  lost_at TEXT CHECK (lost_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(lost_at) <= 32),
  disqualified_at TEXT
    CHECK (disqualified_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(disqualified_at) <= 32),
  reason TEXT,
  stage TEXT CHECK (stage IN ('mql', 'sql', 'opportunity', 'won')),
  ending TEXT CHECK (ending IN ('lost', 'disqualified')),
  amount_minor_units INTEGER,
  currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  modified_at TEXT
    CHECK (modified_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(modified_at) <= 32),
  attributes TEXT CHECK (attributes GLOB '{"*"}'),
  told INTEGER NOT NULL CHECK (told BETWEEN 0 AND 32767),
  line INTEGER NOT NULL CHECK (line >= 1),
  import_id INTEGER NOT NULL REFERENCES import DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  deal TEXT AS (CASE WHEN part GLOB 'deal *' THEN substr(part, 6) END),
  CHECK ((amount_minor_units IS NULL) = (currency IS NULL))
) STRICT;

-- The rows of one record follow each other in it by lead_id, which every index ends with.
CREATE INDEX lead_by_record ON lead (contract_id, external_id, part);
CREATE INDEX lead_by_deal ON lead (contract_id, deal) WHERE deal IS NOT NULL;

-- Each new entry of the journal, and each import, is looked for among the rows that may refer to it.
CREATE INDEX lead_by_seq ON lead (seq);
CREATE INDEX lead_by_import ON lead (import_id);

CREATE TRIGGER lead_keeps_its_rows_as_they_are BEFORE UPDATE ON lead
BEGIN
  SELECT RAISE(ABORT, 'lead is append-only: import a file that says what is right');
END;

CREATE TRIGGER lead_keeps_its_rows BEFORE DELETE ON lead
BEGIN
  SELECT RAISE(ABORT, 'lead is append-only: import a file that says what is right');
END;

-- What was done about a lead; of several rows with one external_id the newest counts.
CREATE TABLE touch (
  touch_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  external_id TEXT NOT NULL CHECK (external_id <> ''),
  lead TEXT NOT NULL CHECK (lead <> ''),
  touched_at TEXT NOT NULL
    CHECK (touched_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(touched_at) <= 32),
  kind TEXT NOT NULL,
  rep TEXT,
  is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)),
  line INTEGER NOT NULL CHECK (line >= 1),
  import_id INTEGER NOT NULL REFERENCES import DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX touch_by_external_id ON touch (contract_id, external_id);
CREATE INDEX touch_by_seq ON touch (seq);
CREATE INDEX touch_by_import ON touch (import_id);

CREATE TRIGGER touch_keeps_its_rows_as_they_are BEFORE UPDATE ON touch
BEGIN
  SELECT RAISE(ABORT, 'touch is append-only: import a file that says what is right');
END;

CREATE TRIGGER touch_keeps_its_rows BEFORE DELETE ON touch
BEGIN
  SELECT RAISE(ABORT, 'touch is append-only: import a file that says what is right');
END;

-- The steps of disputes on whether a lead counts, oldest first.
CREATE TABLE dispute (
  dispute_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  lead TEXT NOT NULL CHECK (lead <> ''),
  word TEXT NOT NULL CHECK (word IN ('rejected', 'contested', 'settled: accepted', 'settled: rejected')),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER dispute_keeps_its_rows_as_they_are BEFORE UPDATE ON dispute
BEGIN
  SELECT RAISE(ABORT, 'dispute is append-only: a dispute ends with a settlement');
END;

CREATE TRIGGER dispute_keeps_its_rows BEFORE DELETE ON dispute
BEGIN
  SELECT RAISE(ABORT, 'dispute is append-only: a dispute ends with a settlement');
END;

-- Imports of leads and touches that were taken back: their rows count for nothing from then on.
CREATE TABLE withdrawal (
  withdrawal_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL UNIQUE REFERENCES import,
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER withdrawal_keeps_its_rows_as_they_are BEFORE UPDATE ON withdrawal
BEGIN
  SELECT RAISE(ABORT, 'withdrawal is append-only: import the file again instead');
END;

CREATE TRIGGER withdrawal_keeps_its_rows BEFORE DELETE ON withdrawal
BEGIN
  SELECT RAISE(ABORT, 'withdrawal is append-only: import the file again instead');
END;

-- Which column of a file says what, as given to --map; the newest of a name and kind counts.
CREATE TABLE column_mapping (
  column_mapping_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('deliveries', 'outcomes', 'leads', 'touches')),
  text TEXT NOT NULL CHECK (text <> ''),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER column_mapping_keeps_its_rows_as_they_are BEFORE UPDATE ON column_mapping
BEGIN
  SELECT RAISE(ABORT, 'column_mapping is append-only: save the mapping anew under its name');
END;

CREATE TRIGGER column_mapping_keeps_its_rows BEFORE DELETE ON column_mapping
BEGIN
  SELECT RAISE(ABORT, 'column_mapping is append-only: save the mapping anew under its name');
END;

-- What is known of each record of a lead now.
CREATE VIEW report_lead AS
SELECT
  contract.name AS contract,
  lead.external_id AS lead,
  lead.part AS part,
  lead.stream AS stream,
  lead.lead_type AS lead_type,
  lead.delivered_at AS delivered_at,
  lead.rep AS rep,
  lead.contacted_at AS contacted_at,
  lead.sales_qualified_at AS sales_qualified_at,
  lead.opportunity_at AS opportunity_at,
  lead.won_at AS won_at,
  lead.lost_at AS lost_at,
  lead.disqualified_at AS disqualified_at,
  lead.reason AS reason,
  lead.stage AS stage,
  lead.ending AS ending,
  lead.amount_minor_units AS amount_minor_units,
  lead.currency AS currency,
  lead.modified_at AS modified_at,
  lead.attributes AS attributes,
  import.file_name AS file_name,
  lead.line AS line,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM lead
JOIN contract ON contract.contract_id = lead.contract_id
LEFT JOIN import ON import.import_id = lead.import_id
LEFT JOIN journal ON journal.seq = lead.seq
WHERE lead.lead_id = (
  CASE
    WHEN lead.deal IS NOT NULL THEN (
      SELECT max(newest.lead_id)
      FROM lead AS newest
      WHERE newest.contract_id = lead.contract_id
        AND newest.deal = lead.deal
        AND newest.import_id NOT IN (SELECT import_id FROM withdrawal)
    )
    ELSE (
      SELECT max(newest.lead_id)
      FROM lead AS newest
      WHERE newest.contract_id = lead.contract_id
        AND newest.external_id = lead.external_id
        AND newest.part = lead.part
        AND newest.import_id NOT IN (SELECT import_id FROM withdrawal)
    )
  END
)
ORDER BY lead.lead_id;

-- What is known of each touch now.
CREATE VIEW report_touch AS
SELECT
  contract.name AS contract,
  touch.external_id AS touch,
  touch.lead AS lead,
  touch.touched_at AS touched_at,
  touch.kind AS kind,
  touch.rep AS rep,
  touch.is_automatic AS is_automatic,
  import.file_name AS file_name,
  touch.line AS line,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM touch
JOIN contract ON contract.contract_id = touch.contract_id
LEFT JOIN import ON import.import_id = touch.import_id
LEFT JOIN journal ON journal.seq = touch.seq
WHERE touch.touch_id = (
  SELECT max(newest.touch_id)
  FROM touch AS newest
  WHERE newest.contract_id = touch.contract_id
    AND newest.external_id = touch.external_id
    AND newest.import_id NOT IN (SELECT import_id FROM withdrawal)
)
ORDER BY touch.touch_id;

-- The steps of disputes on leads.
CREATE VIEW report_dispute AS
SELECT
  dispute.dispute_id AS dispute,
  contract.name AS contract,
  dispute.lead AS lead,
  dispute.word AS word,
  dispute.reason AS reason,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM dispute
JOIN contract ON contract.contract_id = dispute.contract_id
LEFT JOIN journal ON journal.seq = dispute.seq
ORDER BY dispute.dispute_id;
