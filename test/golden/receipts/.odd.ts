import { nodeEngines } from "./node-engines.ts";
import { toJpeg } from "./darkroom.ts";
import { readDocument } from "../../../src/documents/read/cascade.ts";
const e = await nodeEngines();
for (const [w, h] of [[16, 5000], [17, 400], [4000, 3000]] as const) {
  const g = new Uint8Array(w * h).map((_, i) => ((i * 2654435761) >>> 24) & 255);
  const t = process.cpuUsage();
  const r = await readDocument(await toJpeg({ width: w, height: h, gray: g }, 50), { country: "CL", today: "2026-11-20" }, e); const d = process.cpuUsage(t); console.log(w, h, r.ok ? "ok" : r.error, Math.round((d.user + d.system) / 1000), "ms cpu");
}
