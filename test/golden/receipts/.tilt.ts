import { nodeEngines } from "./node-engines.ts";
import { stamp, stampPng } from "./stamp.ts";
import { FACTURA_STAMP } from "./truth.ts";
import { blurred, fromPng, onPaper } from "./darkroom.ts";
import { turn, crop, scale } from "../../../src/documents/read/picture.ts";
import { densestBlocks, tiltOf } from "../../../src/documents/read/stamp-place.ts";
const e = await nodeEngines();
for (const px of [2, 3]) {
  const p = onPaper(await fromPng(await stampPng(stamp(FACTURA_STAMP), px)), 60);
  console.log(px, p.width, p.height);
  for (const d of [0, 1, 2, 3, 5, -5, 9]) {
    const t = turn(p, d);
    const places = densestBlocks(t);
    const out: any[] = [];
    for (const pl of places) { const c = crop(t, pl); const tilt = tiltOf(c); 
      for (const off of [-1,-.5, 0, .5, 1]) for (const f of [1, 2]) { const s = turn(c, -(tilt + off), f); const r = await e.codes(s, "stamp"); const r2 = r.length ? r : await e.codes(s, "all"); if (r.length||r2.length) out.push([off, f, r.length, r2.length]); }
      out.unshift([pl.left|0, pl.top|0, pl.right|0, pl.bottom|0, tilt]);
    }
    console.log(d, t.width, t.height, JSON.stringify(out));
  }
}
