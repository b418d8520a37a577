import { expect, test } from "vitest";
import { bitsApart, isLookalike, LOOKALIKE_BITS_MAX, type Look } from "#src/documents/twins/lookalike.ts";

const LOOK: Look = {
  fingerprint: "a5".repeat(32),
  total_minor: 45_670,
  date: "2026-11-18",
  merchant: "FERRETERIA EL TORNILLO",
  merchant_tax_id: null,
  number: "2231",
};

/** The fingerprint with so many of its bits turned, from the left. */
const turned = (bits: number): string =>
  Array.from(LOOK.fingerprint ?? "", (digit, i) => {
    const mask = [0, 8, 12, 14, 15][Math.max(0, Math.min(4, bits - i * 4))] ?? 0;
    return (Number.parseInt(digit, 16) ^ mask).toString(16);
  }).join("");

test("bits are counted one by one", () => {
  for (const bits of [0, 1, 3, 4, 39, 40, 41, 256]) expect(bitsApart(LOOK.fingerprint ?? "", turned(bits))).toBe(bits);
});

test("what is no hash is like nothing", () => {
  for (const other of ["", "a5", "zz".repeat(32), `${LOOK.fingerprint}0`])
    expect(bitsApart(LOOK.fingerprint ?? "", other)).toBe(Infinity);
});

test("another shot of a paper looks and says the same", () => {
  expect(isLookalike(LOOK, { ...LOOK, fingerprint: turned(LOOKALIKE_BITS_MAX) })).toBe(true);
  expect(isLookalike(LOOK, { ...LOOK, fingerprint: turned(LOOKALIKE_BITS_MAX + 1) })).toBe(false);
  expect(isLookalike(LOOK, { ...LOOK, total_minor: null })).toBe(true);
  expect(isLookalike(LOOK, { ...LOOK, date: null })).toBe(true);
});

test("the next receipt of the same shop is no lookalike", () => {
  expect(isLookalike(LOOK, { ...LOOK, total_minor: 45_680 })).toBe(false);
  expect(isLookalike(LOOK, { ...LOOK, date: "2026-11-19" })).toBe(false);
  expect(isLookalike(LOOK, { ...LOOK, total_minor: null, date: null })).toBe(false);
  expect(isLookalike({ ...LOOK, fingerprint: null }, LOOK)).toBe(false);
});

test("screens of a bank look alike: what differs, or was read of neither, is no agreement", () => {
  const sent = { ...LOOK, total_minor: null, merchant: "BancoEstado", number: null };
  const received = { ...sent, total_minor: 250_000, merchant: "María González Rojas" };
  expect(isLookalike(sent, received)).toBe(false);
  expect(isLookalike(sent, { ...sent, merchant: null })).toBe(false);
  expect(isLookalike({ ...sent, merchant: null }, { ...sent, merchant: null })).toBe(false);
  expect(isLookalike(sent, sent)).toBe(true);
  expect(isLookalike(received, { ...received, merchant: "Pedro Soto" })).toBe(false);
  expect(isLookalike(LOOK, { ...LOOK, number: "9874" })).toBe(false);
});

test("two numbers are two papers, however near; one of them with what is printed before it is one", () => {
  for (const number of ["2232", "2281", "12231"]) expect(isLookalike(LOOK, { ...LOOK, number })).toBe(false);
  expect(isLookalike(LOOK, { ...LOOK, number: "002231" })).toBe(true);
});

test("what OCR may have misread tells no two papers apart", () => {
  expect(isLookalike(LOOK, { ...LOOK, number: null, merchant: "FERRETERIA EL TORNILO" })).toBe(true);
  const known = { ...LOOK, merchant_tax_id: "76086428-5" };
  expect(isLookalike(known, { ...known, merchant: "F RR T R A" })).toBe(true);
  expect(isLookalike(known, { ...known, merchant_tax_id: "77123456-7" })).toBe(false);
});
