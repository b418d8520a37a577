// Three months of a small shop, with one document of each kind that a sync treats otherwise.
import type { DocumentInput } from "../../simulators/sii/state/document.ts";
import { newBusiness, taxOffice, type Business } from "./business.ts";

const MILL = { rut: "76455871-4", name: "Molinos San Cristóbal S.A." };
const DAIRY = { rut: "76133605-2", name: "Lácteos Ñuñoa Ltda." };
const HOTEL = { rut: "77190356-7", name: "Hotel Bellavista SpA" };

const bought = { side: "compra", said: "ERM" } as const;

/** `folio` 1001 is of two issuers; 3001 waits, 3002 was claimed, 3003 is not included; the boletas are a total. */
export const SHOP: readonly DocumentInput[] = [
  { ...bought, counterparty: MILL, folio: 1_001, net: 120_000, issued_on: "2031-04-08" },
  { ...bought, counterparty: DAIRY, folio: 1_001, net: 43_017, issued_on: "2031-05-06" },
  { ...bought, counterparty: MILL, folio: 1_002, net: 98_500, issued_on: "2031-06-03" },
  { ...bought, counterparty: MILL, type: 61, folio: 71, net: 12_000, issued_on: "2031-05-20" },
  { ...bought, counterparty: DAIRY, type: 34, exempt: 61_000, folio: 14, issued_on: "2031-06-10" },
  { side: "compra", counterparty: DAIRY, folio: 3_001, net: 52_300, issued_on: "2031-06-15" },
  { ...bought, counterparty: MILL, folio: 3_002, net: 18_900, issued_on: "2031-05-12", said: "RCD" },
  { ...bought, counterparty: DAIRY, folio: 3_003, net: 7_900, issued_on: "2031-05-13", transaction: 7 },
  { side: "venta", counterparty: HOTEL, folio: 501, net: 210_000, issued_on: "2031-04-22" },
  { side: "venta", counterparty: HOTEL, folio: 502, net: 187_300, issued_on: "2031-05-23" },
  { side: "venta", counterparty: HOTEL, folio: 503, net: 92_000, issued_on: "2031-06-12" },
  { side: "venta", counterparty: HOTEL, type: 61, folio: 12, net: 20_000, issued_on: "2031-06-13" },
  { side: "venta", type: 39, net: 310_000, count: 212, folio: 9_000, issued_on: "2031-05-20" },
];

/** A business whose three months these are, at a tax office that knows of nothing else yet. */
export async function newShop(of: Parameters<typeof newBusiness>[0] = {}): Promise<Business> {
  await taxOffice.reset();
  await taxOffice.add(...SHOP);
  return newBusiness(of);
}
