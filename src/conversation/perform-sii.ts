import type { Month } from "#kernel";
import { papersOfEntries } from "#documents";
import {
  findConnection,
  openOf,
  resolve,
  shortKeyOf,
  validate,
  validationTold,
  type Reconciliation,
  type SiiTrouble,
  type SyncAsked,
  type Validated,
} from "#sii";
import type { DifferenceDid, Effect, Outcome, SiiAnswer, SiiTap } from "./effect.ts";
import { viewerOf, writerOf, type Errand } from "./errand.ts";

// What a person asks of the connection with the tax service, carried out.

export async function askSii({ asks, source_ref }: Extract<Effect, { kind: "sii" }>, errand: Errand): Promise<Outcome> {
  const viewer = await viewerOf(errand);
  const own = await findConnection(viewer);
  if (!own) return { kind: "sii", answer: { is: "not_connected" } };
  if (asks === "status") {
    const { rut, kind, synced_at, state, reason } = own;
    if (state === "stopped") return { kind: "sii", answer: { is: "stopped", reason } };
    return { kind: "sii", answer: { is: "connected", rut, kind, synced_at } };
  }
  const writer = await writerOf(errand, asks === "sync" ? "sii.keep" : "sii.connect");
  if (!writer) return { kind: "forbidden" };
  if (asks === "disconnect") {
    await errand.sii.disconnect(writer);
    return { kind: "sii", answer: { is: "disconnected" } };
  }
  const asked = await errand.sii.sync(writer, source_ref);
  return { kind: "sii", answer: answerOf(asked, own.reason) };
}

/** A sync that the SII holds up is said so, and not that it is being read. */
function answerOf(asked: SyncAsked, stopped_by: SiiTrouble | null): SiiAnswer {
  if (asked.outcome === "stopped") return { is: "stopped", reason: stopped_by };
  if (!("run" in asked) || asked.resumes_at === null) return { is: asked.outcome };
  const { run, resumes_at } = asked;
  return run.reason === null ? { is: asked.outcome } : { is: "waiting", reason: run.reason, resumes_at };
}

type Validating = Extract<Effect, { kind: "sii_validate" }>;

/** A month held against the tax service: all of it, or its next difference once the one before was answered. */
export async function validateSii(effect: Validating, errand: Errand): Promise<Outcome> {
  const { month, tap } = effect;
  const validated = await reconciled(month, errand);
  if (!validated.ok) return unvalidated(month, validated.error.reason);
  const before = validated.value;
  if (tap === null) return { kind: "sii_validated", month, told: validationTold(before) };
  if (tap === "first") return shownOf(before, { month, did: null, from: null });
  const did = await answer(effect, { tap, before }, errand);
  if (did === null) return { kind: "forbidden" };
  const after = await reconciled(month, errand);
  return after.ok ? shownOf(after.value, { month, did, from: tap.key }) : unvalidated(month, after.error.reason);
}

async function reconciled(month: Month, errand: Errand): Promise<Validated> {
  return validate(await viewerOf(errand), month, { now: errand.now, papersOf: papersOfEntries });
}

function unvalidated(month: Month, reason: Unvalidated): Outcome {
  return { kind: "sii_validated", month, told: reason === "too_large" ? reason : null };
}

type Unvalidated = Extract<Validated, { ok: false }>["error"]["reason"];

/** Null where this person's role may not do it. */
async function answer(
  { source_ref }: Validating,
  { tap, before }: { tap: SiiTap; before: Reconciliation },
  errand: Errand,
): Promise<DifferenceDid | null> {
  const writer = await writerOf(errand, "entry.replace");
  if (!writer) return null;
  const keys = await Promise.all(before.differences.map(shortKeyOf));
  const difference = before.differences[keys.indexOf(tap.key)];
  const resolution = difference?.resolutions[tap.index];
  if (!difference || resolution?.do !== tap.does) return "gone";
  if (resolution.do === "ask_sii") {
    return (await errand.sii.sync(writer, source_ref)).outcome;
  }
  const { now, entropy } = errand;
  return (await resolve(writer, { difference, resolution }, { now, entropy, source: "whatsapp", source_ref })).outcome;
}

type Showing = { month: string; did: DifferenceDid | null; from: string | null };

/** The next one that waits; one that could not be answered is passed over, so that the list goes on. */
async function shownOf(of: Reconciliation, { month, did, from }: Showing): Promise<Outcome> {
  const open = openOf(of.differences);
  const keys = await Promise.all(open.map(shortKeyOf));
  const stands = from === null ? -1 : keys.indexOf(from);
  const at = stands === -1 ? 0 : (stands + 1) % open.length;
  const difference = open[at];
  const isOver = !difference || (stands !== -1 && open.length === 1);
  const shown = isOver ? null : { difference, key: keys[at] ?? "", nth: at + 1, all: open.length };
  return { kind: "sii_difference", month, did, shown };
}
