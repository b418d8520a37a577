import { DurableObject } from "cloudflare:workers";
import { SECOND_MS } from "#kernel";
import { count, faultFields, logProblem } from "#telemetry";
import { carryOutDue } from "./carry-out.ts";
import type { Desk, SchedulerPorts } from "./desk.ts";
import { enlistOne, takeIn } from "./register.ts";
import { dropTenant, migrate, nextAt } from "./store.ts";
import { beginSweep, sweepOn } from "./sweep.ts";

const FAULT_RETRY_MS = 5 * SECOND_MS;

/** What the app may ask of a scheduler; every call is one RPC, and every one may be made again. */
export type SchedulerRpc = {
  /** A business has connected. */
  enlist(whom: { tenant_id: string; time_zone: string }): Promise<void>;
  /** A business has disconnected: nothing is begun for it any more. */
  strike(tenantId: string): Promise<void>;
  /** A page of a sweep, of businesses that stand here. */
  takeIn(tenants: string[]): Promise<void>;
  /** Begins to go through all businesses there are, whoever's scheduler is theirs. */
  sweep(): Promise<"begun" | "running">;
};

/**
 * The class of the scheduler object, with its ports bound. A business stands in one of sixteen, by its id. The alarm begins
 * what is due and sets itself for what is next, so a tick of the platform's clock that never comes is missed by nobody.
 */
export function schedulerObject<Env>(wire: (env: Env) => SchedulerPorts) {
  return class Scheduler extends DurableObject<Env> implements SchedulerRpc {
    readonly desk: Desk;

    constructor(state: DurableObjectState, env: Env) {
      super(state, env);
      migrate(state.storage.sql);
      this.desk = { sql: state.storage.sql, storage: state.storage, ports: wire(env) };
    }

    async enlist(whom: { tenant_id: string; time_zone: string }): Promise<void> {
      enlistOne(this.desk, whom);
      await this.arm();
    }

    async strike(tenantId: string): Promise<void> {
      dropTenant(this.desk.sql, tenantId);
    }

    async takeIn(tenants: string[]): Promise<void> {
      this.ctx.storage.transactionSync(() => takeIn(this.desk, tenants));
      await this.arm();
    }

    async sweep(): Promise<"begun" | "running"> {
      const outcome = beginSweep(this.desk);
      await this.arm();
      return outcome;
    }

    /** Never throws: an alarm that fails six times is dropped by the platform, and nothing here may be. */
    override async alarm(): Promise<void> {
      try {
        await carryOutDue(this.desk);
        await sweepOn(this.desk);
        await this.arm();
      } catch (fault) {
        count("schedule_faults_total");
        logProblem("schedule.fault", faultFields(fault));
        await this.ctx.storage.setAlarm(this.desk.ports.clock.now() + FAULT_RETRY_MS);
      }
    }

    /** For what is next. What is first is read in the same breath in which the alarm is set: nobody comes between. */
    private async arm(): Promise<void> {
      const at = nextAt(this.desk.sql);
      if (at !== null) await this.ctx.storage.setAlarm(Math.max(at, this.desk.ports.clock.now()));
    }
  };
}
