import { addMonths, dateIn, monthOf } from "#kernel";
import type { Viewer } from "#tenants";
import { documentOf, pendingRows, rowsOfMonth, type SiiDocumentRow } from "../store.ts";
import { SANTIAGO } from "../taxes/santiago.ts";
import { isClaimable } from "./action.ts";
import { linesCalled } from "./called.ts";
import { claimLineOf, closedBy, type ClaimLine } from "./line.ts";

/** As a person names a document: by its folio, by who sent it, or by both. */
export type ClaimNamed = { folio: string | null; name: string | null };

/**
 * All that may be meant: those that wait, the most urgent first, and behind them those of which nothing may be said any
 * more (`closedBy` tells why). A folio is each issuer's own, so one that waits is not the one meant because it waits.
 */
export type ClaimLook = { is: "found"; lines: ClaimLine[] } | { is: "none" };

/** The month that runs and those in which a paper of eight days may stand. */
const MONTHS_BACK = 2;

/** Finds what somebody wants to accept or claim. */
export async function lookForClaim(viewer: Viewer, named: ClaimNamed, now: number): Promise<ClaimLook> {
  const waiting = linesNamed(await linesOf(viewer, await pendingRows(viewer), now), named);
  const open = waiting.filter((line) => closedBy(line) === null).toSorted(byUrgency);
  // By its sender alone the one that waits is meant, not what was bought there before.
  if (named.folio === null && open.length > 0) return { is: "found", lines: open };
  const before = named.folio === null ? [] : await boughtOf(viewer, named, now);
  const closed = new Map(
    [...waiting, ...before].filter((line) => closedBy(line) !== null).map((each) => [each.id, each]),
  );
  const lines = [...open, ...likeliest([...closed.values()], open.length > 0)];
  return lines.length === 0 ? { is: "none" } : { is: "found", lines };
}

async function boughtOf(viewer: Viewer, named: ClaimNamed, now: number): Promise<readonly ClaimLine[]> {
  const month = monthOf(dateIn(now, SANTIAGO));
  const months = Array.from({ length: MONTHS_BACK + 1 }, (_, back) => addMonths(month, -back));
  const rows = (await Promise.all(months.map((each) => rowsOfMonth(viewer, each)))).flat();
  const bought = rows.filter(({ side }) => side === "compra");
  return linesNamed(await linesOf(viewer, bought, now), named);
}

/** A note, or an invoice of our own, is meant only where no purchase has that folio. */
function likeliest(closed: readonly ClaimLine[], isOpen: boolean): readonly ClaimLine[] {
  const claimable = closed.filter(({ side, type }) => side === "compra" && isClaimable(type));
  return claimable.length > 0 || isOpen ? claimable : closed;
}

/** All that wait, the most urgent first. */
export async function pendingClaims(viewer: Viewer, now: number): Promise<ClaimLine[]> {
  const lines = await linesOf(viewer, await pendingRows(viewer), now);
  return lines.filter((line) => closedBy(line) === null).toSorted(byUrgency);
}

async function linesOf(viewer: Viewer, rows: readonly SiiDocumentRow[], now: number): Promise<ClaimLine[]> {
  return Promise.all(rows.map(async (row) => claimLineOf(row.id, await documentOf(viewer, row), now)));
}

function linesNamed(lines: readonly ClaimLine[], { folio, name }: ClaimNamed): readonly ClaimLine[] {
  const numbered = folio === null ? lines : lines.filter((line) => bare(line.folio) === bare(folio));
  if (name !== null) return linesCalled(numbered, name);
  return folio === null ? [] : numbered;
}

function bare(folio: string): string {
  return folio.replace(/^0+(?=\d)/, "");
}

const UNKNOWN_LAST = "9999";

function byUrgency(a: ClaimLine, b: ClaimLine): number {
  return (a.left?.until ?? UNKNOWN_LAST).localeCompare(b.left?.until ?? UNKNOWN_LAST) || a.id.localeCompare(b.id);
}
