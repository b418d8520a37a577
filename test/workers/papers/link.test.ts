import { beforeAll, expect, test } from "vitest";
import {
  bookPaper,
  entriesWithoutPaper,
  findDocument,
  linkPaper,
  settleDocument,
  unlinkPaper,
  WAITING,
} from "#src/documents/index.ts";
import {
  balance,
  findEntry,
  listEntries,
  recordEntry,
  reverseEntry,
  verifyBooks,
  type NewEntry,
} from "#src/ledger/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { bread, ids, NOW, newWriter, openArchive } from "../ledger/books.ts";
import { boleta, send, TOLD_PAID } from "./papers.ts";

let archive: Archive;
let writer: Writer;
beforeAll(async () => {
  archive = await openArchive();
});

const two = () => ({ reversal: ids.id(), replacement: ids.id(), listed: ids.id() });

const drill = (over: Partial<NewEntry> = {}) =>
  bread({ amount_minor: 45_670, concept: "taladro", category: "mantencion", date: "2026-11-17", ...over });

async function toldAndSent(paper = boleta(), told: Partial<NewEntry> = {}) {
  writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, drill(told), { now: NOW, id: ids.id() });
  const { document_id } = await send({ archive, writer }, paper);
  const linking = {
    document_id,
    entry_id: entry.id,
    answers: [],
    merchant: "SODIMAC S.A.",
    now: NOW,
    ...({ source: "whatsapp", source_ref: `whatsapp:m:link.${entry.id}` } as const),
  };
  return { entry, document_id, linking };
}

const live = async () => {
  const page = await listEntries(writer, { live: true });
  return page.ok ? page.value.entries : [];
};

test("a paper of an entry that was told before it names the seller and changes no sum", async () => {
  const { document_id, linking } = await toldAndSent();
  const before = await balance(writer);
  const linked = await linkPaper(writer, { ...linking, ids: two() });
  expect(linked).toMatchObject({ outcome: "created", linked: true });
  expect(await live()).toMatchObject([
    { amount_minor: 45_670, concept: "taladro", counterparty: "SODIMAC S.A.", document_id, category: "mantencion" },
  ]);
  expect((await balance(writer)).cash).toEqual(before.cash);
  expect(await findDocument(writer, document_id)).toMatchObject({ state: "linked", match: { by: "link" } });
  expect(await verifyBooks(writer)).toMatchObject({ intact: true });
});

test("linked again, or booked after it, it is the same entry", async () => {
  const { document_id, linking } = await toldAndSent();
  const first = await linkPaper(writer, { ...linking, ids: two() });
  const again = await linkPaper(writer, { ...linking, ids: two() });
  const entry = drill({ document_id, source_ref: "whatsapp:m:0" });
  const booked = await bookPaper(writer, {
    document_id,
    answers: [],
    now: NOW,
    entry,
    ids: { entry: ids.id(), reversal: ids.id() },
  });
  for (const filed of [again, booked]) {
    expect(filed).toMatchObject({ outcome: "exists", entry: "entry" in first ? { id: first.entry.id } : {} });
  }
  expect(await live()).toHaveLength(1);
});

test("an invoice brings the tax that may be deducted", async () => {
  const invoice = { ...boleta({ net_minor: 38_378, tax_minor: 7_292 }), kind: "factura" as const };
  const { linking } = await toldAndSent(invoice);
  await linkPaper(writer, { ...linking, ids: two() });
  expect(await live()).toMatchObject([{ net_minor: 38_378, tax_minor: 7_292 }]);
  expect((await balance(writer)).accounts).toContainEqual(
    expect.objectContaining({ account: expect.stringContaining("iva") }),
  );
});

test("an invoice of what is owed brings its tax and its day; parted again, the debt has neither", async () => {
  const read = { net_minor: 38_378, tax_minor: 7_292 };
  const invoice = { ...boleta(read), kind: "factura" as const, text: "CONDICION DE PAGO: CREDITO 30 DIAS" };
  const owed = { type: "deuda", direction: "por_pagar", due_date: null } as const;
  const { document_id, linking } = await toldAndSent(invoice, owed);
  await linkPaper(writer, { ...linking, ids: two() });
  expect(await live()).toMatchObject([{ ...owed, net_minor: 38_378, tax_minor: 7_292, due_date: "2026-12-17" }]);
  expect((await balance(writer)).accounts).toContainEqual(
    expect.objectContaining({ account: expect.stringContaining("iva") }),
  );
  const parting = { document_id, source: "whatsapp", source_ref: "whatsapp:u:owed", now: NOW } as const;
  await unlinkPaper(writer, { ...parting, ids: two() });
  expect(await live()).toMatchObject([{ ...owed, net_minor: null, tax_minor: null }]);
});

test("the day that was told for a debt stands, and a loan brings no tax", async () => {
  const read = { net_minor: 38_378, tax_minor: 7_292 };
  const invoice = () => ({ ...boleta(read), kind: "factura" as const, text: "CONDICION DE PAGO: CREDITO 30 DIAS" });
  const owed = { type: "deuda", direction: "por_pagar" } as const;
  const dated = await toldAndSent(invoice(), { ...owed, due_date: "2026-12-01" });
  await linkPaper(writer, { ...dated.linking, ids: two() });
  expect(await live()).toMatchObject([{ due_date: "2026-12-01" }]);
  const lent = await toldAndSent(invoice(), { ...owed, loan: true, category: null });
  await linkPaper(writer, { ...lent.linking, ids: two() });
  expect(await live()).toMatchObject([{ net_minor: null, tax_minor: null }]);
});

test("a paper that was booked meanwhile is not taken up again, and keeps its answers", async () => {
  const { document_id } = await toldAndSent();
  const entry = drill({ document_id, source_ref: "api:document:x" });
  const booking = { document_id, answers: [], now: NOW, ids: { entry: ids.id(), reversal: ids.id() } };
  await bookPaper(writer, { ...booking, entry });
  const taken = { document_id, state: "needs_confirmation", from: WAITING, now: NOW } as const;
  expect(await settleDocument(writer, taken)).toBe("impossible");
  const told = { field: "term", read: "paid", said: 30, by: "contact:C", at: "2026-11-18T15:00:00.000Z" } as const;
  expect(await settleDocument(writer, { document_id, from: WAITING, answers: [told], now: NOW })).toBe("impossible");
  expect(await findDocument(writer, document_id)).toMatchObject({ state: "booked", answers: [] });
  const again = await bookPaper(writer, { ...booking, entry: { ...entry, source_ref: "whatsapp:si:0" } });
  expect(again.outcome).toBe("exists");
});

test("an answer alone leaves a paper where it waits", async () => {
  const { document_id } = await toldAndSent();
  const answering = { document_id, from: WAITING, answers: [TOLD_PAID], now: NOW };
  expect(await settleDocument(writer, answering)).toBe("settled");
  expect(await settleDocument(writer, answering)).toBe("exists");
  expect(await findDocument(writer, document_id)).toMatchObject({ state: "needs_confirmation", answers: [TOLD_PAID] });
});

test("a rounded sum becomes the printed one, a tip stays", async () => {
  const rounded = await toldAndSent(boleta(), { amount_minor: 45_000 });
  await linkPaper(writer, { ...rounded.linking, ids: two() });
  expect(await live()).toMatchObject([{ amount_minor: 45_670 }]);
  const tipped = await toldAndSent(boleta(), { amount_minor: 50_237 });
  await linkPaper(writer, { ...tipped.linking, ids: two() });
  expect(await live()).toMatchObject([{ amount_minor: 50_237, net_minor: null, tax_minor: null }]);
});

test("parted again, the entry is what was told, and the paper waits and is never taken for it", async () => {
  const { entry, document_id, linking } = await toldAndSent(boleta(), { amount_minor: 45_000 });
  await linkPaper(writer, { ...linking, ids: two() });
  const parting = { document_id, source: "whatsapp", source_ref: "whatsapp:u:unlink", now: NOW } as const;
  const parted = await unlinkPaper(writer, { ...parting, ids: two() });
  const again = await unlinkPaper(writer, { ...parting, ids: two() });
  expect(again?.entry.id).toBe(parted?.entry.id);
  expect(await live()).toMatchObject([
    { amount_minor: 45_000, counterparty: null, document_id: null, concept: "taladro" },
  ]);
  const document = await findDocument(writer, document_id);
  expect(document).toMatchObject({ state: "needs_confirmation", entry_id: null, match: null });
  expect(document?.declined).toEqual(expect.arrayContaining([entry.id, parted?.entry.id]));
  expect(await verifyBooks(writer)).toMatchObject({ intact: true });
});

test("an entry that was taken back meanwhile takes no paper", async () => {
  const { entry, document_id, linking } = await toldAndSent();
  const reversal = {
    entry_id: entry.id,
    source: "whatsapp",
    source_ref: "whatsapp:r:0",
    now: NOW,
    id: ids.id(),
  } as const;
  await reverseEntry(writer, reversal);
  expect(await linkPaper(writer, { ...linking, ids: two() })).toEqual({ outcome: "gone" });
  expect(await findDocument(writer, document_id)).toMatchObject({ state: "needs_confirmation", entry_id: null });
});

test("two that book the same paper in the same moment make one entry", async () => {
  const { document_id } = await toldAndSent();
  const booking = (key: string) =>
    bookPaper(writer, {
      document_id,
      answers: [],
      now: NOW,
      entry: drill({ document_id, source_ref: key }),
      ids: { entry: ids.id(), reversal: ids.id() },
    });
  const filed = await Promise.all([booking("whatsapp:a:0"), booking("api:document:b")]);
  expect(filed.map((each) => ("entry" in each ? each.entry.id : each.outcome))[0]).toBeDefined();
  const withPaper = (await live()).filter((each) => each.document_id === document_id);
  expect(withPaper).toHaveLength(1);
  expect((await findDocument(writer, document_id))?.entry_id).toBe(withPaper[0]?.id);
});

test("only what stands without a paper is looked at", async () => {
  const { entry, linking } = await toldAndSent();
  expect((await entriesWithoutPaper(writer, "2026-11-18")).map(({ id }) => id)).toEqual([entry.id]);
  await linkPaper(writer, { ...linking, ids: two() });
  expect(await entriesWithoutPaper(writer, "2026-11-18")).toEqual([]);
});

test("another business finds neither the paper nor the entry", async () => {
  const { entry, document_id, linking } = await toldAndSent();
  const stranger = await newWriter(archive);
  expect(await linkPaper(stranger, { ...linking, ids: two() })).toEqual({ outcome: "not_found" });
  const booked = { document_id, answers: [], now: NOW, entry: drill(), ids: { entry: ids.id(), reversal: ids.id() } };
  expect(await bookPaper(stranger, booked)).toEqual({ outcome: "not_found" });
  expect(await unlinkPaper(stranger, { ...linking, ids: two() })).toBeNull();
  const theirs = await send({ archive, writer: stranger }, boleta());
  expect(await linkPaper(stranger, { ...linking, document_id: theirs.document_id, ids: two() })).toEqual({
    outcome: "gone",
  });
  expect(await findEntry(writer, entry.id)).toMatchObject({ reversed_by: null, document_id: null });
});

test("a day that the person said stands in the books, whatever the paper prints", async () => {
  const told = { date: "2026-11-18" };
  const moved = await toldAndSent(boleta(), told);
  await linkPaper(writer, { ...moved.linking, ids: two() });
  expect(await live()).toMatchObject([{ date: "2026-11-17" }]);
  const said = await toldAndSent(boleta(), told);
  await linkPaper(writer, { ...said.linking, day: "2026-11-18", ids: two() });
  expect(await live()).toMatchObject([{ date: "2026-11-18" }]);
  const invoice = await toldAndSent({ ...boleta(), kind: "factura" as const }, told);
  await linkPaper(writer, { ...invoice.linking, ids: two() });
  expect(await live()).toMatchObject([{ date: "2026-11-18" }]);
});
