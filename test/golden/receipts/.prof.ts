import { readFile } from "node:fs/promises";
import { nodeEngines } from "./node-engines.ts";
import { readDocument } from "../../../src/documents/read/cascade.ts";
const e = await nodeEngines();
const o = { ...e };
for (const k of ["decode", "codes", "words"] as const)
  (e as any)[k] = async (...a: any[]) => {
    const t = performance.now();
    const r = await (o as any)[k](...a);
    console.log(
      " ",
      k,
      a[0]?.width,
      a[0]?.height,
      a[1] instanceof Uint8Array ? "" : (a[1] ?? ""),
      Math.round(performance.now() - t),
    );
    return r;
  };
for (const f of process.argv.slice(2))
  for (let i = 0; i < 2; i++) {
    const b = new Uint8Array(await readFile(f));
    const t = performance.now();
    await readDocument(b, { country: "CL", today: "2026-11-20" }, e);
    console.log(f, Math.round(performance.now() - t));
  }
