// Any month: documents in every state, booked in every way, and entries of every kind beside them.
import fc from "fast-check";
import { addDays } from "#kernel";
import type { Entry } from "#ledger";
import type { KeptRcvDocument, KnownPaper, RcvSide, RcvState, ReconcileRequest } from "#sii";
import { books, document, entry, entryFor, OWN, register, rut } from "./made.ts";

const SELLERS = ["EASY RETAIL S.A.", "MOLINO SAN CRISTOBAL S.A.", "ENEL CHILE S.A."].map((name, i) => ({
  rut: rut(76_000_000 + i),
  name,
  isValid: true,
}));

/** How a document stands in the books. */
type Way = "nowhere" | "tied" | "tied wrong" | "papered" | "twice" | "told" | "told again" | "other month";

type Drawn = {
  side: RcvSide;
  state: RcvState;
  isNote: boolean;
  refers: boolean;
  seller: number;
  thousands: number;
  day: number;
  moved: boolean;
  way: Way;
};

const DRAWN: fc.Arbitrary<Drawn> = fc.record({
  side: fc.constantFrom<RcvSide>("compra", "compra", "venta"),
  state: fc.constantFrom<RcvState>("registro", "registro", "registro", "pendiente", "reclamado", "no_incluir"),
  isNote: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  refers: fc.boolean(),
  seller: fc.integer({ min: 0, max: SELLERS.length - 1 }),
  thousands: fc.integer({ min: 1, max: 6 }),
  day: fc.integer({ min: 0, max: 29 }),
  moved: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  way: fc.constantFrom<Way>(
    "nowhere",
    "tied",
    "tied",
    "tied wrong",
    "papered",
    "twice",
    "told",
    "told again",
    "other month",
  ),
});

type Stood = { document: KeptRcvDocument; entries: Entry[]; papers: KnownPaper[] };

function stood(drawn: Drawn, i: number): Stood {
  const { side, isNote, refers, seller, thousands, day, moved, way } = drawn;
  const counterparty = SELLERS[seller] ?? { rut: OWN, name: "", isValid: true };
  const of = document({
    side,
    state: side === "venta" ? "registro" : drawn.state,
    type: isNote ? 61 : 33,
    folio: String(100 + i),
    net: thousands * 10_000,
    counterparty,
    issuedOn: addDays("2026-11-01", day),
    period: moved ? "2026-12" : null,
    references: isNote && refers && i > 0 ? [{ type: 33, folio: String(99 + i) }] : [],
  });
  const papers: KnownPaper[] = [
    {
      id: `P${i}`,
      kind: isNote ? "nota_credito" : "factura",
      issuer_tax_id: side === "venta" ? OWN : counterparty.rut,
      receiver_tax_id: side === "venta" ? counterparty.rut : OWN,
      number: of.folio,
    },
  ];
  const kept = entryFor(of, { id: `E${i}`, seq: 10 * i + 1 });
  const papered = entryFor(of, { id: `F${i}`, seq: 10 * i + 2, document_id: `P${i}` });
  const told = { ...kept, net_minor: null, tax_minor: null, document_id: null };
  const tied = { ...of, entry_id: kept.id };
  const ways: Readonly<Record<Way, Stood>> = {
    nowhere: { document: of, entries: [], papers: [] },
    tied: { document: tied, entries: [kept], papers: [] },
    "tied wrong": { document: tied, entries: [{ ...kept, amount_minor: kept.amount_minor + 7_000 }], papers: [] },
    papered: { document: of, entries: [papered], papers },
    twice: { document: tied, entries: [kept, papered], papers },
    told: { document: of, entries: [told], papers: [] },
    "told again": { document: tied, entries: [kept, { ...told, id: `G${i}`, seq: 10 * i + 3 }], papers: [] },
    "other month": { document: tied, entries: [{ ...kept, date: addDays(kept.date, -31) }], papers: [] },
  };
  return ways[way];
}

/** Entries that no document is of: with an invoice of their own, with their tax, or only told. */
const LOOSE = fc
  .record({
    kind: fc.constantFrom("papered", "taxed", "told", "sold"),
    thousands: fc.integer({ min: 1, max: 6 }),
    day: fc.integer({ min: 0, max: 29 }),
    named: fc.boolean(),
  })
  .map(({ kind, thousands, day, named }) => ({
    paper: kind === "papered",
    given: {
      type: kind === "sold" ? ("ingreso" as const) : ("egreso" as const),
      amount_minor: thousands * 11_900,
      ...(kind !== "told" && { net_minor: thousands * 10_000, tax_minor: thousands * 1_900 }),
      date: addDays("2026-11-01", day),
      counterparty: named ? "easy" : null,
    },
  }));

export const ANY_MONTH: fc.Arbitrary<ReconcileRequest> = fc
  .record({ drawn: fc.array(DRAWN, { maxLength: 12 }), loose: fc.array(LOOSE, { maxLength: 6 }) })
  .map(({ drawn, loose }) => {
    const standing = drawn.map(stood);
    const documents = standing.map((each) => each.document);
    const beside = loose.map(({ paper, given }, i) =>
      entry({ id: `L${i}`, seq: 1_000 + i, ...given, document_id: paper ? `Q${i}` : null }),
    );
    const papers = loose.flatMap(({ paper }, i): KnownPaper[] =>
      paper
        ? [{ id: `Q${i}`, kind: "factura", issuer_tax_id: rut(90_000_000), receiver_tax_id: OWN, number: `${i}` }]
        : [],
    );
    return {
      rcv: register({ documents: documents.filter(({ period }) => period === null) }),
      around: [register({ month: "2026-12", documents: documents.filter(({ period }) => period !== null) })],
      books: books({
        entries: [...standing.flatMap(({ entries }) => entries), ...beside],
        papers: [...standing.flatMap((each) => each.papers), ...papers],
      }),
      now: Date.parse("2026-12-01T12:00:00Z"),
      set_aside: [],
    };
  });
