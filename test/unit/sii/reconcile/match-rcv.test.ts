import { expect, test } from "vitest";
import type { Entry } from "#ledger";
import { matchRcv, type Books, type KeptRcvDocument, type RcvMatch } from "#sii";
import { ANDES, books, document, entry, entryFor } from "./made.ts";

/** $98.770 of Los Andes: an amount that is hardly paid twice. */
const INVOICE = document({ net: 83_000 });

function matched(
  documents: readonly KeptRcvDocument[],
  entries: readonly Entry[],
  more: Partial<Books> = {},
): RcvMatch[] {
  return matchRcv(documents, books({ entries, ...more }));
}

function told(given: Partial<Entry> = {}): Entry {
  return entry({ amount_minor: INVOICE.total, counterparty: "los andes", ...given });
}

const verdictOf = (given: Partial<Entry>, of: Partial<KeptRcvDocument> = {}): string | undefined =>
  matched([{ ...INVOICE, ...of }], [told(given)])[0]?.verdict;

test("what was told of a purchase is its invoice's, with a reason for each sign", () => {
  const made = told();
  expect(matched([INVOICE], [made])).toMatchObject([
    { verdict: "sure", document: `sii:compra:33:${ANDES.rut}:1001`, best: { entry_id: made.id } },
  ]);
  const [match] = matched([INVOICE], [made]);
  const reasons = match?.verdict === "sure" ? match.best.reasons : [];
  expect(reasons.map(({ sign }) => sign).toSorted()).toEqual([
    "amount_distinctive",
    "amount_exact",
    "date_near",
    "name_same",
  ]);
  expect(reasons.map(({ says }) => Math.abs(says))).toEqual(
    reasons.map(({ says }) => Math.abs(says)).toSorted((a, b) => b - a),
  );
});

test.each<[what: string, given: Partial<Entry>, verdict: string]>([
  ["on credit", { type: "deuda", direction: "por_pagar" }, "sure"],
  ["under its RUT", { counterparty: ANDES.rut }, "sure"],
  ["by its folio", { counterparty: null, concept: "factura 1001" }, "sure"],
  ["a peso off", { amount_minor: INVOICE.total - 1 }, "sure"],
  ["without a name", { counterparty: null }, "maybe"],
  ["before tax", { amount_minor: INVOICE.net }, "maybe"],
  ["in round figures", { amount_minor: 99_000 }, "maybe"],
  ["three weeks later", { date: "2026-12-01" }, "maybe"],
  ["three weeks later by its number", { date: "2026-12-01", concept: "factura 1001" }, "sure"],
  ["four months later by its number", { date: "2027-03-10", concept: "factura 1001" }, "sure"],
  [
    "four months later, owed",
    { date: "2027-03-10", concept: "factura 1001", type: "deuda", direction: "por_pagar" },
    "sure",
  ],
  ["four months later for another sum", { date: "2027-03-10", concept: "factura 1001", amount_minor: 98_000 }, "maybe"],
  ["four months later without its number", { date: "2027-03-10" }, "none"],
  [
    "four months later by its number alone",
    { date: "2027-03-10", concept: "factura 1001", counterparty: null },
    "none",
  ],
  ["by another folio", { concept: "factura 1002" }, "none"],
  ["of another amount", { amount_minor: 54_670 }, "none"],
  ["two months before", { date: "2026-09-01" }, "none"],
  ["as wages", { category: "sueldos" }, "none"],
  ["as the payment of a debt", { direction: "por_pagar" }, "none"],
  ["as a loan", { type: "deuda", direction: "por_pagar", loan: true }, "none"],
  ["as income", { type: "ingreso" }, "none"],
  ["in another money", { currency: "USD" }, "none"],
])("told %s it is %s", (...[, given, verdict]) => {
  expect(verdictOf(given)).toBe(verdict);
});

test("a sale is held against what was earned, a note against what came back", () => {
  const sale = { side: "venta" } as const;
  expect(verdictOf({ type: "ingreso" }, sale)).toBe("sure");
  expect(verdictOf({ type: "deuda", direction: "por_cobrar" }, sale)).toBe("sure");
  expect(verdictOf({}, sale)).toBe("none");
  const note = { type: 61 };
  expect(verdictOf({ type: "ingreso" }, note)).toBe("sure");
  expect(verdictOf({}, note)).toBe("none");
  const lowered = [
    { debit: "pasivo:por_pagar", credit: "gasto:insumos", amount_minor: INVOICE.total, currency: "CLP" },
  ];
  expect(verdictOf({ direction: "por_pagar", postings: lowered }, note)).toBe("sure");
  expect(verdictOf({ type: "ingreso", direction: "por_cobrar", postings: lowered }, { ...sale, ...note })).toBe("sure");
});

test("a slip that paid an invoice is asked about, a boleta is nobody's, and an invoice whose issuer was not read may be it", () => {
  const slip = told({ document_id: "P1" });
  const kinds = (["comprobante", "boleta", "factura"] as const).map((kind) => {
    const paper = { id: "P1", kind, issuer_tax_id: null, receiver_tax_id: null, number: "1001" };
    return matched([INVOICE], [slip], { papers: [paper] })[0]?.verdict;
  });
  expect(kinds).toEqual(["maybe", "none", "maybe"]);
});

test("a pair that was declined is never offered again, nor under the entry's correction", () => {
  const [made, corrected] = [told({ id: "A" }), told({ id: "B", replaces_id: "A" })];
  const declined = [{ document: `sii:compra:33:${ANDES.rut}:1001`, entry_id: "A" }];
  expect(matched([INVOICE], [made], { declined })[0]?.verdict).toBe("none");
  expect(matched([INVOICE], [corrected], { declined })[0]?.verdict).toBe("none");
});

test("other names count as taught, and as earlier links have shown", () => {
  const vulca = { ...INVOICE, counterparty: { ...ANDES, name: "NEUMATICOS ROJAS SPA" } };
  const made = told({ counterparty: "la vulca" });
  expect(matched([vulca], [made])[0]?.verdict).not.toBe("sure");
  const taught = { id: "R1", kind: "same", match: "la vulca", name: "Neumáticos Rojas SpA" } as const;
  expect(matched([vulca], [made], { rules: [taught] })[0]?.verdict).toBe("sure");
  const before = entry({ counterparty: "la vulca", date: "2026-09-02" });
  const linked = { ...vulca, id: "D0", folio: "900", entry_id: before.id };
  expect(matched([vulca, linked], [made, before])).toMatchObject([{ verdict: "sure" }]);
  const distinct = { ...taught, kind: "distinct" } as const;
  expect(matched([vulca, linked], [made, before], { rules: [distinct] })[0]?.verdict).not.toBe("sure");
});

test("of several that compete each goes to its own, and what nothing tells apart is asked", () => {
  const [one, two] = [INVOICE, { ...INVOICE, id: "D2", folio: "1002", issuedOn: "2026-11-24" }];
  const [first, second] = [told({ id: "A", date: "2026-11-10" }), told({ id: "B", date: "2026-11-24" })];
  expect(matched([one, two], [second, first])).toMatchObject([
    { verdict: "sure", best: { entry_id: "A" } },
    { verdict: "sure", best: { entry_id: "B" } },
  ]);
  const twins = matched([one, { ...two, issuedOn: one.issuedOn }], [first, { ...second, date: first.date }]);
  expect(twins.map(({ verdict }) => verdict)).toEqual(["maybe", "maybe"]);
  const lone = matched([one, { ...two, issuedOn: one.issuedOn }], [first]);
  expect(lone.map(({ verdict }) => verdict)).toEqual(["maybe", "maybe"]);
});

test("what is linked, was claimed or has its paper is not matched", () => {
  const made = entryFor(INVOICE);
  expect(matched([{ ...INVOICE, entry_id: made.id }], [made, told()])).toEqual([]);
  expect(matched([{ ...INVOICE, entry_id: "before" }], [{ ...made, replaces_id: "before" }])).toEqual([]);
  expect(matched([{ ...INVOICE, state: "reclamado" }], [told()])).toEqual([]);
});

test("a busy month is matched at once: four hundred documents beside a thousand entries of about their amounts", () => {
  const documents = Array.from({ length: 400 }, (_, i) => document({ folio: `${i}`, net: 10_000 + 37 * i }));
  const entries = Array.from({ length: 1_000 }, (_, i) =>
    entry({ amount_minor: 11_900 + 22 * i, counterparty: "los andes" }),
  );
  const begun = performance.now();
  matched(documents, entries);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test.each<[what: string, given: Partial<Entry>, verdict: string]>([
  ["of whatever amount", {}, "maybe"],
  ["owed", { type: "deuda", direction: "por_pagar" }, "maybe"],
  ["under its RUT", { counterparty: ANDES.rut }, "maybe"],
  ["by who sold it in its words", { counterparty: null, concept: "factura 1001 a los andes" }, "maybe"],
  ["of nobody in particular", { counterparty: null }, "none"],
  ["of another company", { counterparty: "Gráfica Sur" }, "none"],
  ["as a credit note", { concept: "nota de crédito 1001" }, "none"],
  ["as income", { type: "ingreso" }, "none"],
  ["half a year before", { date: "2026-05-10" }, "none"],
])("the number of an invoice told for another amount, %s: %s", (...[, given, verdict]) => {
  const numbered = told({ amount_minor: 191_000, concept: "factura 1001", ...given });
  const [match] = matched([INVOICE], [numbered]);
  expect(match).toMatchObject({ verdict });
  const scores = match?.verdict === "maybe" ? match.candidates.map(({ score }) => score) : [];
  expect(scores.filter((score) => score > 0.5)).toEqual([]);
});

test("a pair that was declined is not asked about again, though its number be the invoice's", () => {
  const numbered = told({ amount_minor: 191_000, concept: "factura 1001" });
  const declined = [{ document: `sii:compra:33:${ANDES.rut}:1001`, entry_id: numbered.id }];
  expect(matched([INVOICE], [numbered], { declined })).toMatchObject([{ verdict: "none" }]);
});
