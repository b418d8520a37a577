import { setTimeout as sleep } from "node:timers/promises";
import { postMessage, type Line } from "./meta.ts";
import type { Delivery, Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { Victim } from "./victim.ts";

export type Attack = {
  line: Line;
  plan: Plan;
  victim: Victim;
  /** How often the server dies; the last time after the last message, while answers are still on their way. */
  kills: number;
  random: Random;
};

export type Toll = {
  posts: number;
  /** Posts that were not answered with 200 and were sent again. */
  refused: number;
  /** From each SIGKILL to the next answer of /healthz. */
  downMs: number[];
};

const CLIENTS = 8;
const RETRY_MS = 250;
const PATIENCE_MS = 300_000;
const KILL_DELAY_MS_MAX = 400;

/**
 * Delivers the plan with several clients, each message until it is answered with 200, while the server is killed at
 * random points of the way. A phone's next message leaves when its last one is acknowledged, so that order has a meaning.
 */
export async function attack({ line, plan, victim, kills, random }: Attack): Promise<Toll> {
  const toll: Toll = { posts: 0, refused: 0, downMs: [] };
  const all = plan.reduce((sum, { deliveries }) => sum + deliveries.length, 0);
  // One in each stretch of the way.
  const stretch = all / (kills - 1);
  const moments = Array.from({ length: kills - 1 }, (_, index) => Math.ceil((index + random.fraction()) * stretch));
  const waiting = plan.map(({ deliveries }) => [...deliveries]);
  let done = 0;
  let restart: Promise<void> = Promise.resolve();
  const broken = Promise.withResolvers<never>();

  const strike = async (): Promise<void> => {
    await sleep(random.between(0, KILL_DELAY_MS_MAX));
    const killedAt = Date.now();
    await victim.kill();
    await victim.start();
    toll.downMs.push(Date.now() - killedAt);
  };
  const deliver = async ({ message, how }: Delivery): Promise<void> => {
    const copies = how === "twin" ? 2 : 1;
    await Promise.all(Array.from({ length: copies }, () => untilTaken(() => postMessage(line, message), toll)));
    done += 1;
    // One after the other: a server that is down cannot be killed.
    if (moments.includes(done)) restart = restart.then(strike).catch(broken.reject);
  };
  const client = async (): Promise<void> => {
    while (waiting.length > 0) {
      const [phone = []] = waiting.splice(random.between(0, waiting.length - 1), 1);
      const delivery = phone.shift();
      if (delivery) await deliver(delivery);
      if (phone.length > 0) waiting.push(phone);
    }
  };
  await Promise.race([Promise.all(Array.from({ length: CLIENTS }, client)), broken.promise]);
  await restart.then(strike);
  return toll;
}

async function untilTaken(post: () => Promise<number>, toll: Toll): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    toll.posts += 1;
    const status = await post();
    if (status === 200) return;
    toll.refused += 1;
    if (Date.now() > end)
      throw new Error(`A message was refused for ${PATIENCE_MS / 1_000} s, at last with ${status}.`);
    await sleep(RETRY_MS);
  }
}
