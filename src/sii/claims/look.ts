import { addMonths, dateIn, monthOf, nameKey } from "#kernel";
import type { Viewer } from "#tenants";
import { documentOf, pendingRows, rowsOfMonth, type SiiDocumentRow } from "../store.ts";
import { SANTIAGO } from "../taxes/santiago.ts";
import type { ClaimReason } from "./action.ts";
import { claimLineOf, closedBy, type ClaimLine } from "./line.ts";

/** As a person names a document: by its folio, by who sent it, or by both. */
export type ClaimNamed = { folio: string | null; name: string | null };

/** `open`: those of that name that wait, the most urgent first. `closed`: one of which nothing may be said any more. */
export type ClaimLook =
  | { is: "open"; lines: ClaimLine[] }
  | { is: "closed"; line: ClaimLine; reason: ClaimReason }
  | { is: "none" };

/** The month that runs and those in which a paper of eight days may stand. */
const MONTHS_BACK = 2;

/** Finds what somebody wants to accept or claim. */
export async function lookForClaim(viewer: Viewer, named: ClaimNamed, now: number): Promise<ClaimLook> {
  const open = (await linesOf(viewer, await pendingRows(viewer), now)).filter((line) => isNamed(line, named));
  const free = open.filter((line) => closedBy(line) === null).toSorted(byUrgency);
  if (free.length > 0) return { is: "open", lines: free };
  const month = monthOf(dateIn(now, SANTIAGO));
  const months = Array.from({ length: MONTHS_BACK + 1 }, (_, back) => addMonths(month, -back));
  const rows = (await Promise.all(months.map((each) => rowsOfMonth(viewer, each)))).flat();
  const bought = rows.filter(({ side }) => side === "compra");
  const known = [...open, ...(named.folio === null ? [] : await linesOf(viewer, bought, now))];
  const closed = known.find((line) => isNamed(line, named) && closedBy(line) !== null);
  const reason = closed ? closedBy(closed) : null;
  return closed && reason !== null ? { is: "closed", line: closed, reason } : { is: "none" };
}

/** All that wait, the most urgent first. */
export async function pendingClaims(viewer: Viewer, now: number): Promise<ClaimLine[]> {
  const lines = await linesOf(viewer, await pendingRows(viewer), now);
  return lines.filter((line) => closedBy(line) === null).toSorted(byUrgency);
}

async function linesOf(viewer: Viewer, rows: readonly SiiDocumentRow[], now: number): Promise<ClaimLine[]> {
  return Promise.all(rows.map(async (row) => claimLineOf(row.id, await documentOf(viewer, row), now)));
}

function isNamed(line: ClaimLine, { folio, name }: ClaimNamed): boolean {
  if (folio !== null && line.folio.replace(/^0+(?=\d)/, "") !== folio.replace(/^0+(?=\d)/, "")) return false;
  if (name === null) return folio !== null;
  const words = nameKey(line.name).split(" ");
  return nameKey(name)
    .split(" ")
    .every((said) => words.some((word) => word.startsWith(said)));
}

const UNKNOWN_LAST = "9999";

function byUrgency(a: ClaimLine, b: ClaimLine): number {
  return (a.left?.until ?? UNKNOWN_LAST).localeCompare(b.left?.until ?? UNKNOWN_LAST) || a.id.localeCompare(b.id);
}
