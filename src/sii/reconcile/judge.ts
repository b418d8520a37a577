// Of which class a row is. Each is of one at most: the first that explains it.

import { monthOf, type Month } from "#kernel";
import type { DifferenceClass } from "./difference.ts";
import { isCreditNote } from "../taxes/document-kind.ts";
import { isRegistered } from "./kinds.ts";
import { agrees, effectOf, type Row } from "./rows.ts";
import { bookedValue, isRounding, sumOf } from "./value.ts";

/** The class of a row in a month; null where there is nothing to tell. @param ownTaxId null where it is not known: then any paper is ours */
export function classOf(row: Row, month: Month, ownTaxId: string | null): DifferenceClass | null {
  if (!isOf(row, month)) return null;
  const { documents, entries, claim } = row;
  const [first] = documents;
  if (first === undefined) return claim && classOfClaim(row, ownTaxId);
  const state = documents.find((each) => each.state !== "registro")?.state ?? "registro";
  if (state === "pendiente") return "pending";
  if (entries.length === 0) return state === "registro" ? unbooked(row) : null;
  if (state === "reclamado") return "reclaimed_but_booked";
  if (state === "no_incluir")
    return sumOf(entries.map((entry) => bookedValue(entry, row.side))).tax === 0 ? null : "not_included";
  return classOfBooked(row, month);
}

/** Rows of the months around it are theirs, but for what either side counts in this one. */
function isOf({ documents, entries }: Row, month: Month): boolean {
  return documents.some((each) => each.month === month) || entries.some(({ date }) => monthOf(date) === month);
}

function unbooked({ documents }: Row): DifferenceClass | null {
  const [first, ...more] = documents;
  // Together they take each other back.
  if (first === undefined || more.length > 0) return null;
  return isCreditNote(first.type) ? "credit_note" : "missing_here";
}

function classOfBooked(row: Row, month: Month): DifferenceClass | null {
  if (!agrees(row)) return row.entries.length > row.documents.length ? "duplicate" : "amount";
  return isRounding(effectOf(row, month), row.documents.length) ? null : "period";
}

function classOfClaim({ claim, entries }: Row, ownTaxId: string | null): DifferenceClass {
  if (claim?.paper && isForOther(claim.paper, ownTaxId)) return "not_for_this_rut";
  if (entries.length > 1) return "duplicate";
  return claim?.isCreditNote ? "credit_note" : "missing_there";
}

function isForOther(
  { kind, issuer_tax_id, receiver_tax_id }: NonNullable<NonNullable<Row["claim"]>["paper"]>,
  ownTaxId: string | null,
): boolean {
  if (ownTaxId === null || receiver_tax_id === null || !isRegistered(kind)) return false;
  return receiver_tax_id !== ownTaxId && issuer_tax_id !== ownTaxId;
}
