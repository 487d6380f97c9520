-- The reps with the most open leads that sales should have done more about by the end of 2026-01-05: the keys and the
-- figures of `leadpact standup -O json`. Whoever was not contacted by then is late by any hours of work.
SELECT '2026-01-05/rep/' || rep || '/overdue-leads', count(*)
FROM (
  SELECT
    lead.rep,
    date(lead.delivered) AS day,
    (SELECT count(*) FROM touch WHERE touch.lead = lead."external-id" AND touch.kind <> 'Auto-reply') AS touches
  FROM lead
  WHERE lead.won = '' AND lead.lost = '' AND lead.disqualified = '' AND lead.delivered <> ''
)
WHERE touches < CASE
  WHEN date(day, '+56 days') <= '2026-01-05' THEN 7
  WHEN date(day, '+28 days') <= '2026-01-05' THEN 5
  WHEN date(day, '+14 days') <= '2026-01-05' THEN 3
  ELSE 1
END
GROUP BY rep
ORDER BY 2 DESC, rep
LIMIT 5;
