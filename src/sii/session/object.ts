import { DurableObject } from "cloudflare:workers";
import { MINUTE_MS, type Month } from "#kernel";
import { count, faultFields, logProblem } from "#telemetry";
import { speakClaim, type ClaimEnd, type ClaimSpoken } from "../claims/speak.ts";
import type { Candidate } from "../connection/connection.ts";
import { askProposal, type Proposed } from "../proposal/ask.ts";
import { monthNow } from "../taxes/santiago.ts";
import { hear, mayGive, type ClaveBook, type GivingClave, type HeardOfClave } from "./clave-book.ts";
import type { Trouble } from "./credential.ts";
import { openDesk, type Desk, type SiiPorts } from "./desk.ts";
import { cease, isOfFile, keepFile, type RcvFileJob } from "./file-job.ts";
import { leaveAs, leaveDueAt } from "./let-in.ts";
import { deleteJob, dropBehind, findJob, lineUp, migrate, nextJob, type NewJob, type Started } from "./store.ts";
import { step } from "./step.ts";
import { stumble } from "./stumble.ts";
import { tryOut, type TriedOut } from "./try-out.ts";

/** Whoever tried a way in and began nothing is logged out after this. */
const IDLE_MS = 5 * MINUTE_MS;

/** What the app may ask of the session of one RUT; every call is one RPC. */
export type SiiSessionRpc = {
  tryOut(tenantId: string, candidate: Candidate): Promise<TriedOut>;
  start(run: Omit<NewJob, "due_at" | "month">): Promise<Started>;
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
  return class SiiSession extends DurableObject<Env> implements SiiSessionRpc, ClaveBook {
    readonly desk: Desk;
    readonly alone = oneAtATime();

    constructor(state: DurableObjectState, env: Env) {
      super(state, env);
      migrate(state.storage.sql);
      this.desk = openDesk(state, wire(env));
    }

    /** Tries a way in that was just given: a login, and the first document. */
    async tryOut(tenantId: string, candidate: Candidate): Promise<TriedOut> {
      return visited(this, () => tryOut(this.desk, tenantId, candidate));
    }

    /** Begins a sync; one that runs for this business goes on instead. Behind one that is only told it is the next. */
    async start(run: Omit<NewJob, "due_at" | "month">): Promise<Started> {
      const now = this.desk.ports.clock.now();
      const started = lineUp(this.desk.sql, { ...run, due_at: now, month: monthNow(now) });
      await setBell(this);
      return started;
    }

    /** Keeps a file of the register and carries it into the books. */
    async takeFile(file: RcvFileJob): Promise<void> {
      await this.alone(() => keepFile(this.desk, file));
      await setBell(this);
    }

    /** Nothing is asked for this business any more, and no session of it stays open. */
    async forget(tenantId: string): Promise<void> {
      dropBehind(this.desk.sql, tenantId);
      const job = findJob(this.desk.sql, tenantId);
      if (job) deleteJob(this.desk.sql, job);
      await this.alone(() => leaveAs(this.desk, tenantId));
      if (this.desk.read?.run_id === job?.run_id) this.desk.read = null;
      await setBell(this);
    }

    /** Says something of a document for good, once. */
    async claim(tenantId: string, spoken: ClaimSpoken): Promise<ClaimEnd> {
      return visited(this, () => speakClaim(this.desk, tenantId, spoken));
    }

    /** What the SII itself proposes for the F29 of a month. */
    async propose(tenantId: string, month: Month): Promise<Proposed> {
      return visited(this, () => askProposal(this.desk, tenantId, month));
    }

    /** Asked of the object of a person's claves, in whatever others do: nothing waits for the SII here. */
    async mayGive(giving: GivingClave): Promise<Trouble | null> {
      return mayGive(this.desk, giving);
    }

    async hear(heard: HeardOfClave): Promise<void> {
      hear(this.desk, heard);
    }

    /** Never throws: an alarm that fails six times is dropped by the platform, and nothing here may be. */
    override async alarm(): Promise<void> {
      try {
        await this.alone(() => step(this.desk));
      } catch (fault) {
        count("sii_faults_total");
        logProblem("sii.fault", { session: this.desk.id.slice(0, 12), ...faultFields(fault) });
        stumble(this.desk);
      }
      await setBell(this);
    }
  };
}

type Visited = { desk: Desk; alone: ReturnType<typeof oneAtATime> };

/** Sets the alarm for what is due next, whoever asked for it: a sync, or a session that nobody needs. */
async function setBell({ desk, alone }: Visited): Promise<void> {
  const { sql, storage, ports } = desk;
  const now = ports.clock.now();
  const job = nextJob(sql, now);
  const leave = leaveDueAt(sql, job ? null : now + IDLE_MS);
  const due = Math.min(job?.due_at ?? Infinity, leave ?? Infinity);
  if (due < Infinity) await storage.setAlarm(Math.max(due, now));
  else if (isOfFile(desk)) await alone(() => cease(desk));
}

/** Whatever session that opened is closed later, where nobody needs it meanwhile, though the power goes in the midst of it. */
async function visited<T>(who: Visited, work: () => Promise<T>): Promise<T> {
  const { storage, ports } = who.desk;
  if ((await storage.getAlarm()) === null) await storage.setAlarm(ports.clock.now() + IDLE_MS);
  try {
    return await who.alone(work);
  } finally {
    await setBell(who);
  }
}

/** Whoever comes waits for whoever was first, and is not kept by their failing. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };
}
