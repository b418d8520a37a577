import scanStyle from "../dist/page/scan.css.bin";
import scanScript from "../dist/page/scan.js.bin";
import readerScript from "../dist/page/reader.js.bin";
import readerModule from "../dist/page/zxing_reader.wasm.bin";
import { consume, conversationPorts, serving } from "#app";
import { conversationObject } from "#conversation";

export { RateLease } from "#security/rate-limiter";

/** One object per contact: inbox, dialogue, outbox. */
export class Conversation extends conversationObject(conversationPorts) {}

export default {
  fetch: serving({
    "scan.css": scanStyle,
    "scan.js": scanScript,
    "reader.js": readerScript,
    "zxing_reader.wasm": readerModule,
  }),
  queue: consume,
} satisfies ExportedHandler<Env>;
