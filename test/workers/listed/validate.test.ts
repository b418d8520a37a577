import { beforeAll, expect, test } from "vitest";
import { bookPaper, papersOfEntries } from "#src/documents/index.ts";
import {
  entryBySourceRef,
  listEntries,
  openDebtEntries,
  recordEntry,
  replaceEntry,
  reverseEntry,
  verifyBooks,
  type EntryPatch,
} from "#src/ledger/index.ts";
import { resolve, validate, type Difference, type RcvDocument } from "#src/sii/index.ts";
import { keyOf } from "#src/sii/rcv/document.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { totalsOf } from "../../unit/sii/taxes/month.ts";
import { at as recording, bread, ids, NOW, openArchive } from "../ledger/books.ts";
import { boleta, send } from "../papers/papers.ts";
import { at, bring, entropy, listed, listedWriter, MONTH, sumUp } from "./listed.ts";

// A month of the books held against the tax service's list, with what parts them planted.

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const two = () => ({ reversal: ids.id(), replacement: ids.id() });

const entryOf = async (writer: Writer, document: RcvDocument) => {
  const entry = await entryBySourceRef(writer, keyOf(document));
  if (!entry) throw new Error(`${keyOf(document)} is booked`);
  return entry;
};

let asks = 0;

async function undo(writer: Writer, document: RcvDocument): Promise<void> {
  const { id: entry_id } = await entryOf(writer, document);
  const source_ref = `whatsapp:undo-${++asks}`;
  await reverseEntry(writer, { entry_id, source: "whatsapp", source_ref, now: NOW, id: ids.id() });
}

async function correct(writer: Writer, document: RcvDocument, patch: EntryPatch): Promise<void> {
  const { id: entry_id } = await entryOf(writer, document);
  const source_ref = `whatsapp:fix-${++asks}`;
  await replaceEntry(writer, { entry_id, patch, source: "whatsapp", source_ref, now: NOW, ids: two() });
}

async function differences(writer: Writer): Promise<Difference[]> {
  const validated = await validate(writer, MONTH, at);
  if (!validated.ok) throw new Error(validated.error.reason);
  return validated.value.differences;
}

const open = async (writer: Writer) => (await differences(writer)).filter(({ is_set_aside }) => !is_set_aside);

/** Twelve things that are wrong, each with the class that it should be explained by. */
async function planted(): Promise<{ writer: Writer; classes: Record<string, string> }> {
  const writer = await listedWriter(archive);
  const seller = (n: number, name: string) => ({ rut: `${70_000_000 + n}-0`, name, isValid: false });
  const gone = listed({ net: 111_000, counterparty: seller(1, "Ferretería Uno") });
  const sold = listed({ side: "venta", net: 222_000, counterparty: seller(2, "Colegio Dos") });
  const amount = listed({ net: 333_000, counterparty: seller(3, "Envases Tres") });
  const moved = listed({ net: 44_000, issuedOn: "2026-11-02", counterparty: seller(4, "Molinos Cuatro") });
  const waits = listed({
    net: 55_000,
    state: "pendiente",
    receivedAt: "2026-11-14T09:00:00",
    issuedOn: "2026-11-14",
    counterparty: seller(5, "Lácteos Cinco"),
  });
  const noted = listed({ type: 61, net: 6_000, counterparty: seller(6, "Gráfica Seis") });
  const twice = listed({ net: 77_000, counterparty: seller(7, "Transportes Siete") });
  const claimed = listed({ net: 88_000, counterparty: seller(8, "Maderas Ocho") });
  const left = listed({ net: 99_000, counterparty: seller(9, "Librería Nueve") });
  const fine = listed({ net: 10_000, counterparty: seller(10, "Todo Bien Diez") });
  await bring(writer, [gone, sold, amount, moved, waits, noted, twice, claimed, left, fine]);
  await undo(writer, gone);
  await undo(writer, sold);
  await undo(writer, noted);
  await correct(writer, amount, { amount_minor: 390_000, net_minor: 327_731, tax_minor: 62_269 });
  await correct(writer, moved, { date: "2026-10-30" });
  await correct(writer, claimed, { category: "mantencion" });
  await correct(writer, left, { category: "insumos" });
  await bring(writer, [
    { ...claimed, state: "reclamado", claimedAt: "2026-11-10T10:00:00" },
    { ...left, state: "no_incluir" },
  ]);
  const told = { currency: "CLP", date: "2026-11-06", category: "insumos" } as const;
  const missing = bread({
    ...told,
    amount_minor: 119_000,
    net_minor: 100_000,
    tax_minor: 19_000,
    concept: "Factura 99911, Bodega Once",
    counterparty: "Bodega Once",
    source_ref: "whatsapp:there:0",
  });
  await recordEntry(writer, missing, recording());
  const again = bread({
    ...told,
    amount_minor: twice.total,
    date: twice.issuedOn,
    concept: `flete factura ${twice.folio}`,
    counterparty: "Transportes Siete",
    source_ref: "whatsapp:again:0",
  });
  await recordEntry(writer, again, recording());
  const paper = boleta(
    {
      merchant: "Otra Ltda",
      merchant_tax_id: "77222333-4",
      number: "5150",
      total_minor: 59_500,
      net_minor: 50_000,
      tax_minor: 9_500,
      receiver_tax_id: "77999888-1",
      date: "2026-11-07",
    },
    { kind: "factura" },
  );
  const { document_id } = await send({ archive, writer }, paper);
  const entry = bread({
    ...told,
    amount_minor: 59_500,
    net_minor: 50_000,
    tax_minor: 9_500,
    document_id,
    concept: "Factura 5150, Otra Ltda",
    counterparty: "Otra Ltda",
    source_ref: "whatsapp:paper:0",
  });
  await bookPaper(writer, { document_id, answers: [], now: NOW, entry, ids: { entry: ids.id(), reversal: ids.id() } });
  const line = {
    type: 34,
    count: 1,
    exempt: 30_000,
    net: 0,
    tax: 0,
    unrecoverable: 0,
    commonUseTax: 0,
    total: 30_000,
    isDetailed: true,
  };
  const counted = [gone, amount, moved, twice, fine];
  const of = { side: "compra", state: "registro" } as const;
  await sumUp(writer, [...totalsOf([...counted, noted]), { ...line, ...of }]);
  return {
    writer,
    classes: {
      [gone.folio]: "missing_here",
      [sold.folio]: "missing_here",
      [amount.folio]: "amount",
      [moved.folio]: "period",
      [waits.folio]: "pending",
      [noted.folio]: "credit_note",
      [twice.folio]: "duplicate",
      [claimed.folio]: "reclaimed_but_booked",
      [left.folio]: "not_included",
      "Factura 99911, Bodega Once": "missing_there",
      "Factura 5150, Otra Ltda": "not_for_this_rut",
      "type 34": "totals",
    },
  };
}

const nameOf = ({ documents: [document], entries: [entry], summary }: Difference): string =>
  document?.folio ?? entry?.concept ?? `type ${summary?.type}`;

test("twelve planted differences of all classes are explained, each by its own", async () => {
  const { writer, classes } = await planted();
  const found = await differences(writer);
  expect(Object.fromEntries(found.map((each) => [nameOf(each), each.class]))).toEqual(classes);
  expect(found).toHaveLength(12);
  expect(new Set(found.map((each) => each.class)).size).toBe(11);
});

test("answered one by one, by what each is offered first, nothing is left but what only the tax service can mend", async () => {
  const { writer } = await planted();
  for (let turns = 0; turns < 12; turns++) {
    const [difference] = (await open(writer)).filter((each) => each.class !== "pending" && each.class !== "totals");
    if (!difference) break;
    const resolution = difference.resolutions.find((each) => each.do !== "ask_sii");
    if (!resolution) throw new Error("there is something to answer");
    const ports = { now: NOW, entropy, source: "whatsapp", source_ref: `whatsapp:tap-${++asks}` } as const;
    expect(await resolve(writer, { difference, resolution }, ports)).toEqual({ outcome: "done" });
  }
  expect((await open(writer)).map((each) => each.class).toSorted()).toEqual(["pending", "totals"]);
  expect(await verifyBooks(writer)).toMatchObject({ intact: true });
});

test("what was left as it is stays so, and is listed as that", async () => {
  const { writer } = await planted();
  const [difference] = await open(writer);
  if (!difference) throw new Error("there is a difference");
  const ports = { now: NOW, entropy, source: "whatsapp", source_ref: "whatsapp:leave" } as const;
  await resolve(writer, { difference, resolution: { do: "leave" } }, ports);
  expect((await open(writer)).map(({ key }) => key)).not.toContain(difference.key);
  expect((await differences(writer)).find(({ key }) => key === difference.key)).toMatchObject({ is_set_aside: true });
});

test("a month that was listed and booked as it stands has no difference", async () => {
  const writer = await listedWriter(archive);
  const invoice = listed({ net: 50_000 });
  const note = listed({ type: 61, net: 10_000, references: [{ type: 33, folio: invoice.folio }] });
  const common = listed({ net: 20_000, tax: 0, commonUseTax: 3_800, total: 23_800 });
  const lost = listed({ net: 30_000, tax: 0, unrecoverable: { tax: 5_700, code: 1 }, total: 35_700 });
  const sale = listed({ side: "venta", net: 80_000 });
  await bring(writer, [invoice, note, common, lost, sale]);
  expect(await differences(writer)).toEqual([]);
  const page = await listEntries(writer, { live: true });
  expect(page.ok && page.value.entries).toHaveLength(5);
});

test("of a month of which nothing was asked nothing is said", async () => {
  const writer = await listedWriter(archive);
  expect(await validate(writer, "2026-07", { now: NOW, papersOf: papersOfEntries })).toEqual({
    ok: false,
    error: { reason: "never_asked" },
  });
});

test("a note lowers the debt of its invoice: no cash moves, what is owed is so much less, and it is told once", async () => {
  const writer = await listedWriter(archive);
  const seller = { rut: "70000011-0", name: "Maderas Doce", isValid: false };
  const invoice = listed({ net: 200_000, counterparty: seller });
  const note = listed({
    type: 61,
    net: 50_000,
    counterparty: seller,
    references: [{ type: 33, folio: invoice.folio }],
  });
  const debt = bread({
    type: "deuda",
    direction: "por_pagar",
    amount_minor: invoice.total,
    date: invoice.issuedOn,
    category: "mantencion",
    concept: `Factura ${invoice.folio}, Maderas Doce`,
    counterparty: "Maderas Doce",
    source_ref: "whatsapp:owed:0",
  });
  await recordEntry(writer, debt, recording());
  await bring(writer, [invoice, note]);
  await undo(writer, note);
  const [difference] = await open(writer);
  const lowering = difference?.resolutions.find((each) => each.do === "lower");
  if (!difference || !lowering) throw new Error("a note of an invoice that is owed may lower it");
  const ports = { now: NOW, entropy, source: "whatsapp" as const, source_ref: "whatsapp:lower:0" };
  expect(await resolve(writer, { difference, resolution: lowering }, ports)).toEqual({ outcome: "done" });
  expect(await openDebtEntries(writer)).toMatchObject([{ amount_minor: 238_000 - 59_500, original_minor: 238_000 }]);
  expect(await open(writer)).toEqual([]);
  expect(await verifyBooks(writer)).toMatchObject({ intact: true });
});
