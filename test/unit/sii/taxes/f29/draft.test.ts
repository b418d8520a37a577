import fc from "fast-check";
import { expect, test } from "vitest";
import {
  creditOf,
  debitOf,
  draftF29,
  type F29Draft,
  type F29Given,
  type KeptRcvDocument,
  type RcvTotal,
  vatOf,
} from "#sii";
import { boletas, document, documents, monthOf, purchase, sale } from "../month.ts";

const NOTHING_ELSE: F29Given = {
  previous: { amount: 0, utm: 0 },
  ppm: { regime: "pro_pyme", base: 0, rate: 0.125, amount: 0, assumes: [] },
  workers_tax: 0,
  fees_withheld: 0,
  directors_withheld: 0,
};
const UNTOLD: F29Given = {
  previous: null,
  ppm: null,
  workers_tax: null,
  fees_withheld: null,
  directors_withheld: null,
};

function draft(all: readonly KeptRcvDocument[], given = NOTHING_ELSE, totals: readonly RcvTotal[] = []): F29Draft {
  return draftF29(vatOf(monthOf(all, totals), 0.5), given);
}

/** The value under a code, of an amount or of a number of documents; undefined where the draft has none. */
function valueOf({ lines }: F29Draft, code: number): number | null | undefined {
  const line = lines.find((each) => each.code === code || each.count_code === code);
  return line?.code === code ? line.amount : line?.count;
}

const values = (made: F29Draft, codes: readonly number[]) => codes.map((code) => valueOf(made, code));

test("each document stands in its line, by the form's codes", () => {
  const made = draft(
    [
      sale("1", 100_000),
      sale("2", 50_000),
      sale("3", 0, { type: 34, exempt: 30_000, total: 30_000 }),
      sale("4", 20_000, { type: 61 }),
      sale("5", 10_000, { type: 56 }),
      sale("6", 0, { type: 110, net: 0, exempt: 900_000, total: 900_000 }),
      sale("7", 300_000, { transaction: "Activo Fijo" }),
      sale("8", 400_000, { transaction: "Venta Bienes Raíces" }),
    ],
    NOTHING_ELSE,
    [boletas(39, 12, { net: 200_000 }), boletas(48, 7, { net: 70_000 })],
  );
  expect(values(made, [503, 502, 586, 142, 509, 510, 512, 513, 585, 20])).toEqual([
    2, 28_500, 1, 30_000, 1, 3_800, 1, 1_900, 1, 900_000,
  ]);
  expect(values(made, [716, 717, 763, 764, 110, 111, 758, 759])).toEqual([1, 57_000, 1, 76_000, 12, 38_000, 7, 13_300]);
  expect(valueOf(made, 538)).toBe(28_500 - 3_800 + 1_900 + 57_000 + 76_000 + 38_000 + 13_300);
});

test("each purchase stands in its line, by what it was bought for", () => {
  const made = draft([
    purchase("1", 40_000),
    purchase("2", 10_000, { transaction: "Supermercados" }),
    purchase("3", 20_000, { transaction: "Bienes Raíces" }),
    purchase("4", 30_000, { transaction: "Activo Fijo" }),
    purchase("5", 5_000, { type: 61 }),
    purchase("6", 1_000, { type: 56 }),
    purchase("7", 50_000, { type: 914 }),
    document("8", { net: 87_699, exempt: 0, tax: 0, unrecoverable: { tax: 16_663, code: 9 }, total: 104_362 }),
    purchase("9", 0, { type: 34, exempt: 7_000, total: 7_000 }),
  ]);
  expect(values(made, [519, 520, 761, 762, 765, 766, 524, 525])).toEqual([1, 7_600, 1, 1_900, 1, 3_800, 1, 5_700]);
  expect(values(made, [527, 528, 531, 532, 534, 535])).toEqual([1, 950, 1, 190, 1, 9_500]);
  expect(values(made, [564, 521, 584, 562])).toEqual([1, 87_699, 1, 7_000]);
  expect(values(made, [511, 514, 537])).toEqual([18_240, 16_663, 27_740]);
});

test("each line names the documents behind it", () => {
  const made = draft([sale("1", 100_000), sale("2", 50_000), purchase("3", 1_000)], NOTHING_ELSE, [
    boletas(39, 12, { net: 1_000 }),
  ]);
  const behind = (code: number) => made.lines.find((line) => line.code === code)?.ids;
  expect([behind(502), behind(111), behind(520)]).toEqual([["d1", "d2"], ["total:venta:39"], ["d3"]]);
});

// What the SII proposed to a company of its month, anonymised by who published it: two purchases, two exempt ones, a note.
test("purchases make the codes and values that the SII proposes of them", () => {
  const made = draft([
    document("1", { net: 300_000, tax: 57_000, total: 357_000 }),
    document("2", { net: 226_316, tax: 43_000, total: 269_316 }),
    document("3", { type: 34, net: 0, tax: 0, exempt: 100_000, total: 100_000 }),
    document("4", { type: 34, net: 0, tax: 0, exempt: 200_000, total: 200_000 }),
    document("5", { type: 61, net: 10_526, tax: 2_000, total: 12_526 }),
  ]);
  expect(values(made, [511, 562, 584, 520, 519, 528, 527])).toEqual([98_000, 300_000, 2, 100_000, 2, 2_000, 1]);
});

test("débito, crédito, what is withheld and PPM end in what is to be paid", () => {
  const made = draft(
    [sale("1", 1_000_000), purchase("2", 400_000), purchase("3", 100_000, { type: 46, total: 100_000 })],
    {
      previous: { amount: 12_000, utm: 1_722 },
      ppm: { regime: "pro_pyme", base: 1_000_000, rate: 0.125, amount: 1_250, assumes: [] },
      workers_tax: 4_000,
      fees_withheld: 30_500,
      directors_withheld: 0,
    },
  );
  expect(values(made, [538, 504, 537, 89, 595])).toEqual([190_000, 12_000, 107_000, 83_000, 83_000 + 1_250 + 34_500]);
  expect(values(made, [39, 596, 547, 91])).toEqual([19_000, 19_000, 137_750, 137_750]);
  expect(made.lacks).toEqual([]);
});

test("crédito beyond the débito is left for the next month, and pays nothing else", () => {
  const made = draft([sale("1", 100_000), purchase("2", 200_000)], { ...NOTHING_ELSE, workers_tax: 5_000 });
  expect(values(made, [77, 89, 595, 91])).toEqual([19_000, undefined, 5_000, 5_000]);
});

test("a note of credit for a factura de compra takes back what was withheld", () => {
  const note = purchase("2", 10_000, { type: 61, total: 10_000, references: [{ type: 46, folio: "1" }] });
  const made = draft([purchase("1", 100_000, { type: 46, total: 100_000 }), note]);
  expect(values(made, [39, 736, 596])).toEqual([19_000, 1_900, 17_100]);
});

test("what nobody has told is missing and not zero, and each sum says what it lacks", () => {
  const made = draft([sale("1", 100_000), purchase("2", 50_000)], UNTOLD);
  expect(values(made, [504, 48, 151, 153, 563, 115, 62])).toEqual([null, null, null, null, null, null, null]);
  expect(values(made, [537, 89])).toEqual([9_500, 9_500]);
  const lacks = (code: number) => made.lines.find((line) => line.code === code)?.lacks;
  expect([lacks(538), lacks(537), lacks(89)]).toEqual([[], [504], [504]]);
  expect(made.lacks).toEqual([48, 62, 115, 151, 153, 504, 563]);
});

test("exempt notes lower exempt sales of the same month, never below nothing", () => {
  const exempt = (folio: string, amount: number, type: number) =>
    sale(folio, 0, { type, exempt: amount, total: amount });
  expect(valueOf(draft([exempt("1", 30_000, 34), exempt("2", 10_000, 61)]), 142)).toBe(20_000);
  expect(valueOf(draft([exempt("1", 30_000, 34), exempt("2", 40_000, 61)]), 142)).toBeUndefined();
});

test("who sells by factura de compra tells the net amount, and owes a part only of a part", () => {
  const made = draft([
    sale("1", 100_000, { type: 46, total: 100_000 }),
    sale("2", 100_000, { type: 46, total: 109_000 }),
  ]);
  expect(values(made, [515, 587, 720, 516, 517, 538])).toEqual([1, 100_000, 100_000, 1, 9_000, 9_000]);
});

test("a draft of doubtful totals carries the doubt", () => {
  expect(draft([sale("1", 1, { type: 777 })]).caveats).toMatchObject([{ reason: "unknown_type", type: 777 }]);
});

test("the lines of any month add up to its débito and crédito", () => {
  fc.assert(
    fc.property(documents, (all) => {
      const month = vatOf(monthOf(all), 0.5);
      const made = draftF29(month, NOTHING_ELSE);
      expect(values(made, [538, 537])).toEqual([debitOf(month.items), creditOf(month.items)]);
    }),
  );
});

test("what is to be paid is the sum of its parts, whatever was sold and bought", () => {
  fc.assert(
    fc.property(documents, fc.nat(50_000_000), (all, carried) => {
      const made = draft(all, { ...NOTHING_ELSE, previous: { amount: carried, utm: 0 } });
      const [debits, credits, due = 0, left = 0, kept = 0] = values(made, [538, 537, 89, 77, 596]).map(
        (value) => value ?? 0,
      );
      expect(due - left).toBe((debits ?? 0) - (credits ?? 0));
      expect(valueOf(made, 91)).toBe(due + kept);
    }),
  );
});
