import { consume, conversationPorts, handle } from "#app";
import { conversationObject } from "#conversation";

export { RateLease } from "#security/rate-limiter";

/** The product's conversation, whose alarm rings and does nothing: what remains is the acknowledgement. */
export class Conversation extends conversationObject(conversationPorts) {
  override async alarm(): Promise<void> {
    this.alarm_at = null;
  }
}

export default {
  fetch: handle,
  queue: consume,
} satisfies ExportedHandler<Env>;
