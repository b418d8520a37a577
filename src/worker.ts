import scanStyle from "../dist/page/scan.css.bin";
import scanScript from "../dist/page/scan.js.bin";
import readerScript from "../dist/page/reader.js.bin";
import readerModule from "../dist/page/zxing_reader.wasm.bin";
import connectStyle from "../dist/page/connect.css.bin";
import connectScript from "../dist/page/connect.js.bin";
import { consume, conversationPorts, schedulerPorts, serving, siiSessionPorts, tick } from "#app";
import { conversationObject } from "#conversation";
import { schedulerObject } from "#reminders/scheduler";
import { siiSessionObject } from "#sii/session";

export { RateLease } from "#security/rate-limiter";
export { SiiGate } from "#sii/gate";

/** One object per contact: inbox, dialogue, outbox. */
export class Conversation extends conversationObject(conversationPorts) {}

/** One object per taxpayer: one login, one call at a time. */
export class SiiSession extends siiSessionObject(siiSessionPorts) {}

/** One object per sixteenth of all businesses: what falls due for them, and when. */
export class Scheduler extends schedulerObject(schedulerPorts) {}

export default {
  fetch: serving({
    "connect.css": connectStyle,
    "connect.js": connectScript,
    "scan.css": scanStyle,
    "scan.js": scanScript,
    "reader.js": readerScript,
    "zxing_reader.wasm": readerModule,
  }),
  queue: consume,
  scheduled: tick,
} satisfies ExportedHandler<Env>;
