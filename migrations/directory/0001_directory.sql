-- Who exists: tenants, their people, how those are reached, their API tokens, and the audit chain of all that.
-- `*_sealed` columns are AES-256-GCM under the tenant's data key, bound to tenant, table, column and row.

CREATE TABLE tenants (
  id TEXT NOT NULL PRIMARY KEY,
  name_sealed TEXT,
  industry TEXT,
  tax_id_sealed TEXT,
  country TEXT NOT NULL,
  currency TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  language TEXT NOT NULL,
  plan TEXT NOT NULL CHECK (plan IN ('free', 'tiburon', 'hambre')),
  source TEXT NOT NULL,
  onboarding_step TEXT NOT NULL CHECK (onboarding_step IN ('complete', 'country_pending')),
  -- Name of the D1 binding that holds its ledger.
  shard TEXT NOT NULL,
  -- The tenant's data key, wrapped; and the master key it is wrapped under, for the rotation sweep.
  data_key TEXT NOT NULL,
  key_id TEXT NOT NULL,
  -- Name of the conversation object whose first message founded it.
  founded_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  erasing_at TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX tenants_key ON tenants (key_id);

CREATE TABLE contacts (
  id TEXT NOT NULL PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenants (id),
  phone_sealed TEXT,
  user_id_sealed TEXT,
  profile_name_sealed TEXT,
  created_at TEXT NOT NULL,
  UNIQUE (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
  tenant_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'employee', 'accountant')),
  created_at TEXT NOT NULL,
  PRIMARY KEY (tenant_id, contact_id),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id)
) STRICT, WITHOUT ROWID;

-- One row per phone or user id of a channel. Its primary key is what lets a thousand first messages found one tenant.
CREATE TABLE aliases (
  alias_hash TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'user')),
  channel TEXT NOT NULL,
  tenant_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  -- The conversation object that serves this address.
  object_name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX aliases_contact ON aliases (contact_id);

CREATE TABLE api_tokens (
  id TEXT NOT NULL PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenants (id),
  secret_hash TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'employee', 'accountant')),
  -- JSON array of strings.
  scopes TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX api_tokens_tenant ON api_tokens (tenant_id);

CREATE TABLE audit (
  tenant_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  standing TEXT NOT NULL,
  action TEXT NOT NULL,
  -- JSON array of row ids; never a text, a phone or an amount.
  targets TEXT NOT NULL,
  digest TEXT,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  seal TEXT NOT NULL,
  PRIMARY KEY (tenant_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never edited');
END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
WHEN NOT EXISTS (SELECT 1 FROM tenants WHERE id = OLD.tenant_id AND erasing_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'the audit is never deleted');
END;

-- What is left of a tenant that was erased: that there was one, and when it went.
CREATE TABLE erasures (
  tenant_id TEXT NOT NULL PRIMARY KEY,
  erased_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counters (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
