-- Which leads a report looks at is answered by indexes alone: those of a span of days, and those that may still be open.

DROP INDEX lead_by_delivery;

-- The leads of a span of days; the day is the first ten signs.
CREATE INDEX lead_by_delivery ON lead (contract_id, delivered_at, external_id);

-- Rows that say of no end. A lead that has none, by whatever its records add up to, has one of them among its newest.
CREATE INDEX lead_open ON lead (contract_id, external_id)
WHERE won_at IS NULL AND lost_at IS NULL AND disqualified_at IS NULL AND ending IS NULL AND stage IS NOT 'won';
