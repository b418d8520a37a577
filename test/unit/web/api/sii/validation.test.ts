import { expect, test } from "vitest";
import type { Reconciliation } from "#sii";
import { shownValidation, ValidationShape } from "#src/web/api/sii/validate/shapes.ts";

const VALUE = { total: 119_000, tax: 19_000 };
const SUM = { ...VALUE, count: 1 };
const SIDE = { sii: SUM, books: SUM, rounding: VALUE, beside: { sii: SUM, books: SUM } };

const DOCUMENT = {
  id: "D",
  key: "sii:compra:33:76455871-K:99",
  state: "registro" as const,
  type: 33,
  folio: "99",
  counterparty: { rut: "76455871-K", name: "Molinos S.A." },
  ...VALUE,
  date: "2026-10-05",
  month: "2026-10",
};

const ENTRY = {
  id: "E",
  amount_minor: 100_000,
  currency: "CLP",
  tax: 0,
  date: "2026-10-05",
  concept: "harina",
  counterparty: null,
  document_id: null,
};

const MONTH: Reconciliation = {
  month: "2026-10",
  sides: { compra: SIDE, venta: SIDE },
  causes: [{ class: "amount", side: "compra", count: 1, effect: VALUE, vat: -19_000, keys: ["k"] }],
  differences: [
    {
      key: "k",
      class: "amount",
      side: "compra",
      documents: [DOCUMENT],
      entries: [ENTRY],
      effect: VALUE,
      vat: -19_000,
      deadline: null,
      summary: { type: 33, state: "registro", summed: SUM, listed: SUM },
      link: { document: DOCUMENT, entry: ENTRY },
      resolutions: [{ do: "leave" }],
      is_set_aside: false,
    },
  ],
  links: [],
};

test("a validation is shown as it is described, each amount in minor units under such a name", () => {
  const shown = shownValidation(MONTH);
  expect(ValidationShape.parse(shown)).toEqual(shown);
  expect(JSON.stringify(shown)).not.toMatch(/"(?:total|tax|vat)":/);
  expect(shown.sides.compra.sii).toEqual({ count: 1, total_minor: 119_000, tax_minor: 19_000 });
  expect(shown.differences[0]?.entries[0]).toMatchObject({ amount_minor: 100_000, tax_minor: 0 });
});
