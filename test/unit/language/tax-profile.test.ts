import { expect, test } from "vitest";
import { classify, isTaxUnclear, taxesTold, taxTold, type TaxTold } from "#language";

const TODAY = "2026-11-18";
const of = (text: string, country = "CL") => ({ text, country, today: TODAY, channel: "text" as const, last: null });

test.each<[string, TaxTold]>([
  ["soy pro pyme transparente", { regime: "transparent" }],
  ["mi régimen es 14 D 8", { regime: "transparent" }],
  ["estoy en el 14D N°8", { regime: "transparent" }],
  ["Mi empresa está en el régimen Pro Pyme Transparente (14 D N° 8)", { regime: "transparent" }],
  ["mi régimen es 14 D 3", { regime: "pro_pyme" }],
  ["Soy ProPyme.", { regime: "pro_pyme" }],
  ["somos pro pyme general", { regime: "pro_pyme" }],
  ["mi régimen tributario es pro pyme", { regime: "pro_pyme" }],
  ["tributo en el 14 letra D número 3", { regime: "pro_pyme" }],
  ["soy pro pyme con ingresos sobre 50.000 UF", { regime: "pro_pyme_over" }],
  ["estoy en el régimen general", { regime: "general" }],
  ["mi régimen es el 14 A", { regime: "general" }],
  ["régimen semi integrado", { regime: "general" }],
  ["mi tasa de PPM es 0,25%", { ppm_rate: 0.25 }],
  ["mi ppm es 1,5 %", { ppm_rate: 1.5 }],
  ["mi tasa de ppm es de 0.125", { ppm_rate: 0.125 }],
  ["pago un ppm de 1 por ciento", { ppm_rate: 1 }],
  ["mi remanente es 45 mil", { remanente: 45_000 }],
  ["mi remanente de octubre es $45.300", { remanente: 45_300 }],
  ["tengo un remanente de IVA de 120 lucas", { remanente: 120_000 }],
  ["no, mi remanente es 45 mil", { remanente: 45_000 }],
  ["no mi remanente es 45 mil", { remanente: 45_000 }],
  ["mi remanente código 77 es 45.300", { remanente: 45_300 }],
  ["mi remanente de octubre 2026 (código 77 del F29) es *$45.300*", { remanente: 45_300 }],
  ["me quedó un remanente en el código 77 de 45.300", { remanente: 45_300 }],
  ["mi remanente es 45 mil, gracias", { remanente: 45_000 }],
  ["hola, mi remanente es 45 mil. Muchas gracias", { remanente: 45_000 }],
  ["mi remanente era 45.300 y ahora es 50.000", { remanente: 50_000 }],
  ["mi remanente era 45.300, ahora es 50.000", { remanente: 50_000 }],
  ["mi remanente no es 45 mil sino 54 mil", { remanente: 54_000 }],
  ["el remanente del F29 de octubre fue 45.300", { remanente: 45_300 }],
  ["mi remanente de crédito fiscal del mes pasado es 1.234.567", { remanente: 1_234_567 }],
  ["me quedó un remanente de IVA de 80 lucas", { remanente: 80_000 }],
  ["no tengo remanente", { remanente: 0 }],
  ["mi remanente es cero", { remanente: 0 }],
  ["soy pro pyme transparente y mi ppm es 0,2%", { regime: "transparent", ppm_rate: 0.2 }],
  ["soy pro pyme, mi remanente es 45 mil", { regime: "pro_pyme", remanente: 45_000 }],
])("«%s» tells how the business is taxed, and books nothing", (text, told) => {
  expect(taxTold(of(text))).toEqual(told);
  expect(classify(of(text))).toMatchObject({ type: "otro", movements: [], needs_clarification: false });
});

test.each([
  "pagué ppm 45 mil",
  "mi ppm es 45.000",
  "remanente 45 mil",
  "vendí un remanente de tela en 45 mil",
  "me quedó un remanente de tela 45 mil",
  "mi remanente es 45",
  "mi remanente no es 45 mil",
  "mi remanente es -45 mil",
  "mi remanente es menos 45 mil",
  "me quedo con el remanente de 45 mil",
  "me quedó un remanente de 80 lucas",
  "tengo un remanente de 120 lucas",
  "mi remanente de pan lo vendí en 45 mil",
  "soy pyme y vendí 20 lucas",
  "mi remanente es 45 mil y pagué 3 lucas de pan",
  "¿mi remanente es 45 mil?",
  "¿soy pro pyme?",
  "soy general contratista",
  "pagué 14 lucas",
  "14 a 3 lucas",
  "soy transparente",
  "compré una pyme",
  "la tasa es 25%",
  "es el 14",
  "el 14 a",
])("«%s» tells nothing of the kind", (text) => {
  expect(taxTold(of(text))).toBeNull();
});

test.each([
  ["mi remanente es 45 mil y vendí 20 lucas de pan", "vendí 20 lucas de pan"],
  ["vendí 20 lucas de pan y mi remanente es 45 mil", "vendí 20 lucas de pan"],
  ["vendí 20 lucas de pan, mi remanente es 45 mil", "vendí 20 lucas de pan"],
])("«%s» tells both", (text, rest) => {
  expect(taxesTold(of(text))).toEqual({ told: { remanente: 45_000 }, words: "mi remanente es 45 mil", rest });
  expect(classify(of(text)).movements).toMatchObject([{ type: "ingreso", amount_minor: 20_000, concept: "pan" }]);
});

test("what is beside it never gives a deal its name", () => {
  expect(classify(of("mi remanente es 45 mil y vendí 20 lucas")).movements).toMatchObject([{ concept: "Venta" }]);
});

test.each<[string, boolean]>([
  ["mi remanente no es 45 mil", true],
  ["mi remanente no es 45 mil, es 54 mil", true],
  ["me quedó un remanente de 80 lucas", true],
  ["me quedo con el remanente de 45 mil", true],
  ["¿mi remanente es 45 mil?", false],
  ["mi remanente de pan lo vendí en 45 mil", false],
  ["vendí un remanente de tela en 45 mil", false],
  ["vendí 20 lucas", false],
])("«%s» speaks of a remanente that nobody knows: %s", (text, isUnclear) => {
  expect(isTaxUnclear(of(text))).toBe(isUnclear);
});

test("elsewhere the same words are what they were", () => {
  expect(taxTold(of("mi remanente es 45 mil", "PE"))).toBeNull();
});
