-- What a currency was worth on a day, as an authority published it; of no tenant. A day's value that has passed is
-- never written anew: answers were given by it.

CREATE TABLE rates (
  currency TEXT NOT NULL,
  -- The currency in which the value is said.
  quote TEXT NOT NULL CHECK (quote <> currency),
  on_date TEXT NOT NULL CHECK (date(on_date) IS on_date),
  -- Ten-thousandths of one unit of `quote` for one unit of `currency`.
  value INTEGER NOT NULL CHECK (value > 0 AND value < 9007199254740992),
  -- The page that said so, without scheme: it stays the same when a base URL points elsewhere.
  source TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  PRIMARY KEY (currency, quote, on_date)
) STRICT, WITHOUT ROWID;

-- `fetched_at` is UTC and a day is a country's own, so the day after is still free here; the program is stricter.
CREATE TRIGGER rates_past_stays BEFORE UPDATE ON rates
WHEN NEW.value <> OLD.value AND date(OLD.on_date, '+1 day') < substr(NEW.fetched_at, 1, 10)
BEGIN
  SELECT RAISE(ABORT, 'the value of a day that has passed is never changed');
END;

-- When each page was last asked for and last read whole: what keeps every conversation from asking again.
CREATE TABLE rate_pages (
  source TEXT NOT NULL PRIMARY KEY,
  tried_at TEXT NOT NULL,
  read_at TEXT
) STRICT, WITHOUT ROWID;
