import { expect, test } from "vitest";
import { wordsOf } from "#src/locales/index.ts";
import { BARE, DEBT, EXPENSE, PAPER, UNREAD } from "./spoken.ts";

const cl = wordsOf("es-CL");
const pe = wordsOf("es-PE");
const ar = wordsOf("es-AR");
const en = wordsOf("en");
const pt = wordsOf("pt-BR");

test("an expense is told with all that is known of it", () => {
  expect(cl.booked(EXPENSE)).toBe(
    `✅ *Egreso anotado: $45.000*
Concepto: bencina
Proveedor: Copec
Categoría: Combustible
IVA: $7.184
Fecha: 17-11-2026
🔎 «45 lucas» → $45.000`,
  );
  expect(en.booked(EXPENSE)).toBe(
    `✅ *Expense recorded: $45.000*
Description: bencina
Supplier: Copec
Category: Combustible
Tax: $7.184
Date: 17-11-2026
🔎 “45 lucas” → $45.000`,
  );
});

test("what is not known is not told", () => {
  expect(pt.booked(BARE)).toBe("✅ *Entrada anotada: $45.000*\nData: 17-11-2026");
});

test("a debt tells whose it is and when it is due", () => {
  expect(cl.booked(DEBT)).toBe(
    `✅ *Deuda por cobrar anotada: $45.000*
Concepto: bencina
Con: Juan
Categoría: Combustible
Fecha: 17-11-2026
Vence: 30-11-2026`,
  );
  expect(cl.booked({ ...DEBT, direction: "por_pagar" })).toContain("*Deuda por pagar anotada: $45.000*");
});

test("undoing names what was undone, once", () => {
  expect(cl.undone(EXPENSE)).toBe("↩️ Deshecho: egreso de $45.000 (bencina)");
  expect(cl.undone(BARE)).toBe("↩️ Deshecho: ingreso de $45.000");
  expect(cl.undone(DEBT)).toBe("↩️ Deshecho: deuda por cobrar de $45.000 (bencina)");
  expect(en.undone(EXPENSE)).toBe("↩️ Undone: $45.000 expense (bencina)");
  expect(pt.undone(EXPENSE)).toBe("↩️ Desfeito: gasto de $45.000 (bencina)");
});

test("a corrected amount shows both; another correction does not say the amount twice", () => {
  expect(cl.corrected("$54.000", BARE)).toBe("✏️ *Corregido*: antes $54.000, ahora $45.000\nFecha: 17-11-2026");
  expect(cl.corrected("$45.000", BARE)).toBe("✏️ *Corregido: ingreso de $45.000*\nFecha: 17-11-2026");
});

test("a Peruvian invoice is shown supplier, paper, items, as asked for", () => {
  expect(pe.document(PAPER)).toBe(
    `💼 *Proveedor*
RUC: 20100066603
Razón Social: Ejemplo SAC

📄 *Factura*
Serie: F001
Número: 123
Fecha: 17-11-2026
Subtotal: S/ 381.36
IGV: S/ 68.64
Total: S/ 450.00

📦 *Items*
1. Producto 1 - S/ 200.00
2. Producto 2
… y 3 más

Categoría sugerida: Insumos`,
  );
});

test.each([
  ["CL", "es-CL", ["RUT", "IVA"]],
  ["PE", "es-CL", ["RUC", "IGV"]],
  ["AR", "es-CL", ["CUIT", "IVA"]],
  ["MX", "es-PE", ["RFC", "IVA"]],
  ["UY", "es-AR", ["RUT", "IVA"]],
  ["CO", "es-PE", ["NIT", "IVA"]],
  ["EC", "es-PE", ["RUC", "IVA"]],
  ["DO", "es-MX", ["RNC", "ITBIS"]],
  ["BR", "es-CL", ["CNPJ", "Impuestos"]],
  ["BR", "pt-BR", ["CNPJ", "Impostos"]],
  ["AR", "pt-BR", ["CUIT", "IVA"]],
  ["MY", "es-CL", ["ID tributario", "Impuestos"]],
  ["PE", "en", ["Tax ID", "Tax"]],
])("a paper of %s, told in %s, names its tax id and its tax: %j", (country, locale, [id, tax]) => {
  const words = wordsOf(locale);
  expect(words.document({ ...PAPER, country })).toContain(`\n${id}: 20100066603\n`);
  expect(words.document({ ...PAPER, country })).toContain(`\n${tax}: S/ 68.64\n`);
  expect(words.booked({ ...EXPENSE, country })).toContain(`\n${tax}: $7.184\n`);
});

test("a document that could not be read shows no empty lines", () => {
  expect(cl.document(UNREAD)).toBe("📄 *Documento*");
});

test("a paper has the name its country gives it", () => {
  expect(cl.document({ ...UNREAD, kind: "guia" })).toBe("📄 *Guía de despacho*");
  expect(pe.document({ ...UNREAD, kind: "guia" })).toBe("📄 *Guía de remisión*");
  expect(ar.document({ ...UNREAD, kind: "guia" })).toBe("📄 *Remito*");
  expect(ar.document({ ...UNREAD, kind: "boleta" })).toBe("📄 *Tique*");
  expect(wordsOf("es-MX").document({ ...UNREAD, kind: "boleta" })).toBe("📄 *Ticket*");
  expect(pt.document({ ...UNREAD, kind: "boleta" })).toBe("📄 *Cupom fiscal*");
});

test("only a code that verified is said to be verified", () => {
  expect(cl.document_booked(BARE, "authentic")).toBe(`${cl.booked(BARE)}\n🔏 Timbre verificado ✅`);
  expect(pe.document_booked(BARE, "authentic")).toBe(`${pe.booked(BARE)}\n🔏 Código fiscal verificado`);
  expect(cl.document_booked(BARE, "unverified")).toBe(cl.booked(BARE));
  expect(cl.document_verdict("not_applicable")).toBeNull();
});

test("the month is told by sums, and by category where there are any", () => {
  const month = { month: "noviembre 2026", income: "$300", expense: "$100", result: "$200", categories: [] };
  expect(cl.summary(month)).toBe("📊 *Resumen de noviembre 2026*\nIngresos: $300\nEgresos: $100\nResultado: $200");
  expect(cl.summary({ ...month, categories: [{ name: "Insumos", amount: "$100" }] })).toMatch(
    /\n\n\*Por categoría\*\n• Insumos: \$100$/,
  );
});

test("balance, totals, entries and debts are short lists", () => {
  expect(ar.balance("$1.000", [{ name: ar.accounts["banco"] ?? "", amount: "$500" }])).toBe(
    "💰 *Caja: $1.000*\nBanco: $500",
  );
  expect(ar.total_of("Gastos · Combustible", ar.periods.this_month, "$20")).toBe(
    "Gastos · Combustible, este mes: *$20*",
  );
  expect(ar.entries(ar.periods.today, ["• hoy: +$1"])).toBe("📒 *Movimientos, hoy*\n• hoy: +$1");
  expect(ar.debts("por_pagar", [{ who: "Juan", amount: "$1" }], null)).toBe("🤝 *Debés*\n• Juan: $1");
  expect(ar.debts("por_cobrar", [{ who: "Juan", amount: "$1" }], null)).toBe("🤝 *Te deben*\n• Juan: $1");
  expect(ar.debts("por_cobrar", [], null)).toBe("Nadie te debe nada. 👌");
  expect(ar.debts("por_pagar", [], null)).toBe("No debés nada. 👌");
});
