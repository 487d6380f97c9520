-- The same figures as quarter.duckdb.sql, as a person would ask SQLite for them. Times are texts, amounts cents.
WITH
placed AS MATERIALIZED (
  SELECT
    lead.*,
    source.stream AS stream_name,
    source.lead_type AS type_name,
    source.lag,
    substr(lead.delivered, 1, 7) AS month
  FROM lead
  JOIN source ON source.crm_stream = lead.stream AND source.crm_word = lead."lead-type"
  WHERE lead.delivered >= date('2025-10-01', '-6 months') AND lead.delivered < '2026-01-01'
),
delivered AS MATERIALIZED (
  SELECT month || '/' || stream_name || '/' || type_name AS label, count(*) AS leads
  FROM placed
  WHERE month >= '2025-10' AND type_name <> 'unassigned'
  GROUP BY 1
),
cohort AS MATERIALIZED (
  SELECT
    month || '/' || stream_name || '/' || type_name AS label,
    count(*) AS leads,
    sum(sql <> '') AS sqls,
    sum(opportunity <> '') AS opportunities,
    sum(won <> '') AS won,
    coalesce(sum(amount) FILTER (WHERE won <> ''), 0) AS revenue
  FROM placed
  WHERE
    lag > 0
    AND month >= strftime('%Y-%m', '2025-10-01', '-' || lag || ' months')
    AND month < strftime('%Y-%m', '2026-01-01', '-' || lag || ' months')
  GROUP BY 1
),
ended AS (
  SELECT
    "external-id" AS id,
    rep,
    delivered,
    date(delivered) AS delivery_day,
    date(delivered, '+14 days') AS day_14,
    date(delivered, '+28 days') AS day_28,
    date(delivered, '+56 days') AS day_56,
    substr(CASE WHEN won <> '' THEN won WHEN lost <> '' THEN lost WHEN disqualified <> '' THEN disqualified END, 1, 10)
      AS last_day
  FROM placed
  WHERE month >= '2025-10'
),
touched AS (
  SELECT
    ended.*,
    min(touch.at) AS contacted,
    count(touch.at) FILTER (WHERE substr(touch.at, 1, 10) <= day_14) AS in_14,
    count(touch.at) FILTER (WHERE substr(touch.at, 1, 10) <= day_28) AS in_28,
    count(touch.at) FILTER (WHERE substr(touch.at, 1, 10) <= day_56) AS in_56
  FROM ended
  LEFT JOIN touch ON touch.lead = ended.id AND touch.kind <> 'Auto-reply'
  GROUP BY ended.id
),
clocked AS MATERIALIZED (
  SELECT
    touched.*,
    start.worked_before * 28800 + start.is_worked * max(0, min(28800,
      substr(delivered, 12, 2) * 3600 + substr(delivered, 15, 2) * 60 + substr(delivered, 18, 2) - 32400)) AS started,
    contact.worked_before * 28800 + contact.is_worked * max(0, min(28800,
      substr(contacted, 12, 2) * 3600 + substr(contacted, 15, 2) * 60 + substr(contacted, 18, 2) - 32400)) AS reached,
    (SELECT worked_before * 28800 FROM workday WHERE day = '2026-01-06') AS now
  FROM touched
  JOIN workday AS start ON start.day = delivery_day
  LEFT JOIN workday AS contact ON contact.day = substr(touched.contacted, 1, 10)
),
judged AS MATERIALIZED (
  SELECT
    rep,
    now - started > 14400 AS is_due,
    now - started > 14400 AND coalesce(reached - started <= 14400, 0) AS is_met,
    day_14 <= '2026-01-05' AND coalesce(last_day > day_14, 1) AS due_14,
    day_28 <= '2026-01-05' AND coalesce(last_day > day_28, 1) AS due_28,
    day_56 <= '2026-01-05' AND coalesce(last_day > day_56, 1) AS due_56,
    in_14 >= 3 AS met_14,
    in_28 >= 5 AS met_28,
    in_56 >= 7 AS met_56
  FROM clocked
),
followed AS MATERIALIZED (
  SELECT
    '2025-Q4/rep/' || rep || '/' AS label, count(*) AS leads,
    sum(is_due) AS contacted_due, sum(is_met) AS contacted_met,
    sum(due_14) AS due_14, sum(due_14 AND met_14) AS met_14,
    sum(due_28) AS due_28, sum(due_28 AND met_28) AS met_28,
    sum(due_56) AS due_56, sum(due_56 AND met_56) AS met_56
  FROM judged
  GROUP BY rep
  UNION ALL
  SELECT
    '2025-Q4/follow-up-', count(*), sum(is_due), sum(is_met), sum(due_14), sum(due_14 AND met_14),
    sum(due_28), sum(due_28 AND met_28), sum(due_56), sum(due_56 AND met_56)
  FROM judged
)
SELECT label || '/leads-delivered' AS key, leads AS value FROM delivered
UNION ALL SELECT label || '/leads-delivered', leads FROM cohort WHERE label < '2025-10'
UNION ALL SELECT label || '/cohort-sqls', sqls FROM cohort
UNION ALL SELECT label || '/cohort-opportunities', opportunities FROM cohort
UNION ALL SELECT label || '/cohort-won', won FROM cohort
UNION ALL SELECT label || '/cohort-revenue', printf('%d.%02d', revenue / 100, revenue % 100) FROM cohort
UNION ALL SELECT label || 'leads', leads FROM followed
UNION ALL SELECT label || 'contacted-due', contacted_due FROM followed
UNION ALL SELECT label || 'contacted-met', contacted_met FROM followed
UNION ALL SELECT label || '3-in-14-due', due_14 FROM followed
UNION ALL SELECT label || '3-in-14-met', met_14 FROM followed
UNION ALL SELECT label || '5-in-28-due', due_28 FROM followed
UNION ALL SELECT label || '5-in-28-met', met_28 FROM followed
UNION ALL SELECT label || '7-in-56-due', due_56 FROM followed
UNION ALL SELECT label || '7-in-56-met', met_56 FROM followed;
