import { consume, conversationPorts, serving } from "#app";
import { conversationObject } from "#conversation";

export { RateLease } from "#security/rate-limiter";

/** The product's conversation, whose alarm rings and does nothing: what remains is the acknowledgement. */
export class Conversation extends conversationObject(conversationPorts) {
  override async alarm(): Promise<void> {
    this.alarm_at = null;
  }
}

/** Nobody scans here. */
const NOTHING = new ArrayBuffer(0);

export default {
  fetch: serving({ "scan.css": NOTHING, "scan.js": NOTHING, "reader.js": NOTHING, "zxing_reader.wasm": NOTHING }),
  queue: consume,
} satisfies ExportedHandler<Env>;
