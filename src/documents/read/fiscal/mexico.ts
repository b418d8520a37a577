import { readRfc } from "#kernel";
import { hundredths } from "./amounts.ts";
import { type FiscalQr, parametersOf } from "./code.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ADDRESS = /^(?:https?:\/\/verificacfdi\.facturaelectronica\.sat\.gob\.mx\/(?:default\.aspx)?)?\?(.+)$/is;

/**
 * `…/default.aspx?id=UUID&re=&rr=&tt=&fe=` (SAT, Anexo 20), and its form before 2017, which began with the question
 * mark. It names the parties and the total, padded to ten and six digits; neither day nor currency.
 */
export function readMexican(text: string): FiscalQr | null {
  const query = ADDRESS.exec(text)?.[1];
  if (query === undefined) return null;
  const values = parametersOf(query);
  const uuid = values.get("id") ?? "";
  const issuer = readRfc(values.get("re") ?? "");
  if (issuer === null || !UUID.test(uuid)) return null;
  return {
    country: "MX",
    kind: "factura",
    key: uuid.toUpperCase(),
    month: null,
    namesCurrency: false,
    fields: {
      merchant_tax_id: issuer,
      receiver_tax_id: readRfc(values.get("rr") ?? ""),
      series: null,
      number: uuid.toUpperCase(),
      date: null,
      currency: "MXN",
      total_minor: hundredths((values.get("tt") ?? "").replace(/^0+(?=\d)/, "")),
      tax_minor: null,
    },
  };
}
