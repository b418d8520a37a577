import type { SiiTold } from "#conversation";
import { papersOfEntries } from "#documents";
import { assert } from "#kernel";
import { remindersAt, type Carried, type Reminder, type SchedulerPorts, type Turn } from "#reminders";
import {
  connectedTenants,
  filerOf,
  findConnection,
  findProfile,
  pendingClaims,
  sync,
  validate,
  validationTold,
  type ClaimLine,
} from "#sii";
import { authorize, openViewer, type Viewer } from "#tenants";
import { conversationById } from "./conversations.ts";
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
    errands: {
      sync: (turn) => syncInTurn(world, turn),
      validate: (turn) => validateInTurn(world, turn),
      remind: (turn) => remindInTurn(world, turn),
    },
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

/** The month that has ended, held against the tax service and told with its causes; one of which nothing is known is no news. */
async function validateInTurn(world: World, { tenant_id, tick: month }: Turn): Promise<Carried> {
  const told = await heardBy(world, tenant_id);
  if (!told) return "gone";
  const { viewer, tell } = told;
  const validated = await validate(viewer, month, { now: world.clock.now(), papersOf: papersOfEntries });
  if (validated.ok) await tell(`validate:${month}`, { about: "validation", told: validationTold(validated.value) });
  return "begun";
}

/** What falls due on a day, or fell due since the last one: the form of a month, and purchases that can soon be claimed no more. */
async function remindInTurn(world: World, { tenant_id, last_tick: looked_on }: Turn): Promise<Carried> {
  const told = await heardBy(world, tenant_id);
  if (!told) return "gone";
  const { viewer, tell } = told;
  const now = world.clock.now();
  const [profile, pending] = await Promise.all([findProfile(viewer), pendingClaims(viewer, now)]);
  const reminders = remindersAt(now, {
    filer: filerOf(profile),
    pending: pending.flatMap(({ id, received_at }) => (received_at === null ? [] : [{ id, received_at }])),
    time_zone: viewer.tenant.time_zone,
    looked_on,
  });
  for (const reminder of reminders) {
    // Under its own key it is told once, however often it is looked.
    await tell(reminder.key, toldOf(reminder, pending));
  }
  return "begun";
}

function toldOf(reminder: Reminder, pending: readonly ClaimLine[]): SiiTold {
  if (reminder.what === "f29") return { about: "reminder", reminder };
  const line = pending.find(({ id }) => id === reminder.document_id);
  assert(line, "what is reminded of waits");
  return { about: "reminder", reminder, line };
}

type Told = { viewer: Viewer; tell(key: string, told: SiiTold): Promise<void> };

/** Null where the business is connected no more, or nobody of it is in a chat. */
async function heardBy({ env, archive }: World, tenantId: string): Promise<Told | null> {
  const viewer = await openViewer(await archive(), tenantId);
  const own = viewer && (await findConnection(viewer));
  const stub = own?.conversation ? conversationById(env.CONVERSATION, own.conversation) : null;
  if (!viewer || !stub) return null;
  return { viewer, tell: async (key, told) => stub.tellSii(tenantId, key, told) };
}
