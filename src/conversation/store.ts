// The conversation object's own SQLite: what came in, what is to be done, what a message speaks of.
// Message ids of WhatsApp spell a phone number, so only their hashes (`ref`) stand in clear.

/** What a row of the inbox holds until it was heard. */
export type InboxKind = "message" | "voice" | "transcript" | "result";
export type InboxState = "pending" | "waiting" | "parked" | "heard" | "set_aside";
export type InboxRow = {
  seq: number;
  ref: string;
  kind: InboxKind;
  state: InboxState;
  received_at: number;
  sealed: string;
};
export type NewInboxRow = { ref: string; kind: InboxKind; state: InboxState; received_at: number; sealed: string };

/** `books` block the next turn, `send` keeps the order of replies, `document` runs one by one, `voice` side by side. */
export type Lane = "books" | "send" | "document" | "voice";
export type OutboxState = "pending" | "leased" | "sending" | "unsure" | "parked" | "done" | "sent" | "dead";
export type OutboxRow = {
  seq: number;
  key: string;
  lane: Lane;
  turn: number;
  state: OutboxState;
  tries: number;
  /** How often it was sent again after an answer that could mean either. */
  unsure: number;
  due_at: number;
  sealed: string;
  outcome: string | null;
  ref: string | null;
  /** JSON of what the channel said became of it. */
  delivery: string | null;
  reason: string | null;
  created_at: number;
};
export type NewOutboxRow = { key: string; lane: Lane; turn: number; due_at: number; sealed: string };

const SCHEMA = [
  "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
  `CREATE TABLE inbox (seq INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
     state TEXT NOT NULL, received_at INTEGER NOT NULL, heard_at INTEGER, sealed TEXT NOT NULL) STRICT`,
  "CREATE INDEX inbox_open ON inbox (seq) WHERE state IN ('pending', 'waiting')",
  "CREATE INDEX inbox_heard ON inbox (heard_at) WHERE heard_at IS NOT NULL",
  `CREATE TABLE outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, lane TEXT NOT NULL,
     turn INTEGER NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, unsure INTEGER NOT NULL DEFAULT 0,
     due_at INTEGER NOT NULL, sealed TEXT NOT NULL, outcome TEXT, ref TEXT, delivery TEXT, reason TEXT,
     created_at INTEGER NOT NULL) STRICT`,
  "CREATE INDEX outbox_open ON outbox (lane, seq) WHERE state NOT IN ('done', 'sent', 'dead')",
  "CREATE INDEX outbox_ref ON outbox (ref) WHERE ref IS NOT NULL",
  "CREATE TABLE said (ref TEXT NOT NULL, entry_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (ref, entry_id)) STRICT, WITHOUT ROWID",
];

/** Later additions, each with the version that has it. */
const ADDITIONS: readonly (readonly [version: number, statement: string])[] = [
  [
    2,
    `CREATE TABLE scan_links (hash TEXT PRIMARY KEY, replaces TEXT, expires_at INTEGER NOT NULL, used_by TEXT)
       STRICT, WITHOUT ROWID`,
  ],
  [
    3,
    "CREATE TABLE said_papers (ref TEXT NOT NULL, document_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (ref, document_id)) STRICT, WITHOUT ROWID",
  ],
  [4, "ALTER TABLE scan_links ADD COLUMN purpose TEXT NOT NULL DEFAULT 'scan'"],
  [5, "ALTER TABLE scan_links ADD COLUMN month TEXT"],
];

/** `PRAGMA user_version` is refused in objects, so the version is a row. */
export function migrate(sql: SqlStorage): void {
  const known = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'meta'").toArray().length > 0;
  if (!known) for (const statement of SCHEMA) sql.exec(statement);
  const before = known ? Number(readMeta(sql, "schema") ?? 1) : 1;
  for (const [version, statement] of ADDITIONS) if (version > before) sql.exec(statement);
  const now = ADDITIONS.at(-1)?.[0] ?? 1;
  if (!known || before < now) setMeta(sql, "schema", String(now));
}

export function readMeta(sql: SqlStorage, name: string): string | null {
  const [row] = sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = ?", name).toArray();
  return row?.value ?? null;
}

export function setMeta(sql: SqlStorage, name: string, value: string): void {
  sql.exec(
    "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    name,
    value,
  );
}

/** False where the message was there before: the same id has no second effect. */
export function insertInbox(sql: SqlStorage, row: NewInboxRow): boolean {
  const cursor = sql.exec(
    "INSERT OR IGNORE INTO inbox (ref, kind, state, received_at, sealed) VALUES (?, ?, ?, ?, ?)",
    row.ref,
    row.kind,
    row.state,
    row.received_at,
    row.sealed,
  );
  return cursor.rowsWritten > 0;
}

/** What is to be told once the person writes again. */
export function findHeldBack(sql: SqlStorage): { ref: string; sealed: string }[] {
  const held = "SELECT ref, sealed FROM inbox WHERE kind = 'result' AND state = 'parked' ORDER BY seq";
  return sql.exec<{ ref: string; sealed: string }>(held).toArray();
}

/** The person has written, which opens the window: it is heard right behind that. */
export function releaseHeldBack(sql: SqlStorage): void {
  const last = "(SELECT max(seq) FROM inbox)";
  sql.exec(`UPDATE inbox SET state = 'pending', seq = seq + ${last} WHERE kind = 'result' AND state = 'parked'`);
}

/**
 * What is not heard yet, in the order it came. A voice note that came before `since` holds nothing back any more and
 * stands aside until its words are there; so do parked ones.
 */
export function openInbox(sql: SqlStorage, since: number, limit: number): InboxRow[] {
  return sql
    .exec<InboxRow>(
      `SELECT seq, ref, kind, state, received_at, sealed FROM inbox
         WHERE state IN ('pending', 'waiting') AND (state = 'pending' OR received_at > ?) ORDER BY seq LIMIT ?`,
      since,
      limit,
    )
    .toArray();
}

export function findInbox(sql: SqlStorage, ref: string): InboxRow | null {
  const [row] = sql
    .exec<InboxRow>("SELECT seq, ref, kind, state, received_at, sealed FROM inbox WHERE ref = ?", ref)
    .toArray();
  return row ?? null;
}

export function updateInbox(
  sql: SqlStorage,
  ref: string,
  row: { kind: InboxKind; state: InboxState; sealed: string },
): void {
  sql.exec(
    "UPDATE inbox SET kind = ?, state = ?, sealed = ? WHERE ref = ? AND state <> 'heard'",
    row.kind,
    row.state,
    row.sealed,
    ref,
  );
}

/** Heard: the words go, the id stays for as long as the channel may deliver it again. */
export function markHeard(sql: SqlStorage, seq: number, now: number): void {
  sql.exec("UPDATE inbox SET state = 'heard', heard_at = ?, sealed = '' WHERE seq = ?", now, seq);
}

/** Set aside: we could not hear it, and it is kept as it came. */
export function markSetAside(sql: SqlStorage, seq: number, now: number): void {
  sql.exec("UPDATE inbox SET state = 'set_aside', heard_at = ? WHERE seq = ?", now, seq);
}

/** When the messages heard since then were heard, oldest first. Ends of jobs do not count. */
export function heardSince(sql: SqlStorage, since: number): number[] {
  return sql
    .exec<{ heard_at: number }>(
      "SELECT heard_at FROM inbox WHERE heard_at > ? AND kind <> 'result' ORDER BY heard_at",
      since,
    )
    .toArray()
    .map((row) => row.heard_at);
}

export function insertOutbox(sql: SqlStorage, row: NewOutboxRow, now: number): void {
  sql.exec(
    "INSERT OR IGNORE INTO outbox (key, lane, turn, state, due_at, sealed, created_at) VALUES (?, ?, ?, 'pending', ?, ?, ?)",
    row.key,
    row.lane,
    row.turn,
    row.due_at,
    row.sealed,
    now,
  );
}

/** The open rows of a lane, oldest first. */
export function openOutbox(sql: SqlStorage, lane: Lane, limit: number): OutboxRow[] {
  return sql
    .exec<OutboxRow>(
      "SELECT * FROM outbox WHERE lane = ? AND state NOT IN ('done', 'sent', 'dead') ORDER BY seq LIMIT ?",
      lane,
      limit,
    )
    .toArray();
}

export function findOutbox(sql: SqlStorage, key: string): OutboxRow | null {
  return sql.exec<OutboxRow>("SELECT * FROM outbox WHERE key = ?", key).toArray()[0] ?? null;
}

export function findSent(sql: SqlStorage, ref: string): OutboxRow | null {
  return sql.exec<OutboxRow>("SELECT * FROM outbox WHERE ref = ?", ref).toArray()[0] ?? null;
}

/** The effects of a turn in their order, with what came of them. */
export function effectsOf(sql: SqlStorage, turn: number): OutboxRow[] {
  return sql.exec<OutboxRow>("SELECT * FROM outbox WHERE turn = ? AND lane = 'books' ORDER BY seq", turn).toArray();
}

export type OutboxChange = Partial<
  Pick<OutboxRow, "state" | "tries" | "unsure" | "due_at" | "outcome" | "ref" | "delivery" | "reason" | "sealed">
>;

export function updateOutbox(sql: SqlStorage, key: string, change: OutboxChange): void {
  const names = Object.keys(change);
  if (names.length === 0) return;
  const values = names.map((name) => change[name as keyof OutboxChange] ?? null);
  sql.exec(`UPDATE outbox SET ${names.map((name) => `${name} = ?`).join(", ")} WHERE key = ?`, ...values, key);
}

/** Messages to the person, newest first. */
export function listSends(sql: SqlStorage, limit: number): OutboxRow[] {
  return sql.exec<OutboxRow>("SELECT * FROM outbox WHERE lane = 'send' ORDER BY seq DESC LIMIT ?", limit).toArray();
}

/** The message `ref` speaks of this entry: replying to it means the entry. */
export function rememberSaid(
  sql: SqlStorage,
  { ref, entryId, now }: { ref: string; entryId: string; now: number },
): void {
  sql.exec("INSERT OR IGNORE INTO said (ref, entry_id, at) VALUES (?, ?, ?)", ref, entryId, now);
}

type SaidPaper = { ref: string; documentId: string; now: number };

/** The message `ref` brought or shows this paper: replying to it means the paper. */
export function rememberPaper(sql: SqlStorage, { ref, documentId, now }: SaidPaper): void {
  sql.exec("INSERT OR IGNORE INTO said_papers (ref, document_id, at) VALUES (?, ?, ?)", ref, documentId, now);
}

export function papersSaid(sql: SqlStorage, ref: string): string[] {
  return sql
    .exec<{ document_id: string }>("SELECT document_id FROM said_papers WHERE ref = ? ORDER BY at, document_id", ref)
    .toArray()
    .map((row) => row.document_id);
}

/** What a message of unknown fate speaks of is kept under this until the channel tells its id. */
export function unsureRef(key: string): string {
  return `unsure:${key}`;
}

/** Under this stands what an entry has become since: a button that names it outlives its corrections. */
export function entryRef(entryId: string): string {
  return `entry:${entryId}`;
}

/** The channel told the id: what was kept under the row's own name now stands under the message's. */
export function nameSaid(sql: SqlStorage, key: string, ref: string): void {
  sql.exec("UPDATE OR IGNORE said SET ref = ? WHERE ref = ?", ref, unsureRef(key));
  sql.exec("UPDATE OR IGNORE said_papers SET ref = ? WHERE ref = ?", ref, unsureRef(key));
}

export function entriesSaid(sql: SqlStorage, ref: string): string[] {
  return sql
    .exec<{ entry_id: string }>("SELECT entry_id FROM said WHERE ref = ? ORDER BY at, entry_id", ref)
    .toArray()
    .map((row) => row.entry_id);
}

/** After a correction, what spoke of the old entry speaks of the one that replaced it. */
export function replaceSaid(sql: SqlStorage, before: string, after: string): void {
  sql.exec("UPDATE OR REPLACE said SET entry_id = ? WHERE entry_id = ?", after, before);
}

/** The open rows that may be worked on next: the head of each lane that keeps order, a few of the voice lane. */
export function headsOf(sql: SqlStorage): OutboxRow[] {
  const ordered = (["books", "send", "document"] as const).flatMap((lane) => openOutbox(sql, lane, 1));
  return [...ordered, ...openVoice(sql)];
}

/** Voice notes to be transcribed: the oldest few, and of the parked ones those that are due first. */
export function openVoice(sql: SqlStorage): OutboxRow[] {
  const parked = sql.exec<OutboxRow>(
    "SELECT * FROM outbox WHERE lane = 'voice' AND state = 'parked' ORDER BY due_at LIMIT ?",
    VOICE_AT_ONCE_MAX,
  );
  const fresh = sql.exec<OutboxRow>(
    "SELECT * FROM outbox WHERE lane = 'voice' AND state NOT IN ('done', 'dead', 'parked') ORDER BY seq LIMIT ?",
    VOICE_AT_ONCE_MAX,
  );
  return [...fresh.toArray(), ...parked.toArray()];
}

/** Voice notes of one contact that are transcribed side by side. */
export const VOICE_AT_ONCE_MAX = 3;

/** Forgets heard ids and finished work from before `before`; the outcomes that an unsent reply tells of stay with it. Ids must outlive the channel's redeliveries. */
export function prune(sql: SqlStorage, before: number): void {
  sql.exec("DELETE FROM inbox WHERE state = 'heard' AND heard_at < ?", before);
  sql.exec(
    `DELETE FROM outbox AS o WHERE state IN ('done', 'sent') AND created_at < ? AND NOT (o.lane = 'books' AND EXISTS
       (SELECT 1 FROM outbox AS reply WHERE reply.turn = o.turn AND reply.lane = 'send' AND reply.state <> 'sent'))`,
    before,
  );
  sql.exec("DELETE FROM said WHERE at < ?", before - SAID_EXTRA_MS);
  sql.exec("DELETE FROM said_papers WHERE at < ?", before - SAID_EXTRA_MS);
  sql.exec("DELETE FROM scan_links WHERE expires_at < ?", before);
}

/** An old confirmation may be quoted for longer than a message may be redelivered. */
const SAID_EXTRA_MS = 82 * 86_400_000;
