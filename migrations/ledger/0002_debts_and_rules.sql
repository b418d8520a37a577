-- Which debt a payment settles, and what corrections have taught.

-- The `deuda` that an `ingreso` or `egreso` pays; null where it pays the oldest of its counterparty. A reversal mirrors it.
ALTER TABLE entries ADD COLUMN settles_id TEXT;

-- A payment of a debt that was corrected since finds what stands in its place.
CREATE INDEX entries_replaces ON entries (tenant_id, replaces_id) WHERE replaces_id IS NOT NULL;

CREATE TRIGGER settlements_name_their_debt AFTER INSERT ON entries
WHEN NEW.settles_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a settlement is of a debt of the same direction and currency')
  WHERE NEW.type NOT IN ('ingreso', 'egreso', 'reversa') OR NOT EXISTS (
    SELECT 1 FROM entries
    WHERE tenant_id = NEW.tenant_id AND id = NEW.settles_id AND type = 'deuda'
      AND direction = NEW.direction AND currency = NEW.currency
  );
END;

-- Sealed words with their look-up hashes, as in `entries`. A rule is never edited: it ends, and another takes its place.
CREATE TABLE rules (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  kind TEXT NOT NULL CHECK (kind IN ('category', 'same', 'distinct')),
  match_sealed TEXT NOT NULL,
  match_key TEXT NOT NULL,
  -- Of a `category`: what is spent at or earned from the match goes there.
  category TEXT,
  side TEXT CHECK (side IN ('income', 'expense')),
  -- Of `same` and `distinct`: the counterparty that the match is, or is not.
  name_sealed TEXT,
  name_key TEXT,
  -- Look-up hash of the request that taught it.
  source_key TEXT NOT NULL,
  taught_at TEXT NOT NULL,
  taught_by TEXT NOT NULL,
  ended_at TEXT,
  -- Look-up hash of the request that ended it: a removal, or another rule in its place.
  ended_key TEXT,
  PRIMARY KEY (tenant_id, id),
  CHECK ((kind = 'category') = (category IS NOT NULL) AND (category IS NULL) = (side IS NULL)),
  CHECK ((kind = 'category') = (name_sealed IS NULL) AND (name_sealed IS NULL) = (name_key IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_key IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX rules_seq ON rules (tenant_id, seq);
CREATE UNIQUE INDEX rules_source ON rules (tenant_id, source_key);

-- No two rules that hold contradict each other.
CREATE UNIQUE INDEX rules_category ON rules (tenant_id, match_key, side) WHERE kind = 'category' AND ended_at IS NULL;
CREATE UNIQUE INDEX rules_same ON rules (tenant_id, match_key) WHERE kind = 'same' AND ended_at IS NULL;
CREATE UNIQUE INDEX rules_pair ON rules (tenant_id, match_key, name_key) WHERE name_key IS NOT NULL AND ended_at IS NULL;

CREATE TRIGGER rules_only_end BEFORE UPDATE ON rules
WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
  OR NEW.tenant_id <> OLD.tenant_id OR NEW.id <> OLD.id OR NEW.seq <> OLD.seq OR NEW.kind <> OLD.kind
  OR NEW.match_sealed <> OLD.match_sealed OR NEW.match_key <> OLD.match_key
  OR NEW.category IS NOT OLD.category OR NEW.side IS NOT OLD.side
  OR NEW.name_sealed IS NOT OLD.name_sealed OR NEW.name_key IS NOT OLD.name_key
  OR NEW.source_key <> OLD.source_key OR NEW.taught_at <> OLD.taught_at OR NEW.taught_by <> OLD.taught_by
BEGIN
  SELECT RAISE(ABORT, 'a rule ends once and is never edited');
END;

CREATE TRIGGER rules_no_delete BEFORE DELETE ON rules
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE tenant_id = OLD.tenant_id)
BEGIN
  SELECT RAISE(ABORT, 'a rule is never deleted');
END;
