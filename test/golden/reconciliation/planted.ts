// A difference of each kind.
import { document, entry, entryFor, rut } from "../../unit/sii/reconcile/made.ts";
import { booked, paper, SELLERS, type Plant } from "./plant.ts";

const [raised, raisedEntry] = booked(
  { folio: "2002", counterparty: SELLERS.easy, net: 160_000 },
  { amount_minor: 109_400, net_minor: 91_933, tax_minor: 17_467 },
);
const [late, lateEntry] = booked({ folio: "2003", counterparty: SELLERS.enel, net: 50_000, issuedOn: "2026-10-30" });
const [waiting, waitingEntry] = booked({
  folio: "2005",
  state: "pendiente",
  net: 30_000,
  receivedAt: "2026-11-20T10:00:00",
});
const [noted, notedEntry] = booked({ folio: "2006", counterparty: SELLERS.molino, net: 200_000 });
const [twice, twiceEntry] = booked({ folio: "2007", net: 70_000 });
const [again, againEntry] = booked({ folio: "2008", counterparty: SELLERS.copec, net: 38_370 }, { source: "sii" });
const [claimed, claimedEntry] = booked({ folio: "2009", state: "reclamado", counterparty: SELLERS.easy, net: 20_000 });
const [leftOut, leftOutEntry] = booked({ folio: "2010", state: "no_incluir", counterparty: SELLERS.easy, net: 10_000 });
const forOther = entry({ amount_minor: 47_600, document_id: "P-other", counterparty: "Molino San Cristóbal" });
const unknownThere = entry({
  amount_minor: 59_500,
  net_minor: 50_000,
  tax_minor: 9_500,
  document_id: "P-3003",
  counterparty: "Molino San Cristóbal",
});
const unknownNote = entry({
  type: "ingreso",
  amount_minor: 23_800,
  net_minor: 20_000,
  tax_minor: 3_800,
  document_id: "P-302",
});
const maybe = document({ folio: "2011", counterparty: SELLERS.easy, net: 84_530, issuedOn: "2026-11-12" });
const maybeEntry = entry({ amount_minor: maybe.total, date: "2026-11-12", concept: "cemento" });

export const PLANTED: readonly Plant[] = [
  {
    class: "missing_here",
    what: "petrol that nobody booked",
    documents: [document({ folio: "2001", counterparty: SELLERS.copec, net: 80_000 })],
    vat: -15_200,
  },
  {
    class: "missing_here",
    what: "a sale that nobody booked",
    documents: [document({ side: "venta", folio: "51", counterparty: SELLERS.colegio, net: 300_000 })],
    vat: 57_000,
  },
  {
    class: "missing_here",
    what: "an invoice that may be what was told of cement",
    documents: [maybe],
    entries: [maybeEntry],
    vat: -maybe.tax,
  },
  {
    class: "missing_there",
    what: "an invoice of the miller that the SII never saw",
    entries: [unknownThere],
    papers: [paper("P-3003", { number: "3003" })],
    vat: 9_500,
  },
  {
    class: "missing_there",
    what: "an invoice told by its number",
    entries: [entry({ amount_minor: 41_650, concept: "pago factura 8123", counterparty: "Gráfica Sur" })],
    vat: 0,
  },
  {
    class: "missing_there",
    what: "«150 lucas más IVA», of which no invoice came",
    entries: [entry({ amount_minor: 178_500, net_minor: 150_000, tax_minor: 28_500, concept: "letrero" })],
    vat: 28_500,
  },
  { class: "amount", what: "190.400 booked as 109.400", documents: [raised], entries: [raisedEntry], vat: -12_933 },
  {
    class: "period",
    what: "light of October that counts in November",
    documents: [{ ...late, period: "2026-11" }],
    entries: [lateEntry],
    vat: -9_500,
  },
  {
    class: "pending",
    what: "an invoice that waits to be accepted",
    documents: [document({ folio: "2004", state: "pendiente", net: 60_000, receivedAt: "2026-11-27T18:02:11" })],
    vat: 0,
  },
  { class: "pending", what: "one that waits and is booked", documents: [waiting], entries: [waitingEntry], vat: 5_700 },
  {
    class: "credit_note",
    what: "the miller's note, whose invoice stands whole",
    documents: [
      noted,
      document({
        type: 61,
        folio: "301",
        counterparty: SELLERS.molino,
        net: 50_000,
        references: [{ type: 33, folio: "2006" }],
      }),
    ],
    entries: [notedEntry],
    vat: 9_500,
  },
  {
    class: "credit_note",
    what: "a note that the SII does not know",
    entries: [unknownNote],
    papers: [paper("P-302", { kind: "nota_credito", number: "302" })],
    vat: -3_800,
  },
  {
    class: "not_for_this_rut",
    what: "an invoice made out to a neighbour",
    entries: [forOther],
    papers: [paper("P-other", { number: "3004", receiver_tax_id: rut(12_345_678) })],
    vat: 0,
  },
  {
    class: "duplicate",
    what: "one invoice from the register and from its photo",
    documents: [twice],
    entries: [twiceEntry, entryFor(twice, { document_id: "P-2007" })],
    papers: [paper("P-2007", { number: "2007", issuer_tax_id: twice.counterparty.rut })],
    vat: 13_300,
  },
  {
    class: "duplicate",
    what: "petrol told in the chat and booked again from the register",
    documents: [again],
    entries: [
      againEntry,
      entry({ amount_minor: again.total, counterparty: "copec", date: again.issuedOn, category: "combustible" }),
    ],
    vat: 0,
  },
  {
    class: "reclaimed_but_booked",
    what: "claimed, and in the books",
    documents: [claimed],
    entries: [claimedEntry],
    vat: 3_800,
  },
  {
    class: "not_included",
    what: "left out of the register, its tax recovered",
    documents: [leftOut],
    entries: [leftOutEntry],
    vat: 1_900,
  },
];
