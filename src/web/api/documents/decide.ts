import {
  answered,
  answersBetween,
  bookPaper,
  entriesWithoutPaper,
  findDocument,
  isMoneySlip,
  linkPaper,
  paperOf,
  placeOfHalf,
  settleDocument,
  taxIdsOf,
  WAITING,
  wayOf,
  whyNoPurchase,
  type AnswerField,
  type Extraction,
  type Filed,
  type KeptDocument,
} from "#documents";
import { assert, dateIn } from "#kernel";
import {
  ENTRIES_PER_BATCH_MAX,
  findEntry,
  listRules,
  openDebtEntries,
  type Entry,
  type NewEntry,
  type Rule,
} from "#ledger";
import { matchPaper, signsOf, type Scored } from "#match";
import { actorName, type Writer } from "#tenants";
import { refusal } from "../errors.ts";
import type { ApiPorts } from "../ports.ts";
import { otherHalf } from "./other-half.ts";
import { entriesOfPaper } from "./proven-entry.ts";

// What a program decides of a paper that waits. Each decision again changes nothing; one that can't follow is 409.

export type Said = {
  fields?: { [F in AnswerField]?: Extraction["fields"][F] | undefined } | undefined;
  /** The entry that it is of; null: of none that was offered. */
  entry_id?: string | null | undefined;
  /** Whether it is the earlier document that it looks like. */
  sent_before?: boolean | undefined;
};

export type Decided = { document: KeptDocument; candidates: Scored<Entry>[] };

type World = Pick<ApiPorts, "clock" | "entropy">;

/** Books a paper as it stands, or links it to the entry that it is of; where either may be, the entries are offered. */
export async function confirmPaper(writer: Writer, id: string, world: World): Promise<Decided> {
  const document = await paperOfTenant(writer, id);
  if (document.state === "booked" || document.state === "linked") return { document, candidates: [] };
  if (document.reason === "maybe_sent_before") throw refusal("not_decided", { answer: "sent_before" });
  return file(writer, waiting(document), world);
}

/** Lets a paper go unbooked. */
export async function discardPaper(writer: Writer, id: string, world: World): Promise<Decided> {
  const document = await paperOfTenant(writer, id);
  if (document.state === "discarded") return { document, candidates: [] };
  const { id: document_id } = waiting(document);
  await settleDocument(writer, { document_id, state: "discarded", from: WAITING, now: world.clock.now() });
  return { document: await paperOfTenant(writer, id), candidates: [] };
}

/** Answers what is asked of a paper: its fields, the entry that it is of, whether it came before. */
export async function answerPaper(
  writer: Writer,
  { id, said }: { id: string; said: Said },
  world: World,
): Promise<Decided> {
  const document = await paperOfTenant(writer, id);
  if (typeof said.entry_id === "string" && document.entry_id !== null && document.state === "linked") {
    const linked = await findEntry(writer, document.entry_id);
    if (linked?.replaces_id === said.entry_id || linked?.id === said.entry_id) return { document, candidates: [] };
  }
  const { extraction } = waiting(document);
  const now = world.clock.now();
  if (said.sent_before === true) return discardPaper(writer, id, world);
  if (said.fields) {
    if (!extraction) throw refusal("not_decided", { why: "nothing was read of it" });
    const before = answered(extraction, document.answers).fields;
    const teller = { by: actorName(writer.actor), at: new Date(now).toISOString() };
    const told = Object.fromEntries(Object.entries(said.fields).filter(([, value]) => value !== undefined));
    const answers = answersBetween(before, { ...before, ...told }, teller);
    await settleDocument(writer, {
      document_id: id,
      state: "needs_confirmation",
      from: WAITING,
      reason: null,
      answers,
      now,
    });
  }
  if (said.sent_before === false) {
    await settleDocument(writer, { document_id: id, state: "needs_confirmation", from: WAITING, reason: null, now });
  }
  const answeredNow = await paperOfTenant(writer, id);
  if (said.entry_id === undefined) return { document: answeredNow, candidates: [] };
  return said.entry_id === null
    ? file(writer, await declined(writer, answeredNow, world), world)
    : linkTo(writer, { document: answeredNow, entry_id: said.entry_id }, world);
}

/** What a stamp proves, filed at once. */
export async function fileProven(writer: Writer, id: string, world: World): Promise<void> {
  const document = await paperOfTenant(writer, id);
  if (document.state === "needs_confirmation") await file(writer, document, world);
}

async function file(writer: Writer, document: KeptDocument, world: World): Promise<Decided> {
  const now = world.clock.now();
  const today = dateIn(now, writer.tenant.time_zone);
  const [entry, ...more] = await entriesToBook(writer, document, today);
  if (!entry) throw refusal("not_decided", { missing: ["total_minor"] });
  if (more.length >= ENTRIES_PER_BATCH_MAX) throw refusal("not_decided", { why: PAYS_TOO_MANY });
  const extraction = readingOf(document);
  const why = whyNoPurchase(extraction);
  // As in the chat, where «sí» does not book it either.
  if (why) throw refusal("not_decided", { why: `${PAPER[why]} proves no purchase: ${INSTEAD}` });
  const paper = paperOf(extraction, wayOf(extraction, writer.tenant.tax_id));
  assert(paper, "a paper with an entry has a total");
  const [entries, rules] = await Promise.all([entriesWithoutPaper(writer, today), listRules(writer)]);
  const match = matchPaper(paper, entries, { aliases: aliasesOf(rules), declined: document.declined });
  if (match.verdict === "link") return linkTo(writer, { document, entry_id: match.best.entry.id }, world);
  const half = match.verdict === "ask" ? null : await otherHalf(writer, document, today);
  const candidates = match.verdict === "ask" ? match.candidates : half && [{ entry: half, score: EVEN, reasons: [] }];
  if (candidates) {
    await settleDocument(writer, { document_id: document.id, state: "needs_answer", reason: "which_entry", now });
    return { document: await paperOfTenant(writer, document.id), candidates };
  }
  const booking = (each: NewEntry) => ({
    entry: each,
    ids: { entry: world.entropy.id(), reversal: world.entropy.id() },
  });
  const decision = { document_id: document.id, answers: [], now, ...booking(entry), more: more.map(booking) };
  return done(writer, document.id, await bookPaper(writer, decision));
}

/** Of the two halves of a purchase nothing but their sum and day is known. */
const EVEN = 0.5;

/** What a paper that proves no purchase is called, as a refusal says it. */
const PAPER = {
  test: "a test document",
  guide: "a dispatch guide",
  offer: "a quotation",
  statement: "a statement of an account",
  way: "a slip of money paid into an account",
} as const;
const PAYS_TOO_MANY = `it pays more than ${ENTRIES_PER_BATCH_MAX - 1} debts: discard it, and record its payments as entries of their own`;
const INSTEAD = "discard it, or record what was spent as an entry of its own";

async function linkTo(
  writer: Writer,
  { document, entry_id }: { document: KeptDocument; entry_id: string },
  world: World,
): Promise<Decided> {
  const entry = await findEntry(writer, entry_id);
  if (!entry) throw refusal("not_found");
  const now = world.clock.now();
  const today = dateIn(now, writer.tenant.time_zone);
  const extraction = readingOf(document);
  const isHalf = (await otherHalf(writer, document, today))?.id === entry_id;
  if (isHalf && placeOfHalf(entry, extraction, writer.tenant.tax_id) === "stays_beside") {
    const kept = { state: "discarded", reason: "same_purchase", from: WAITING } as const;
    await settleDocument(writer, { document_id: document.id, ...kept, now });
    return { document: await paperOfTenant(writer, document.id), candidates: [] };
  }
  if (!isHalf && !(await mayBeOf(writer, { document, entry }, today)))
    throw refusal("not_decided", { why: "it can't be of that entry" });
  const filed = await linkPaper(writer, {
    document_id: document.id,
    entry_id,
    answers: [],
    merchant: extraction.fields.merchant,
    source: "api",
    source_ref: `api:document:${document.id}:link.${entry_id}`,
    ids: { reversal: world.entropy.id(), replacement: world.entropy.id(), listed: world.entropy.id() },
    now,
  });
  return done(writer, document.id, filed);
}

/** Whether a paper may be that of an entry that has none. */
async function mayBeOf(writer: Writer, { document, entry }: Linking, today: string): Promise<boolean> {
  const [booked] = await entriesToBook(writer, document, today);
  if (!booked || entry.document_id !== null || entry.reversed_by !== null) return false;
  const extraction = readingOf(document);
  const paper = paperOf(extraction, wayOf(extraction, writer.tenant.tax_id));
  return paper !== null && signsOf(paper, entry, []) !== null;
}

type Linking = { document: KeptDocument; entry: Entry };

async function done(writer: Writer, id: string, filed: Filed): Promise<Decided> {
  if (filed.outcome === "refused") {
    throw refusal("invalid", [{ field: filed.refusal.field, problem: filed.refusal.reason }]);
  }
  if (filed.outcome !== "created" && filed.outcome !== "exists") throw refusal("not_decided", { why: filed.outcome });
  return { document: await paperOfTenant(writer, id), candidates: [] };
}

/** None of the entries that are near it is its own. */
async function declined(writer: Writer, document: KeptDocument, { clock }: World): Promise<KeptDocument> {
  const now = clock.now();
  const today = dateIn(now, writer.tenant.time_zone);
  const [entries, half] = await Promise.all([entriesWithoutPaper(writer, today), otherHalf(writer, document, today)]);
  const reading = document.extraction ? readingOf(document) : null;
  const paper = reading ? paperOf(reading, wayOf(reading, writer.tenant.tax_id)) : null;
  const near = paper ? entries.filter((entry) => signsOf(paper, entry, []) !== null).map((entry) => entry.id) : [];
  await settleDocument(writer, {
    document_id: document.id,
    state: "needs_confirmation",
    from: WAITING,
    reason: null,
    declined: half ? [...near, half.id] : near,
    now,
  });
  return paperOfTenant(writer, document.id);
}

async function entriesToBook(writer: Writer, document: KeptDocument, today: string): Promise<NewEntry[]> {
  if (!document.extraction) return [];
  const { id: document_id, answers } = document;
  const { tax_id: own_tax_id } = writer.tenant;
  const extraction = readingOf(document);
  const paper = { document_id, extraction, answers, own_tax_id, today };
  const isSlip = isMoneySlip(extraction);
  if (!isSlip && extraction.kind !== "nota_credito") return entriesOfPaper(paper);
  const [debts, rules] = await Promise.all([openDebtEntries(writer), listRules(writer)]);
  const tax_ids = isSlip ? await taxIdsOf(writer, debts) : {};
  return entriesOfPaper({ ...paper, debts, tax_ids, aliases: aliasesOf(rules) });
}

/** What was read, as people have answered it. */
function readingOf({ extraction, answers }: KeptDocument): Extraction {
  assert(extraction, "a paper that is filed was read");
  return answered(extraction, answers);
}

function aliasesOf(rules: readonly Rule[]) {
  return rules.filter((rule) => rule.kind !== "category");
}

function waiting(document: KeptDocument): KeptDocument {
  const states: readonly string[] = WAITING;
  if (!states.includes(document.state)) throw refusal("not_waiting", { state: document.state });
  return document;
}

async function paperOfTenant(writer: Writer, id: string): Promise<KeptDocument> {
  const document = await findDocument(writer, id);
  if (!document) throw refusal("not_found");
  return document;
}
