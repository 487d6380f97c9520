-- The figures of overdue.sqlite.sql.
WITH
touched AS (
  SELECT lead, count(*) AS touches
  FROM touch
  WHERE kind <> 'Auto-reply'
  GROUP BY lead
)
SELECT '2026-01-05/rep/' || lead.rep || '/overdue-leads', count(*)
FROM lead
LEFT JOIN touched ON touched.lead = lead."external-id"
WHERE
  won IS NULL AND lost IS NULL AND disqualified IS NULL
  AND coalesce(touches, 0) < CASE
    WHEN delivered::DATE + 56 <= DATE '2026-01-05' THEN 7
    WHEN delivered::DATE + 28 <= DATE '2026-01-05' THEN 5
    WHEN delivered::DATE + 14 <= DATE '2026-01-05' THEN 3
    ELSE 1
  END
GROUP BY lead.rep
ORDER BY 2 DESC, lead.rep
LIMIT 5;
