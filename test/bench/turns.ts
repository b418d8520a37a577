import type { Load } from "./load/load.ts";
import type { Replies, Talk } from "./load/talk.ts";
import type { Sender } from "./load/webhook.ts";
import type { Plan } from "./plan.ts";
import { COUNTS_CPU, cpuOf, quiet } from "./processes.ts";
import type { Rig } from "./rig.ts";

export type Turns = Replies & { name: string; cpuMs: number };

const PEOPLE_PER_S = 8;
const BURST_MESSAGES = 5;
const BURST_GAP_MS = 100;
/** Longer than a burst's window: who was answered is idle again. */
const IDLE_MS = 1_500;

/** From the webhook to the answer at the Graph API, booking included; at a pace far below the limits of a minute. */
export async function runTurns(
  load: Load,
  { rig, sender }: { rig: Rig; sender: Sender },
  plan: Plan,
): Promise<Turns[]> {
  const { newcomers, lone, bursts } = plan.talk;
  const pace = { first: 0, perSecond: PEOPLE_PER_S, messages: 1, gapMs: 0 };
  const known = Math.max(newcomers, lone, bursts);
  const run = async (name: string, talk: Talk): Promise<Turns> => {
    const before = cpuOf(rig.pid);
    const replies = await load.talk(sender, talk);
    await quiet(rig.pid);
    const spentMs = cpuOf(rig.pid) - before;
    await new Promise((wake) => setTimeout(wake, IDLE_MS));
    return { ...replies, name, cpuMs: COUNTS_CPU ? spentMs / talk.count : Number.NaN };
  };
  const first = await run("first message: registered, booked, answered", { ...pace, count: newcomers });
  if (known > newcomers) await run("", { ...pace, first: newcomers, count: known - newcomers });
  return [
    first,
    await run("lone text, idle conversation: booked, answered", { ...pace, count: lone }),
    await run(`burst of ${BURST_MESSAGES}, ${BURST_GAP_MS} ms apart: all booked, last answer`, {
      ...pace,
      count: bursts,
      perSecond: PEOPLE_PER_S / BURST_MESSAGES,
      messages: BURST_MESSAGES,
      gapMs: BURST_GAP_MS,
    }),
  ];
}
