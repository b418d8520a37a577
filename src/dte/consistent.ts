// Whether a document agrees with its stamp and with itself. The stamp is proved by the SII's key and says little; the rest
// was signed by whoever had a certificate, and no chain tells whose that was: what cannot be of one invoice is told.

import { fold } from "#kernel";
import { type Dte, NOBODYS } from "./document.ts";
import type { Timbre } from "./timbre.ts";
import { SETTLEMENT_TYPE } from "./types.ts";

export type Finding = { reason: string; verdict: "altered" | "unverified" };

/** The stamp repeats what the document says: where it does not, it is of another, and whoever put it there signed anew. */
export function findingsOf(dte: Dte, timbre: Timbre | null): Finding[] {
  const doubts = doubtsOf(dte, timbre).map((reason): Finding => ({ reason, verdict: "unverified" }));
  if (timbre === null) return doubts;
  const pairs: [string, unknown, unknown][] = [
    ["stamp_type_differs", dte.type, timbre.type],
    ["stamp_folio_differs", dte.folio, timbre.folio],
    ["stamp_issuer_differs", dte.issuer.rut, timbre.issuer],
    ["stamp_date_differs", dte.issuedOn, timbre.issuedOn],
    ["stamp_total_differs", dte.total, timbre.total],
    ["stamp_receiver_differs", dte.receiver?.rut ?? null, somebody(timbre.receiver)],
  ];
  const differs = pairs.filter(([, said, stamped]) => said !== stamped);
  return [...differs.map(([reason]): Finding => ({ reason, verdict: "altered" })), ...doubts];
}

function somebody(rut: string | null): string | null {
  return rut === null || NOBODYS.has(rut) ? null : rut;
}

function doubtsOf(dte: Dte, timbre: Timbre | null): string[] {
  const [item] = dte.items;
  const doubts: string[] = [];
  if (!addsUp(dte)) doubts.push("amounts_inconsistent");
  if (item && timbre?.firstItem && likeness(item.description, timbre.firstItem) < LIKENESS_MIN)
    doubts.push("stamp_item_differs");
  return doubts;
}

/** Programs round each item, or the sum. */
const ROUNDING_MAX = 10;

/** Neither more tax than its rate makes, nor parts beyond the whole. What else may be added or withheld is not weighed. */
function addsUp({ type, net, exempt, tax, taxRate, total, otherTaxes, deducted }: Dte): boolean {
  const [base, free, levied] = [net ?? 0, exempt ?? 0, tax ?? 0];
  const isSettlement = type === SETTLEMENT_TYPE;
  // What is sold on behalf of another may have come back, so that more was taken back than sold.
  if (!isSettlement && [base, free, levied].some((amount) => amount < 0) && total >= 0) return false;
  if (levied > (base * (taxRate ?? TAX_RATE_MAX)) / 100 + ROUNDING_MAX || (taxRate ?? 0) > TAX_RATE_MAX) return false;
  // The credit is a share of the tax; no other paper than a settlement takes commissions off.
  const less = Math.min(Math.max(deducted.credit, 0), Math.max(levied, 0)) + (isSettlement ? deducted.commission : 0);
  return otherTaxes.length > 0 || base + free + levied - less <= total + ROUNDING_MAX;
}

/** IVA, percent. */
const TAX_RATE_MAX = 19;

/** Names in a stamp are cut at forty characters, and often lose their accents. */
const STAMPED_CHARS = 40;
const LIKENESS_MIN = 0.5;

/** Pairs of letters that both have, of all: 1 for the same, 0 for nothing in common. */
function likeness(said: string, stamped: string): number {
  const [ours, theirs] = [said, stamped].map((text) => pairsOf(text.slice(0, STAMPED_CHARS)));
  if (!ours || !theirs || ours.length === 0 || theirs.length === 0) return 1;
  const left = [...theirs];
  const shared = ours.filter((pair) => {
    const at = left.indexOf(pair);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  return (2 * shared.length) / (ours.length + theirs.length);
}

function pairsOf(text: string): string[] {
  const plain = fold(text).replace(/[^a-z0-9]/g, "");
  return Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2));
}
