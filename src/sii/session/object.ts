import { DurableObject } from "cloudflare:workers";
import type { Month } from "#kernel";
import { count, faultFields, logProblem } from "#telemetry";
import { speakClaim, type ClaimEnd, type ClaimSpoken } from "../claims/speak.ts";
import { askProposal, type Proposed } from "../proposal/ask.ts";
import { openDesk, type Desk, type SiiPorts } from "./desk.ts";
import { keepFile, type RcvFileJob } from "./file-job.ts";
import { leave } from "./let-in.ts";
import { paced } from "./pace.ts";
import { deleteJob, findJob, insertJob, migrate, type NewJob } from "./store.ts";
import { monthNow, step } from "./step.ts";
import { tryOut, type TriedOut } from "./try-out.ts";

const FAULT_RETRY_MS = 5_000;

/** What the app may ask of the session of one RUT; every call is one RPC. */
export type SiiSessionRpc = {
  tryOut(tenantId: string): Promise<TriedOut>;
  start(run: Omit<NewJob, "due_at" | "month">): Promise<"started" | "running">;
  forget(tenantId: string): Promise<void>;
  takeFile(file: RcvFileJob): Promise<void>;
  claim(tenantId: string, spoken: ClaimSpoken): Promise<ClaimEnd>;
  propose(tenantId: string, month: Month): Promise<Proposed>;
};

/**
 * The class of the session object, with its ports bound. One object per RUT: whoever asks the SII for this taxpayer asks
 * here, so there is one login and one call at a time; its alarm carries a sync on until it is told.
 */
export function siiSessionObject<Env>(wire: (env: Env) => SiiPorts) {
  return class SiiSession extends DurableObject<Env> implements SiiSessionRpc {
    readonly desk: Desk;
    /** Whoever comes waits for whoever was first. */
    turn: Promise<unknown> = Promise.resolve();

    constructor(state: DurableObjectState, env: Env) {
      super(state, env);
      migrate(state.storage.sql);
      this.desk = openDesk(state, wire(env));
    }

    /** Tries a way in that was just given: a login, and the first document. */
    async tryOut(tenantId: string): Promise<TriedOut> {
      return this.alone(() => tryOut(this.desk, tenantId));
    }

    /** Begins a sync; one that runs for this business goes on instead. */
    async start(run: Omit<NewJob, "due_at" | "month">): Promise<"started" | "running"> {
      const now = this.desk.ports.clock.now();
      const isNew = insertJob(this.desk.sql, { ...run, due_at: now, month: monthNow(now) });
      const job = findJob(this.desk.sql, run.tenant_id);
      await this.ctx.storage.setAlarm(Math.max(job?.due_at ?? now, now));
      return isNew ? "started" : "running";
    }

    /** Keeps a file of the register and carries it into the books. */
    async takeFile(file: RcvFileJob): Promise<void> {
      await this.alone(() => keepFile(this.desk, file));
      await this.ctx.storage.setAlarm(this.desk.ports.clock.now());
    }

    /** Nothing is asked for this business any more, and no session of it stays open. */
    async forget(tenantId: string): Promise<void> {
      const job = findJob(this.desk.sql, tenantId);
      if (job) deleteJob(this.desk.sql, job);
      await this.alone(() => leave(this.desk, paced(this.desk)));
    }

    /** Says something of a document for good, once. */
    async claim(tenantId: string, spoken: ClaimSpoken): Promise<ClaimEnd> {
      return this.alone(() => speakClaim(this.desk, tenantId, spoken));
    }

    /** What the SII itself proposes for the F29 of a month. */
    async propose(tenantId: string, month: Month): Promise<Proposed> {
      return this.alone(() => askProposal(this.desk, tenantId, month));
    }

    /** Never throws: an alarm that fails six times is dropped by the platform, and nothing here may be. */
    override async alarm(): Promise<void> {
      const { clock } = this.desk.ports;
      try {
        const due = await this.alone(() => step(this.desk));
        if (due !== null) await this.ctx.storage.setAlarm(Math.max(due, clock.now()));
      } catch (fault) {
        count("sii_faults_total");
        logProblem("sii.fault", { session: this.desk.id.slice(0, 12), ...faultFields(fault) });
        await this.ctx.storage.setAlarm(clock.now() + FAULT_RETRY_MS);
      }
    }

    private async alone<T>(work: () => Promise<T>): Promise<T> {
      const before = this.turn;
      const mine = before.then(work, work);
      this.turn = mine.catch(() => undefined);
      return mine;
    }
  };
}
