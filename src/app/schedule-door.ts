import { schedulerName, schedulerOf, type SchedulerRpc } from "#reminders";
import type { Tenant } from "#tenants";

// What others ask of the schedule's objects.

export function schedulerNamed(env: Env, name: string): SchedulerRpc {
  return env.SCHEDULER.get(env.SCHEDULER.idFromName(name));
}

export async function enlist(env: Env, { id, time_zone }: Tenant): Promise<void> {
  await schedulerNamed(env, schedulerOf(id)).enlist({ tenant_id: id, time_zone });
}

export async function strike(env: Env, { id }: Tenant): Promise<void> {
  await schedulerNamed(env, schedulerOf(id)).strike(id);
}

/** One of them goes through all businesses, for all of them. */
export async function sweep(env: Env): Promise<void> {
  await schedulerNamed(env, schedulerName(0)).sweep();
}
