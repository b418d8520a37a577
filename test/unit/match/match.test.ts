import { expect, test } from "vitest";
import { likeness } from "#src/match/company.ts";
import { matchPaper } from "#src/match/match.ts";
import { scoreOf } from "#match";
import type { Candidate, Evidence } from "#src/match/signs.ts";
import { PAPER_WEIGHING } from "#src/match/weights.ts";

const PAPER: Evidence = {
  type: "egreso",
  total_minor: 45_670,
  currency: "CLP",
  date: "2026-11-17",
  merchant: "SODIMAC S.A.",
  number: "482913377",
  category: "mantencion",
  items: ["TALADRO PERCUTOR 650W"],
};

const ENTRY: Candidate = {
  id: "E1",
  type: "egreso",
  direction: null,
  amount_minor: 45_670,
  currency: "CLP",
  date: "2026-11-17",
  concept: "taladro",
  counterparty: null,
  category: "mantencion",
};

const OF_PAPERS = { aliases: [], weighing: PAPER_WEIGHING };
const KNOWN = { aliases: [], declined: [] };

const verdictOf = (entry: Partial<Candidate>, paper: Partial<Evidence> = {}) =>
  matchPaper({ ...PAPER, ...paper }, [{ ...ENTRY, ...entry }], KNOWN).verdict;

test("one company is known under the names that people give it", () => {
  const cases: [string, string, string][] = [
    ["Distribuidora Los Andes Ltda", "los andes", "same"],
    ["DISTRIBUIDORA LOS ANDES LTDA.", "Los Andes S.A.", "same"],
    ["COMERCIAL PEÑAFLOR SPA", "penaflor", "same"],
    ["PC FACTORY S.A.", "pcfactory", "same"],
    ["Inversiones Gutenberg E.I.R.L.", "Gutemberg", "near"],
    ["Grupo Bimbo S.A. de C.V.", "bimbo", "same"],
    ["COMPAÑIA DE PETROLEOS DE CHILE COPEC S.A.", "la copec", "near"],
    ["Farmacia San Juan", "Ferretería San Juan", "other"],
    ["Local 12", "Local 13", "other"],
    ["SODIMAC S.A.", "Easy Retail S.A.", "other"],
    ["S.A.", "Ltda.", "other"],
    ["", "", "other"],
  ];
  for (const [a, b, like] of cases) {
    expect([a, b, likeness(a, b, [])]).toEqual([a, b, like]);
    expect([b, a, likeness(b, a, [])]).toEqual([b, a, like]);
  }
});

test("what was taught of two names goes before their letters", () => {
  const vulca = { kind: "same" as const, match: "la vulca", name: "Vulcanización El Rápido" };
  expect(likeness("VULCANIZACION EL RAPIDO", "La Vulca", [vulca])).toBe("same");
  expect(
    likeness("los andes", "Los Andes Ltda", [{ kind: "distinct", match: "los andes ltda", name: "los andes" }]),
  ).toBe("other");
});

test("an entry of the same amount, day and thing is the paper's, with a reason for each sign", () => {
  const match = matchPaper(PAPER, [ENTRY], KNOWN);
  expect(match.verdict).toBe("link");
  if (match.verdict !== "link") return;
  expect(match.best.reasons.map(({ sign }) => sign).toSorted()).toEqual([
    "amount_distinctive",
    "amount_exact",
    "category_same",
    "date_near",
    "thing_named",
  ]);
  expect(match.best.reasons.every(({ says }) => says >= 0)).toBe(true);
});

test("another currency, direction, amount or month is never the same purchase", () => {
  expect(scoreOf(PAPER, { ...ENTRY, currency: "USD" }, OF_PAPERS)).toBeNull();
  expect(scoreOf(PAPER, { ...ENTRY, type: "ingreso" }, OF_PAPERS)).toBeNull();
  expect(scoreOf(PAPER, { ...ENTRY, type: "transferencia" }, OF_PAPERS)).toBeNull();
  expect(scoreOf(PAPER, { ...ENTRY, amount_minor: 54_670 }, OF_PAPERS)).toBeNull();
  expect(scoreOf(PAPER, { ...ENTRY, date: "2026-09-30" }, OF_PAPERS)).toBeNull();
});

test("what would change the books, or is another kind of entry, is asked", () => {
  expect(verdictOf({ amount_minor: 45_000 })).toBe("ask");
  expect(verdictOf({ type: "deuda", direction: "por_pagar", counterparty: "sodimac" })).toBe("ask");
  expect(verdictOf({ counterparty: "Easy" })).not.toBe("link");
});

test("a tip over the total of a shop that is named is part of the payment", () => {
  expect(verdictOf({ amount_minor: 50_237, counterparty: "sodimac" })).toBe("link");
  expect(verdictOf({ amount_minor: 50_237 })).not.toBe("link");
});

test("two entries that are alike are asked, and the one left after a «no» is linked", () => {
  const twins = [ENTRY, { ...ENTRY, id: "E2" }];
  expect(matchPaper(PAPER, twins, KNOWN).verdict).toBe("ask");
  expect(matchPaper(PAPER, twins, { aliases: [], declined: ["E1"] })).toMatchObject({
    verdict: "link",
    best: { entry: { id: "E2" } },
  });
});

test("a folio that is told decides, and another one speaks against it", () => {
  expect(verdictOf({ concept: "pago boleta 482913377", category: null })).toBe("link");
  expect(verdictOf({ concept: "pago boleta 482913378", counterparty: "sodimac" })).not.toBe("link");
});

test("a paper without items, date, shop or number is still compared by what it has", () => {
  const bare = { items: [], date: null, merchant: null, number: null, category: null };
  expect(verdictOf({}, bare)).toBe("ask");
  expect(matchPaper(PAPER, [], KNOWN)).toEqual({ verdict: "create" });
});

test("hostile names of any length end at once", () => {
  const long = "a".repeat(100_000);
  const startedAt = performance.now();
  likeness(long, `${long}b`, []);
  verdictOf({ counterparty: `${"los ".repeat(20_000)}x`, concept: "factura ".repeat(20_000) }, { merchant: long });
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

// What a register says more than a paper: the tax id of the other party, and the amount before tax.
const LINE: Evidence = { ...PAPER, items: [], tax_id: "76123456-0", net_minor: 38_378 };
const WEIGHED = {
  aliases: [],
  weighing: { bias: 0, weights: { amount_exact: 1, amount_net: -1, tax_id_same: 2, tax_id_other: -3, name_same: 1 } },
};
const saidOf = (entry: Partial<Candidate>) => scoreOf(LINE, { ...ENTRY, concept: null, ...entry }, WEIGHED)?.reasons;

test.each<[what: string, entry: Partial<Candidate>, reasons: [string, number][] | undefined]>([
  [
    "the same tax id, and no more of the name",
    { tax_id: "76123456-0", counterparty: "x" },
    [
      ["tax_id_same", 2],
      ["amount_exact", 1],
    ],
  ],
  [
    "another tax id",
    { tax_id: "77111222-6" },
    [
      ["tax_id_other", -3],
      ["amount_exact", 1],
    ],
  ],
  [
    "no tax id, and so the name",
    { counterparty: "sodimac" },
    [
      ["amount_exact", 1],
      ["name_same", 1],
    ],
  ],
  ["the amount before tax", { amount_minor: 38_378 }, [["amount_net", -1]]],
  ["a peso that rounding lost", { amount_minor: 45_671 }, [["amount_exact", 1]]],
  ["another company's amount that is only near", { amount_minor: 46_000, tax_id: "77111222-6" }, undefined],
])("a line of a register shows %s", (...[, entry, reasons]) => {
  expect(saidOf(entry)?.map(({ sign, says }) => [sign, says])).toEqual(reasons);
});

test("a sign that has no weight is not looked at", () => {
  expect(saidOf({ category: "mantencion" })).toEqual([{ sign: "amount_exact", says: 1 }]);
  expect(scoreOf(LINE, { ...ENTRY, concept: null }, WEIGHED)?.score).toBeCloseTo(1 / (1 + Math.exp(-1)));
});
