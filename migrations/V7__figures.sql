-- Figures for other tools: what was owed and delivered by month and quarter, and what came of the leads.
--
-- They give what the reports give, to the minor unit. All arithmetic is of whole numbers: amounts in minor units, shares
-- in parts per million, and values of leads to 10⁻¹⁸ of a minor unit in three numbers of six digits. Quotas and values
-- may reach four million millions of minor units. The views that are not named report_… are parts of the others, and no
-- interface. docs/database.md describes the rest.

-- Each month that a version of a contract covers or a delivery touches, one before and one after: its days, its quarter,
-- and the version that measures it; NULL where none does.
CREATE VIEW contract_month AS
WITH RECURSIVE
  span AS (
    SELECT
      version.contract_id,
      min(min(version.effective), ifnull(min(touched.first), '9999-12')) AS first,
      max(max(version.term_last), ifnull(max(touched.last), '0000-01')) AS last
    FROM version
    LEFT JOIN (
      SELECT contract_id, substr(min(first_day), 1, 7) AS first, substr(max(last_day), 1, 7) AS last
      FROM delivery
      GROUP BY contract_id
    ) AS touched ON touched.contract_id = version.contract_id
    GROUP BY version.contract_id
  ),
  listed AS (
    SELECT
      contract_id,
      strftime('%Y-%m', first || '-01', '-1 month') AS month,
      strftime('%Y-%m', last || '-01', '+1 month') AS last
    FROM span
    UNION ALL
    SELECT contract_id, strftime('%Y-%m', month || '-01', '+1 month'), last
    FROM listed
    WHERE month < last
  ),
  -- How contracts cut time: their versions differ in holidays only.
  placed AS (
    SELECT
      listed.contract_id,
      listed.month,
      first.calendar,
      first.fiscal_year_starts,
      (CAST(substr(listed.month, 6) AS INTEGER) - first.fiscal_year_starts + 12) % 12 AS place
    FROM listed
    JOIN version AS first ON first.contract_id = listed.contract_id AND first.number = 1
  ),
  started AS (
    SELECT
      placed.*,
      strftime('%Y-%m-%d', month || '-01', '-' || place || ' months') AS year_starts,
      strftime('%Y-%m-%d', month || '-01', (12 - place) || ' months') AS next_year_starts,
      CAST(substr(calendar, 1, 1) AS INTEGER) AS weeks_1,
      CAST(substr(calendar, 3, 1) AS INTEGER) AS weeks_2,
      CAST(substr(calendar, 5, 1) AS INTEGER) AS weeks_3
    FROM placed
  ),
  -- The Monday nearest the first of the fiscal year's first month, and the weeks before the month.
  weekly AS (
    SELECT
      started.*,
      date(year_starts, '+3 days', 'weekday 0', '-6 days') AS first_monday,
      date(next_year_starts, '+3 days', 'weekday 0', '-6 days') AS next_first_monday,
      place / 3 * 13 + CASE place % 3 WHEN 0 THEN 0 WHEN 1 THEN weeks_1 ELSE weeks_1 + weeks_2 END AS weeks_before,
      CASE place % 3 WHEN 0 THEN weeks_1 WHEN 1 THEN weeks_2 ELSE weeks_3 END AS weeks
    FROM started
  ),
  signed AS (
    SELECT
      version.contract_id,
      version.version_id,
      version.number,
      version.effective,
      version.term_last,
      max(substr(report_signature.given_at, 1, 10)) AS signed_on
    FROM version
    JOIN contract ON contract.contract_id = version.contract_id
    JOIN report_signature ON report_signature.contract = contract.name AND report_signature.version = version.number
    GROUP BY version.version_id
    HAVING count(*) = count(*) FILTER (WHERE report_signature.word = 'signed')
  ),
  dated AS (
    SELECT
      weekly.contract_id,
      weekly.month,
      weekly.fiscal_year_starts,
      weekly.place,
      CASE weekly.calendar
        WHEN 'month' THEN weekly.month || '-01'
        ELSE date(weekly.first_monday, '+' || (7 * weekly.weeks_before) || ' days')
      END AS first_day,
      CASE
        WHEN weekly.calendar = 'month' THEN date(weekly.month || '-01', '+1 month', '-1 day')
        WHEN weekly.place = 11 THEN date(weekly.next_first_monday, '-1 day')
        ELSE date(weekly.first_monday, '+' || (7 * (weekly.weeks_before + weekly.weeks) - 1) || ' days')
      END AS last_day
    FROM weekly
  ),
  earlier AS (
    SELECT
      signed.*,
      (
        SELECT max(older.term_last)
        FROM signed AS older
        WHERE older.contract_id = signed.contract_id AND older.number < signed.number
      ) AS covered_to
    FROM signed
  ),
  -- From which month on each version that everyone has signed binds. A month that is not listed comes after all or
  -- before all, and its name tells as much.
  binding AS (
    SELECT
      earlier.contract_id,
      earlier.version_id,
      earlier.number,
      earlier.effective,
      earlier.term_last,
      max(
        earlier.effective,
        CASE
          WHEN earlier.covered_to IS NULL THEN earlier.effective
          ELSE min(
            strftime('%Y-%m', earlier.covered_to || '-01', '+1 month'),
            ifnull(
              (
                SELECT dated.month
                FROM dated
                WHERE dated.contract_id = earlier.contract_id
                  AND earlier.signed_on BETWEEN dated.first_day AND dated.last_day
              ),
              substr(earlier.signed_on, 1, 7)
            )
          )
        END
      ) AS binds_from
    FROM earlier
  ),
  bound AS (
    SELECT
      dated.*,
      (
        SELECT max(binding.number)
        FROM binding
        WHERE binding.contract_id = dated.contract_id AND binding.binds_from <= dated.month
      ) AS binding_number
    FROM dated
  ),
  ruled AS (
    SELECT
      bound.*,
      ifnull(
        (
          SELECT version.version_id
          FROM version
          WHERE version.contract_id = bound.contract_id
            AND version.number = bound.binding_number
            AND bound.month BETWEEN version.effective AND version.term_last
        ),
        (
          SELECT version.version_id
          FROM version
          WHERE version.contract_id = bound.contract_id
            AND bound.month BETWEEN version.effective AND version.term_last
            AND version.version_id NOT IN (SELECT signed.version_id FROM signed)
            AND version.number > ifnull(bound.binding_number, 0)
          ORDER BY version.number DESC
          LIMIT 1
        )
      ) AS version_id
    FROM bound
  )
SELECT
  contract_id,
  month,
  first_day,
  last_day,
  strftime('%Y-%m', month || '-01', '-' || (place % 3) || ' months') AS quarter_first_month,
  CASE fiscal_year_starts
    WHEN 1 THEN substr(month, 1, 4)
    ELSE 'FY' || (CAST(strftime('%Y', month || '-01', '-' || place || ' months') AS INTEGER) + 1)
  END || '-Q' || (place / 3 + 1) AS quarter,
  version_id
FROM ruled;

-- The leads counted in each month, spans over several months apportioned by business days: what was logged, imported
-- and corrected for one lead type and the same days is added up first.
CREATE VIEW month_count AS
WITH
  months AS MATERIALIZED (
    SELECT * FROM contract_month
  ),
  net AS (
    SELECT contract_id, stream, lead_type, first_day, last_day, sum(count) AS count
    FROM delivery
    GROUP BY contract_id, stream, lead_type, first_day, last_day
  ),
  spans AS MATERIALIZED (
    SELECT DISTINCT contract_id, first_day, last_day
    FROM delivery
  ),
  -- The version whose holidays hold for a span: that of its first day's month, or of the first month after it that has
  -- one, or the newest.
  planned AS (
    SELECT
      spans.*,
      ifnull(
        (
          SELECT later.version_id
          FROM months AS later
          WHERE later.contract_id = spans.contract_id
            AND later.last_day >= spans.first_day
            AND later.version_id IS NOT NULL
          ORDER BY later.month
          LIMIT 1
        ),
        (SELECT max(version_id) FROM version WHERE version.contract_id = spans.contract_id)
      ) AS calendar_version_id
    FROM spans
  ),
  segments AS (
    SELECT
      planned.contract_id,
      planned.first_day,
      planned.last_day,
      planned.calendar_version_id,
      months.month,
      max(planned.first_day, months.first_day) AS segment_first,
      min(planned.last_day, months.last_day) AS segment_last
    FROM planned
    JOIN months ON months.contract_id = planned.contract_id
      AND months.first_day <= planned.last_day
      AND months.last_day >= planned.first_day
  ),
  -- A Julian day number is a multiple of 7 on Mondays.
  numbered AS (
    SELECT
      segments.*,
      CAST(julianday(segment_first) + 0.5 AS INTEGER) AS number_first,
      CAST(julianday(segment_last) + 0.5 AS INTEGER) + 1 AS number_end
    FROM segments
  ),
  worked AS (
    SELECT
      numbered.*,
      number_end - number_first AS days,
      (number_end / 7 * 5 + min(number_end % 7, 5)) - (number_first / 7 * 5 + min(number_first % 7, 5)) - (
        SELECT count(*)
        FROM holiday
        WHERE holiday.version_id = numbered.calendar_version_id
          AND holiday.day BETWEEN segment_first AND segment_last
          AND strftime('%w', holiday.day) NOT IN ('0', '6')
      ) AS business_days
    FROM numbered
  ),
  weighed AS (
    SELECT
      contract_id,
      first_day,
      last_day,
      month,
      CASE
        WHEN sum(business_days) OVER (PARTITION BY contract_id, first_day, last_day) > 0 THEN business_days
        ELSE days
      END AS weight
    FROM worked
  ),
  divided AS (
    SELECT
      net.contract_id,
      net.stream,
      net.lead_type,
      net.first_day,
      net.last_day,
      net.count,
      weighed.month,
      abs(net.count) * weighed.weight AS product,
      sum(weighed.weight) OVER span AS total
    FROM net
    JOIN weighed USING (contract_id, first_day, last_day)
    WINDOW span AS (PARTITION BY net.contract_id, net.stream, net.lead_type, net.first_day, net.last_day)
  ),
  ranked AS (
    SELECT
      divided.*,
      product / total AS part,
      abs(count) - sum(product / total) OVER span AS left_over,
      row_number() OVER (
        PARTITION BY contract_id, stream, lead_type, first_day, last_day
        ORDER BY product % total DESC, month
      ) AS rank
    FROM divided
    WINDOW span AS (PARTITION BY contract_id, stream, lead_type, first_day, last_day)
  )
SELECT
  contract_id,
  month,
  stream,
  lead_type,
  sum(CASE WHEN count < 0 THEN -1 ELSE 1 END * (part + (rank <= left_over))) AS count
FROM ranked
GROUP BY contract_id, month, stream, lead_type;

-- What one lead of each type is worth, and the value due, in each month that a version measures.
CREATE VIEW month_terms AS
WITH
  months AS MATERIALIZED (
    SELECT * FROM contract_month WHERE version_id IS NOT NULL
  ),
  types AS MATERIALIZED (
    SELECT
      months.contract_id,
      months.month,
      months.quarter_first_month,
      months.quarter,
      months.version_id,
      stream.stream_id,
      stream.name AS stream,
      stream.position AS stream_position,
      CASE instr(stream.retention, '/')
        WHEN 0 THEN stream.retention_ppm
        ELSE CAST(substr(stream.retention, 1, instr(stream.retention, '/') - 1) AS INTEGER)
      END AS retention_part,
      CASE instr(stream.retention, '/')
        WHEN 0 THEN 1000000
        ELSE CAST(substr(stream.retention, instr(stream.retention, '/') + 1) AS INTEGER)
      END AS retention_whole,
      lead_type.lead_type_id,
      lead_type.name AS lead_type,
      lead_type.position AS position,
      CASE instr(lead_type.share, '/')
        WHEN 0 THEN lead_type.share_ppm
        ELSE CAST(substr(lead_type.share, 1, instr(lead_type.share, '/') - 1) AS INTEGER)
      END AS share_part,
      CASE instr(lead_type.share, '/')
        WHEN 0 THEN 1000000
        ELSE CAST(substr(lead_type.share, instr(lead_type.share, '/') + 1) AS INTEGER)
      END AS share_whole
    FROM months
    JOIN stream ON stream.version_id = months.version_id
    JOIN lead_type ON lead_type.stream_id = stream.stream_id
  ),
  -- The step of each metric that holds in the month.
  steps AS MATERIALIZED (
    SELECT
      types.lead_type_id,
      types.month,
      metric.metric,
      metric.minor_units,
      metric.days,
      CASE instr(metric.figure, '/')
        WHEN 0 THEN metric.ppm
        ELSE CAST(substr(metric.figure, 1, instr(metric.figure, '/') - 1) AS INTEGER)
      END AS part,
      CASE instr(metric.figure, '/')
        WHEN 0 THEN 1000000
        ELSE CAST(substr(metric.figure, instr(metric.figure, '/') + 1) AS INTEGER)
      END AS whole
    FROM types
    JOIN metric ON metric.lead_type_id = types.lead_type_id
    WHERE ifnull(metric.from_month, '') = (
      SELECT max(ifnull(newest.from_month, ''))
      FROM metric AS newest
      WHERE newest.lead_type_id = types.lead_type_id
        AND newest.metric = metric.metric
        AND ifnull(newest.from_month, '') <= types.month
    )
  ),
  metrics AS (
    SELECT
      lead_type_id,
      month,
      max(minor_units) FILTER (WHERE metric = 'average-order-value') AS order_value,
      max(days) FILTER (WHERE metric = 'time-to-close') AS days,
      max(part) FILTER (WHERE metric = 'win-rate') AS win_part,
      max(whole) FILTER (WHERE metric = 'win-rate') AS win_whole,
      max(part) FILTER (WHERE metric = 'sql-to-opportunity') AS opportunity_part,
      max(whole) FILTER (WHERE metric = 'sql-to-opportunity') AS opportunity_whole,
      max(part) FILTER (WHERE metric = 'mql-to-sql') AS sql_part,
      max(whole) FILTER (WHERE metric = 'mql-to-sql') AS sql_whole
    FROM steps
    GROUP BY lead_type_id, month
  ),
  -- Order value × win rate × SQL→opportunity × MQL→SQL, a rate at a time; e6, e12 and e18 are the digits after the
  -- point, six by six, and a remainder goes on to the next six.
  valued_1 AS (
    SELECT
      metrics.*,
      order_value * win_part / win_whole AS a0,
      (order_value * win_part % win_whole) * 1000000 / win_whole AS a6,
      ((order_value * win_part % win_whole) * 1000000 % win_whole) * 1000000 / win_whole AS a12,
      (
        (((order_value * win_part % win_whole) * 1000000 % win_whole) * 1000000 % win_whole) * 2000000 + win_whole
      ) / (2 * win_whole) AS a18
    FROM metrics
  ),
  valued_2 AS (
    SELECT
      valued_1.*,
      a0 * opportunity_part / opportunity_whole AS b0,
      (a0 * opportunity_part % opportunity_whole) * 1000000 + a6 * opportunity_part AS b6
    FROM valued_1
  ),
  valued_3 AS (
    SELECT
      valued_2.*,
      b6 % opportunity_whole * 1000000 + a12 * opportunity_part AS b12
    FROM valued_2
  ),
  valued_4 AS (
    SELECT
      valued_3.lead_type_id,
      valued_3.month,
      valued_3.days,
      valued_3.sql_part,
      valued_3.sql_whole,
      b0,
      b6 / opportunity_whole AS b6,
      b12 / opportunity_whole AS b12,
      (2 * (b12 % opportunity_whole * 1000000 + a18 * opportunity_part) + opportunity_whole)
        / (2 * opportunity_whole) AS b18
    FROM valued_3
  ),
  valued_5 AS (
    SELECT
      valued_4.*,
      b0 * sql_part / sql_whole AS c0,
      (b0 * sql_part % sql_whole) * 1000000 + b6 * sql_part AS c6
    FROM valued_4
  ),
  valued_6 AS (
    SELECT
      valued_5.*,
      c6 % sql_whole * 1000000 + b12 * sql_part AS c12
    FROM valued_5
  ),
  valued AS (
    SELECT
      lead_type_id,
      month,
      days / 30 + (days % 30 + 15) / 30 AS lag,
      c0,
      c6 / sql_whole AS c6,
      c12 / sql_whole AS c12,
      (2 * (c12 % sql_whole * 1000000 + b18 * sql_part) + sql_whole) / (2 * sql_whole) AS c18
    FROM valued_6
  ),
  -- Where the quotas given end earlier, the last stands in.
  quoted AS (
    SELECT
      types.*,
      valued.c0,
      valued.c6,
      valued.c12,
      valued.c18,
      strftime('%Y-%m', types.month || '-01', '+' || valued.lag || ' months') AS quota_month,
      ifnull(
        (
          SELECT quota.minor_units
          FROM quota
          WHERE quota.stream_id = types.stream_id
            AND quota.month <= strftime('%Y-%m', types.month || '-01', '+' || valued.lag || ' months')
          ORDER BY quota.month DESC
          LIMIT 1
        ),
        0
      ) AS quota
    FROM types
    JOIN valued USING (lead_type_id, month)
  ),
  -- New business, of which each type of the stream has its share; types whose quota months differ are shared out by
  -- the new business of their own.
  business AS (
    SELECT
      quoted.*,
      quota - (2 * quota * retention_part + retention_whole) / (2 * retention_whole) AS new_business
    FROM quoted
  ),
  shared AS (
    SELECT
      business.*,
      other.lead_type_id AS other_id,
      other.position AS other_position,
      business.new_business * other.share_part / other.share_whole AS other_part,
      (business.new_business * other.share_part % other.share_whole) * 1000000000000 / other.share_whole
        AS other_remainder
    FROM business
    JOIN types AS other ON other.stream_id = business.stream_id AND other.month = business.month
  ),
  ranked AS (
    SELECT
      shared.*,
      new_business - sum(other_part) OVER type AS left_over,
      row_number() OVER (
        PARTITION BY lead_type_id, month
        ORDER BY other_remainder DESC, other_position
      ) AS rank
    FROM shared
    WINDOW type AS (PARTITION BY lead_type_id, month)
  )
SELECT
  contract_id,
  version_id,
  month,
  quarter_first_month,
  quarter,
  stream,
  stream_position,
  lead_type,
  position,
  quota_month,
  other_part + (rank <= left_over) AS due,
  c0 AS value,
  c6 AS value_e6,
  c12 AS value_e12,
  c18 AS value_e18
FROM ranked
WHERE other_id = lead_type_id;

-- What was owed and delivered of each lead type in each month; the value delivered in whole minor units and the digits
-- after the point. NULL is delivered where a contract counts by leads: only the reports tell which of them count.
CREATE VIEW month_account AS
SELECT
  month_terms.contract_id,
  contract.name AS contract,
  version.number AS version,
  month_terms.month,
  month_terms.quarter_first_month,
  month_terms.quarter,
  month_terms.stream,
  month_terms.stream_position,
  month_terms.lead_type,
  month_terms.position,
  month_terms.quota_month,
  version.currency,
  month_terms.due,
  CASE ifnull(version.delivery_source, 'logged') WHEN 'logged' THEN ifnull(month_count.count, 0) END AS count,
  value,
  value_e6,
  value_e12,
  value_e18
FROM month_terms
JOIN contract ON contract.contract_id = month_terms.contract_id
JOIN version ON version.version_id = month_terms.version_id
LEFT JOIN month_count ON month_count.contract_id = month_terms.contract_id
  AND month_count.month = month_terms.month
  AND month_count.stream = month_terms.stream
  AND month_count.lead_type = month_terms.lead_type;

-- Value owed and delivered by month: of each lead type, of each stream, and of the whole contract.
CREATE VIEW report_month AS
WITH
  accounts AS MATERIALIZED (
    SELECT * FROM month_account
  ),
  levels (level, depth) AS (
    VALUES ('contract', 1), ('stream', 2), ('lead type', 3)
  ),
  sums AS (
    SELECT
      contract,
      max(version) AS version,
      month,
      quarter,
      level,
      depth,
      CASE WHEN depth >= 2 THEN stream END AS stream,
      CASE WHEN depth = 3 THEN lead_type END AS lead_type,
      min(CASE WHEN depth >= 2 THEN stream_position END) AS stream_position,
      min(CASE WHEN depth = 3 THEN position END) AS position,
      currency,
      CASE count(count) WHEN count(1) THEN sum(count) END AS leads_delivered,
      CASE count(count) WHEN count(1) THEN sum(count * value) END AS whole,
      sum(count * value_e6) AS e6,
      sum(count * value_e12) AS e12,
      sum(count * value_e18) AS e18,
      sum(due) AS due
    FROM accounts
    CROSS JOIN levels
    GROUP BY contract, month, level,
      CASE WHEN depth >= 2 THEN stream END,
      CASE WHEN depth = 3 THEN lead_type END
  ),
  -- What passes six digits is carried on, and the whole rounded once, half up.
  carried AS (
    SELECT sums.*, e12 + (e18 - (e18 % 1000000 + 1000000) % 1000000) / 1000000 AS f12
    FROM sums
  ),
  carried_on AS (
    SELECT carried.*, e6 + (f12 - (f12 % 1000000 + 1000000) % 1000000) / 1000000 + 500000 AS f6
    FROM carried
  ),
  rounded AS (
    SELECT carried_on.*, whole + (f6 - (f6 % 1000000 + 1000000) % 1000000) / 1000000 AS delivered
    FROM carried_on
  )
SELECT
  contract,
  version,
  month,
  quarter,
  level,
  stream,
  lead_type,
  leads_delivered,
  delivered AS value_delivered_minor_units,
  due AS value_due_minor_units,
  CASE WHEN due > 0 THEN (2 * delivered * 1000000 + due) / (2 * due) END AS attainment_ppm,
  currency
FROM rounded
ORDER BY contract, month, depth, stream_position, position;

-- The same by quarter.
CREATE VIEW report_quarter AS
WITH
  accounts AS MATERIALIZED (
    SELECT * FROM month_account
  ),
  levels (level, depth) AS (
    VALUES ('contract', 1), ('stream', 2), ('lead type', 3)
  ),
  sums AS (
    SELECT
      contract,
      quarter,
      quarter_first_month,
      level,
      depth,
      CASE WHEN depth >= 2 THEN stream END AS stream,
      CASE WHEN depth = 3 THEN lead_type END AS lead_type,
      min(CASE WHEN depth >= 2 THEN stream_position END) AS stream_position,
      min(CASE WHEN depth = 3 THEN position END) AS position,
      currency,
      CASE count(count) WHEN count(1) THEN sum(count) END AS leads_delivered,
      CASE count(count) WHEN count(1) THEN sum(count * value) END AS whole,
      sum(count * value_e6) AS e6,
      sum(count * value_e12) AS e12,
      sum(count * value_e18) AS e18,
      sum(due) AS due
    FROM accounts
    CROSS JOIN levels
    GROUP BY contract, quarter, level,
      CASE WHEN depth >= 2 THEN stream END,
      CASE WHEN depth = 3 THEN lead_type END
  ),
  -- What passes six digits is carried on, and the whole rounded once, half up.
  carried AS (
    SELECT sums.*, e12 + (e18 - (e18 % 1000000 + 1000000) % 1000000) / 1000000 AS f12
    FROM sums
  ),
  carried_on AS (
    SELECT carried.*, e6 + (f12 - (f12 % 1000000 + 1000000) % 1000000) / 1000000 + 500000 AS f6
    FROM carried
  ),
  rounded AS (
    SELECT carried_on.*, whole + (f6 - (f6 % 1000000 + 1000000) % 1000000) / 1000000 AS delivered
    FROM carried_on
  )
SELECT
  contract,
  quarter,
  quarter_first_month,
  level,
  stream,
  lead_type,
  leads_delivered,
  delivered AS value_delivered_minor_units,
  due AS value_due_minor_units,
  CASE WHEN due > 0 THEN (2 * delivered * 1000000 + due) / (2 * due) END AS attainment_ppm,
  currency
FROM rounded
ORDER BY contract, quarter_first_month, depth, stream_position, position;

-- What had come of the leads of each month when it was last recorded: of each figure the newest that is known.
CREATE VIEW report_cohort AS
WITH
  terms AS MATERIALIZED (
    SELECT * FROM month_account
  ),
  cohorts AS (
    SELECT DISTINCT contract_id, stream, lead_type, month
    FROM outcome
  ),
  known AS (
    SELECT
      cohorts.*,
      (
        SELECT outcome.sqls
        FROM outcome
        WHERE outcome.contract_id = cohorts.contract_id AND outcome.stream = cohorts.stream
          AND outcome.lead_type = cohorts.lead_type AND outcome.month = cohorts.month AND outcome.sqls IS NOT NULL
        ORDER BY outcome.outcome_id DESC
        LIMIT 1
      ) AS sqls,
      (
        SELECT outcome.opportunities
        FROM outcome
        WHERE outcome.contract_id = cohorts.contract_id AND outcome.stream = cohorts.stream
          AND outcome.lead_type = cohorts.lead_type AND outcome.month = cohorts.month
          AND outcome.opportunities IS NOT NULL
        ORDER BY outcome.outcome_id DESC
        LIMIT 1
      ) AS opportunities,
      (
        SELECT outcome.won
        FROM outcome
        WHERE outcome.contract_id = cohorts.contract_id AND outcome.stream = cohorts.stream
          AND outcome.lead_type = cohorts.lead_type AND outcome.month = cohorts.month AND outcome.won IS NOT NULL
        ORDER BY outcome.outcome_id DESC
        LIMIT 1
      ) AS won,
      (
        SELECT outcome.revenue_minor_units
        FROM outcome
        WHERE outcome.contract_id = cohorts.contract_id AND outcome.stream = cohorts.stream
          AND outcome.lead_type = cohorts.lead_type AND outcome.month = cohorts.month
          AND outcome.revenue_minor_units IS NOT NULL
        ORDER BY outcome.outcome_id DESC
        LIMIT 1
      ) AS revenue
    FROM cohorts
  )
SELECT
  contract.name AS contract,
  known.month,
  known.stream,
  known.lead_type,
  terms.quota_month,
  terms.count AS leads_delivered,
  known.sqls,
  known.opportunities,
  known.won,
  known.revenue AS revenue_minor_units,
  terms.due AS value_due_minor_units,
  first.currency
FROM known
JOIN contract ON contract.contract_id = known.contract_id
JOIN version AS first ON first.contract_id = known.contract_id AND first.number = 1
LEFT JOIN terms ON terms.contract_id = known.contract_id AND terms.month = known.month
  AND terms.stream = known.stream AND terms.lead_type = known.lead_type
ORDER BY contract.name, known.month, known.stream, known.lead_type;

-- What sales did and the values of measures as they count: of several words on one thing in the same days the newest.
CREATE VIEW report_follow_up AS
SELECT
  report_observation.contract,
  report_observation.subject,
  report_observation.stream,
  report_observation.rep,
  report_observation.first_day,
  report_observation.last_day,
  report_observation.met,
  report_observation.due,
  report_observation.score_millionths,
  report_observation.recorded_at,
  report_observation.recorded_by
FROM report_observation
WHERE NOT EXISTS (
  SELECT 1
  FROM report_observation AS newer
  WHERE newer.contract = report_observation.contract
    AND newer.subject = report_observation.subject
    AND ifnull(newer.stream, '') = ifnull(report_observation.stream, '')
    AND ifnull(newer.rep, '') = ifnull(report_observation.rep, '')
    AND newer.first_day = report_observation.first_day
    AND newer.last_day = report_observation.last_day
    AND newer.observation > report_observation.observation
)
ORDER BY report_observation.contract, report_observation.first_day, report_observation.observation;
