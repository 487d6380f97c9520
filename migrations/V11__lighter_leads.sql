-- Leads and touches under constraints that cost less: patterns took two fifths of what SQLite does to add a lead.
--
-- Of a time it is asked that its text stands where those of days do, from '0000-00-00' on and before what comes after
-- digits; of a column that is NULL nothing. What else the text must be is seen to where it is made, and the journal keeps
-- it.

DROP VIEW report_lead;
DROP VIEW report_touch;

-- Renaming a table would have SQLite read every view again.
CREATE TEMP TABLE lead_before AS
SELECT
  lead_id, contract_id, external_id, part, stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at,
  opportunity_at, won_at, lost_at, disqualified_at, reason, stage, ending, amount_minor_units, currency, modified_at,
  attributes, told, line, import_id, seq
FROM lead;

DROP TABLE lead;

CREATE TABLE lead (
  lead_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  external_id TEXT NOT NULL CHECK (external_id <> ''),
  part TEXT NOT NULL CHECK (part = '' OR part GLOB 'deal *' OR part GLOB 'event *'),
  stream TEXT,
  lead_type TEXT,
  delivered_at TEXT CHECK (delivered_at BETWEEN '0000-00-00' AND ':'),
  rep TEXT,
  contacted_at TEXT CHECK (contacted_at BETWEEN '0000-00-00' AND ':'),
  sales_qualified_at TEXT CHECK (sales_qualified_at BETWEEN '0000-00-00' AND ':'),
  opportunity_at TEXT CHECK (opportunity_at BETWEEN '0000-00-00' AND ':'),
  won_at TEXT CHECK (won_at BETWEEN '0000-00-00' AND ':'),
  lost_at TEXT CHECK (lost_at BETWEEN '0000-00-00' AND ':'),
  disqualified_at TEXT CHECK (disqualified_at BETWEEN '0000-00-00' AND ':'),
  reason TEXT,
  stage TEXT CHECK (stage IS NULL OR stage = 'mql' OR stage = 'sql' OR stage = 'opportunity' OR stage = 'won'),
  ending TEXT CHECK (ending IS NULL OR ending = 'lost' OR ending = 'disqualified'),
  amount_minor_units INTEGER,
  currency TEXT CHECK (currency IS NULL OR currency GLOB '[A-Z][A-Z][A-Z]'),
  modified_at TEXT CHECK (modified_at BETWEEN '0000-00-00' AND ':'),
  attributes TEXT CHECK (attributes IS NULL OR attributes GLOB '{"*"}'),
  told INTEGER NOT NULL CHECK (told BETWEEN 0 AND 32767),
  line INTEGER NOT NULL CHECK (line >= 1),
  import_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  deal TEXT AS (CASE WHEN part <> '' AND part GLOB 'deal *' THEN substr(part, 6) END),
  CHECK ((amount_minor_units IS NULL) = (currency IS NULL))
) STRICT;

INSERT INTO lead (
  lead_id, contract_id, external_id, part, stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at,
  opportunity_at, won_at, lost_at, disqualified_at, reason, stage, ending, amount_minor_units, currency, modified_at,
  attributes, told, line, import_id, seq
)
SELECT
  lead_id, contract_id, external_id, part, stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at,
  opportunity_at, won_at, lost_at, disqualified_at, reason, stage, ending, amount_minor_units, currency, modified_at,
  attributes, told, line, import_id, seq
FROM temp.lead_before
ORDER BY lead_id;

DROP TABLE temp.lead_before;

-- The rows of one record follow each other in it by lead_id, which every index ends with.
CREATE INDEX lead_by_record ON lead (contract_id, external_id, part);
CREATE INDEX lead_by_deal ON lead (contract_id, deal) WHERE deal IS NOT NULL;

-- The leads of a span of days; the day is the first ten signs.
CREATE INDEX lead_by_delivery ON lead (contract_id, delivered_at, external_id);

-- Rows that say of no end. A lead that has none, by whatever its records add up to, has one of them among its newest.
CREATE INDEX lead_open ON lead (contract_id, external_id)
WHERE won_at IS NULL AND lost_at IS NULL AND disqualified_at IS NULL AND ending IS NULL AND stage IS NOT 'won';

CREATE TRIGGER lead_keeps_its_rows_as_they_are BEFORE UPDATE ON lead
BEGIN
  SELECT RAISE(ABORT, 'lead is append-only: import a file that says what is right');
END;

CREATE TRIGGER lead_keeps_its_rows BEFORE DELETE ON lead
BEGIN
  SELECT RAISE(ABORT, 'lead is append-only: import a file that says what is right');
END;

CREATE TEMP TABLE touch_before AS
SELECT touch_id, contract_id, external_id, lead, touched_at, kind, rep, is_automatic, line, import_id, seq
FROM touch;

DROP TABLE touch;

CREATE TABLE touch (
  touch_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  external_id TEXT NOT NULL CHECK (external_id <> ''),
  lead TEXT NOT NULL CHECK (lead <> ''),
  touched_at TEXT NOT NULL CHECK (touched_at BETWEEN '0000-00-00' AND ':'),
  kind TEXT NOT NULL,
  rep TEXT,
  is_automatic INTEGER NOT NULL CHECK (is_automatic = 0 OR is_automatic = 1),
  line INTEGER NOT NULL CHECK (line >= 1),
  import_id INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT;

INSERT INTO touch (
  touch_id, contract_id, external_id, lead, touched_at, kind, rep, is_automatic, line, import_id, seq
)
SELECT touch_id, contract_id, external_id, lead, touched_at, kind, rep, is_automatic, line, import_id, seq
FROM temp.touch_before
ORDER BY touch_id;

DROP TABLE temp.touch_before;

CREATE INDEX touch_by_external_id ON touch (contract_id, external_id);

-- What a report asks of the touches of a lead, without a look at their rows.
CREATE INDEX touch_by_lead ON touch (contract_id, lead, touched_at, is_automatic, import_id);

CREATE TRIGGER touch_keeps_its_rows_as_they_are BEFORE UPDATE ON touch
BEGIN
  SELECT RAISE(ABORT, 'touch is append-only: import a file that says what is right');
END;

CREATE TRIGGER touch_keeps_its_rows BEFORE DELETE ON touch
BEGIN
  SELECT RAISE(ABORT, 'touch is append-only: import a file that says what is right');
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
