-- Once the rows are there: amounts in cents, and an index for each way in that quarter.sqlite.sql takes.
UPDATE lead SET amount = CAST(round(amount * 100) AS INTEGER) WHERE amount <> '';
CREATE INDEX lead_by_delivery ON lead (delivered);
CREATE INDEX touch_by_lead ON touch (lead, at, kind);
ANALYZE;
