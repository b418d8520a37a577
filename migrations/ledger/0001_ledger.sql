-- The books of the tenants of one shard. Entries and postings are written once; a correction is a reversal and a replacement.
-- `*_sealed` columns are AES-256-GCM under the tenant's data key, bound to tenant, table, column and row; `*_key` columns
-- are look-up hashes of what is sealed beside them.

-- A tenant that stands here may be deleted: the triggers below let go of its rows.
CREATE TABLE erasures (
  tenant_id TEXT NOT NULL PRIMARY KEY,
  started_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  type TEXT NOT NULL CHECK (type IN ('ingreso', 'egreso', 'deuda', 'transferencia', 'reversa')),
  direction TEXT CHECK (direction IN ('por_pagar', 'por_cobrar')),
  -- Money changed hands without being earned or spent: a loan taken, given or paid back.
  loan INTEGER NOT NULL CHECK (loan IN (0, 1)),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0 AND amount_minor <= 9007199254740991),
  net_minor INTEGER CHECK (net_minor >= 0 AND net_minor <= amount_minor),
  tax_minor INTEGER CHECK (tax_minor >= 0 AND tax_minor <= amount_minor),
  currency TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  due_date TEXT CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  concept_sealed TEXT,
  category TEXT,
  counterparty_sealed TEXT,
  counterparty_key TEXT,
  source TEXT NOT NULL,
  -- A channel's message id may spell a phone number, so the natural key is stored sealed and compared by its hash.
  source_ref_sealed TEXT NOT NULL,
  source_key TEXT NOT NULL,
  document_id TEXT,
  reverses_id TEXT,
  replaces_id TEXT,
  PRIMARY KEY (tenant_id, id),
  CHECK ((type = 'reversa') = (reverses_id IS NOT NULL)),
  FOREIGN KEY (tenant_id, reverses_id) REFERENCES entries (tenant_id, id),
  FOREIGN KEY (tenant_id, replaces_id) REFERENCES entries (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX entries_seq ON entries (tenant_id, seq);
CREATE UNIQUE INDEX entries_source ON entries (tenant_id, source_key);
CREATE UNIQUE INDEX entries_reverses ON entries (tenant_id, reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX entries_date ON entries (tenant_id, date);
CREATE INDEX entries_counterparty ON entries (tenant_id, counterparty_key) WHERE counterparty_key IS NOT NULL;

-- One debit, one credit, one amount: every row balances by itself, so nothing has to be summed to trust it.
-- Postings come before their entry in the batch: the entry's trigger sees them all, and a posting that comes after is
-- refused. That none is left without an entry is the audit's trigger to see, below; a deferred foreign key would see it
-- too, but D1 answers one that fails at the end of a batch by resetting the whole database object (measured).
CREATE TABLE postings (
  tenant_id TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  line INTEGER NOT NULL CHECK (line > 0),
  debit TEXT NOT NULL CHECK (debit GLOB 'activo:?*' OR debit GLOB 'pasivo:?*' OR debit GLOB 'patrimonio:?*' OR debit GLOB 'ingreso:?*' OR debit GLOB 'gasto:?*'),
  credit TEXT NOT NULL CHECK (credit GLOB 'activo:?*' OR credit GLOB 'pasivo:?*' OR credit GLOB 'patrimonio:?*' OR credit GLOB 'ingreso:?*' OR credit GLOB 'gasto:?*'),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0 AND amount_minor <= 9007199254740991),
  currency TEXT NOT NULL,
  PRIMARY KEY (tenant_id, entry_id, line),
  CHECK (debit <> credit)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER postings_before_entry BEFORE INSERT ON postings
WHEN EXISTS (SELECT 1 FROM entries WHERE tenant_id = NEW.tenant_id AND id = NEW.entry_id)
BEGIN
  SELECT RAISE(ABORT, 'an entry takes no posting after it was written');
END;

CREATE TRIGGER entries_add_up AFTER INSERT ON entries
BEGIN
  SELECT RAISE(ABORT, 'the postings of an entry add up to its amount')
  WHERE (SELECT sum(amount_minor) FROM postings WHERE tenant_id = NEW.tenant_id AND entry_id = NEW.id) IS NOT NEW.amount_minor;
  SELECT RAISE(ABORT, 'the postings of an entry are in its currency')
  WHERE EXISTS (SELECT 1 FROM postings WHERE tenant_id = NEW.tenant_id AND entry_id = NEW.id AND currency <> NEW.currency);
END;

-- Every line of a reversal mirrors the same line of what it reverses; with equal sums of positive amounts none is missing.
CREATE TRIGGER reversals_mirror AFTER INSERT ON entries
WHEN NEW.reverses_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a reversal is of an entry that is none itself and has the same amount')
  WHERE NOT EXISTS (
    SELECT 1 FROM entries WHERE tenant_id = NEW.tenant_id AND id = NEW.reverses_id AND type <> 'reversa' AND amount_minor = NEW.amount_minor
  );
  SELECT RAISE(ABORT, 'a reversal mirrors the postings of what it reverses')
  WHERE EXISTS (
    SELECT 1 FROM postings AS mine
    LEFT JOIN postings AS theirs
      ON theirs.tenant_id = mine.tenant_id AND theirs.entry_id = NEW.reverses_id AND theirs.line = mine.line
    WHERE mine.tenant_id = NEW.tenant_id AND mine.entry_id = NEW.id
      AND (theirs.line IS NULL OR theirs.debit <> mine.credit OR theirs.credit <> mine.debit
        OR theirs.amount_minor <> mine.amount_minor OR theirs.currency <> mine.currency)
  );
END;

CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries
BEGIN
  SELECT RAISE(ABORT, 'an entry is never edited');
END;

CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE tenant_id = OLD.tenant_id)
BEGIN
  SELECT RAISE(ABORT, 'an entry is never deleted');
END;

CREATE TRIGGER postings_no_update BEFORE UPDATE ON postings
BEGIN
  SELECT RAISE(ABORT, 'a posting is never edited');
END;

CREATE TRIGGER postings_no_delete BEFORE DELETE ON postings
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE tenant_id = OLD.tenant_id)
BEGIN
  SELECT RAISE(ABORT, 'a posting is never deleted');
END;

-- A file that was sent, and how far its reading got: a record of state, so it is updated; what it is of never changes.
CREATE TABLE documents (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  contact_id TEXT,
  -- Name of the conversation object that waits for it.
  conversation TEXT,
  source TEXT NOT NULL,
  -- Look-up hash of `<channel>:<message id>` (a message id may spell a phone number).
  source_key TEXT NOT NULL,
  sha256 TEXT,
  mime_type TEXT,
  bytes INTEGER CHECK (bytes >= 0),
  r2_key TEXT,
  filename_sealed TEXT,
  -- Look-up hash of `<issuer's tax id>|<kind>|<series>|<number>`: the same paper photographed twice is one document.
  paper_key TEXT,
  state TEXT NOT NULL CHECK (state IN ('received', 'read', 'needs_confirmation', 'booked', 'discarded', 'review', 'refused')),
  -- Why it is refused or under review.
  reason TEXT,
  extraction_sealed TEXT,
  entry_id TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, entry_id) REFERENCES entries (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX documents_source ON documents (tenant_id, source_key);
CREATE INDEX documents_file ON documents (tenant_id, sha256);
CREATE INDEX documents_paper ON documents (tenant_id, paper_key) WHERE paper_key IS NOT NULL;

CREATE TRIGGER documents_keep_their_origin BEFORE UPDATE ON documents
WHEN NEW.tenant_id <> OLD.tenant_id OR NEW.id <> OLD.id OR NEW.source_key <> OLD.source_key
  OR (OLD.sha256 IS NOT NULL AND NEW.sha256 IS NOT OLD.sha256)
BEGIN
  SELECT RAISE(ABORT, 'a document keeps its origin and its file');
END;

CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE tenant_id = OLD.tenant_id)
BEGIN
  SELECT RAISE(ABORT, 'a document is never deleted');
END;

CREATE TABLE audit (
  tenant_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  standing TEXT NOT NULL,
  action TEXT NOT NULL,
  -- JSON array of row ids; never a text, a phone or an amount.
  targets TEXT NOT NULL,
  -- SHA-256 over the rows that were written, so that a row changed behind the triggers no longer fits its audit line.
  digest TEXT,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  seal TEXT NOT NULL,
  PRIMARY KEY (tenant_id, seq)
) STRICT, WITHOUT ROWID;

-- The audit line closes its batch: every entry that it names stands in the books, with nothing left over.
CREATE TRIGGER audit_names_entries BEFORE INSERT ON audit
WHEN NEW.action GLOB 'entry.*'
BEGIN
  SELECT RAISE(ABORT, 'the entries that an audit line names are in the books')
  WHERE EXISTS (
    SELECT 1 FROM json_each(NEW.targets) AS target
    LEFT JOIN entries ON entries.tenant_id = NEW.tenant_id AND entries.id = target.value
    WHERE entries.id IS NULL
  );
END;

-- Every write of a tenant brings an audit line, so this stops whoever still held its books open when it was erased.
CREATE TRIGGER audit_of_the_living BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM erasures WHERE tenant_id = NEW.tenant_id)
BEGIN
  SELECT RAISE(ABORT, 'nothing is written for a tenant that is erased');
END;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never edited');
END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE tenant_id = OLD.tenant_id)
BEGIN
  SELECT RAISE(ABORT, 'the audit is never deleted');
END;
