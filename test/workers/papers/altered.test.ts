import { beforeAll, expect, test } from "vitest";
import { bookPaper, countDocuments, findDocument, linkPaper, unlinkPaper, type Read } from "#src/documents/index.ts";
import { listEntries, recordEntry, reverseEntry, verifyBooks } from "#src/ledger/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { at, bread, ids, newWriter, NOW, openArchive } from "../ledger/books.ts";
import { boleta, send } from "./papers.ts";

// A copy that was altered, of a paper that is in the books.

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const altered = (read: Read): Read => ({
  ...read,
  fields: { ...read.fields, total_minor: 456_700 },
  authenticity: { verdict: "altered", reasons: ["digest_differs"] },
});

const live = async (writer: Writer) => {
  const page = await listEntries(writer, { live: true });
  return page.ok ? page.value.entries : [];
};

const book = async (writer: Writer, document_id: string) => {
  const entry = bread({ amount_minor: 45_670, document_id, source_ref: `whatsapp:${document_id}:0` });
  return bookPaper(writer, { document_id, answers: [], now: NOW, entry, ids: { entry: ids.id(), reversal: ids.id() } });
};

test("an altered copy of a paper that is booked is told to be one, and waits for no «sí»", async () => {
  const writer = await newWriter(archive);
  const paper = boleta();
  const first = await send({ archive, writer }, paper);
  await book(writer, first.document_id);
  const copy = await send({ archive, writer }, altered(paper));
  expect(copy).toMatchObject({ outcome: "duplicate", altered: true, earlier: { id: first.document_id } });
  expect(await findDocument(writer, copy.document_id)).toMatchObject({
    state: "discarded",
    reason: "altered_copy",
    twin_id: first.document_id,
    extraction: { authenticity: { verdict: "altered" } },
  });
  expect(await book(writer, copy.document_id)).toEqual({ outcome: "impossible" });
  expect(await live(writer)).toHaveLength(1);
  expect(await countDocuments(writer)).toEqual({ booked: 1, waiting: 0, discarded: 0 });
});

test("an altered copy of what the tax service has listed takes neither its place nor one of its own", async () => {
  const writer = await newWriter(archive);
  const paper = boleta({ number: "601" });
  const id = { issuer: "96792430-K", kind: "boleta", series: null, number: "601" };
  await recordEntry(writer, bread({ source: "sii", source_ref: "sii:compra:39:601", paper: id }), at());
  const copy = await send({ archive, writer }, altered(paper));
  expect(copy).toMatchObject({ outcome: "duplicate", altered: true });
  expect(await live(writer)).toMatchObject([{ document_id: null }]);
});

test("an altered copy that waited while the paper was booked is not booked any more", async () => {
  const writer = await newWriter(archive);
  const paper = boleta();
  const copy = await send({ archive, writer }, altered(paper));
  expect(copy).toMatchObject({ outcome: "read" });
  await book(writer, (await send({ archive, writer }, paper)).document_id);
  expect(await book(writer, copy.document_id)).toEqual({ outcome: "impossible" });
  expect(await findDocument(writer, copy.document_id)).toMatchObject({ state: "discarded", reason: "altered_copy" });
  expect(await live(writer)).toHaveLength(1);
});

const confirmed = (document_id: string, over = {}) => ({
  document_id,
  answers: [],
  now: NOW,
  entry: bread({ amount_minor: 45_670, document_id, source_ref: `whatsapp:${document_id}:0`, ...over }),
  ids: { entry: ids.id(), reversal: ids.id() },
});

const linking = (document_id: string, entry_id: string) => ({
  document_id,
  entry_id,
  answers: [],
  now: NOW,
  merchant: null,
  source: "whatsapp" as const,
  source_ref: `whatsapp:${document_id}:link`,
  ids: { reversal: ids.id(), replacement: ids.id(), listed: ids.id() },
});

test("what was booked from an altered copy is the genuine paper's once that one is confirmed, with its figures", async () => {
  const writer = await newWriter(archive);
  const paper = boleta();
  const copy = await send({ archive, writer }, altered(paper));
  await bookPaper(writer, confirmed(copy.document_id, { amount_minor: 456_700, category: "mantencion" }));
  const genuine = await send({ archive, writer }, paper);
  expect(genuine).toMatchObject({ outcome: "read" });
  const booking = confirmed(genuine.document_id, { date: "2026-11-17" });
  const filed = await bookPaper(writer, booking);
  expect(filed).toMatchObject({ outcome: "created", linked: true, before: { amount_minor: 456_700 } });
  expect(await bookPaper(writer, booking)).toMatchObject({ outcome: "exists" });
  expect(await live(writer)).toMatchObject([
    { amount_minor: 45_670, date: "2026-11-17", document_id: genuine.document_id, category: "mantencion" },
  ]);
  expect(await findDocument(writer, genuine.document_id)).toMatchObject({ state: "linked" });
  expect(await send({ archive, writer }, altered(paper))).toMatchObject({ outcome: "duplicate", altered: true });
  expect(await verifyBooks(writer)).toMatchObject({ intact: true });
});

test("parted again, it is the altered copy's as before, and the genuine paper takes its place anew", async () => {
  const writer = await newWriter(archive);
  const paper = boleta();
  const copy = await send({ archive, writer }, altered(paper));
  await bookPaper(writer, confirmed(copy.document_id, { amount_minor: 456_700 }));
  const { document_id } = await send({ archive, writer }, paper);
  for (const source_ref of ["whatsapp:undo.unlink", "whatsapp:undo.again.unlink"]) {
    expect(await bookPaper(writer, confirmed(document_id))).toMatchObject({ outcome: "created", linked: true });
    expect(await findDocument(writer, copy.document_id)).toMatchObject({
      state: "discarded",
      reason: "altered_copy",
      match: null,
    });
    expect(await live(writer)).toMatchObject([{ amount_minor: 45_670, document_id }]);
    const parting = { document_id, source: "whatsapp", source_ref, now: NOW } as const;
    const parted = await unlinkPaper(writer, { ...parting, ids: { reversal: ids.id(), replacement: ids.id() } });
    expect(parted?.document).toMatchObject({ state: "needs_confirmation", match: null });
    expect(await live(writer)).toMatchObject([{ amount_minor: 456_700, document_id: copy.document_id }]);
    const entry_id = parted?.entry.id;
    expect(await findDocument(writer, copy.document_id)).toMatchObject({ state: "booked", reason: null, entry_id });
  }
  expect(await send({ archive, writer }, altered(paper))).toMatchObject({ outcome: "duplicate", altered: true });
  expect(await verifyBooks(writer)).toMatchObject({ intact: true });
});

test("parted from what its altered copy was booked as, a paper that was linked to it takes its place anew too", async () => {
  const writer = await newWriter(archive);
  const paper = boleta();
  const copy = await send({ archive, writer }, altered(paper));
  const booked = await bookPaper(writer, confirmed(copy.document_id, { amount_minor: 456_700 }));
  if (!("entry" in booked)) throw new Error(booked.outcome);
  const { document_id } = await send({ archive, writer }, paper);
  expect(await linkPaper(writer, linking(document_id, booked.entry.id))).toMatchObject({ outcome: "created" });
  expect(await findDocument(writer, copy.document_id)).toMatchObject({ state: "discarded", reason: "altered_copy" });
  const parting = { document_id, source: "whatsapp", source_ref: "whatsapp:undo", now: NOW } as const;
  await unlinkPaper(writer, { ...parting, ids: { reversal: ids.id(), replacement: ids.id() } });
  expect(await live(writer)).toMatchObject([{ amount_minor: 456_700, document_id: copy.document_id }]);
  await bookPaper(writer, confirmed(document_id));
  expect(await live(writer)).toMatchObject([{ amount_minor: 45_670, document_id }]);
});

const OWED = { type: "deuda", direction: "por_pagar", counterparty: "Sodimac" } as const;

test("a debt that was paid beyond what the genuine paper says is that paper's all the same", async () => {
  const writer = await newWriter(archive);
  const paper = boleta();
  const copy = await send({ archive, writer }, altered(paper));
  const booked = await bookPaper(writer, confirmed(copy.document_id, { ...OWED, amount_minor: 456_700 }));
  if (!("entry" in booked)) throw new Error(booked.outcome);
  const paid = { direction: "por_pagar", counterparty: "Sodimac", settles_id: booked.entry.id } as const;
  await recordEntry(writer, bread({ ...paid, amount_minor: 456_700 }), at());
  const { document_id } = await send({ archive, writer }, paper);
  const filed = await bookPaper(writer, confirmed(document_id, OWED));
  expect(filed).toMatchObject({ outcome: "created", linked: true, entry: { ...OWED, amount_minor: 45_670 } });
  expect(await findDocument(writer, document_id)).toMatchObject({ state: "linked" });
  expect(await verifyBooks(writer)).toMatchObject({ intact: true });
});

test("a genuine note of credit beyond what is open of its debt is linked, and the sum of its copy stays", async () => {
  const writer = await newWriter(archive);
  const debt = await recordEntry(writer, bread({ ...OWED, amount_minor: 30_000 }), at());
  const paper = boleta();
  const note = { ...OWED, type: "egreso", settles_id: debt.entry.id, returned: true } as const;
  const copy = await send({ archive, writer }, altered(paper));
  await bookPaper(writer, confirmed(copy.document_id, { ...note, amount_minor: 10_000 }));
  const { document_id } = await send({ archive, writer }, paper);
  const filed = await bookPaper(writer, confirmed(document_id));
  expect(filed).toMatchObject({ outcome: "created", linked: true, entry: { amount_minor: 10_000, document_id } });
  expect(await findDocument(writer, document_id)).toMatchObject({ state: "linked" });
  expect(await findDocument(writer, copy.document_id)).toMatchObject({ state: "discarded", reason: "altered_copy" });
  expect(await verifyBooks(writer)).toMatchObject({ intact: true });
});

test("a second altered copy of what was booked from the first is let go, and one that was taken back leaves room", async () => {
  const writer = await newWriter(archive);
  const paper = boleta();
  const [first, second] = [
    await send({ archive, writer }, altered(paper)),
    await send({ archive, writer }, altered(paper)),
  ];
  const booked = await bookPaper(writer, confirmed(first.document_id));
  expect(await bookPaper(writer, confirmed(second.document_id))).toEqual({ outcome: "impossible" });
  expect(await live(writer)).toHaveLength(1);
  if (!("entry" in booked)) throw new Error(booked.outcome);
  const away = { entry_id: booked.entry.id, source: "whatsapp" as const, source_ref: "whatsapp:undo", id: ids.id() };
  await reverseEntry(writer, { ...away, now: NOW });
  const genuine = await send({ archive, writer }, paper);
  expect(await bookPaper(writer, confirmed(genuine.document_id))).toMatchObject({ outcome: "created", linked: false });
});

test("a genuine paper that is of something told takes back what its altered copy was booked as", async () => {
  const writer = await newWriter(archive);
  const paper = boleta();
  const told = await recordEntry(writer, bread({ amount_minor: 45_670, concept: "taladro" }), at());
  const copy = await send({ archive, writer }, altered(paper));
  await bookPaper(writer, confirmed(copy.document_id, { amount_minor: 456_700 }));
  const { document_id } = await send({ archive, writer }, paper);
  expect(await linkPaper(writer, linking(document_id, told.entry.id))).toMatchObject({ outcome: "created" });
  expect(await live(writer)).toMatchObject([{ concept: "taladro", document_id }]);
});

test("an altered copy is no paper of what the tax service or a genuine paper vouches for", async () => {
  const writer = await newWriter(archive);
  const id = { issuer: "96792430-K", kind: "factura", series: null, number: "7001" };
  const listed = bread({ amount_minor: 45_670, source: "sii", source_ref: "sii:compra:33:7001", paper: id });
  const { entry } = await recordEntry(writer, listed, at());
  const copy = await send({ archive, writer }, altered(boleta()));
  expect(await linkPaper(writer, linking(copy.document_id, entry.id))).toEqual({ outcome: "impossible" });
  expect(await findDocument(writer, copy.document_id)).toMatchObject({ state: "discarded", reason: "altered_copy" });
  expect(await live(writer)).toMatchObject([{ document_id: null }]);
});

test("an altered copy of something told is its paper, once however often it is asked for", async () => {
  const writer = await newWriter(archive);
  const told = await recordEntry(writer, bread({ amount_minor: 456_700, concept: "taladro" }), at());
  const { document_id } = await send({ archive, writer }, altered(boleta()));
  const asked = linking(document_id, told.entry.id);
  expect(await linkPaper(writer, asked)).toMatchObject({ outcome: "created" });
  expect(await linkPaper(writer, asked)).toMatchObject({ outcome: "exists" });
  expect(await live(writer)).toMatchObject([{ document_id }]);
});
