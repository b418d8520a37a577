import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../random.ts";
import type { Simulators } from "../../simulators/index.ts";
import { rutOf } from "../../simulators/sii/state/rut.ts";

/** A business with documents at the simulated SII; `totals` are theirs in whole pesos, each a business's only one. */
export type Shop = { phone: string; rut: string; totals: number[] };

const CLAVE = "almacen26";
const NET = { low: 1_000_001, high: 1_900_000 };
const IVA_PERCENT = 19;
const ANSWER_TIMEOUT_MS = 60_000;
const LINK_TRIES_MAX = 20;
const LINK_AGAIN_MS = 500;

/** A business that the SII knows and the product does not. */
export function shopOf(phones: Simulators, nth: number): Shop {
  const shop = { phone: String(56_944_000_000 + nth), rut: rutOf(77_600_000 + nth), totals: [] };
  phones.sii.addTaxpayer({ rut: shop.rut, name: `Almacén ${nth} SpA`, clave: CLAVE });
  return shop;
}

/** Invoices come in, accepted already. No total is the sum of others: one is more than half of any other. */
export function deliverInvoices(
  phones: Simulators,
  shop: Shop,
  { count, random }: { count: number; random: Random },
): void {
  for (let left = count; left > 0; left--) {
    const net = random.between(NET.low, NET.high);
    const total = net + Math.round((net * IVA_PERCENT) / 100);
    if (shop.totals.includes(total)) continue;
    phones.sii.addDocument({ taxpayer: shop.rut, side: "compra", net, said: "ERM" });
    shop.totals.push(total);
  }
}

/** Connects from the chat, as its owner would: asks for the page, and hands the clave over there. */
export async function connect(phones: Simulators, baseUrl: string, { phone, rut }: Shop): Promise<void> {
  phones.inbound({ from: phone, said: { type: "text", text: "quiero conectar el SII" } });
  const offer = await phones.waitForSent(
    ({ chat, body }) => chat === phone && TOKEN.test(JSON.stringify(body)),
    ANSWER_TIMEOUT_MS,
  );
  const [, token] = TOKEN.exec(JSON.stringify(offer.body)) ?? [];
  const body = JSON.stringify({ token, rut, kind: "clave", clave: CLAVE });
  for (let tries = 0; tries < LINK_TRIES_MAX; tries++) {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${baseUrl}/api/sii/link`, { method: "POST", headers, body }).catch(() => null);
    if (answer?.ok) return;
    // `wrangler dev` loses a connection now and then. A link that is used up by then has done its work.
    if (answer?.status === 410) return;
    await sleep(LINK_AGAIN_MS);
  }
  throw new Error(`${rut} could not be connected`);
}

const TOKEN = /conectar-sii#([0-9a-z]+)/;
