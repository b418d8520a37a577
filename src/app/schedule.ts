import type { Carried, SchedulerPorts, Turn } from "#reminders";
import { connectedTenants, sync } from "#sii";
import { authorize } from "#tenants";
import { schedulerNamed } from "./schedule-door.ts";
import { connectPorts } from "./sii-door.ts";
import { worldOf, type World } from "./wiring.ts";

// The schedule's objects, and what they have others do.

/** The ports of a scheduler object. What nobody carries out yet has no errand here, and no rows. */
export function schedulerPorts(env: Env): SchedulerPorts {
  const world = worldOf(env);
  const { clock, entropy, archive, settings } = world;
  return {
    clock,
    entropy,
    spread_ms: settings.sii_spread_ms,
    errands: { sync: (turn) => syncInTurn(world, turn) },
    listed: async (after) => connectedTenants((await archive()).databases, after),
    handTo: async (name, tenants) => schedulerNamed(env, name).takeIn(tenants),
  };
}

async function syncInTurn(world: World, { tenant_id, request }: Turn): Promise<Carried> {
  const actor = { kind: "system", id: "schedule" } as const;
  const asked = { tenant_id, actor, standing: "system", action: "sii.keep" } as const;
  const writer = await authorize(await world.archive(), asked);
  if (!writer.ok) return "gone";
  const { outcome } = await sync(writer.value, { cause: "schedule", request }, connectPorts(world));
  return outcome === "started" || outcome === "running" ? "begun" : "gone";
}
