-- What a contract says of leads themselves: the time zone of times without one, whether counts are derived from leads,
-- how long sales may reject a lead, what a CRM calls streams and lead types, and what a lead must be to count.
--
-- Versions that were proposed before say nothing of all this, and stay as they are. Two new views, report_lead_type_value
-- and report_lead_condition, show it; the others keep their columns.

-- NULL is UTC.
ALTER TABLE version ADD COLUMN time_zone TEXT CHECK (time_zone <> '');

-- NULL is logged.
ALTER TABLE version ADD COLUMN delivery_source TEXT CHECK (delivery_source IN ('logged', 'leads'));

-- The days after that of the delivery; NULL where sales may not reject leads.
ALTER TABLE version ADD COLUMN rejection_days INTEGER CHECK (rejection_days BETWEEN 1 AND 365);

-- 1 where only business days count.
ALTER TABLE version ADD COLUMN rejection_is_business INTEGER
  CHECK (rejection_is_business IN (0, 1))
  CHECK ((rejection_is_business IS NULL) = (rejection_days IS NULL));

-- What other systems call a stream, or a lead type of it.
CREATE TABLE crm_value (
  crm_value_id INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL REFERENCES stream,
  lead_type_id INTEGER REFERENCES lead_type,
  value TEXT NOT NULL CHECK (value <> '')
) STRICT;

CREATE UNIQUE INDEX crm_value_means_one_thing ON crm_value (stream_id, ifnull(lead_type_id, 0), value);

CREATE TRIGGER crm_value_keeps_its_rows_as_they_are BEFORE UPDATE ON crm_value
BEGIN
  SELECT RAISE(ABORT, 'crm_value is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER crm_value_keeps_its_rows BEFORE DELETE ON crm_value
BEGIN
  SELECT RAISE(ABORT, 'crm_value is append-only: a change of the agreement is a new version');
END;

-- What a lead of the type must be to count, in the order of the contract; all must hold.
CREATE TABLE lead_condition (
  lead_condition_id INTEGER PRIMARY KEY,
  lead_type_id INTEGER NOT NULL REFERENCES lead_type,
  position INTEGER NOT NULL CHECK (position >= 1),
  condition TEXT NOT NULL CHECK (condition <> ''),
  UNIQUE (lead_type_id, position)
) STRICT;

CREATE TRIGGER lead_condition_keeps_its_rows_as_they_are BEFORE UPDATE ON lead_condition
BEGIN
  SELECT RAISE(ABORT, 'lead_condition is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER lead_condition_keeps_its_rows BEFORE DELETE ON lead_condition
BEGIN
  SELECT RAISE(ABORT, 'lead_condition is append-only: a change of the agreement is a new version');
END;

-- What a CRM calls each lead type of each version, and its stream where the lead type is NULL.
CREATE VIEW report_lead_type_value AS
SELECT
  contract.name AS contract,
  version.number AS version,
  stream.name AS stream,
  lead_type.name AS lead_type,
  crm_value.value AS value
FROM crm_value
JOIN stream ON stream.stream_id = crm_value.stream_id
LEFT JOIN lead_type ON lead_type.lead_type_id = crm_value.lead_type_id
JOIN version ON version.version_id = stream.version_id
JOIN contract ON contract.contract_id = version.contract_id
ORDER BY contract.name, version.number, stream.position, lead_type.position, crm_value.value;

-- What a lead of each type must be to count, by each version.
CREATE VIEW report_lead_condition AS
SELECT
  contract.name AS contract,
  version.number AS version,
  stream.name AS stream,
  lead_type.name AS lead_type,
  lead_condition.position AS position,
  lead_condition.condition AS condition
FROM lead_condition
JOIN lead_type ON lead_type.lead_type_id = lead_condition.lead_type_id
JOIN stream ON stream.stream_id = lead_type.stream_id
JOIN version ON version.version_id = stream.version_id
JOIN contract ON contract.contract_id = version.contract_id
ORDER BY contract.name, version.number, stream.position, lead_type.position, lead_condition.position;
