import { expect, test } from "vitest";
import { classify, taxTold, type TaxTold } from "#language";

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
  ["tengo un remanente de 120 lucas", { remanente: 120_000 }],
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

test("elsewhere the same words are what they were", () => {
  expect(taxTold(of("mi remanente es 45 mil", "PE"))).toBeNull();
});
