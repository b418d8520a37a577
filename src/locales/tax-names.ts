import type { Labels } from "./cards.ts";

// What each country calls its tax ids and its value-added tax, as its papers print them. The country decides, not the
// locale: who writes Spanish in Bogotá reads the words of Lima.

/** Brazil has several taxes in the place of one, and no name for them together. */
const TAX_NAMES: Readonly<Record<string, { id: string; vat?: string }>> = {
  AR: { id: "CUIT", vat: "IVA" },
  BO: { id: "NIT", vat: "IVA" },
  BR: { id: "CNPJ" },
  CL: { id: "RUT", vat: "IVA" },
  CO: { id: "NIT", vat: "IVA" },
  CR: { id: "Cédula", vat: "IVA" },
  DO: { id: "RNC", vat: "ITBIS" },
  EC: { id: "RUC", vat: "IVA" },
  ES: { id: "NIF", vat: "IVA" },
  GT: { id: "NIT", vat: "IVA" },
  HN: { id: "RTN", vat: "ISV" },
  MX: { id: "RFC", vat: "IVA" },
  NI: { id: "RUC", vat: "IVA" },
  PA: { id: "RUC", vat: "ITBMS" },
  PE: { id: "RUC", vat: "IGV" },
  PY: { id: "RUC", vat: "IVA" },
  SV: { id: "NIT", vat: "IVA" },
  UY: { id: "RUT", vat: "IVA" },
  VE: { id: "RIF", vat: "IVA" },
};

/** A country's own names; `general` are the language's, for all countries that are not in the table. */
export function taxNamesOr(general: Record<"id" | "vat", string>): Pick<Labels, "tax_id" | "tax"> {
  return {
    tax_id: (country) => TAX_NAMES[country]?.id ?? general.id,
    tax: (country) => TAX_NAMES[country]?.vat ?? general.vat,
  };
}
