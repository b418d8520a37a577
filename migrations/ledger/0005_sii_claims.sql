-- What a business says of its purchases to the tax service, for good, and what only its owner can tell of its taxes.

-- Written before it is said: what is `asked` and was cut off is looked up in the tax service's history, never said twice.
CREATE TABLE sii_claims (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  document_id TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('ACD', 'ERM', 'RCD', 'RFP', 'RFT')),
  state TEXT NOT NULL CHECK (state IN ('asked', 'registered', 'refused')),
  -- Why it was refused.
  reason TEXT,
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  ended_at TEXT,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES sii_documents (tenant_id, id),
  CHECK ((state = 'asked') = (ended_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX sii_claims_once ON sii_claims (tenant_id, document_id, action);

CREATE TRIGGER sii_claims_stay_said BEFORE UPDATE ON sii_claims
WHEN OLD.state = 'registered' OR NEW.document_id <> OLD.document_id OR NEW.action <> OLD.action
BEGIN
  SELECT RAISE(ABORT, 'what was said to the tax service stays said');
END;

CREATE TRIGGER sii_claims_no_delete BEFORE DELETE ON sii_claims
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE tenant_id = OLD.tenant_id)
BEGIN
  SELECT RAISE(ABORT, 'what was said to the tax service is never deleted');
END;

-- How a business is taxed, as its owner says: regime, rates, what an earlier month has left over. JSON, sealed.
CREATE TABLE sii_profiles (
  tenant_id TEXT NOT NULL PRIMARY KEY,
  profile_sealed TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
