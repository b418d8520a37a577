import { beforeEach, expect, test } from "vitest";
import { findDocument, taxIdsOf, type Read } from "#src/documents/index.ts";
import {
  ENTRIES_PER_BATCH_MAX,
  recordEntries,
  balance,
  listEntries,
  openDebtEntries,
  recordEntry,
  replaceEntry,
  verifyBooks,
} from "#src/ledger/index.ts";
import { changeTenant, type Archive, type Writer } from "#src/tenants/index.ts";
import { desk } from "../../unit/web/api/desk.ts";
import { bread, ids, NOW, newWriter, openArchive, writerOf } from "../ledger/books.ts";
import { boleta, clock, send } from "./papers.ts";

// A slip of money through the API: it pays what its party owes or is owed, and is linked to no debt.

let archive: Archive;
let writer: Writer;
let post: ReturnType<typeof desk>["post"];
beforeEach(async () => {
  archive = await openArchive();
  writer = await newWriter(archive);
  ({ post } = desk({ archive: async () => archive, clock, entropy: { ...ids, jitter: () => 0.5 } }));
});

const decide = async (id: string, verb: string, body: unknown = {}) => {
  const answer = await post(`/api/documents/${id}/${verb}`, body, { "X-Tenant-Id": writer.tenant.id });
  return { status: answer.status, state: (await answer.json<{ state?: string }>()).state };
};

const owed = async (amount_minor: number, counterparty: string) => {
  const debt = { type: "deuda", direction: "por_cobrar", category: null, date: "2026-11-10" } as const;
  const told = bread({ ...debt, amount_minor, counterparty });
  return (await recordEntry(writer, told, { now: NOW, id: ids.id() })).entry;
};

function screen(total_minor: number, merchant: string, over: Partial<Read["fields"]> = {}): Read {
  const fields = {
    number: null,
    merchant,
    merchant_tax_id: null,
    total_minor,
    net_minor: null,
    tax_minor: null,
    items: [],
  };
  const text = `Transferencia recibida\n$${total_minor}\nDe\n${merchant}`;
  return boleta({ ...fields, ...over }, { kind: "comprobante", read_from: "ocr", text });
}

const booked = async () => {
  const page = await listEntries(writer, { live: true });
  return page.ok ? page.value.entries.filter(({ type }) => type !== "deuda") : [];
};

test("a transfer of who owes pays the debt, and what is beyond it is a sale", async () => {
  const debt = await owed(150_000, "Juan Pérez");
  const { document_id } = await send({ archive, writer }, screen(180_000, "Juan Pérez Soto"));
  expect(await decide(document_id, "confirm")).toEqual({ status: 200, state: "booked" });
  expect(await decide(document_id, "confirm")).toEqual({ status: 200, state: "booked" });
  expect(await booked()).toMatchObject([
    { type: "ingreso", direction: null, amount_minor: 30_000, category: "ventas", document_id: null },
    { direction: "por_cobrar", amount_minor: 150_000, settles_id: debt.id, category: null, document_id },
  ]);
  expect(await openDebtEntries(writer)).toEqual([]);
  expect((await balance(writer)).cash_by_currency).toMatchObject([{ amount_minor: 180_000 }]);
  expect((await verifyBooks(writer)).intact).toBe(true);
});

test("no program links a slip of money to a debt", async () => {
  const debt = await owed(45_670, "SODIMAC S.A.");
  const { document_id } = await send({ archive, writer }, screen(45_670, "SODIMAC S.A."));
  expect((await decide(document_id, "answer", { entry_id: debt.id })).status).toBe(409);
  expect(await decide(document_id, "answer", { entry_id: null })).toEqual({ status: 200, state: "booked" });
  expect(await openDebtEntries(writer)).toEqual([]);
});

test("the tax id of an invoice tells whose debt is paid, whatever the account is called", async () => {
  const invoice = boleta({ total_minor: 114_240, merchant: "ANDINA" }, { kind: "factura", text: "CREDITO 30 DIAS" });
  const first = await send({ archive, writer }, invoice);
  await decide(first.document_id, "confirm");
  const [told] = await openDebtEntries(writer);
  // «no, eran 120 mil»: the debt is another entry of the same paper.
  const correction = { patch: { amount_minor: 120_000 }, source: "whatsapp", source_ref: "whatsapp:m1:fix" } as const;
  const its = { reversal: ids.id(), replacement: ids.id() };
  await replaceEntry(writer, { entry_id: told?.entry_id ?? "", ...correction, ids: its, now: NOW });
  const open = await openDebtEntries(writer);
  expect(await taxIdsOf(writer, open)).toEqual({ [its.replacement]: "96792430-K" });
  const went = { kind: "comprobante", read_from: "ocr", text: "Transferiste $100.000 a\nEMB CHILE" } as const;
  const paper = boleta({ number: null, total_minor: 100_000, merchant: "EMB CHILE" }, went);
  const { document_id } = await send({ archive, writer }, paper);
  expect(await decide(document_id, "confirm")).toEqual({ status: 200, state: "booked" });
  expect(await openDebtEntries(writer)).toMatchObject([{ amount_minor: 20_000 }]);
  expect(await taxIdsOf(await newWriter(archive), open)).toEqual({});
});

test("a slip that pays more debts than one batch books is refused with the reason, and may be let go", async () => {
  for (let i = 0; i <= ENTRIES_PER_BATCH_MAX; i++) await owed(1_000 + i, "Juan Pérez");
  const { document_id } = await send({ archive, writer }, screen(100_000, "Juan Pérez Soto"));
  const answer = await post(`/api/documents/${document_id}/confirm`, {}, { "X-Tenant-Id": writer.tenant.id });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain("pays more than 39 debts: discard it");
  expect(await booked()).toEqual([]);
  expect(await decide(document_id, "discard")).toEqual({ status: 200, state: "discarded" });
});

test("a confirmation that was cut short before the paper was settled books no other share when it comes again", async () => {
  const debts = [await owed(30_000, "Juan Pérez"), await owed(50_000, "Juan Pérez"), await owed(90_000, "Juan Pérez")];
  const { document_id } = await send({ archive, writer }, screen(100_000, "Juan Pérez Soto"));
  const ref = `api:document:${document_id}`;
  const paid = { type: "ingreso", direction: "por_cobrar", category: null, counterparty: "Juan Pérez" } as const;
  const shares = [30_000, 50_000, 20_000].map((amount_minor, place) => {
    const settles_id = debts[place]?.id ?? "";
    const own = place === 0 ? { document_id, source_ref: ref } : { source_ref: `${ref}:paid.${place}` };
    return { entry: bread({ ...paid, amount_minor, settles_id, ...own }), id: ids.id() };
  });
  await recordEntries(writer, shares, NOW);
  expect(await decide(document_id, "confirm")).toEqual({ status: 200, state: "booked" });
  expect(await findDocument(writer, document_id)).toMatchObject({ entry_id: shares[0]?.id });
  expect(await booked()).toHaveLength(3);
  expect(await openDebtEntries(writer)).toMatchObject([{ amount_minor: 70_000 }]);
});

const VOUCHER = { kind: "comprobante", read_from: "ocr", text: "TRANSBANK\nCOMPROBANTE DE VENTA" } as const;

test("of a boleta and its voucher the second is asked about, and is kept or booked as is answered", async () => {
  const sold = await send({ archive, writer }, boleta({ total_minor: 43_170 }));
  await decide(sold.document_id, "confirm");
  const [entry] = await booked();
  const slip = () =>
    send(
      { archive, writer },
      boleta({ total_minor: 43_170, number: null, merchant: "TRANSBANK", merchant_tax_id: null }, VOUCHER),
    );
  const [kept, apart] = [await slip(), await slip()];
  expect(await decide(kept.document_id, "confirm")).toEqual({ status: 200, state: "needs_answer" });
  expect(await findDocument(writer, kept.document_id)).toMatchObject({ reason: "which_entry" });
  expect(await decide(kept.document_id, "answer", { entry_id: entry?.id })).toEqual({
    status: 200,
    state: "discarded",
  });
  expect(await findDocument(writer, kept.document_id)).toMatchObject({ reason: "same_purchase", entry_id: null });
  expect(await booked()).toHaveLength(1);
  expect(await decide(apart.document_id, "confirm")).toEqual({ status: 200, state: "needs_answer" });
  expect(await decide(apart.document_id, "answer", { entry_id: null })).toEqual({ status: 200, state: "booked" });
  expect(await booked()).toHaveLength(2);
});

test("an invoice after its slip takes its place in the books, with the tax that may be deducted", async () => {
  const slip = boleta({ total_minor: 119_000, number: null, merchant: "TRANSBANK", merchant_tax_id: null }, VOUCHER);
  const paid = await send({ archive, writer }, slip);
  await decide(paid.document_id, "confirm");
  const [entry] = await booked();
  const sold = boleta({ total_minor: 119_000, net_minor: 100_000, tax_minor: 19_000 }, { kind: "factura" });
  const { document_id } = await send({ archive, writer }, { ...sold, read_from: "ocr" });
  expect(await decide(document_id, "confirm")).toEqual({ status: 200, state: "needs_answer" });
  for (let times = 0; times < 2; times++) {
    const answer = await decide(document_id, "answer", { entry_id: entry?.id });
    expect(answer).toEqual({ status: 200, state: "linked" });
  }
  expect(await booked()).toMatchObject([{ amount_minor: 119_000, tax_minor: 19_000, document_id }]);
});

const OWN = "76123456-0";
const CUSTOMER = "77000000-7";

/** An invoice of our own on credit, booked. */
const invoiced = async (total_minor: number) => {
  await changeTenant(writer, { tax_id: OWN }, NOW);
  writer = await writerOf(archive, writer.tenant.id);
  const parties = { merchant: "ALMACEN LA ESQUINA", merchant_tax_id: OWN, receiver_tax_id: CUSTOMER };
  const invoice = boleta({ total_minor, ...parties }, { kind: "factura", text: "CREDITO 30 DIAS" });
  const { document_id } = await send({ archive, writer }, invoice);
  expect(await decide(document_id, "confirm")).toEqual({ status: 200, state: "booked" });
};

test("a card sale, whose voucher prints our own tax id, pays no invoice of ours", async () => {
  await invoiced(119_000);
  const parties = { merchant: "ALMACEN LA ESQUINA", merchant_tax_id: OWN, number: null };
  const copy = { kind: "comprobante", read_from: "ocr", text: "TRANSBANK\nCOPIA COMERCIO\nTOTAL $19.990" } as const;
  const { document_id } = await send({ archive, writer }, boleta({ total_minor: 19_990, ...parties }, copy));
  expect(await decide(document_id, "confirm")).toEqual({ status: 200, state: "booked" });
  expect(await booked()).toMatchObject([{ type: "ingreso", direction: null, settles_id: null, amount_minor: 19_990 }]);
  expect(await openDebtEntries(writer)).toMatchObject([{ amount_minor: 119_000 }]);
});

test.each([
  ["as its invoice names it", CUSTOMER],
  ["as who owes is called", "COLEGIO LOS AROMOS"],
])("a transfer of a customer's tax id pays their invoice, %s", async (_, counterparty) => {
  await invoiced(119_000);
  const [debt] = await openDebtEntries(writer);
  expect(debt).toMatchObject({ direction: "por_cobrar", counterparty: CUSTOMER });
  const named = { patch: { counterparty }, source: "whatsapp", source_ref: "whatsapp:m1:fix" } as const;
  const its = { reversal: ids.id(), replacement: ids.id() };
  await replaceEntry(writer, { entry_id: debt?.entry_id ?? "", ...named, ids: its, now: NOW });
  const { document_id } = await send(
    { archive, writer },
    screen(119_000, "FUNDACION EDUCACIONAL", { merchant_tax_id: CUSTOMER }),
  );
  expect(await decide(document_id, "confirm")).toEqual({ status: 200, state: "booked" });
  expect(await openDebtEntries(writer)).toEqual([]);
});
