import { consume, conversationPorts, handle } from "#app";
import { conversationObject } from "#conversation";

export { RateLease } from "#security/rate-limiter";

/** One object per contact: inbox, dialogue, outbox. */
export class Conversation extends conversationObject(conversationPorts) {}

export default {
  fetch: handle,
  queue: consume,
} satisfies ExportedHandler<Env>;
