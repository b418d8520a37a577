import { expect, test } from "vitest";
import { blankExtraction, deductibleTax, loweringOf, type Extraction } from "#documents";

function invoice(fields: Partial<Extraction["fields"]>): Extraction {
  const blank = blankExtraction("CL");
  return { ...blank, kind: "factura", fields: { ...blank.fields, net_minor: 88_000, tax_minor: 16_720, ...fields } };
}

test.each([
  ["of a whole", { total_minor: 104_720 }, 16_720],
  ["beside a tax on drinks and freight that bears none", { total_minor: 124_920 }, 16_720],
  ["beside what is exempt", { total_minor: 154_720, exempt_minor: 50_000 }, 16_720],
  ["that is more than the whole", { total_minor: 100_000 }, null],
  ["that is no share of its net, and does not make the whole", { tax_minor: 20_000, total_minor: 150_000 }, null],
  ["without a total", { total_minor: null }, null],
])("the tax of an invoice %s", (_, fields, tax_minor) => {
  expect(deductibleTax(invoice(fields), null).tax_minor).toBe(tax_minor);
});

test("a credit note takes back the tax beside further taxes as well", () => {
  const debt = {
    entry_id: "E",
    direction: "por_pagar",
    taxed: true,
    category: null,
    counterparty: null,
    document_id: null,
  } as const;
  const note = { ...invoice({ total_minor: 124_920 }), kind: "nota_credito" } as const;
  const open = { amount_minor: 124_920, original_minor: 124_920, currency: "CLP", date: "2026-11-18", due_date: null };
  expect(loweringOf(note, { ...debt, ...open, concept: null, loan: false }).tax_minor).toBe(16_720);
});

test("a boleta gives no credit", () => {
  const boleta: Extraction = { ...invoice({ total_minor: 104_720 }), kind: "boleta" };
  expect(deductibleTax(boleta, null)).toEqual({ net_minor: null, tax_minor: null });
});
