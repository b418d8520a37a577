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
