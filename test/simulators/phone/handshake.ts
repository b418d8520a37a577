// Asks the bot's webhook for Meta's GET verification, so that the page can say whether the bot is up.
import { randomInt } from "node:crypto";
import type { Rig } from "../rig.ts";

const ASK_AGAIN_MS = { connected: 10_000, apart: 2_000 } as const;
const ANSWER_MS_MAX = 5_000;

/** Keeps asking until the returned function is called. */
export function watchWorker(rig: Rig): () => void {
  let timer: NodeJS.Timeout;
  let stopped = false;
  let misses = 0;
  const ask = async (): Promise<void> => {
    const worker = await handshake(rig.settings);
    if (stopped) return;
    misses = worker.connected ? 0 : misses + 1;
    // A local Worker is away for a moment whenever its code changes.
    const isMoment = rig.worker.connected && misses === 1;
    if (!isMoment && (worker.connected !== rig.worker.connected || worker.detail !== rig.worker.detail)) {
      rig.worker = worker;
      rig.log("handshake", worker);
      rig.publish("worker", worker);
    }
    timer = setTimeout(() => void ask(), worker.connected ? ASK_AGAIN_MS.connected : ASK_AGAIN_MS.apart);
  };
  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

export async function handshake(settings: { webhookUrl: string; verifyToken: string }): Promise<Rig["worker"]> {
  const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
  const url = new URL(settings.webhookUrl);
  url.searchParams.set("hub.mode", "subscribe");
  url.searchParams.set("hub.verify_token", settings.verifyToken);
  url.searchParams.set("hub.challenge", challenge);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS_MAX), redirect: "manual" });
    const text = await response.text();
    if (response.status === 200 && text === challenge) return { connected: true, detail: "conectado" };
    if (response.status === 403) return { connected: false, detail: "el bot rechaza el token de verificación" };
    return { connected: false, detail: `el webhook respondió ${response.status} sin el desafío` };
  } catch {
    return { connected: false, detail: "el bot no responde todavía" };
  }
}
