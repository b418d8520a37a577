// The Worker `lucas-reader`: bytes and a country in, a reading out. It knows no setting, no secret and no tenant,
// which keeps hostile files away from every key.

import { WorkerEntrypoint } from "cloudflare:workers";
import jpegModule from "../../node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm";
import pngModule from "../../node_modules/@jsquash/png/codec/pkg/squoosh_png_bg.wasm";
import webpModule from "../../node_modules/@jsquash/webp/codec/dec/webp_dec.wasm";
import spanish from "./read/model/spa.traineddata.gz";
import wordsModule from "../../node_modules/tesseract-wasm/dist/tesseract-core.wasm";
import codesModule from "../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm";
import { type CivilDate, err, type Result } from "#kernel";
import type { Read, Unreadable } from "./extraction.ts";
import { READ_WALL_MS } from "./limits.ts";
import { readDocument } from "./read/cascade.ts";
import { makeEngines } from "./read/make-engines.ts";

const clock = {
  now: () => performance.now(),
  rest: () => scheduler.wait(0),
  wait: (ms: number) => scheduler.wait(ms),
};

const engines = makeEngines(
  {
    jpeg: jpegModule,
    png: pngModule,
    webp: webpModule,
    codes: codesModule,
    words: wordsModule,
    language: spanish,
  },
  clock,
);

/** One document at a time: memory is shared by all requests of an isolate, and one large page nearly fills it. */
let turn: Promise<unknown> = Promise.resolve();

export class Reader extends WorkerEntrypoint {
  /**
   * Reads a document.
   * @param options the sender's country (ISO 3166-1 alpha-2) and local date ('YYYY-MM-DD')
   */
  async read(
    bytes: Uint8Array | ArrayBuffer,
    options: { country: string; today: CivilDate },
  ): Promise<Result<Read, Unreadable>> {
    const file = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
    const gaveUpAt = clock.now() + READ_WALL_MS;
    // Whoever has gone is not read for: the others behind it would go as well, one after the other.
    const reading = turn.then(() => (clock.now() > gaveUpAt ? tooLate() : readDocument(file, options, engines)));
    const answer = Promise.race([reading, scheduler.wait(READ_WALL_MS).then(tooLate)]);
    // A reading that never ends must not hold up those behind it.
    turn = answer.catch(() => engines.release());
    return answer;
  }
}

function tooLate(): Result<never, Unreadable> {
  return err({ code: "unreadable", detail: `no reading within ${READ_WALL_MS} ms` });
}

export default {
  fetch: () => new Response("not found\n", { status: 404 }),
};
