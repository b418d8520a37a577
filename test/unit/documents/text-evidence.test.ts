import { expect, test } from "vitest";
import { merge } from "#src/documents/read/merge.ts";
import { evidenceOf, type Look, wantedAfter } from "#src/documents/read/text-evidence.ts";

const CONTEXT = { country: "CL", today: "2026-11-20" };

/** A look in which every word is believed alike. */
function look(text: string, belief = 0.95): Look {
  const lines = text.split("\n");
  const beliefs = lines.map((line) => line.split(" ").map(() => belief));
  return { lines, beliefs, certainty: belief, boxes: [], cut: [], of: "page" };
}

const ITEMS = "PAN\nRUT 76.086.428-5\n18/11/2026 10:20\nQUESO 12.240\nLECHE 34.710\nTOTAL $46.950";
const confidenceOf = (...looks: [Look, ...Look[]]) =>
  merge({ stamp: null, qr: null, text: evidenceOf(looks, CONTEXT), problems: [] }, CONTEXT).confidence;

test("figures that add up to the total make it sure", () => {
  const evidence = evidenceOf([look(ITEMS)], CONTEXT);
  expect(evidence.totalSigns).toEqual({ proof: "sum", contested: false });
  expect(confidenceOf(look(ITEMS)).total).toBeGreaterThanOrEqual(0.95);
});

test("a total that stands there twice and that the items contradict by a digit is not sure", () => {
  const misread = look(ITEMS.replace("$46.950", "$45.950\nREDCOMPRA $45.950"));
  expect(evidenceOf([misread], CONTEXT)).toMatchObject({
    fields: { total_minor: 45_950 },
    totalSigns: { proof: "repeat", contested: true },
  });
  expect(wantedAfter([misread], CONTEXT)).toBe("page");
  expect(confidenceOf(misread, misread).total).toBeLessThan(0.9);
});

test("two looks that name different totals leave it unsure, where nothing adds up", () => {
  const [one, other] = [look("18/11/2026 10:20\nTOTAL $5.800"), look("18/11/2026 10:20\nTOTAL $5.000")];
  expect(evidenceOf([one, other], CONTEXT).agreed).toEqual({ total: false, date: true });
  expect(confidenceOf(one, other).total).toBeLessThanOrEqual(0.8);
  expect(confidenceOf(one, one).total).toBeGreaterThan(confidenceOf(one).total);
});

test("two looks that name different days leave the day unsure", () => {
  const [one, other] = [look("08/11/2026 10:20\nTOTAL $5.800"), look("03/11/2026 10:20\nTOTAL $5.800")];
  expect(confidenceOf(one, other).date).toBeLessThanOrEqual(0.8);
  expect(confidenceOf(one).date).toBeGreaterThan(0.9);
});

test("a contested total is better than none", () => {
  const none = look("PAN\n18/11/2026 10:20\nQUESO 12.240\nLECHE 34.710\nTOTAL $");
  const contested = look("18/11/2026 10:20\nTOTAL $46.950\nEFECTIVO $20.000");
  expect(evidenceOf([none, contested], CONTEXT).fields.total_minor).toBe(46_950);
});

test("what the edge of the photo may have taken a digit of is not sure, unless it stands elsewhere too", () => {
  const text = "18/11/2026 10:20\nPAN 45.670\nTOTAL $45.670\nREDCOMPRA $45.670\nGRACIAS\nPOR SU\nCOMPRA";
  const cut = (...places: number[]) => confidenceOf({ ...look(text), cut: places });
  const sure = confidenceOf(look(text));
  expect([cut(2).total, cut(1, 2, 3).total, cut(1, 2, 3).date]).toEqual([sure.total, 0.8, sure.date]);
  expect([cut(0).total, cut(0).date]).toEqual([sure.total, 0.8]);
});

test("where many lines run into the edge a side of the paper is missing, and nothing is sure", () => {
  const text = "18/11/2026 10:20\nPAN 45.670\nTOTAL $45.670\nREDCOMPRA $45.670\nGRACIAS\nPOR SU\nCOMPRA";
  expect(confidenceOf({ ...look(text), cut: [1, 4, 5, 6] })).toMatchObject({ total: 0.8, date: 0.8 });
});

test("a day years ago is not sure", () => {
  const [lately, once] = ["18/11/2024", "18/11/2020"].map((day) => confidenceOf(look(`${day}\nTOTAL $5.800`)).date);
  expect([(lately ?? 0) >= 0.9, once]).toEqual([true, 0.8]);
});

test("a day that is printed once more with a digit easily mistaken is not sure", () => {
  const sure = confidenceOf(look("Fecha: 23/06/2026 20:52\nTOTAL $5.800"));
  const contested = confidenceOf(look("Fecha: 23/08/2026 20:52\nCierre: 23/06/2026 21:29\nTOTAL $5.800"));
  const due = confidenceOf(look("Fecha: 18/10/2026 20:52\nVence: 18/11/2026\nTOTAL $5.800"));
  expect([sure.date >= 0.9, contested.date < 0.9, due.date]).toEqual([true, true, sure.date]);
});

test("what one look lost the other gives", () => {
  const both = evidenceOf([look("18/11/2026 10:20\nTOTAL $5.800"), look("RUT 76.086.428-5\nTOTAL $5.800")], CONTEXT);
  expect(both.fields).toMatchObject({ total_minor: 5_800, date: "2026-11-18", merchant_tax_id: "76086428-5" });
  expect(both.agreed).toEqual({ total: true, date: null });
});

test("words that the engine hardly believes make a total unsure", () => {
  expect(confidenceOf(look("18/11/2026 10:20\nTOTAL $5.800", 0.6)).total).toBeLessThan(0.9);
});

test("a few pesos are a figure that lost its thousands", () => {
  expect(confidenceOf(look("18/11/2026 10:20\nTOTAL 48\nTARJETA 48")).total).toBeLessThan(0.9);
});

const linesOf = (text: string): Look => ({ ...look(text), of: "lines" });

test("a first look is enough where total, day and seller are read and something proves the total", () => {
  expect(wantedAfter([look(ITEMS)], CONTEXT)).toBe("nothing");
});

test("without a total all of the picture is looked at, for a shadow may pass for the edge of the paper", () => {
  expect(wantedAfter([look(ITEMS.replace("TOTAL $46.950", ""))], CONTEXT)).toBe("picture");
});

test("where all of the picture says no total either, the page is looked at once more, and the best of all counts", () => {
  const lost = look(ITEMS.replace("TOTAL $46.950", ""));
  const whole: Look = { ...lost, of: "picture" };
  expect(wantedAfter([lost, whole], CONTEXT)).toBe("page");
  expect(wantedAfter([lost, { ...look(ITEMS), of: "picture" }], CONTEXT)).toBe("nothing");
  expect(wantedAfter([lost, whole, look(ITEMS)], CONTEXT)).toBe("nothing");
  expect(evidenceOf([lost, whole, look(ITEMS)], CONTEXT).fields.total_minor).toBe(46_950);
});

test.each(["RUT 76.086.428-5", "18/11/2026"])("without «%s» the page is looked at again", (lost) => {
  expect(wantedAfter([look(ITEMS.replace(lost, ""))], CONTEXT)).toBe("page");
});

const photo = (text: string): Look => ({ ...look(text), of: "photo" });

test("a tax id that two looks miss is not there; a day may stand where the page was cut", () => {
  const [nobody, undated] = [look(ITEMS.replace("RUT 76.086.428-5", "")), look(ITEMS.replace("18/11/2026", ""))];
  expect(wantedAfter([nobody, nobody], CONTEXT)).toBe("nothing");
  expect(wantedAfter([undated, undated], CONTEXT)).toBe("photo");
  expect(wantedAfter([undated, undated, photo(ITEMS)], CONTEXT)).toBe("nothing");
});

test("looks at the page that contradict each other ask for the photo as it was taken, unless nothing is legible", () => {
  const [one, other] = ["TOTAL $5.800", "TOTAL $5.000"].map((total) => `18/11/2026 10:20\n${total}`);
  expect(wantedAfter([look(one ?? ""), look(other ?? "")], CONTEXT)).toBe("photo");
  expect(wantedAfter([look(one ?? "", 0.5), look(other ?? "", 0.5)], CONTEXT)).toBe("nothing");
});

test("a photo that adds up decides what looks at the page left open; one that agrees with one of them does not", () => {
  const [one, other] = [look("18/11/2026 10:20\nTOTAL $5.800"), look("18/11/2026 10:20\nTOTAL $5.000")];
  const adding = photo("18/11/2026 10:20\nQUESO 3.000\nPAN 2.000\nTOTAL $5.000");
  expect(evidenceOf([one, other, adding], CONTEXT)).toMatchObject({
    fields: { total_minor: 5_000 },
    totalSigns: { proof: "sum" },
  });
  expect(confidenceOf(one, other, photo("18/11/2026 10:20\nTOTAL $5.800")).total).toBeLessThanOrEqual(0.8);
});

const UNPROVED = "ALMACEN\nRUT 76.086.428-5\n18/11/2026 10:20\nGRACIAS\nVUELVA\nTOTAL\n$5.800";

test("where nothing proves a total, its lines and those of the day are looked at again", () => {
  expect(wantedAfter([look(UNPROVED)], CONTEXT)).toEqual([1, 2, 5, 6]);
});

test("lines that say the same make the total surer, and end it", () => {
  const looks = [look(UNPROVED), linesOf("18/11/2026 10:20\nTOTAL\n$5.800")] as const;
  expect(wantedAfter(looks, CONTEXT)).toBe("nothing");
  expect(confidenceOf(...looks).total).toBeGreaterThan(confidenceOf(looks[0]).total);
  expect(evidenceOf(looks, CONTEXT).fields.merchant).toBe("ALMACEN");
});

test.each(["18/11/2026\nTOTAL\n$5.600", "18/11/2026", "16/11/2026\nTOTAL\n$5.800"])(
  "lines that say otherwise, or nothing, ask for the page: «%s»",
  (text) => {
    const looks = [look(UNPROVED), linesOf(text)] as const;
    expect(wantedAfter(looks, CONTEXT)).toBe("page");
    expect(wantedAfter([...looks, look(UNPROVED)], CONTEXT)).toBe("nothing");
  },
);

test("of a paper beside the page only the words are kept: they change no field and ask for no look", () => {
  const beside: Look = { ...look("FERRETERIA\n20/11/2026\nTOTAL $11.980"), of: "beside" };
  const [alone, both] = [evidenceOf([look(ITEMS)], CONTEXT), evidenceOf([look(ITEMS), beside], CONTEXT)];
  expect(both).toEqual({ ...alone, lines: [...alone.lines, ...beside.lines] });
});

const NUMBERED = (number: string): string => `BOLETA ELECTRONICA NRO: ${number}\n${ITEMS}`;

/** A look in which one word is believed that much, and all others wholly. */
function doubting(text: string, word: string, belief: number): Look {
  const sure = look(text);
  const beliefs = sure.lines.map((line) => line.split(" ").map((one) => (one === word ? belief : 0.95)));
  return { ...sure, beliefs };
}

test("a number whose digits are hardly believed is looked at again, though all else is proved", () => {
  expect(wantedAfter([look(NUMBERED("60006505"))], CONTEXT)).toBe("nothing");
  expect(wantedAfter([doubting(NUMBERED("60006505"), "60006505", 0.6)], CONTEXT)).toEqual([0]);
});

test.each([
  ["60006505", 0.6, "00996505", "6505"],
  ["60051891", 0.6, "00051891", "51891"],
  ["4988211", 0.6, "4988211", "4988211"],
  ["4988211", 0.6, "", "4988211"],
  ["4988211", 0.6, "4977211", "4988211"],
  ["4988211", 0.1, "4977211", null],
  ["4988211", 0.1, "", null],
])("%s, believed %f, and then «%s» is %s", (seen, belief, ...[again, number]) => {
  const first = doubting(NUMBERED(seen), seen, belief);
  const second: Look = { ...look(`BOLETA ELECTRONICA NRO: ${again}`), of: "lines" };
  expect(evidenceOf([first, second], CONTEXT).fields).toMatchObject({ number, total_minor: 46_950 });
  expect(wantedAfter([first, second], CONTEXT)).toBe("nothing");
});
