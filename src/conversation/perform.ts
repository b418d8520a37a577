import { settleDocument } from "#documents";
import { assert, type Entropy, type Money } from "#kernel";
import { logProblem } from "#telemetry";
import type { Patch } from "#language";
import {
  balance,
  findEntry,
  listEntries,
  openDebts,
  recordEntry,
  replaceEntry,
  refusalOf,
  reverseEntry,
  summary,
  totals,
  type Entry,
  type EntryPatch,
} from "#ledger";
import {
  authorize,
  changeTenant,
  linkAlias,
  openViewer,
  profileOfCountry,
  type Action,
  type Archive,
  type Viewer,
  type Writer,
} from "#tenants";
import type { Address } from "#channels";
import type { Membership } from "./dialogue.ts";
import type { Effect, Outcome } from "./effect.ts";

/** Who asks, and with what the books are opened. */
export type Errand = { archive: Archive; membership: Membership; address: Address; now: number; entropy: Entropy };

type Booked = Exclude<Effect, { kind: "read_document" }>;

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
    case "settle_document":
      return settle(effect, errand);
    case "undo":
      return undo(effect, errand);
    case "correct":
      return correct(effect, errand);
    case "link_address":
      return link(effect, errand);
    case "set_country":
      return setCountry(effect, errand);
    case "balance":
    case "summary":
    case "total":
    case "entries":
    case "debts":
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
  const refusal = refusalOf(effect.entry);
  if (refusal) {
    logProblem("entry.refused", { reason: refusal.reason, field: refusal.field });
    return { kind: "failed" };
  }
  const { outcome, entry } = await recordEntry(writer, effect.entry, { now: errand.now, id: errand.entropy.id() });
  return { kind: "recorded", entry, existed: outcome === "exists", cash: await cashOf(writer) };
}

async function bookDocument(effect: Extract<Effect, { kind: "book_document" }>, errand: Errand): Promise<Outcome> {
  const outcome = await record({ kind: "record", entry: effect.entry, message_id: effect.message_id }, errand);
  if (outcome.kind !== "recorded") return outcome;
  const change = { state: "booked", entry_id: outcome.entry.id } as const;
  await settle({ kind: "settle_document", document_id: effect.document_id, ...change }, errand);
  return outcome;
}

type Settling = {
  kind: "settle_document";
  document_id: string;
  state: "booked" | "discarded" | "review";
  entry_id?: string;
};

async function settle(effect: Settling, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "document.update");
  if (!writer) return { kind: "forbidden" };
  const { document_id, state, entry_id = null } = effect;
  await settleDocument(writer, { document_id, state, entry_id, now: errand.now });
  return { kind: "done" };
}

async function undo(effect: Extract<Effect, { kind: "undo" }>, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "entry.reverse");
  if (!writer) return { kind: "forbidden" };
  const undone: Entry[] = [];
  let already = false;
  for (const [index, entry_id] of effect.entry_ids.entries()) {
    const source_ref = `${effect.source_ref}.${index}`;
    const asked = { entry_id, source: "whatsapp", source_ref, now: errand.now, id: errand.entropy.id() } as const;
    const reversal = await reverseEntry(writer, asked);
    if (reversal.outcome === "created" || reversal.outcome === "exists") undone.push(reversal.of);
    else already ||= reversal.outcome === "already_reversed";
  }
  for (const { document_id } of undone) {
    if (document_id !== null) await settle({ kind: "settle_document", document_id, state: "discarded" }, errand);
  }
  if (undone.length > 0) return { kind: "undone", entries: undone, cash: await cashOf(writer) };
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
  if (replaced.outcome === "refused" || replaced.outcome === "source_ref_taken") {
    logProblem("correction.refused", { reason: replaced.outcome });
    return { kind: "failed" };
  }
  return replaced.outcome === "already_reversed" ? { kind: "already_undone" } : { kind: "not_found" };
}

/** A new type lets go of a category that was the other's; the split into net and tax follows by itself. */
function entryPatchOf({ delete: removed, ...patch }: Patch): EntryPatch {
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

type Question = Extract<Effect, { kind: "balance" | "summary" | "total" | "entries" | "debts" }>;

async function consult(effect: Question, errand: Errand): Promise<Outcome> {
  const viewer = await viewerOf(errand);
  switch (effect.kind) {
    case "balance": {
      const { cash_by_currency, accounts } = await balance(viewer);
      const shown = accounts.filter(({ account }) => SHOWN_ACCOUNTS.has(account));
      return {
        kind: "balance",
        cash: cash_by_currency,
        accounts: shown.map(({ account, amount_minor, currency }) => ({
          name: account.slice(account.indexOf(":") + 1),
          money: { amount_minor, currency },
        })),
      };
    }
    case "summary": {
      const { income, expense, result, by_category } = await summary(viewer, effect.month);
      const categories = by_category.map(({ category, amount_minor }) => ({
        name: category,
        money: { amount_minor, currency: income.currency },
      }));
      return { kind: "summary", month: effect.month, income, expense, result, categories };
    }
    case "total":
      return { kind: "total", money: await totalOf(viewer, effect.query) };
    case "entries": {
      const listed = await listEntries(viewer, { from: effect.from, to: effect.to, live: true, limit: ENTRIES_MAX });
      return { kind: "entries", entries: listed.ok ? listed.value.entries : [] };
    }
    case "debts": {
      const debts = await openDebts(viewer, effect.direction);
      return {
        kind: "debts",
        debts: debts.map(({ counterparty, amount_minor, currency }) => ({
          name: counterparty ?? "—",
          money: { amount_minor, currency },
        })),
      };
    }
  }
}

const SHOWN_ACCOUNTS: ReadonlySet<string> = new Set([
  "activo:banco",
  "activo:por_cobrar",
  "pasivo:por_pagar",
  "pasivo:prestamos",
]);

const ENTRIES_MAX = 50;

async function totalOf(viewer: Viewer, query: Extract<Effect, { kind: "total" }>["query"]): Promise<Money> {
  const { metric, from, to, category, counterparty } = query;
  const { currency } = viewer.tenant;
  const found = await totals(viewer, {
    from,
    to,
    ...(category ? { category } : {}),
    ...(counterparty ? { counterparty } : {}),
  });
  const own = found.find((each) => each.currency === currency);
  const amount_minor = metric === "ingresos" ? own?.income_minor : own?.expense_minor;
  return { amount_minor: amount_minor ?? 0, currency };
}

async function cashOf(viewer: Viewer): Promise<Money[]> {
  return (await balance(viewer)).cash_by_currency;
}

async function writerOf({ archive, membership }: Errand, action: Action): Promise<Writer | null> {
  const { tenant_id, contact_id, role } = membership;
  const allowed = await authorize(archive, {
    tenant_id,
    actor: { kind: "contact", id: contact_id },
    standing: role,
    action,
  });
  if (allowed.ok) return allowed.value;
  assert(allowed.error.reason === "forbidden", "the business of a conversation exists");
  return null;
}

async function viewerOf({ archive, membership }: Errand): Promise<Viewer> {
  const viewer = await openViewer(archive, membership.tenant_id);
  assert(viewer, "the business of a conversation exists");
  return viewer;
}
