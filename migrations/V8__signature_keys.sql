-- Signatures with keys: what a contract asks of the key that a person signs with, and what was signed with one.
--
-- Versions and signatures from before say nothing of keys, and stay as they are. A new view, report_signature_key,
-- shows what people can check themselves with ssh-keygen; the others keep their columns.

-- Who must sign with a key: `required` for any of theirs, or the one public key. Of others a typed word will do.
CREATE TABLE key_clause (
  key_clause_id INTEGER PRIMARY KEY,
  signatory_id INTEGER NOT NULL UNIQUE REFERENCES signatory,
  signing_key TEXT NOT NULL CHECK (signing_key <> '')
) STRICT;

CREATE TRIGGER key_clause_keeps_its_rows_as_they_are BEFORE UPDATE ON key_clause
BEGIN
  SELECT RAISE(ABORT, 'key_clause is append-only: a change of the agreement is a new version');
END;

CREATE TRIGGER key_clause_keeps_its_rows BEFORE DELETE ON key_clause
BEGIN
  SELECT RAISE(ABORT, 'key_clause is append-only: a change of the agreement is a new version');
END;

-- An OpenSSH signature over the version's text, and the public key that made it.
CREATE TABLE signature_key (
  signature_key_id INTEGER PRIMARY KEY,
  signature_id INTEGER NOT NULL UNIQUE REFERENCES signature,
  public_key TEXT NOT NULL CHECK (public_key GLOB '?* ?*'),
  fingerprint TEXT NOT NULL CHECK (fingerprint GLOB 'SHA256:*' AND length(fingerprint) = 50),
  armoured TEXT NOT NULL CHECK (armoured GLOB '-----BEGIN SSH SIGNATURE-----*')
) STRICT;

CREATE TRIGGER signature_key_keeps_its_rows_as_they_are BEFORE UPDATE ON signature_key
BEGIN
  SELECT RAISE(ABORT, 'signature_key is append-only: a word given stays given');
END;

CREATE TRIGGER signature_key_keeps_its_rows BEFORE DELETE ON signature_key
BEGIN
  SELECT RAISE(ABORT, 'signature_key is append-only: a word given stays given');
END;

-- The signatures that were made with a key.
CREATE VIEW report_signature_key AS
SELECT
  contract.name AS contract,
  version.number AS version,
  signature.email AS email,
  signature_key.fingerprint AS fingerprint,
  signature_key.public_key AS public_key,
  signature_key.armoured AS armoured,
  journal.recorded_at AS given_at,
  version.digest AS digest
FROM signature_key
JOIN signature ON signature.signature_id = signature_key.signature_id
JOIN version ON version.version_id = signature.version_id
JOIN contract ON contract.contract_id = version.contract_id
LEFT JOIN journal ON journal.seq = signature.seq
ORDER BY contract.name, version.number, signature.signature_id;
