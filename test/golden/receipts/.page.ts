import { readFile } from "node:fs/promises";
import { nodeEngines } from "./node-engines.ts";
import { turn, scale } from "../../../src/documents/read/picture.ts";
import { densestBlocks, tiltOf } from "../../../src/documents/read/stamp-place.ts";
import { searchCodes } from "../../../src/documents/read/stamp-search.ts";
const e = await nodeEngines();
const p = await e.decode(
  "jpeg",
  new Uint8Array(await readFile(new URL("./factura-timbre.jpg", import.meta.url).pathname)),
);
console.log(p.width, p.height);
for (const f of [1, 0.75, 0.6, 0.5])
  for (const d of [0, 1.5, 3, -4, 7, -10]) {
    const t = turn(p, d, f);
    const t0 = performance.now();
    let n = 0;
    const r = await searchCodes(
      {
        codes: (a, b) => {
          n++;
          return e.codes(a, b);
        },
      },
      t,
    );
    console.log(
      f,
      d,
      r.length,
      n,
      Math.round(performance.now() - t0) + "ms",
      JSON.stringify(densestBlocks(t).map((b) => [b.left | 0, b.top | 0, b.right | 0, b.bottom | 0])),
    );
  }
