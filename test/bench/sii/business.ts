// One business's look at the tax service, as its session object goes about it, with the product's own plan, patience and gate.

import { SPACING_MS_MIN } from "#src/app/settings.ts";
import type { RcvSummaryLine } from "#src/sii/rcv/payload.ts";
import { SLOT_WAIT_MAX_MS } from "#src/sii/gate/slot.ts";
import { courseAfter } from "#src/sii/session/course.ts";
import { SESSION_MAX_MS, type Trouble } from "#src/sii/session/credential.ts";
import type { SiiHost } from "#src/sii/session/client.ts";
import type { RcvDocument } from "#src/sii/rcv/document.ts";
import { DETAIL_DOCUMENTS_MAX, nextPage, pageId, trailing, type Answer, type Page } from "#src/sii/sync/plan.ts";
import { purchaseOf } from "../../unit/sii/rcv/purchase.ts";
import { randomFrom, type Random } from "../../chaos/random.ts";
import type { Part } from "./clock.ts";
import type { Town } from "./town.ts";

export type Business = { id: string; kind: "certificate" | "clave"; random: Random; called_at: number };

const MONTH = "2026-11";

export function businessOf(id: string, seed: number): Business {
  const random = randomFrom(seed);
  return { id, kind: random.fraction() < 0.5 ? "clave" : "certificate", random, called_at: 0 };
}

type Look = {
  town: Town;
  own: Business;
  answers: Map<string, Answer>;
  page: Page | null;
  opened_at: number | null;
  is_new: boolean;
};

type Job = { waits: number; logins: number };

/** Until it is done, given up or left to its owner. */
export function* lookOf(town: Town, own: Business): Part<"done" | "failed"> {
  const look: Look = { town, own, answers: new Map(), page: null, opened_at: null, is_new: true };
  const job: Job = { waits: 0, logins: 0 };
  for (;;) {
    town.costs.session_alarms++;
    const begun = town.clock.now();
    const trouble = yield* stepOf(look);
    if (trouble === "done") return yield* finishOf(look, begun);
    if (trouble === null) Object.assign(job, { waits: 0, logins: 0 });
    const rest_ms = trouble === null ? 0 : yield* hinder(look, job, trouble);
    town.costs.session_ms += town.clock.now() - begun;
    if (rest_ms === null) return "failed";
    if (rest_ms > 0) yield rest_ms;
  }
}

/** As `session/step` hinders a sync. How long it rests, ms; null where it is over. */
function* hinder(look: Look, job: Job, trouble: Trouble): Part<number | null> {
  const course = courseAfter(trouble, job, look.own.random.fraction());
  if (course.does === "come_back") return course.after_ms;
  if ("close_ms" in course && trouble.host) look.town.close(trouble.host as SiiHost, course.close_ms, look.own.id);
  look.opened_at = yield* sessionAfter(look, course.does);
  if (course.does === "log_in") job.logins++;
  if (course.does === "wait") Object.assign(job, { waits: job.waits + 1, logins: 0 });
  if (course.does === "log_in") return 0;
  return course.does === "wait" ? course.after_ms : null;
}

/** One page, with a login where there is no session. */
function* stepOf(look: Look): Part<Trouble | null | "done"> {
  const { own, town, answers } = look;
  look.page ??= nextPage(trailing(MONTH), answers);
  const { page } = look;
  if (!page) return "done";
  if (look.opened_at === null || town.clock.now() - look.opened_at > SESSION_MAX_MS) {
    for (const host of LOGIN[own.kind]) {
      const trouble = yield* callOf(look, host);
      if (trouble) return trouble;
    }
    Object.assign(look, { opened_at: town.clock.now(), is_new: true });
  }
  if (look.is_new) {
    const trouble = yield* callOf(look, "www4.sii.cl");
    if (trouble) return trouble;
    look.is_new = false;
  }
  for (let call = 0; call < (page.kind === "export" ? EXPORT_CALLS : 1); call++) {
    const trouble = yield* callOf(look, "www4.sii.cl");
    if (trouble) return trouble;
  }
  look.page = null;
  answers.set(pageId(page), answerOf(page, look));
  town.costs.pages++;
  return null;
}

const LOGIN: Readonly<Record<Business["kind"], readonly SiiHost[]>> = {
  certificate: ["palena.sii.cl", "palena.sii.cl"],
  clave: ["zeusr.sii.cl", "zeusr.sii.cl"],
};
/** What is there, the order, two looks whether it is ready, the file. */
const EXPORT_CALLS = 5;

/** The pause of the taxpayer, a place at the gate of the host, the call: as `session/pace` and `session/client` do it. */
function* callOf({ town, own }: Look, host: SiiHost): Part<Trouble | null> {
  const own_ms = own.called_at + SPACING_MS_MIN - town.clock.now();
  if (own_ms > 0) yield own_ms;
  const wait_ms = town.take(host);
  if (wait_ms > SLOT_WAIT_MAX_MS) return { reason: "unavailable", evidence: "not to be asked yet", host, wait_ms };
  // The way back from the gate.
  yield wait_ms + own.random.fraction() * HOP_MS_MAX;
  own.called_at = town.clock.now();
  const { ms, reason } = town.call(host, own.random);
  yield ms;
  return reason && { reason, evidence: "", host };
}

const HOP_MS_MAX = 45;

/** A clave's session is left before a wait, and one that is over is forgotten. */
function* sessionAfter(look: Look, does: string): Part<number | null> {
  if (does === "wait" && look.own.kind === "clave" && look.opened_at !== null) yield* callOf(look, "zeusr.sii.cl");
  return null;
}

/** Kept, settled, told: no call but the last one. */
function* finishOf(look: Look, begun: number): Part<"done"> {
  const { town, own } = look;
  yield FINISH_MS;
  if (own.kind === "clave") yield* callOf(look, "zeusr.sii.cl");
  town.costs.session_ms += town.clock.now() - begun;
  return "done";
}

/** Some fifty queries of a database one after the other. */
const FINISH_MS = 2_000;

/** How often a list has documents of a type; of one in a hundred businesses a list is so long that it comes as a file. */
const TYPES: Readonly<Record<string, readonly (readonly [type: number, share: number])[]>> = {
  "compra|registro": [
    [33, 1],
    [34, 0.4],
    [61, 0.35],
    [56, 0.05],
    [46, 0.02],
  ],
  "compra|pendiente": [
    [33, 0.4],
    [61, 0.05],
  ],
  "compra|no_incluir": [[33, 0.05]],
  "compra|reclamado": [[33, 0.08]],
  "venta|registro": [
    [33, 0.75],
    [61, 0.3],
    [34, 0.2],
    [39, 0.7],
  ],
};
const FILE_SHARE = 0.01;
/** As many as a list that comes as a file has; of others few, for what counts here is the calls. */
const FILE_DOCUMENTS = DETAIL_DOCUMENTS_MAX + 1;
const LIST_DOCUMENTS_MAX = 3;
const BOLETA = 39;

/** It lists what it has counted: a list of other documents is counted once more. */
function answerOf(page: Page, { answers, own: { random } }: Look): Answer {
  if (page.kind === "detail" || page.kind === "export") {
    const summary = answers.get(pageId({ ...page, kind: "summary" }));
    const lines = summary && "lines" in summary ? summary.lines : [];
    const listed = lines.filter(({ type, isDetailed }) => isDetailed && (page.kind === "export" || page.type === type));
    return { documents: listed.flatMap(({ type, count }) => documentsOf(type, count)) };
  }
  const count = random.fraction() < FILE_SHARE ? FILE_DOCUMENTS : random.between(1, LIST_DOCUMENTS_MAX);
  const types = (TYPES[`${page.side}|${page.state}`] ?? []).filter(([, share]) => random.fraction() < share);
  return { lines: types.map(([type]) => lineOf(type, count)) };
}

const madeOf = new Map<string, RcvDocument[]>();

/** The same ones for everybody: ten thousand businesses are no heap of documents. */
function documentsOf(type: number, count: number): RcvDocument[] {
  const key = `${type}|${count}`;
  const made =
    madeOf.get(key) ?? Array.from({ length: count }, (_, nth) => purchaseOf({ type, folio: String(nth + 1) }));
  madeOf.set(key, made);
  return made;
}

function lineOf(type: number, count: number): RcvSummaryLine {
  const amounts = { exempt: 0, net: 0, tax: 0, unrecoverable: 0, commonUseTax: 0, total: 0 };
  return { type, count, ...amounts, isDetailed: type !== BOLETA };
}
