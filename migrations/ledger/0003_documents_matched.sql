-- Documents wait, are asked about, are linked to an entry that was told before, and are known again by more than their bytes.

-- SQLite changes no CHECK in place: the table is written anew, with the states `needs_answer` (something about it is
-- asked: which entry it is of, whether it was sent before) and `linked` (it is the paper of an entry that was told before it).
CREATE TABLE documents_matched (
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
  -- Look-up hash of what a stamp signs together with its signature.
  stamp_key TEXT,
  -- 256-bit difference hash of the picture, in hex: pictures of one paper differ in few bits.
  fingerprint TEXT CHECK (length(fingerprint) = 64),
  -- The earlier document that this one is taken for, by its bytes, its paper or its looks.
  twin_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('received', 'read', 'needs_confirmation', 'needs_answer', 'booked', 'linked', 'discarded', 'review', 'refused')),
  -- Why it is refused, discarded, asked about or under review.
  reason TEXT,
  extraction_sealed TEXT,
  -- What a person said of a field that was read otherwise or not at all.
  answers_sealed TEXT,
  -- Entries of which somebody said that this is not their paper: a JSON array of ids.
  declined TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(declined)),
  entry_id TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, entry_id) REFERENCES entries (tenant_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO documents_matched (
  tenant_id, id, contact_id, conversation, source, source_key, sha256, mime_type, bytes, r2_key, filename_sealed,
  paper_key, state, reason, extraction_sealed, entry_id, created_at, updated_at
)
SELECT
  tenant_id, id, contact_id, conversation, source, source_key, sha256, mime_type, bytes, r2_key, filename_sealed,
  paper_key, state, reason, extraction_sealed, entry_id, created_at, updated_at
FROM documents;

DROP TABLE documents;

ALTER TABLE documents_matched RENAME TO documents;

CREATE UNIQUE INDEX documents_source ON documents (tenant_id, source_key);
CREATE INDEX documents_file ON documents (tenant_id, sha256);
CREATE INDEX documents_paper ON documents (tenant_id, paper_key) WHERE paper_key IS NOT NULL;
CREATE INDEX documents_stamp ON documents (tenant_id, stamp_key) WHERE stamp_key IS NOT NULL;
CREATE INDEX documents_looks ON documents (tenant_id, id) WHERE fingerprint IS NOT NULL;
CREATE INDEX documents_waiting ON documents (tenant_id, state, id);

CREATE TRIGGER documents_keep_their_origin BEFORE UPDATE ON documents
WHEN NEW.tenant_id <> OLD.tenant_id OR NEW.id <> OLD.id OR NEW.source_key <> OLD.source_key
  OR (OLD.sha256 IS NOT NULL AND NEW.sha256 IS NOT OLD.sha256)
BEGIN
  SELECT RAISE(ABORT, 'a document keeps its origin and its file');
END;

-- What a person said is added to, never taken back: a pair that was declined stays declined.
CREATE TRIGGER documents_stay_declined BEFORE UPDATE OF declined ON documents
WHEN EXISTS (
  SELECT 1 FROM json_each(OLD.declined) AS said
  WHERE said.value NOT IN (SELECT value FROM json_each(NEW.declined))
)
BEGIN
  SELECT RAISE(ABORT, 'a pair that was declined stays declined');
END;

-- An entry has one paper: what is booked or linked is so once.
CREATE UNIQUE INDEX documents_entry ON documents (tenant_id, entry_id) WHERE state IN ('booked', 'linked');

CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE tenant_id = OLD.tenant_id)
BEGIN
  SELECT RAISE(ABORT, 'a document is never deleted');
END;
