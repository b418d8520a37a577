import { readFile } from "node:fs/promises";
import { readDocument } from "../../../src/documents/read/cascade.ts";
import { nodeEngines } from "./node-engines.ts";
const e = await nodeEngines();
for (const f of process.argv.slice(3)) {
  const b = new Uint8Array(await readFile(f));
  const t = performance.now();
  const r = await readDocument(b, { country: process.argv[2]!, today: process.env.TODAY ?? "2026-11-20" }, e);
  console.log(f, Math.round(performance.now() - t), "ms");
  if (process.env.FULL) console.log(JSON.stringify(r, null, 1));
  else console.log(JSON.stringify(r.ok ? { ...r.value, text: undefined } : r));
}
