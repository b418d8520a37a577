-- Words name a paper by its number alone («factura 4322»), and never by its key.

-- Look-up hash of the number without zeros in front; null of what was kept before this column was there.
ALTER TABLE evidence ADD COLUMN number_key TEXT;

CREATE INDEX evidence_number ON evidence (tenant_id, number_key);
