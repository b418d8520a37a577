-- What the tax service knows of a business, and which entry stands for a paper, whoever brought it.

-- A paper is in the books once: a photo, its XML and the tax service's list of it name the same key. It is an index over
-- entries and no fact of its own, so it follows them: to what replaces one, and away with what takes one back.
CREATE TABLE evidence (
  tenant_id TEXT NOT NULL,
  -- Look-up hash of `<issuer's tax id>|<kind>|<series>|<number>`, as in `documents`.
  paper_key TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, paper_key),
  FOREIGN KEY (tenant_id, entry_id) REFERENCES entries (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_entry ON evidence (tenant_id, entry_id);

INSERT OR IGNORE INTO evidence (tenant_id, paper_key, entry_id)
SELECT tenant_id, paper_key, entry_id FROM documents
WHERE state IN ('booked', 'linked') AND paper_key IS NOT NULL AND entry_id IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM entries AS reversal
    WHERE reversal.tenant_id = documents.tenant_id AND reversal.reverses_id = documents.entry_id
  );

CREATE TRIGGER evidence_of_what_stands BEFORE DELETE ON evidence
WHEN NOT EXISTS (SELECT 1 FROM entries WHERE tenant_id = OLD.tenant_id AND reverses_id = OLD.entry_id)
  AND NOT EXISTS (SELECT 1 FROM erasures WHERE tenant_id = OLD.tenant_id)
BEGIN
  SELECT RAISE(ABORT, 'an entry that stands keeps its paper');
END;

-- A document of the Registro de Compras y Ventas as it was last seen. State and month may change; what it is never does.
CREATE TABLE sii_documents (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  -- Look-up hash of `sii:<side>:<type>:<rut>:<folio>`.
  document_key TEXT NOT NULL,
  -- As in `evidence`: the entry that stands for it is found there.
  paper_key TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('compra', 'venta')),
  type INTEGER NOT NULL CHECK (type > 0),
  state TEXT NOT NULL CHECK (state IN ('registro', 'pendiente', 'no_incluir', 'reclamado')),
  -- The month in which it counts, YYYY-MM.
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  -- The document as JSON, and a look-up hash of that, by which a change is seen without opening it.
  facts_sealed TEXT NOT NULL,
  facts_key TEXT NOT NULL,
  -- Entries of which somebody has said that this is not theirs: a JSON array of ids.
  declined TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(declined)),
  -- The run that brought it first.
  run_id TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (side = 'compra' OR state = 'registro')
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX sii_documents_key ON sii_documents (tenant_id, document_key);
CREATE INDEX sii_documents_month ON sii_documents (tenant_id, month, side);
CREATE INDEX sii_documents_paper ON sii_documents (tenant_id, paper_key);
CREATE INDEX sii_documents_run ON sii_documents (tenant_id, run_id);

CREATE TRIGGER sii_documents_keep_what_they_are BEFORE UPDATE ON sii_documents
WHEN NEW.tenant_id <> OLD.tenant_id OR NEW.id <> OLD.id OR NEW.document_key <> OLD.document_key
  OR NEW.side <> OLD.side OR NEW.type <> OLD.type OR NEW.run_id <> OLD.run_id OR NEW.first_seen_at <> OLD.first_seen_at
BEGIN
  SELECT RAISE(ABORT, 'a document of the tax service stays what it is');
END;

-- What became of it since: written once for each change.
CREATE TABLE sii_changes (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  document_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  from_month TEXT NOT NULL,
  to_month TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES sii_documents (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX sii_changes_run ON sii_changes (tenant_id, run_id);

CREATE TRIGGER sii_changes_no_update BEFORE UPDATE ON sii_changes
BEGIN
  SELECT RAISE(ABORT, 'a change is never edited');
END;

CREATE TRIGGER sii_changes_no_delete BEFORE DELETE ON sii_changes
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE tenant_id = OLD.tenant_id)
BEGIN
  SELECT RAISE(ABORT, 'a change is never deleted');
END;

-- What the tax service counts and adds up of a month (boletas stand only here), as it was last asked.
CREATE TABLE sii_months (
  tenant_id TEXT NOT NULL,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  totals_sealed TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  PRIMARY KEY (tenant_id, month)
) STRICT, WITHOUT ROWID;

-- A sync, or a file that somebody sent in place of one.
CREATE TABLE sii_runs (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('connected', 'asked', 'schedule', 'file')),
  -- Look-up hash of the request: the same request twice is one run.
  request_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'waiting', 'done', 'failed')),
  -- Why it waits or failed.
  reason TEXT,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  PRIMARY KEY (tenant_id, id),
  CHECK ((state IN ('done', 'failed')) = (ended_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX sii_runs_request ON sii_runs (tenant_id, request_key);

-- The way in that somebody has given. It is deleted the moment they take it back.
CREATE TABLE sii_connections (
  tenant_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('certificate', 'clave')),
  rut_sealed TEXT NOT NULL,
  credential_sealed TEXT NOT NULL,
  -- The last day of a certificate.
  valid_until TEXT,
  consent_by TEXT NOT NULL,
  consent_at TEXT NOT NULL,
  -- Where the conversation stands that is told.
  conversation TEXT,
  state TEXT NOT NULL CHECK (state IN ('testing', 'active', 'stopped')),
  -- Why it is stopped: its owner must act.
  reason TEXT,
  synced_at TEXT
) STRICT, WITHOUT ROWID;

-- Differences between the books and the tax service that somebody has looked at and left as they are.
CREATE TABLE sii_set_aside (
  tenant_id TEXT NOT NULL,
  difference_key TEXT NOT NULL,
  set_by TEXT NOT NULL,
  set_at TEXT NOT NULL,
  PRIMARY KEY (tenant_id, difference_key)
) STRICT, WITHOUT ROWID;
