import fc from "fast-check";
import { expect, it, test } from "vitest";
import { convert } from "#src/rates/convert.ts";

test.each<[what: string, said: readonly [amount: number, currency: string, value: number], pesos: number]>([
  ["3,5 UF at $39.397,14", [35_000, "UF", 393_971_400], 137_890],
  ["one UF", [10_000, "UF", 393_971_400], 39_397],
  ["a ten-thousandth of a UF", [1, "UF", 393_971_400], 4],
  ["US$ 120,50 at $928,16", [12_050, "USD", 9_281_600], 111_843],
  ["half a peso, up", [50, "USD", 10_000], 1],
  ["less than half a peso, down", [49, "USD", 10_000], 0],
  ["nothing", [0, "USD", 9_281_600], 0],
  ["a debit, half away from zero", [-50, "USD", 10_000], -1],
  ["a debit of less than half a peso", [-49, "USD", 10_000], 0],
])("converts %s", (_, [amount, currency, value], pesos) => {
  expect(convert(amount, currency, { quote: "CLP", value })).toBe(pesos);
});

it("says a currency with cents in cents", () => {
  expect(convert(12_050, "USD", { quote: "PEN", value: 37_425 })).toBe(45_097);
});

it("converts nothing that no store would keep exactly", () => {
  expect(convert(Number.MAX_SAFE_INTEGER, "UF", { quote: "CLP", value: 393_971_400 })).toBeNull();
});

it("is never further than half a peso from the truth", () => {
  const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 1_500_000_000 }), (amount, value) => {
      const pesos = convert(amount, "UF", { quote: "CLP", value });
      const off = BigInt(pesos ?? 0) * 100_000_000n - BigInt(amount) * BigInt(value);
      expect(off <= 50_000_000n && off >= -50_000_000n).toBe(true);
    }),
  );
});
