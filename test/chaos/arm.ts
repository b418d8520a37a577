import { setTimeout as sleep } from "node:timers/promises";
import { readSettings } from "#src/commands/workers.ts";
import { attack, type Toll } from "./attack.ts";
import { readBooks, type Books } from "./books.ts";
import { startGraph, type Send } from "./graph.ts";
import { judge, type Verdict } from "./judge.ts";
import type { Line } from "./meta.ts";
import { planOf, type Message, type Size } from "./plan.ts";
import { randomFrom } from "./random.ts";
import { baseUrlOf, besiege, type Stronghold } from "./siege.ts";

/** The product, or the control that must fail. */
export type Arm = Stronghold & {
  name: string;
  /** After this long without a new entry or reply nothing more is expected. */
  quietMs: number;
};

export type Outcome = {
  messages: number;
  toll: Toll;
  kills: number;
  crashes: number;
  verdict: Verdict;
  sends: number;
  seconds: number;
};

const READ_AGAIN_MS = 3_000;

export async function run(arm: Arm, size: Size, seed: number): Promise<Outcome> {
  const begun = Date.now();
  const settings = readSettings(".dev.vars.example");
  const baseUrl = baseUrlOf(arm);
  const line = lineOf(settings, baseUrl);
  const graph = await startGraph(line);
  try {
    return await besiege(arm, { ...settings, GRAPH_BASE_URL: graph.baseUrl }, async (victim) => {
      const random = randomFrom(seed);
      const plan = planOf(size, Math.floor(begun / 1_000) - 3_600, random);
      const toll = await attack({ line, plan, victim, kills: size.kills, random });
      const acknowledged = plan
        .flatMap(({ deliveries }) => deliveries)
        .filter(({ how }) => how !== "again")
        .map(({ message }) => message);
      const api = { baseUrl, operatorToken: settings["OPERATOR_TOKEN"] ?? "" };
      const books = await booksAtRest(arm, { api, acknowledged, sends: graph.sends });
      const { killedAt, crashedAt } = victim;
      const verdict = judge({ acknowledged, books, sends: graph.sends, diedAt: [...killedAt, ...crashedAt] });
      const seconds = (Date.now() - begun) / 1_000;
      const deaths = { kills: killedAt.length, crashes: crashedAt.length };
      return { messages: acknowledged.length, toll, ...deaths, verdict, sends: graph.sends.length, seconds };
    });
  } finally {
    graph.close();
  }
}

type Waiting = { api: Parameters<typeof readBooks>[0]; acknowledged: Message[]; sends: Send[] };

/** The books when every message is in them and answered, or when nothing has changed for a long time. */
async function booksAtRest({ quietMs }: Arm, { api, acknowledged, sends }: Waiting): Promise<Books> {
  const phones = [...new Set(acknowledged.map(({ phone }) => phone))];
  const tokens = new Map<string, string>();
  let books: Books = new Map();
  let before = "";
  for (let since = Date.now(); Date.now() - since < quietMs; await sleep(READ_AGAIN_MS)) {
    // While a server that gave up is being restarted, the books are closed.
    books = await readBooks(api, phones, tokens).catch(() => books);
    const { lost, unanswered } = judge({ acknowledged, books, sends, diedAt: [] });
    const now = `${[...books.values()].flat().length} ${sends.length}`;
    if (lost === 0 && unanswered === 0 && now === before) return books;
    if (now !== before) since = Date.now();
    before = now;
  }
  return readBooks(api, phones, tokens);
}

function lineOf(settings: Record<string, string>, baseUrl: string): Line {
  return {
    url: `${baseUrl}/webhook/whatsapp`,
    appSecret: settings["WHATSAPP_APP_SECRET"] ?? "",
    phoneNumberId: settings["WHATSAPP_PHONE_NUMBER_ID"] ?? "",
    businessAccountId: settings["WHATSAPP_BUSINESS_ACCOUNT_ID"] ?? "",
  };
}
