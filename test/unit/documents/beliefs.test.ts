import { expect, test } from "vitest";
import { beliefInAmount } from "#src/documents/read/beliefs.ts";
import { countryOf } from "#src/documents/read/country.ts";

const CL = countryOf("CL");
const seen = {
  lines: ["Fecha: 18/11/2026 10:20", "QUESO 4.990", "TOTAL $ 4.990"],
  beliefs: [
    [0.9, 0.7, 0.4],
    [0.95, 0.3],
    [0.96, 0.6, 0.8],
  ],
};

test("an amount is believed as its least believed word, where it is read best", () => {
  expect(beliefInAmount(seen, 4_990, CL)).toBe(0.6);
});

test("an amount that is nowhere printed is not believed", () => {
  expect(beliefInAmount(seen, 4_999, CL)).toBe(0);
});
