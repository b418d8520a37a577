import { expect, test } from "vitest";
import type { Entry } from "#ledger";
import type { KnownPaper } from "#sii";
import { claimOf, namedIn, type Claim } from "#src/sii/reconcile/claims.ts";
import { ANDES, books, entry, OWN } from "./made.ts";

test.each([
  ["factura 8123", "8123"],
  ["pago Factura N° 008123", "8123"],
  ["facturas 8123 y 8124", "8123"],
  ["Factura exenta 77, Liceo", "77"],
  ["nota de débito 12", "12"],
  ["Nota credito 302, MOLINO", "302"],
  ["factura de la luz 35.000", null],
  ["factura 35.000", null],
  ["boleta 8123", null],
  ["manufactura 8123", null],
  ["8123 tornillos", null],
  ["", null],
])("«%s» names %s", (concept, number) => {
  expect(namedIn(concept).number).toBe(number);
});

const PAPER: KnownPaper = {
  id: "P1",
  kind: "factura",
  issuer_tax_id: ANDES.rut,
  receiver_tax_id: OWN,
  number: "N° 0088",
};
const TAXED = { net_minor: 100_000, tax_minor: 19_000 };
const ON_PAPER = { document_id: "P1" };

test.each<[what: string, given: Partial<Entry>, paper: Partial<KnownPaper> | null, claim: Partial<Claim>]>([
  ["a purchase with its invoice", ON_PAPER, {}, { side: "compra", isCreditNote: false, number: "88" }],
  ["a sale with its invoice", { ...ON_PAPER, type: "ingreso" }, { issuer_tax_id: OWN }, { side: "venta" }],
  ["a purchase with an invoice of ours", ON_PAPER, { issuer_tax_id: OWN, sii_type: 46 }, { side: "compra" }],
  [
    "a sale with its buyer's invoice",
    { ...ON_PAPER, type: "ingreso" },
    { issuer_tax_id: ANDES.rut, sii_type: 46 },
    { side: "venta" },
  ],
  [
    "what came back by a note",
    { ...ON_PAPER, type: "ingreso" },
    { kind: "nota_credito" },
    { side: "compra", isCreditNote: true },
  ],
  [
    "a note of ours, whose issuer was not read",
    ON_PAPER,
    { kind: "nota_credito", issuer_tax_id: null },
    { side: "venta", isCreditNote: true },
  ],
  ["a purchase told with its tax", TAXED, null, { side: "compra", number: null }],
  ["a sale told by its invoice", { type: "ingreso", concept: "factura 12" }, null, { side: "venta", number: "12" }],
  ["a note told", { type: "ingreso", concept: "nota de crédito 9" }, null, { side: "compra", isCreditNote: true }],
  [
    "what was booked from the register",
    { source_ref: `sii:compra:33:${ANDES.rut}:1001` },
    null,
    { side: "compra", isCreditNote: false, number: "1001" },
  ],
])("%s claims an invoice", (...[, given, paper, claim]) => {
  expect(claimOf(entry(given), paper && { ...PAPER, ...paper }, books())).toMatchObject(claim);
});

test.each<[what: string, given: Partial<Entry>, paper: Partial<KnownPaper> | null]>([
  ["a boleta", ON_PAPER, { kind: "boleta" }],
  ["a voucher of what was taxed", { ...ON_PAPER, ...TAXED }, { kind: "comprobante" }],
  ["a paper that is not known", { document_id: "P2", ...TAXED }, null],
  ["a sale told with its tax, which may be a boleta", { ...TAXED, type: "ingreso" }, null],
  ["a purchase only told", { concept: "pan" }, null],
  ["fees", { concept: "honorarios contador" }, null],
  ["the payment of a debt", { direction: "por_pagar", concept: "factura 12" }, null],
  ["a loan", { type: "deuda", direction: "por_pagar", loan: true, concept: "factura 12" }, null],
  ["own money moved", { type: "transferencia", concept: "factura 12" }, null],
  ["another money", { currency: "USD", ...TAXED }, null],
])("%s claims none", (...[, given, paper]) => {
  expect(claimOf(entry(given), paper && { ...PAPER, ...paper }, books())).toBeNull();
});
