import { DurableObject } from "cloudflare:workers";
import type { Delivery, Inbound } from "#channels";
import type { FileOutcome } from "#documents";
import { count, faultFields, logProblem } from "#telemetry";
import type { VoiceOutcome } from "#voice";
import { accept, type Accepted } from "./accept.ts";
import { complete } from "./complete.ts";
import { drain, readJob, wakeAt } from "./drain/index.ts";
import { enqueue, listLetters, readLetter, resend, type LetterState, type NewLetter } from "./letters.ts";
import type { Job, Ports } from "./ports.ts";
import { openRoom, type Room } from "./room.ts";
import type { SiiTold } from "./heard.ts";
import { openScan, redeemScan, type ScanOpened } from "./links/scan.ts";
import { openReport, redeemReport, type ReportHolder } from "./links/report.ts";
import { openSiiLink, redeemSiiLink, type SiiLinkHolder } from "./links/sii.ts";
import type { LinkRefusal } from "./links/state.ts";
import { tellSii } from "./tell-sii.ts";
import { ID_KEEP_MS } from "./schedule.ts";
import { migrate, prune, readMeta, setMeta } from "./store.ts";

const FAULT_RETRY_MS = 2_000;
const PRUNE_EVERY_MS = 86_400_000;

/** What the app may ask of a conversation; every call is one RPC. */
export type ConversationRpc = {
  accept(messages: readonly Inbound[], deliveries: readonly Delivery[]): Promise<Accepted>;
  job(key: string): Promise<Job | null>;
  complete(key: string, end: FileOutcome | VoiceOutcome): Promise<void>;
  enqueue(letter: NewLetter): Promise<{ id: string; state: string }>;
  letter(key: string, tenantId: string | null): Promise<LetterState | null>;
  letters(tenantId: string, limit: number): Promise<LetterState[]>;
  resend(key: string, tenantId: string | null): Promise<LetterState | null>;
  openScan(secret: string): Promise<ScanOpened>;
  redeemScan(secret: string, code: string): Promise<"received" | LinkRefusal>;
  openSiiLink(secret: string): Promise<{ state: "open" | LinkRefusal }>;
  redeemSiiLink(secret: string): Promise<SiiLinkHolder | LinkRefusal>;
  openReport(secret: string): Promise<ReportHolder | LinkRefusal>;
  redeemReport(secret: string): Promise<"spent" | LinkRefusal>;
  tellSii(tenantId: string, key: string, told: SiiTold): Promise<void>;
  alive(): Promise<true>;
};

/**
 * The class of the conversation object, with its ports bound. One object per contact: what it acknowledged is on disk,
 * and its alarm carries on until nothing is open, whatever happens in between.
 */
// oxlint-disable-next-line max-lines-per-function -- the platform wants a class, the ports want a closure around it
export function conversationObject<Env>(wire: (env: Env) => Ports) {
  return class Conversation extends DurableObject<Env> implements ConversationRpc {
    readonly room: Room;
    /** The alarm as it stands, so that a busy conversation does not write it again for each message. */
    alarm_at: number | null = null;

    constructor(state: DurableObjectState, env: Env) {
      super(state, env);
      migrate(state.storage.sql);
      this.room = openRoom(state, wire(env));
    }

    async accept(messages: readonly Inbound[], deliveries: readonly Delivery[]): Promise<Accepted> {
      const accepted = await accept(this.room, { messages, deliveries });
      if (accepted.new > 0 || accepted.settled > 0) await this.rouse();
      return accepted;
    }

    async job(key: string): Promise<Job | null> {
      return readJob(this.room, key);
    }

    async complete(key: string, end: FileOutcome | VoiceOutcome): Promise<void> {
      await complete(this.room, key, end);
      await this.rearm();
    }

    async enqueue(letter: NewLetter): Promise<{ id: string; state: string }> {
      const queued = await enqueue(this.room, letter);
      await this.rearm();
      return queued;
    }

    async letter(key: string, tenantId: string | null): Promise<LetterState | null> {
      return readLetter(this.room, key, tenantId);
    }

    async letters(tenantId: string, limit: number): Promise<LetterState[]> {
      return listLetters(this.room, tenantId, limit);
    }

    async resend(key: string, tenantId: string | null): Promise<LetterState | null> {
      const letter = await resend(this.room, key, tenantId);
      await this.rearm();
      return letter;
    }

    async openScan(secret: string): Promise<ScanOpened> {
      return openScan(this.room, secret);
    }

    async redeemScan(secret: string, code: string): Promise<"received" | LinkRefusal> {
      const end = await redeemScan(this.room, { secret, code });
      if (end === "received") await this.rearm();
      return end;
    }

    async openSiiLink(secret: string): Promise<{ state: "open" | LinkRefusal }> {
      return openSiiLink(this.room, secret);
    }

    async redeemSiiLink(secret: string): Promise<SiiLinkHolder | LinkRefusal> {
      return redeemSiiLink(this.room, secret);
    }

    async openReport(secret: string): Promise<ReportHolder | LinkRefusal> {
      return openReport(this.room, secret);
    }

    async redeemReport(secret: string): Promise<"spent" | LinkRefusal> {
      return redeemReport(this.room, secret);
    }

    async tellSii(tenantId: string, key: string, told: SiiTold): Promise<void> {
      await tellSii(this.room, { tenant_id: tenantId, key, told });
      await this.rearm();
    }

    async alive(): Promise<true> {
      return true;
    }

    /** Never throws: an alarm that fails six times is dropped by the platform, and nothing here may be. */
    override async alarm(): Promise<void> {
      this.alarm_at = null;
      try {
        await drain(this.room);
        this.prune();
        await this.rearm();
        this.room.background(this.room.ports.flushCounts());
      } catch (fault) {
        count("alarm_faults_total");
        logProblem("conversation.fault", { conversation: this.room.id.slice(0, 12), ...faultFields(fault) });
        await this.setAlarm(this.room.ports.clock.now() + FAULT_RETRY_MS);
      }
    }

    /** Something came: where no alarm is known, one rings at once and looks what there is to do, so the caller need not. */
    private async rouse(): Promise<void> {
      const now = this.room.ports.clock.now();
      if (this.alarm_at === null) await this.setAlarm(now);
      else if (this.alarm_at > now) await this.rearm();
    }

    private async rearm(): Promise<void> {
      const at = wakeAt(this.room);
      if (at !== null) await this.setAlarm(at);
    }

    private async setAlarm(at: number): Promise<void> {
      if (this.alarm_at !== null && this.alarm_at <= at) return;
      this.alarm_at = at;
      await this.ctx.storage.setAlarm(Math.max(at, this.room.ports.clock.now()));
    }

    private prune(): void {
      const now = this.room.ports.clock.now();
      if (Number(readMeta(this.room.sql, "pruned_at") ?? 0) + PRUNE_EVERY_MS > now) return;
      prune(this.room.sql, now - ID_KEEP_MS);
      setMeta(this.room.sql, "pruned_at", String(now));
    }
  };
}
