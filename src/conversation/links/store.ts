// Links to pages, each of which opens one thing once.

import type { Month } from "#kernel";

/** A link: the hash of its secret, the document that it was offered for where one was, and what it was spent on. */
export type LinkRow = {
  hash: string;
  replaces: string | null;
  expires_at: number;
  used_by: string | null;
  purpose: LinkPurpose;
  /** Of a report. */
  month: Month | null;
};

/** Which page it opens. */
export type LinkPurpose = "scan" | "sii" | "report";

/** A link that goes out, or goes out again. One that was used stays used. */
export function offerLink(sql: SqlStorage, link: Omit<LinkRow, "used_by">): void {
  const { hash, replaces, expires_at, purpose, month } = link;
  sql.exec(
    `INSERT INTO scan_links (hash, replaces, expires_at, purpose, month) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (hash) DO UPDATE SET expires_at = excluded.expires_at WHERE used_by IS NULL`,
    hash,
    replaces,
    expires_at,
    purpose,
    month,
  );
}

export function findLink(sql: SqlStorage, hash: string, purpose: LinkPurpose): LinkRow | null {
  const own = "SELECT * FROM scan_links WHERE hash = ? AND purpose = ?";
  return sql.exec<LinkRow>(own, hash, purpose).toArray()[0] ?? null;
}

export function spendLink(sql: SqlStorage, hash: string, usedBy: string): void {
  sql.exec("UPDATE scan_links SET used_by = ? WHERE hash = ?", usedBy, hash);
}
