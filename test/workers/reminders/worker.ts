// The scheduler objects in workerd, with a clock that tests set, and errands that write down what they were sent for.
import { schedulerObject } from "#reminders/scheduler";
import { type Carried, type Kind, type SchedulerPorts, type SchedulerRpc, type Turn } from "#src/reminders/index.ts";

type Rpc = { SCHEDULER: DurableObjectNamespace<Scheduler> };

/** All that is around the objects. Tests set it, and `begun` is what they made of it. */
export const world: World = {
  at: 0,
  kinds: ["sync"],
  begun: [],
  carry: async () => "begun",
  pages: [[]],
  onPage: () => undefined,
};

type World = {
  at: number;
  kinds: Kind[];
  begun: string[];
  /** What becomes of an errand. */
  carry: (turn: Turn) => Promise<Carried>;
  /** All businesses, in pages. */
  pages: string[][];
  /** Called before a page is answered. */
  onPage: (page: number) => void;
};

function ports({ SCHEDULER }: Rpc): SchedulerPorts {
  const errand = async (turn: Turn): Promise<Carried> => {
    world.begun.push(`${turn.tenant_id} ${turn.request}`);
    return world.carry(turn);
  };
  return {
    clock: { now: () => world.at },
    entropy: { id: () => "01JCZX9E40TEST000000000000", jitter: () => 0.5 },
    spread_ms: 4.75 * 3_600_000,
    errands: Object.fromEntries(world.kinds.map((kind) => [kind, errand])),
    listed: async (after) => {
      const page = Number(after ?? 0);
      world.onPage(page);
      const tenants = world.pages[page] ?? [];
      return { tenants, next: page + 1 < world.pages.length ? String(page + 1) : null };
    },
    handTo: async (name, tenants) => {
      const scheduler: SchedulerRpc = SCHEDULER.get(SCHEDULER.idFromName(name));
      await scheduler.takeIn(tenants);
    },
  };
}

export class Scheduler extends schedulerObject<Rpc>(ports) {}

export default { fetch: () => new Response("not found", { status: 404 }) };
