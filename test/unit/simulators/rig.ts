// A rig and a listening bot per test file, and the requests a bot would make.
import { startSimulators } from "../../simulators/index.ts";
import type { ChangeValue, Simulators, SimulatorOptions } from "../../simulators/index.ts";
import { startBot } from "./bot.ts";
import type { ListeningBot } from "./bot.ts";

export const BEARER = { authorization: "Bearer dev-access-token" };

/** JSON read by path, each step a string or an index. */
// oxlint-disable-next-line typescript/no-explicit-any -- foreign JSON, whose shape is what the tests are about
export type Json = any;

export type Stage = {
  bot: ListeningBot;
  rig: Simulators;
  send: (body: Record<string, unknown>, headers?: Record<string, string>) => Promise<{ status: number; body: Json }>;
  close: () => Promise<void>;
};

export async function startStage(options: SimulatorOptions = {}, statusOf?: (nth: number) => number): Promise<Stage> {
  const bot = await startBot(statusOf);
  const rig = await startSimulators({ webhookUrl: bot.url, ...options });
  rig.knobs({ statuses: { step_ms: 0 }, webhook: { retry_ms: 1 } });
  return {
    bot,
    rig,
    send: async (body, headers = BEARER) => {
      const response = await fetch(`${rig.graphBaseUrl}/106540352242922/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ messaging_product: "whatsapp", ...body }),
      });
      const text = await response.text();
      return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text };
    },
    close: async () => {
      await rig.close();
      await bot.close();
    },
  };
}

/** All statuses that a bot was told, in order of arrival. */
export function statusesOf(bot: ListeningBot): Json[] {
  return valuesOf(bot).flatMap((value) => value.statuses ?? []);
}

export function messagesOf(bot: ListeningBot): Json[] {
  return valuesOf(bot).flatMap((value) => value.messages ?? []);
}

function valuesOf(bot: ListeningBot): ChangeValue[] {
  return bot
    .payloads()
    .flatMap((payload) => payload.entry.flatMap((entry) => entry.changes.map((change) => change.value)));
}
