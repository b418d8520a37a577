// The six-hourly sweep, killed in the middle of its work: what the SII lists is in the books once, and told once.
import { setTimeout as sleep } from "node:timers/promises";
import { readSettings } from "#src/commands/workers.ts";
import { startSimulators, type Simulators } from "../../simulators/index.ts";
import { readBooks } from "../books.ts";
import { randomFrom, type Random } from "../random.ts";
import { baseUrlOf, besiege, type Stronghold } from "../siege.ts";
import type { Victim } from "../victim.ts";
import { judgeSweep, type SweepVerdict } from "./judge.ts";
import { connect, deliverInvoices, shopOf, type Shop } from "./shops.ts";

export type SweepSize = { shops: number; kills: number };

export type SweepOutcome = SweepVerdict & {
  documents: number;
  kills: number;
  crashes: number;
  /** Requests at the SII. */
  calls: number;
  /** Logins of the business that logged in most, since the tick. */
  loginsMax: number;
  /** Sessions that are open when all is at rest. */
  sessionsOpen: number;
  seconds: number;
};

const CRON = "0 */6 * * *";
const FIRST_INVOICES = 3;
const NEW_INVOICES = { low: 1, high: 9 };
/** A kill falls when the SII was asked so many more times, or when it is asked no more. */
const CALLS_TO_KILL = { low: 1, high: 60 };
const KILL_DELAY_MS_MAX = 150;
const IDLE_MS_MAX = 15_000;
const POLL_MS = 25;
const READ_AGAIN_MS = 2_000;
/** What failed while the server came up is begun again in minutes: twice as late each time. */
const QUIET_MS = 400_000;

/** Connects businesses, has new documents arrive, and knocks once, as the platform's clock does. */
export async function sweepUnderFire(arm: Stronghold, size: SweepSize, seed: number): Promise<SweepOutcome> {
  const begun = Date.now();
  const random = randomFrom(seed);
  const baseUrl = baseUrlOf(arm);
  const phones = await startSimulators({ webhookUrl: `${baseUrl}/webhook/whatsapp` });
  const settings = { ...readSettings(".dev.vars.example"), ...settingsFor(phones) };
  try {
    return await besiege(arm, settings, async (victim) => {
      const shops = Array.from({ length: size.shops }, (_, nth) => shopOf(phones, nth));
      for (const shop of shops) deliverInvoices(phones, shop, { count: FIRST_INVOICES, random });
      const field: Field = { phones, shops, random, victim, baseUrl, operatorToken: settings["OPERATOR_TOKEN"] ?? "" };
      for (const shop of shops) await connect(phones, baseUrl, shop);
      await atRest(field);
      for (const shop of shops) {
        deliverInvoices(phones, shop, { count: random.between(NEW_INVOICES.low, NEW_INVOICES.high), random });
      }
      const first = lastCall(phones);
      await knock(baseUrl);
      for (let kills = 0; kills < size.kills; kills++) await strike(field);
      const books = await atRest(field);
      const since = phones.sii.office.calls.filter(({ seq }) => seq > first);
      const diedAt = [...victim.killedAt, ...victim.crashedAt];
      return {
        documents: shops.reduce((sum, { totals }) => sum + totals.length, 0),
        kills: victim.killedAt.length,
        crashes: victim.crashedAt.length,
        ...judgeSweep({ shops, books, sent: phones.sent(), diedAt }),
        calls: lastCall(phones) - first,
        loginsMax: Math.max(
          ...shops.map(({ rut }) => since.filter((call) => call.rut === rut && isLogin(call)).length),
        ),
        sessionsOpen: openSessions(phones),
        seconds: (Date.now() - begun) / 1_000,
      };
    });
  } finally {
    await phones.close();
  }
}

type Field = {
  phones: Simulators;
  shops: Shop[];
  random: Random;
  victim: Victim;
  baseUrl: string;
  operatorToken: string;
};

function settingsFor(phones: Simulators): Record<string, string> {
  const { graphBaseUrl: GRAPH_BASE_URL, siiBaseUrls: SII_BASE_URLS } = phones;
  return { GRAPH_BASE_URL, SII_BASE_URLS, SII_SPACING_MS: "5", SII_SPREAD_MS: "3000" };
}

async function knock(baseUrl: string): Promise<void> {
  const query = new URLSearchParams({ cron: CRON });
  const answer = await fetch(`${baseUrl}/cdn-cgi/handler/scheduled?${query.toString()}`);
  if (!answer.ok) throw new Error(`the tick was answered ${answer.status}: ${await answer.text()}`);
}

async function strike({ phones, random, victim }: Field): Promise<void> {
  const moment = lastCall(phones) + random.between(CALLS_TO_KILL.low, CALLS_TO_KILL.high);
  for (const end = Date.now() + IDLE_MS_MAX; lastCall(phones) < moment && Date.now() < end;) await sleep(POLL_MS);
  await sleep(random.between(0, KILL_DELAY_MS_MAX));
  await victim.kill();
  await victim.start();
}

/** The books when all documents are in them and told and nobody is logged in, or when nothing has changed for long. */
async function atRest({ phones, shops, victim, baseUrl, operatorToken }: Field): ReturnType<typeof readBooks> {
  const api = { baseUrl, operatorToken };
  const everybody = shops.map(({ phone }) => phone);
  const tokens = new Map<string, string>();
  let before = "";
  for (let since = Date.now(); Date.now() - since < QUIET_MS; await sleep(READ_AGAIN_MS)) {
    const books = await readBooks(api, everybody, tokens).catch(() => null);
    if (!books) continue;
    const sent = phones.sent();
    const { missing, untold } = judgeSweep({ shops, books, sent, diedAt: victim.killedAt });
    const now = [[...books.values()].flat().length, sent.length, lastCall(phones)].join();
    if (missing === 0 && untold === 0 && openSessions(phones) === 0 && now === before) return books;
    if (now !== before) since = Date.now();
    before = now;
  }
  return readBooks(api, everybody, tokens);
}

/** How many requests the SII has had. */
function lastCall({ sii }: Simulators): number {
  return sii.office.calls.at(-1)?.seq ?? 0;
}

function openSessions({ sii }: Simulators): number {
  return [...sii.office.sessions.values()].filter(({ expires_at }) => expires_at > sii.now()).length;
}

function isLogin({ method }: { method: string }): boolean {
  return method === "CAutInicio";
}
