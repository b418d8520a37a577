import { expect, test } from "vitest";
import { offerLine } from "#src/documents/read/offer.ts";

test.each([
  "cotizacion",
  "cotizacion n° 55",
  "cotizacion: 1204",
  "cotizacion de servicios",
  "cotizacion de materiales para salud ocupacional",
  "presupuesto n° 12",
  "factura proforma",
  "price quote",
])("«%s» is an offer", (line) => {
  expect(offerLine(["FERRETERIA", line])).toBe(1);
});

test.each([
  "cotizacion previsional",
  "cotizacion obligatoria",
  "cotizacion obligatoria afp",
  "cotizacion de salud",
  "cotizacion afp modelo",
  "cotizacion a.f.p.",
  "cotizacion para pension",
  "cotizacion adicional de salud",
  "cotizacion seguro de cesantia",
  "cotizacion del trabajador",
  "cotizacion - isapre",
  "cotizaciones previsionales",
  "cotizacion del dolar",
])("«%s» is none", (line) => {
  expect(offerLine(["PREVIRED", line])).toBe(-1);
});
