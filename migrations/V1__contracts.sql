-- The first schema.
CREATE TABLE contract (contract_id INTEGER PRIMARY KEY) STRICT;
