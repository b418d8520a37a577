import { consume, conversationPorts, schedulerPorts, serving, siiSessionPorts } from "#app";
import { conversationObject } from "#conversation";
import { schedulerObject } from "#reminders/scheduler";
import { siiSessionObject } from "#sii/session";

export { RateLease } from "#security/rate-limiter";
export { SiiGate } from "#sii/gate";
export class SiiSession extends siiSessionObject(siiSessionPorts) {}
export class Scheduler extends schedulerObject(schedulerPorts) {}

/** The product's conversation, whose alarm rings and does nothing: what remains is the acknowledgement. */
export class Conversation extends conversationObject(conversationPorts) {
  override async alarm(): Promise<void> {
    this.alarm_at = null;
  }
}

/** Nobody opens a page here. */
const NOTHING = new ArrayBuffer(0);
const PAGES = {
  "connect.css": NOTHING,
  "connect.js": NOTHING,
  "scan.css": NOTHING,
  "scan.js": NOTHING,
  "reader.js": NOTHING,
  "zxing_reader.wasm": NOTHING,
};

export default {
  fetch: serving(PAGES),
  queue: consume,
} satisfies ExportedHandler<Env>;
