import { findDocument } from "#documents";
import { assert, type Money } from "#kernel";
import {
  addRule,
  balance,
  findEntry,
  recordEntry,
  refusalOf,
  removeRule,
  replaceEntry,
  reverseEntry,
  settlementRefusalOf,
  type Entry,
  type EntryPatch,
  type NewEntry,
} from "#ledger";
import { logProblem } from "#telemetry";
import { changeTenant, linkAlias, profileOfCountry, type Viewer } from "#tenants";
import { consult } from "./consult.ts";
import type { Correcting, Effect, Outcome, ReadingEffect } from "./effect.ts";
import { viewerOf, writerOf, type Errand } from "./errand.ts";
import { owingAfter, owingAgain } from "./owing.ts";
import { askSii, validateSii } from "./perform-sii.ts";
import { askTaxOffice } from "./perform-taxes.ts";
import { bookDocument, discardOf, linkDocument, refused, settle, unlink } from "./perform-papers.ts";

type Booked = Exclude<Effect, ReadingEffect>;

/**
 * Carries out one effect. Done twice it does nothing more: each write has a natural key.
 * Throws where the database could not be reached; the outbox tries again.
 */
export async function perform(effect: Booked, errand: Errand): Promise<Outcome> {
  switch (effect.kind) {
    case "record":
      return record(effect, errand);
    case "book_document":
      return bookDocument(effect, errand);
    case "link_document":
      return linkDocument(effect, errand);
    case "settle_document":
      return settle(effect, errand);
    case "undo":
      return undo(effect, errand);
    case "correct":
      return correct(effect, errand);
    case "sii":
      return askSii(effect, errand);
    case "sii_validate":
      return validateSii(effect, errand);
    case "claim_look":
    case "claim":
    case "claims_pending":
    case "taxes":
    case "taxes_due":
    case "tax_profile":
      return askTaxOffice(effect, errand);
    case "link_address":
      return link(effect, errand);
    case "set_country":
      return setCountry(effect, errand);
    case "learn":
      return learn(effect, errand);
    case "forget":
      return forget(effect, errand);
    case "worth":
      return { kind: "worth", worth: await errand.worth({ ...effect.of, country: errand.membership.country }) };
    case "context":
    case "balance":
    case "summary":
    case "total":
    case "entries":
    case "debts":
    case "about_paper":
    case "count_papers":
      return consult(effect, errand);
  }
}

/** An entry as it lives now, or null where it was reversed, or is none of this business's. */
export async function liveEntry(errand: Errand, entryId: string): Promise<Entry | null> {
  const viewer = await viewerOf(errand);
  const entry = await findEntry(viewer, entryId);
  return entry && entry.reversed_by === null && entry.type !== "reversa" ? entry : null;
}

async function record(effect: Extract<Effect, { kind: "record" }>, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "entry.record");
  if (!writer) return { kind: "forbidden" };
  const asked = await payingPaper(effect, writer);
  if (!asked) return { kind: "not_waiting" };
  const refusal = refusalOf(asked) ?? (await settlementRefusalOf(writer, asked));
  if (refusal) {
    return refused(refusal);
  }
  const { outcome, entry } = await recordEntry(writer, asked, { now: errand.now, id: errand.entropy.id() });
  const [cash, owing] = await Promise.all([cashOf(writer), owingAfter(writer, entry)]);
  return { kind: "recorded", entry, existed: outcome === "exists", cash, owing };
}

/** The entry with the debt of the paper that it pays; null where that one was not booked, is no debt, or another did it. */
async function payingPaper(
  { entry, pays_paper, beside }: Extract<Effect, { kind: "record" }>,
  viewer: Viewer,
): Promise<NewEntry | null> {
  if (beside) return (await entryOf(viewer, beside.document_id))?.source_ref === beside.source_ref ? entry : null;
  if (pays_paper === undefined) return entry;
  const debt = await entryOf(viewer, pays_paper);
  return debt?.type === "deuda" ? { ...entry, counterparty: debt.counterparty, settles_id: debt.id } : null;
}

async function entryOf(viewer: Viewer, documentId: string): Promise<Entry | null> {
  const document = await findDocument(viewer, documentId);
  return document?.entry_id ? findEntry(viewer, document.entry_id) : null;
}

async function learn(effect: Extract<Effect, { kind: "learn" }>, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "rule.add");
  if (!writer) return { kind: "forbidden" };
  const { rule, source_ref } = effect;
  const added = await addRule(writer, { rule, source_ref, id: errand.entropy.id(), now: errand.now });
  return { kind: "learned", rule: added.rule };
}

async function forget(effect: Extract<Effect, { kind: "forget" }>, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "rule.remove");
  if (!writer) return { kind: "forbidden" };
  const { rule, source_ref } = effect;
  const removed = await removeRule(writer, { rule_id: rule.id, source_ref, now: errand.now });
  return removed === "not_found" ? { kind: "not_found" } : { kind: "forgotten", rule };
}

async function undo(effect: Extract<Effect, { kind: "undo" }>, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "entry.reverse");
  if (!writer) return { kind: "forbidden" };
  const parted = effect.parting ? await unlink(effect, { writer, errand }) : null;
  if (parted) return parted;
  const undone: Entry[] = [];
  let already = false;
  for (const [index, entry_id] of effect.entry_ids.entries()) {
    const source_ref = `${effect.source_ref}.${index}`;
    const asked = { entry_id, source: "whatsapp", source_ref, now: errand.now, id: errand.entropy.id() } as const;
    const reversal = await reverseEntry(writer, asked);
    if (reversal.outcome === "created" || reversal.outcome === "exists") undone.push(reversal.of);
    else already ||= reversal.outcome === "already_reversed";
  }
  for (const entry of undone) await discardOf(entry, errand);
  if (undone.length > 0) {
    const [cash, owing] = await Promise.all([cashOf(writer), owingAgain(writer, undone)]);
    return { kind: "undone", entries: undone, cash, owing };
  }
  return already ? { kind: "already_undone" } : { kind: "not_found" };
}

async function correct(effect: Extract<Effect, { kind: "correct" }>, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "entry.replace");
  if (!writer) return { kind: "forbidden" };
  const { entry_id, source_ref } = effect;
  const patch = entryPatchOf(effect.patch);
  const ids = { reversal: errand.entropy.id(), replacement: errand.entropy.id() };
  const asked = { entry_id, patch, source: "whatsapp", source_ref, now: errand.now, ids } as const;
  const replaced = await replaceEntry(writer, asked);
  if (replaced.outcome === "created" || replaced.outcome === "exists") {
    return { kind: "corrected", before: replaced.of, entry: replaced.entry, cash: await cashOf(writer) };
  }
  if (replaced.outcome === "refused") return refused(replaced.refusal);
  if (replaced.outcome === "source_ref_taken") {
    logProblem("correction.refused", { reason: replaced.outcome });
    return { kind: "failed" };
  }
  return replaced.outcome === "already_reversed" ? { kind: "already_undone" } : { kind: "not_found" };
}

/** A new type lets go of a category that was the other's; the split into net and tax follows by itself. */
function entryPatchOf({ delete: removed, ...patch }: Correcting): EntryPatch {
  assert(!removed, "what is taken back is undone, not corrected");
  if (patch.type === undefined || patch.category !== undefined) return patch;
  return { ...patch, category: patch.type === "ingreso" ? "ventas" : "otros_gastos" };
}

async function link(effect: Extract<Effect, { kind: "link_address" }>, errand: Errand): Promise<Outcome> {
  const to = { phone: effect.phone, user_id: effect.user_id };
  const { archive, address, now } = errand;
  const moved = await linkAlias(archive, { channel: "whatsapp", from: address, to, now });
  const away = moved.outcome === "linked" && to.phone !== null && to.phone !== address.phone;
  return { kind: away ? "moved" : "done" };
}

async function setCountry(effect: Extract<Effect, { kind: "set_country" }>, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "tenant.update");
  const profile = profileOfCountry(effect.country);
  if (!writer || !profile) return { kind: "forbidden" };
  const { country, currency, time_zone, language } = profile;
  await changeTenant(writer, { country, currency, time_zone, language, onboarding_step: "complete" }, errand.now);
  return { kind: "done" };
}

async function cashOf(viewer: Viewer): Promise<Money[]> {
  return (await balance(viewer)).cash_by_currency;
}
