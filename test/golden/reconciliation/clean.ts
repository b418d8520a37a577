// What looks like a difference to whoever compares carelessly, and is none.
import { document, entry, entryFor } from "../../unit/sii/reconcile/made.ts";
import { booked, paper, SELLERS, type Plant } from "./plant.ts";

const [agreed, agreedEntry] = booked({ folio: "1", counterparty: SELLERS.easy, net: 12_990 });
const [owed, owedEntry] = booked(
  { folio: "2", counterparty: SELLERS.molino, net: 450_000 },
  { type: "deuda", direction: "por_pagar" },
);
const [lessened, lessenedEntry] = booked(
  { folio: "3", counterparty: SELLERS.molino, net: 100_000 },
  { amount_minor: 83_300, net_minor: 70_000, tax_minor: 13_300 },
);
const [sold, soldEntry] = booked({ side: "venta", folio: "50", counterparty: SELLERS.colegio, net: 90_000 });
const [rounded, roundedEntry] = booked({ folio: "4", net: 33_333 }, { amount_minor: 39_667 });
const [bagged, baggedEntry] = booked(
  { folio: "5", state: "no_incluir", counterparty: SELLERS.easy, net: 8_000 },
  { net_minor: null, tax_minor: null },
);
const photographed = document({ folio: "000777", counterparty: SELLERS.molino, net: 40_000 });

export const CLEAN: readonly Plant[] = [
  { class: null, what: "booked as it stands", documents: [agreed], entries: [agreedEntry] },
  {
    class: null,
    what: "on credit, and paid later",
    documents: [owed],
    entries: [
      owedEntry,
      entry({ type: "egreso", direction: "por_pagar", amount_minor: 535_500, settles_id: owedEntry.id }),
    ],
  },
  {
    class: null,
    what: "booked for what a note left of it",
    documents: [
      lessened,
      document({
        type: 61,
        folio: "303",
        counterparty: SELLERS.molino,
        net: 30_000,
        references: [{ type: 33, folio: "3" }],
      }),
    ],
    entries: [lessenedEntry],
  },
  {
    class: null,
    what: "never booked, for a note took it back whole",
    documents: [
      document({ folio: "6", counterparty: SELLERS.enel, net: 15_000 }),
      document({ type: 61, folio: "304", counterparty: SELLERS.enel, net: 15_000 }),
    ],
  },
  { class: null, what: "a sale", documents: [sold], entries: [soldEntry] },
  { class: null, what: "a peso of rounding", documents: [rounded], entries: [roundedEntry] },
  { class: null, what: "left out of the register, without its tax", documents: [bagged], entries: [baggedEntry] },
  { class: null, what: "claimed, and never booked", documents: [document({ folio: "7", state: "reclamado" })] },
  {
    class: null,
    what: "photographed, its number printed without zeros",
    documents: [photographed],
    entries: [entryFor(photographed, { document_id: "P-777" })],
    papers: [paper("P-777", { number: "777" })],
  },
  {
    class: null,
    what: "a boleta, a fee and what was only told",
    entries: [
      entry({ amount_minor: 5_990, document_id: "P-boleta" }),
      entry({ amount_minor: 150_000, concept: "honorarios contador", counterparty: "Ana Soto" }),
      entry({ amount_minor: 20_000, concept: "pan" }),
      entry({ amount_minor: 480_000, category: "sueldos", concept: "sueldo Pedro" }),
    ],
    papers: [paper("P-boleta", { kind: "boleta", issuer_tax_id: SELLERS.easy.rut, number: "88123" })],
  },
  {
    class: null,
    what: "sales of the counter with their tax, and own money moved",
    entries: [
      entry({ type: "ingreso", amount_minor: 11_900, net_minor: 10_000, tax_minor: 1_900 }),
      entry({ type: "transferencia", amount_minor: 200_000 }),
      entry({ type: "deuda", direction: "por_pagar", loan: true, amount_minor: 1_000_000 }),
    ],
  },
  {
    class: null,
    what: "an invoice of last month in last month's books",
    documents: [],
    entries: [entry({ amount_minor: 23_800, net_minor: 20_000, tax_minor: 3_800, date: "2026-10-15" })],
  },
];
