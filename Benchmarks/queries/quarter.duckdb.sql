-- The figures of a quarterly review, as a person would ask DuckDB for them: a key and a value in each row, the keys being
-- those of `leadpact report quarter 2025-Q4 -O json`.
WITH
placed AS (
  SELECT
    lead.*,
    source.stream AS stream_name,
    source.lead_type AS type_name,
    source.lag,
    date_trunc('month', lead.delivered)::DATE AS month
  FROM lead
  JOIN source ON source.crm_stream = lead.stream AND source.crm_word = lead."lead-type"
  WHERE lead.delivered >= DATE '2025-10-01' - INTERVAL 6 MONTH AND lead.delivered < DATE '2026-01-01'
),
delivered AS (
  SELECT strftime(month, '%Y-%m') || '/' || stream_name || '/' || type_name AS label, count(*) AS leads
  FROM placed
  WHERE month >= DATE '2025-10-01' AND type_name <> 'unassigned'
  GROUP BY ALL
),
cohort AS (
  SELECT
    strftime(month, '%Y-%m') || '/' || stream_name || '/' || type_name AS label,
    count(*) AS leads,
    count(sql) AS sqls,
    count(opportunity) AS opportunities,
    count(won) AS won,
    coalesce(sum(amount) FILTER (WHERE won IS NOT NULL), 0) AS revenue
  FROM placed
  WHERE
    lag > 0
    AND month >= DATE '2025-10-01' - to_months(lag::INTEGER)
    AND month < DATE '2026-01-01' - to_months(lag::INTEGER)
  GROUP BY ALL
),
touched AS (
  SELECT
    placed."external-id" AS id,
    placed.rep,
    placed.delivered,
    placed.delivered::DATE AS delivery_day,
    least(placed.won, placed.lost, placed.disqualified)::DATE AS last_day,
    min(touch.at) AS contacted,
    count(touch.at) FILTER (WHERE touch.at::DATE <= placed.delivered::DATE + 14) AS in_14,
    count(touch.at) FILTER (WHERE touch.at::DATE <= placed.delivered::DATE + 28) AS in_28,
    count(touch.at) FILTER (WHERE touch.at::DATE <= placed.delivered::DATE + 56) AS in_56
  FROM placed
  LEFT JOIN touch ON touch.lead = placed."external-id" AND touch.kind <> 'Auto-reply'
  WHERE placed.month >= DATE '2025-10-01'
  GROUP BY ALL
),
-- What a clock shows that runs in business hours only: seconds worked before the day, and those of the day.
clocked AS (
  SELECT
    touched.*,
    start.worked_before * 28800
      + start.is_worked * greatest(0, least(28800, epoch(delivered::TIME)::INTEGER - 32400)) AS started,
    contact.worked_before * 28800
      + contact.is_worked * greatest(0, least(28800, epoch(contacted::TIME)::INTEGER - 32400)) AS reached,
    (SELECT worked_before * 28800 FROM workday WHERE day = DATE '2026-01-06') AS now
  FROM touched
  JOIN workday AS start ON start.day = delivery_day
  LEFT JOIN workday AS contact ON contact.day = touched.contacted::DATE
),
followed AS (
  SELECT
    rep,
    count(*) AS leads,
    count(*) FILTER (WHERE now - started > 14400) AS contacted_due,
    count(*) FILTER (WHERE now - started > 14400 AND reached - started <= 14400) AS contacted_met,
    count(*) FILTER (WHERE delivery_day + 14 <= DATE '2026-01-05' AND coalesce(last_day > delivery_day + 14, TRUE))
      AS due_14,
    count(*) FILTER (
      WHERE delivery_day + 14 <= DATE '2026-01-05' AND coalesce(last_day > delivery_day + 14, TRUE) AND in_14 >= 3
    ) AS met_14,
    count(*) FILTER (WHERE delivery_day + 28 <= DATE '2026-01-05' AND coalesce(last_day > delivery_day + 28, TRUE))
      AS due_28,
    count(*) FILTER (
      WHERE delivery_day + 28 <= DATE '2026-01-05' AND coalesce(last_day > delivery_day + 28, TRUE) AND in_28 >= 5
    ) AS met_28,
    count(*) FILTER (WHERE delivery_day + 56 <= DATE '2026-01-05' AND coalesce(last_day > delivery_day + 56, TRUE))
      AS due_56,
    count(*) FILTER (
      WHERE delivery_day + 56 <= DATE '2026-01-05' AND coalesce(last_day > delivery_day + 56, TRUE) AND in_56 >= 7
    ) AS met_56
  FROM clocked
  GROUP BY GROUPING SETS ((rep), ())
),
named AS (
  SELECT CASE WHEN rep IS NULL THEN '2025-Q4/follow-up-' ELSE '2025-Q4/rep/' || rep || '/' END AS label, followed.*
  FROM followed
)
SELECT label || '/leads-delivered' AS key, leads::VARCHAR AS value FROM delivered
UNION ALL SELECT label || '/leads-delivered', leads::VARCHAR FROM cohort WHERE label < '2025-10'
UNION ALL SELECT label || '/cohort-sqls', sqls::VARCHAR FROM cohort
UNION ALL SELECT label || '/cohort-opportunities', opportunities::VARCHAR FROM cohort
UNION ALL SELECT label || '/cohort-won', won::VARCHAR FROM cohort
UNION ALL SELECT label || '/cohort-revenue', revenue::DECIMAL(18, 2)::VARCHAR FROM cohort
UNION ALL SELECT label || 'leads', leads::VARCHAR FROM named
UNION ALL SELECT label || 'contacted-due', contacted_due::VARCHAR FROM named
UNION ALL SELECT label || 'contacted-met', contacted_met::VARCHAR FROM named
UNION ALL SELECT label || '3-in-14-due', due_14::VARCHAR FROM named
UNION ALL SELECT label || '3-in-14-met', met_14::VARCHAR FROM named
UNION ALL SELECT label || '5-in-28-due', due_28::VARCHAR FROM named
UNION ALL SELECT label || '5-in-28-met', met_28::VARCHAR FROM named
UNION ALL SELECT label || '7-in-56-due', due_56::VARCHAR FROM named
UNION ALL SELECT label || '7-in-56-met', met_56::VARCHAR FROM named;
