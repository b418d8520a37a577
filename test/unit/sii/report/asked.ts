import { knownUtmOf, type KeptRcvDocument, type RcvTotal, type ReportAsked } from "#sii";
import { boletas, document, monthOf, of, purchase, sale } from "../taxes/month.ts";

const NOW = Date.parse("2026-07-02T15:30:00Z");
const customer = (name: string, rut: string) => ({ counterparty: { name, rut, isValid: true } });

/** A month of a shop with a bit of everything. */
export const SHOP: readonly KeptRcvDocument[] = [
  sale("1001", 1_250_000, {
    ...customer("Panadería Ñuñoa Ltda.", "76123456-0"),
    issuedOn: "2026-06-03",
    entry_id: "e1",
  }),
  sale("1002", 480_000, {
    ...customer('=HYPERLINK("http://mal.example";"Pagar")', "77888999-3"),
    issuedOn: "2026-06-09",
  }),
  sale("1003", 0, { type: 34, exempt: 300_000, total: 300_000, issuedOn: "2026-06-12" }),
  sale("55", 250_000, {
    type: 61,
    ...customer("Panadería Ñuñoa Ltda.", "76123456-0"),
    issuedOn: "2026-06-20",
    references: [{ type: 33, folio: "1001" }],
  }),
  purchase("8001", 640_000, { ...customer("Distribuidora & Cía. (Sur) S.A.", "96555444-1"), entry_id: "e2" }),
  purchase("8002", 90_000, { transaction: "Supermercados" }),
  purchase("8003", 1_100_000, { transaction: "Activo Fijo", ...customer("Cámaras de Frío Ávila SpA", "76555111-9") }),
  purchase("8004", 120_000, { type: 46, total: 120_000 }),
  document("8005", { net: 87_699, tax: 0, exempt: 0, unrecoverable: { tax: 16_663, code: 9 }, total: 104_362 }),
  document("8006", { net: 200_000, tax: 0, commonUseTax: 38_000, total: 238_000 }),
  purchase("8007", 55_000, { type: 61 }),
  purchase("9001", 310_000, {
    state: "pendiente",
    receivedAt: "2026-06-28T17:12:00",
    ...customer("+56 9 Servicios EIRL", "76000111-2"),
  }),
  purchase("9002", 75_000, { state: "pendiente", receivedAt: "2026-06-20T08:00:00" }),
  purchase("9003", 40_000, { state: "reclamado", claimedAt: "2026-06-25T10:00:00" }),
];

export const TILL: readonly RcvTotal[] = [boletas(39, 812, { net: 3_450_000 }), boletas(48, 1_204, { net: 5_120_000 })];

export function asked(more: Partial<ReportAsked> = {}): ReportAsked {
  return {
    business: { name: "Almacén Doña Peña Núñez SpA", rut: "76543210-3" },
    rcv: monthOf(SHOP, TILL),
    factor: 0.85,
    taxpayer: { regime: "pro_pyme", ppm_rate: null },
    previous: { amount: 96_500, month: "2026-05" },
    given: { workers_tax: 0, fees_withheld: 45_750, directors_withheld: 0 },
    filer: "electronic",
    proposal: null,
    without_paper: new Set(["d8002"]),
    booked: { debit: 237_500, credit: 121_600 },
    trailing: [],
    utmOf: knownUtmOf,
    utmAssumed: knownUtmOf,
    now: NOW,
    ...more,
  };
}

/** So many plain purchases. */
export function purchases(count: number): KeptRcvDocument[] {
  return Array.from({ length: count }, (_, nth) => document(String(nth + 1), of(1_000 + nth)));
}
