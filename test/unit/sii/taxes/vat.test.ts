import fc from "fast-check";
import { expect, test } from "vitest";
import { summaryDifferences } from "#src/sii/rcv/summed.ts";
import { creditOf, debitOf, isShaking, type VatMonth, vatOf } from "#sii";
import { boletas, document, documents, monthOf, of, purchase, sale, totalsOf } from "./month.ts";

const reasons = ({ caveats }: VatMonth) => caveats.map(({ reason }) => reason);
const sums = ({ items }: VatMonth) => ({ debit: debitOf(items), credit: creditOf(items) });

// The expected values of a public RCV suite: 2 invoices, an exempt one and a note of credit sold; of two bought one is lost.
test("a month of sales and purchases has the débito and crédito that its documents say", () => {
  const month = monthOf([
    sale("1001", 100_000),
    sale("1002", 50_000),
    sale("1003", 0, { type: 34, exempt: 30_000, total: 30_000 }),
    sale("500", 20_000, { type: 61 }),
    purchase("7001", 40_000),
    purchase("7002", 10_000, { unrecoverable: { tax: 1_900, code: 1 } }),
  ]);
  expect(sums(vatOf(month, null))).toEqual({ debit: 24_700, credit: 7_600 });
});

test.each([
  ["credit note", 61, -19_000],
  ["credit note on paper", 60, -19_000],
  ["record that lowers", 922, -19_000],
  ["debit note", 56, 19_000],
  ["debit note on paper", 55, 19_000],
  ["record that raises", 920, 19_000],
  ["export", 110, 0],
  ["credit note of an export", 112, 0],
  ["credit note of an export on paper", 106, 0],
])("a %s of 100.000 (type %i) makes %i of débito", (_, type, debit) => {
  expect(sums(vatOf(monthOf([sale("1", 100_000, { type })]), null)).debit).toBe(debit);
});

test("boletas and vouchers, of which only totals exist, are débito", () => {
  const month = monthOf(
    [],
    [
      boletas(39, 120, { net: 1_000_000 }),
      boletas(48, 310, { net: 2_000_000 }),
      boletas(41, 3, { net: 0, exempt: 9_000 }),
    ],
  );
  expect(sums(vatOf(month, null)).debit).toBe(570_000);
});

test("boletas that are listed one by one are not counted again by their total", () => {
  const listed = sale("1", 10_000, { type: 39 });
  expect(sums(vatOf(monthOf([listed], [boletas(39, 1, { net: 10_000 })]), null)).debit).toBe(1_900);
});

test("a boleta that was bought gives no crédito, listed or only counted", () => {
  const total = { ...boletas(39, 4, { net: 30_000 }), side: "compra" as const };
  expect(sums(vatOf(monthOf([purchase("1", 10_000, { type: 41 })], [total]), null))).toEqual({ debit: 0, credit: 0 });
});

test("what is pending, claimed or not to be included counts nothing", () => {
  const month = vatOf(
    monthOf([
      purchase("1", 10_000, { state: "pendiente" }),
      purchase("2", 20_000, { state: "no_incluir" }),
      purchase("3", 30_000, { state: "reclamado" }),
    ]),
    null,
  );
  expect(sums(month)).toEqual({ debit: 0, credit: 0 });
  expect(creditOf(month.pending)).toBe(1_900);
  expect(creditOf(month.set_aside)).toBe(9_500);
});

test("a type that nobody knows is told and not counted", () => {
  const month = vatOf(monthOf([sale("1", 10_000, { type: 777 })], [boletas(105, 3, { net: 1_000 })]), null);
  expect(sums(month).debit).toBe(0);
  expect(month.caveats).toMatchObject([
    { reason: "unknown_type", type: 777, ids: ["d1"], amount: 11_900 },
    { reason: "unknown_type", type: 105, ids: ["total:venta:105"], amount: 1_190 },
  ]);
  expect(month.caveats.every(isShaking)).toBe(true);
});

test.each([
  ["0.6 of tax of common use counts", 0.6, 114_000, [] as string[]],
  ["none counts while nobody knows the factor, and that is told", null, 0, ["no_factor"]],
])("%s", (...[, factor, credit, told]) => {
  const common = document("1", {
    net: 1_000_000,
    tax: 0,
    commonUseTax: 190_000,
    total: 1_190_000,
    transaction: "IVA Uso Común",
  });
  const month = vatOf(monthOf([common]), factor);
  expect(sums(month).credit).toBe(credit);
  expect(reasons(month)).toEqual(told);
});

test("the RCV's own factor counts where its owner has told none, and what they told goes before it", () => {
  const common = document("1", { net: 100_000, tax: 0, commonUseTax: 19_000, total: 119_000 });
  const month = { ...monthOf([common]), factor: 0.5 };
  expect(sums(vatOf(month, null)).credit).toBe(9_500);
  expect(reasons(vatOf(month, null))).toEqual([]);
  expect(sums(vatOf(month, 0.6)).credit).toBe(11_400);
});

test("a factor of 1 that only the RCV has is told, with the tax that counts whole by it; one that its owner told is not", () => {
  const common = document("1", { net: 100_000, tax: 0, commonUseTax: 19_000, total: 119_000 });
  const month = { ...monthOf([common]), factor: 1 };
  expect(sums(vatOf(month, null)).credit).toBe(19_000);
  expect(vatOf(month, null).caveats).toMatchObject([{ reason: "whole_factor", ids: ["d1"], amount: 19_000 }]);
  expect(reasons(vatOf(month, 1))).toEqual([]);
});

test("tax of common use counts once, whether it stands beside the recoverable tax or in it", () => {
  const beside = document("1", { net: 100_000, tax: 0, commonUseTax: 19_000, total: 119_000 });
  const inside = document("2", { net: 100_000, tax: 19_000, commonUseTax: 19_000, total: 119_000 });
  expect(sums(vatOf(monthOf([beside]), 0.5)).credit).toBe(9_500);
  expect(sums(vatOf(monthOf([inside]), 0.5)).credit).toBe(9_500);
});

test("a purchase of a machine and of other things is split by its tax", () => {
  const mixed = purchase("1", 1_000_000, { fixedAsset: { net: 800_000, tax: 152_000 } });
  expect(vatOf(monthOf([mixed]), null).items).toMatchObject([
    { use: "fixed_asset", net: 800_000, vat: 152_000 },
    { use: "giro", net: 200_000, vat: 38_000 },
  ]);
});

test("what is not recoverable is kept apart with the SII's reason", () => {
  const lost = document("1", { net: 87_699, tax: 0, unrecoverable: { tax: 16_663, code: 9 }, total: 104_362 });
  expect(vatOf(monthOf([lost]), null).items).toMatchObject([
    { use: "unrecoverable", net: 87_699, tax: 16_663, vat: 0, lost_code: 9 },
  ]);
});

test("of a factura de compra the buyer has the credit and keeps the tax back", () => {
  const [item] = vatOf(monthOf([purchase("1", 100_000, { type: 46, total: 100_000 })]), null).items;
  expect(item).toMatchObject({ effect: "credit", vat: 19_000, withheld: 19_000 });
});

test("who sells by factura de compra owes what was not kept back", () => {
  const whole = sale("1", 100_000, { type: 46, total: 100_000 });
  const part = sale("2", 100_000, { type: 46, total: 109_000 });
  expect(sums(vatOf(monthOf([whole, part]), null)).debit).toBe(9_000);
});

test("a factura de compra whose total says neither is told", () => {
  expect(reasons(vatOf(monthOf([purchase("1", 100_000, { type: 46, total: 90_000 })]), null))).toEqual([
    "withheld_unsaid",
  ]);
});

test("a liquidación that was received is a sale made by others; one that was issued is not counted, and both are told", () => {
  expect(sums(vatOf(monthOf([purchase("1", 10_000, { type: 43 })]), null))).toEqual({ debit: 1_900, credit: 0 });
  const issued = vatOf(monthOf([sale("1", 10_000, { type: 43 })]), null);
  expect(sums(issued)).toEqual({ debit: 0, credit: 0 });
  expect(reasons(issued)).toEqual(["liquidation_issued"]);
});

test("other taxes are added up by code, side and sign; one that is owed, and one that nobody knows, is told", () => {
  const drinks = (amount: number) => ({ otherTaxes: [{ code: 24, amount, rate: 31.5 }] });
  const month = vatOf(
    monthOf([
      sale("1", 1_000, { ...drinks(315), total: 1_505 }),
      sale("2", 200, { ...drinks(63), type: 61, total: 301 }),
      purchase("3", 1_000, { ...drinks(315), total: 1_505 }),
      purchase("4", 1_000, { otherTaxes: [{ code: 999, amount: 7, rate: null }], total: 1_197 }),
    ]),
    null,
  );
  expect(month.other_taxes).toEqual([
    { side: "compra", code: 24, name: "Licores, piscos y destilados", withheld: false, amount: 315, ids: ["d3"] },
    { side: "compra", code: 999, name: null, withheld: false, amount: 7, ids: ["d4"] },
    { side: "venta", code: 24, name: "Licores, piscos y destilados", withheld: false, amount: 252, ids: ["d1", "d2"] },
  ]);
  expect(reasons(month)).toEqual(["unknown_tax", "additional_tax"]);
});

test("documents that are not all the SII counts are told, with the difference", () => {
  const listed = [purchase("1", 10_000), purchase("2", 20_000)];
  const month = { ...monthOf(listed.slice(0, 1)), totals: totalsOf(listed) };
  expect(summaryDifferences(month)).toEqual([
    {
      side: "compra",
      state: "registro",
      type: 33,
      isDetailed: true,
      ids: ["d1"],
      documents: { count: 1, tax: 1_900, total: 11_900 },
      summary: { count: 2, tax: 5_700, total: 35_700 },
    },
  ]);
  expect(vatOf(month, null).caveats).toMatchObject([{ reason: "summary_differs", amount: -23_800, type: 33 }]);
});

test("documents of a type that the SII's summary does not know are told as well", () => {
  const other = document("2", { type: 46, net: 5_000, tax: 950, total: 5_950 });
  const month = { ...monthOf([purchase("1", 10_000), other]), totals: totalsOf([other]) };
  expect(vatOf(month, null).caveats).toMatchObject([{ reason: "summary_differs", ids: ["d1"], amount: 11_900 }]);
});

test("nothing is missing from a list that was never summed up", () => {
  const month = { ...monthOf([purchase("1", 10_000), sale("2", 5_000)]), totals: totalsOf([sale("2", 5_000)]) };
  expect(vatOf(month, null).caveats).toEqual([]);
});

test("tax of common use is part of what is added up", () => {
  const common = document("1", { net: 100_000, tax: 0, commonUseTax: 19_000, total: 119_000 });
  const month = { ...monthOf([common]), totals: totalsOf([common]).map((each) => ({ ...each, commonUseTax: 9_000 })) };
  expect(summaryDifferences(month)).toMatchObject([{ documents: { tax: 19_000 }, summary: { tax: 9_000 } }]);
});

test("a month that was never asked for is not a month without sales", () => {
  expect(reasons(vatOf({ month: "2026-06", documents: [], totals: [], asked_at: null }, null))).toEqual([
    "never_asked",
  ]);
  expect(reasons(vatOf({ ...monthOf([sale("1", 1)]), totals: [] }, null))).toEqual(["no_summary"]);
});

test("any order of documents makes the same month", () => {
  const pairs = documents.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(pairs, ([all, shuffled]) => {
      expect(vatOf(monthOf(shuffled), 0.5)).toEqual(vatOf({ ...monthOf(all), totals: monthOf(shuffled).totals }, 0.5));
    }),
  );
});

test("a note of credit for everything leaves nothing", () => {
  const nets = fc.array(fc.integer({ min: 1, max: 50_000_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(nets, fc.constantFrom("compra" as const, "venta" as const), (each, side) => {
      const all = each.flatMap((net, nth) => [
        document(`${nth}`, of(net, { side })),
        document(`n${nth}`, of(net, { side, type: 61 })),
      ]);
      expect(sums(vatOf(monthOf(all), null))).toEqual({ debit: 0, credit: 0 });
    }),
  );
});

test("the parts of a purchase are no more than its tax", () => {
  fc.assert(
    fc.property(documents, fc.double({ min: 0, max: 1, noNaN: true }), (all, factor) => {
      const { items } = vatOf(monthOf(all), factor);
      expect(items.filter(({ vat, tax }) => vat > tax || vat < 0)).toEqual([]);
    }),
  );
});
