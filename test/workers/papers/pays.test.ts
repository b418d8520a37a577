import { beforeEach, expect, test } from "vitest";
import { findDocument, issuersOf, type Read } from "#src/documents/index.ts";
import { balance, listEntries, openDebtEntries, recordEntry, verifyBooks } from "#src/ledger/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { desk } from "../../unit/web/api/desk.ts";
import { bread, ids, NOW, newWriter, openArchive } from "../ledger/books.ts";
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
  const [open] = await openDebtEntries(writer);
  expect(await issuersOf(writer, [open?.entry_id ?? ""])).toEqual({ [open?.entry_id ?? ""]: "96792430-K" });
  const went = { kind: "comprobante", read_from: "ocr", text: "Transferiste $100.000 a\nEMB CHILE" } as const;
  const paper = boleta({ number: null, total_minor: 100_000, merchant: "EMB CHILE" }, went);
  const { document_id } = await send({ archive, writer }, paper);
  expect(await decide(document_id, "confirm")).toEqual({ status: 200, state: "booked" });
  expect(await openDebtEntries(writer)).toMatchObject([{ amount_minor: 14_240 }]);
  expect(await issuersOf(await newWriter(archive), [open?.entry_id ?? ""])).toEqual({});
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
