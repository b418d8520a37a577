import { expect, test } from "vitest";
import { compareF29, draftF29, readProposal, vatOf } from "#sii";
import { document, monthOf, purchase } from "../month.ts";

const GIVEN = { previous: null, workers_tax: null, fees_withheld: null, directors_withheld: null } as const;
const PPM = { regime: "pro_pyme", base: 0, rate: 0.125, amount: 0, assumes: [] } as const;
const MONTH = monthOf([
  document("1", { net: 300_000, tax: 57_000, total: 357_000 }),
  document("2", { net: 226_316, tax: 43_000, total: 269_316 }),
  document("5", { type: 61, net: 10_526, tax: 2_000, total: 12_526 }),
]);
const draft = draftF29(vatOf(MONTH, null), { ...GIVEN, ppm: PPM });

/** As the SII answers: values are text, also the rate. */
function answer(values: Readonly<Record<string, string>>): unknown {
  const listCodPropuestos = Object.entries(values).map(([codigo, valor]) => ({ codigo, valor }));
  return { tipopropuesta: 40, listCodPropuestos, estado: 0, ppmo: null };
}

function proposal(values: Readonly<Record<string, string>>): ReadonlyMap<number, number> {
  const read = readProposal(answer(values));
  return read.ok ? read.value : new Map();
}

const ALIKE = { "511": "98000", "520": "100000", "519": "2", "528": "2000", "527": "1", "115": "0.125" };

test("a proposal that says the same differs in nothing", () => {
  expect(compareF29(draft, proposal(ALIKE))).toEqual({ agreed: [115, 511, 519, 520, 527, 528], differences: [] });
});

test("an amount that differs is shown with the documents behind ours", () => {
  expect(compareF29(draft, proposal({ ...ALIKE, "520": "157000", "519": "3" })).differences).toMatchObject([
    { code: 519, ours: 2, theirs: 3 },
    { code: 520, ours: 100_000, theirs: 157_000, ids: ["d1", "d2"] },
  ]);
});

test("a code that only one of both has differs, unless it is nothing", () => {
  const { "528": _, "527": __, ...without } = ALIKE;
  expect(compareF29(draft, proposal({ ...without, "562": "300000", "762": "0" })).differences).toMatchObject([
    { code: 527, ours: 1, theirs: null },
    { code: 528, ours: 2_000, theirs: null },
    { code: 562, ours: null, theirs: 300_000, caption: null },
  ]);
});

test("a purchase that we do not have is found by the code it stands in", () => {
  const fewer = draftF29(vatOf(monthOf([purchase("1", 300_000)]), null), { ...GIVEN, ppm: PPM });
  expect(compareF29(fewer, proposal(ALIKE)).differences.map(({ code }) => code)).toEqual([511, 519, 520, 527, 528]);
});

test.each([
  ["an amount in words", answer({ "511": "mucho" })],
  ["a code that is none", answer({ "5x": "1" })],
  ["an answer of trouble", { ...(answer({}) as object), estado: 1 }],
  ["another page", { respEstado: { codRespuesta: 0 } }],
  ["nothing", null],
])("%s is no proposal", (_, body) => {
  expect(readProposal(body)).toMatchObject({ ok: false, error: { reason: "malformed" } });
});
