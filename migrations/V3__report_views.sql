-- Views for other tools (Datasette, DuckDB, Metabase, Grafana), described in docs/database.md.
--
-- They are a public interface: their columns keep name, order and meaning; new columns are added at the end.
-- Amounts stand both in whole minor units, which are exact, and in units of the currency, for charts.

-- The word that counts of each person who must sign a version: who has signed is bound. NULL where none was given.
CREATE VIEW report_signature AS
SELECT
  contract.name AS contract,
  version.number AS version,
  signatory.name AS name,
  signatory.email AS email,
  signatory.team AS team,
  signatory.role AS role,
  signatory.owes AS owes,
  signature.word AS word,
  signature.reason AS reason,
  journal.recorded_at AS given_at,
  journal.recorded_by AS recorded_by,
  version.digest AS digest
FROM contract
JOIN version USING (contract_id)
JOIN signatory USING (version_id)
LEFT JOIN signature ON signature.signature_id = (
  SELECT given.signature_id
  FROM signature AS given
  WHERE given.version_id = version.version_id
    AND given.email = signatory.email
    AND given.digest = version.digest
  ORDER BY
    given.word = 'signed' DESC,
    CASE given.word WHEN 'signed' THEN given.signature_id ELSE -given.signature_id END
  LIMIT 1
)
LEFT JOIN journal ON journal.seq = signature.seq
ORDER BY contract.name, version.number, signatory.position;

-- The versions, and where each stands between proposal and force.
CREATE VIEW report_version AS
WITH tally AS (
  SELECT
    contract,
    version,
    count(*) AS signatures_due,
    count(*) FILTER (WHERE word = 'signed') AS signatures_given,
    count(*) FILTER (WHERE word = 'declined') AS refusals,
    max(given_at) FILTER (WHERE word = 'signed') AS last_signed_at
  FROM report_signature
  GROUP BY contract, version
)
SELECT
  contract.name AS contract,
  version.number AS version,
  version.title AS title,
  CASE
    WHEN tally.signatures_given = tally.signatures_due THEN 'in force'
    WHEN EXISTS (
      SELECT 1
      FROM version AS newer
      WHERE newer.contract_id = version.contract_id AND newer.number > version.number
    ) THEN 'superseded'
    WHEN tally.refusals > 0 THEN 'refused'
    ELSE 'awaiting'
  END AS standing,
  tally.signatures_due AS signatures_due,
  tally.signatures_given AS signatures_given,
  CASE
    WHEN tally.signatures_given = tally.signatures_due THEN tally.last_signed_at
  END AS signed_at,
  version.effective AS effective_month,
  version.term_first AS first_month,
  version.term_last AS last_month,
  version.currency AS currency,
  version.minor_units_per_unit AS minor_units_per_unit,
  version.calendar AS calendar,
  version.fiscal_year_starts AS fiscal_year_starts,
  version.tolerance_ppm AS tolerance_ppm,
  version.digest AS digest,
  journal.recorded_at AS proposed_at,
  journal.recorded_by AS proposed_by,
  version.note AS note
FROM contract
JOIN version USING (contract_id)
JOIN tally ON tally.contract = contract.name AND tally.version = version.number
LEFT JOIN journal ON journal.seq = version.seq
ORDER BY contract.name, version.number;

-- The contracts, with their newest version and the newest that everyone has signed.
CREATE VIEW report_contract AS
SELECT
  newest.contract AS contract,
  newest.title AS title,
  newest.version AS newest_version,
  newest.standing AS newest_standing,
  (
    SELECT max(signed.version)
    FROM report_version AS signed
    WHERE signed.contract = newest.contract AND signed.standing = 'in force'
  ) AS newest_version_in_force,
  newest.first_month AS first_month,
  newest.last_month AS last_month,
  newest.currency AS currency
FROM report_version AS newest
WHERE newest.version = (
  SELECT max(other.version)
  FROM report_version AS other
  WHERE other.contract = newest.contract
)
ORDER BY newest.contract;

-- The quotas of every version, by month and stream.
CREATE VIEW report_quota AS
SELECT
  contract.name AS contract,
  version.number AS version,
  stream.name AS stream,
  quota.month AS month,
  quota.minor_units AS quota_minor_units,
  CAST(quota.minor_units AS REAL) / version.minor_units_per_unit AS quota,
  version.currency AS currency,
  stream.retention AS retention,
  stream.retention_ppm AS retention_ppm
FROM contract
JOIN version USING (contract_id)
JOIN stream USING (version_id)
JOIN quota USING (stream_id)
ORDER BY contract.name, version.number, stream.position, quota.month;

-- The funnel metrics of every version, from which month on each holds, and where it comes from.
CREATE VIEW report_metric AS
SELECT
  contract.name AS contract,
  version.number AS version,
  stream.name AS stream,
  lead_type.name AS lead_type,
  lead_type.share AS share,
  lead_type.share_ppm AS share_ppm,
  metric.metric AS metric,
  ifnull(metric.from_month, version.term_first) AS from_month,
  metric.figure AS figure,
  metric.ppm AS ppm,
  metric.minor_units AS minor_units,
  metric.days AS days,
  version.currency AS currency,
  metric.source AS source,
  metric.source_note AS source_note
FROM contract
JOIN version USING (contract_id)
JOIN stream USING (version_id)
JOIN lead_type USING (stream_id)
JOIN metric USING (lead_type_id)
ORDER BY
  contract.name,
  version.number,
  stream.position,
  lead_type.position,
  metric.metric_id;

-- Every count of leads, corrections included: the leads of a span are the sum of its rows.
CREATE VIEW report_delivery AS
SELECT
  delivery.delivery_id AS delivery,
  contract.name AS contract,
  delivery.stream AS stream,
  delivery.lead_type AS lead_type,
  delivery.first_day AS first_day,
  delivery.last_day AS last_day,
  delivery.count AS count,
  delivery.kind AS kind,
  delivery.reason AS reason,
  import.file_name AS file_name,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM delivery
LEFT JOIN journal ON journal.seq = delivery.seq
JOIN contract USING (contract_id)
LEFT JOIN import USING (import_id)
ORDER BY delivery.delivery_id;

-- What had come of the leads of a month, each time it was recorded.
CREATE VIEW report_outcome AS
SELECT
  outcome.outcome_id AS outcome,
  contract.name AS contract,
  outcome.stream AS stream,
  outcome.lead_type AS lead_type,
  outcome.month AS month,
  outcome.sqls AS sqls,
  outcome.opportunities AS opportunities,
  outcome.won AS won,
  outcome.revenue_minor_units AS revenue_minor_units,
  CAST(outcome.revenue_minor_units AS REAL) / first.minor_units_per_unit AS revenue,
  first.currency AS currency,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM outcome
LEFT JOIN journal ON journal.seq = outcome.seq
JOIN contract USING (contract_id)
JOIN version AS first ON first.contract_id = outcome.contract_id AND first.number = 1
ORDER BY outcome.outcome_id;

-- What sales did, and the values of measures; of several rows on one thing in the same days the last one counts.
CREATE VIEW report_observation AS
SELECT
  observation.observation_id AS observation,
  contract.name AS contract,
  observation.subject AS subject,
  observation.stream AS stream,
  observation.rep AS rep,
  observation.first_day AS first_day,
  observation.last_day AS last_day,
  observation.met AS met,
  observation.due AS due,
  observation.score_millionths AS score_millionths,
  CAST(observation.score_millionths AS REAL) / 1000000 AS score,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM observation
LEFT JOIN journal ON journal.seq = observation.seq
JOIN contract USING (contract_id)
ORDER BY observation.observation_id;

-- The quarters whose metrics were kept on purpose.
CREATE VIEW report_review AS
SELECT
  review.review_id AS review,
  contract.name AS contract,
  review.quarter_first_month AS quarter_first_month,
  review.reason AS reason,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM review
LEFT JOIN journal ON journal.seq = review.seq
JOIN contract USING (contract_id)
ORDER BY review.review_id;

-- Who changed what and when.
CREATE VIEW report_journal AS
SELECT
  journal.seq AS seq,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.action AS action,
  journal.subject AS subject,
  contract.name AS contract,
  journal.rows AS rows,
  journal.content_hash AS content_hash,
  journal.hash AS hash,
  journal.recorded_on AS recorded_on
FROM journal
LEFT JOIN contract USING (contract_id)
ORDER BY journal.seq;

-- Every row that a change added, as it was then. Lines are {"table":…,"id":…,"row":…}; SQLite's own functions for JSON
-- are not allowed in views where the schema is not trusted.
CREATE VIEW report_journal_row AS
SELECT
  journal_part.seq AS seq,
  substr(line.value, 11, instr(line.value, '","id":') - 11) AS table_name,
  CAST(substr(line.value, instr(line.value, '"id":') + 5) AS INTEGER) AS row_id,
  substr(
    line.value,
    instr(line.value, '"row":') + 6,
    length(line.value) - instr(line.value, '"row":') - 6
  ) AS row
FROM journal_part
JOIN json_each('[' || replace(journal_part.body, char(10), ',') || ']') AS line
ORDER BY journal_part.seq, journal_part.part, line.key;
