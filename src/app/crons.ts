import { logEvent, logProblem } from "#telemetry";
import { sweep } from "./schedule-door.ts";

/** Line of `[triggers]` → its job. Each only knocks: an object does the work, and goes on where a kill cut it off. */
export const CRONS: Readonly<Record<string, (env: Env) => Promise<void>>> = {
  "0 */6 * * *": sweep,
};

/** A tick of the platform's clock. One that fails is not repeated by the platform, and need not be: alarms carry on. */
export async function tick({ cron }: Pick<ScheduledController, "cron">, env: Env): Promise<void> {
  const job = CRONS[cron];
  if (!job) return logProblem("cron.unknown", { cron });
  await job(env);
  logEvent("cron.tick", { cron });
}
