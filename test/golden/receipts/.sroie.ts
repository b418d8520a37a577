import { readFile, writeFile, mkdir } from "node:fs/promises";
import { createHash } from "node:crypto";
import { readDocument } from "../../../src/documents/read/cascade.ts";
import { datesIn } from "../../../src/documents/read/dates.ts";
import { nodeEngines } from "./node-engines.ts";
const dir = "/work/shared/data/receipts/sroie/";
const labels = JSON.parse(await readFile(dir + "labels.json", "utf8"));
const e = await nodeEngines();
await mkdir("/tmp/ocrcache", { recursive: true });
const orig = { ...e };
const cached =
  (name: string, fn: any) =>
  async (p: any, ...r: any[]) => {
    const h = "/tmp/ocrcache/" + name + createHash("sha1").update(p.gray).digest("hex");
    try {
      return JSON.parse(await readFile(h, "utf8"));
    } catch {}
    const v = await fn(p, ...r);
    await writeFile(h, JSON.stringify(v));
    return v;
  };
e.words = cached("w", orig.words);
e.codes = cached("c", orig.codes);
let n = 0,
  t = 0,
  d = 0,
  both = 0,
  ms = 0;
const bins: Record<string, [number, number]> = {};
console.warn = console.error = () => {};
for (const l of labels) {
  const b = new Uint8Array(await readFile(dir + l.file));
  const t0 = performance.now();
  const r = await readDocument(b, { country: "MY", today: "2018-12-31" }, e);
  ms += performance.now() - t0;
  n++;
  const want = Math.round(Number(l.total.replace(/[^\d.]/g, "")) * 100);
  const wd = datesIn(l.date)[0];
  const f = r.ok ? r.value.fields : null;
  const okT = f?.total_minor === want,
    okD = f?.date === wd;
  if (okT) t++;
  if (okD) d++;
  if (okT && okD) both++;
  const c = r.ok ? r.value.confidence.total : 0;
  const k = c >= 0.93 ? ">=.93" : c >= 0.85 ? ".85" : c >= 0.7 ? ".7" : c > 0 ? "<.7" : "none";
  bins[k] ??= [0, 0];
  bins[k][0]++;
  if (okT) bins[k][1]++;
  if ((!okT || !okD) && process.env.V) {
    console.log(
      l.file,
      okT ? "" : `T want ${want} got ${f?.total_minor} c=${c}`,
      okD ? "" : `D want ${wd}(${l.date}) got ${f?.date}`,
    );
    if (process.env.V === "2" && r.ok && !okT)
      console.log(
        r.value.text
          .split("\n")
          .filter((x) => /total|amount|cash|change|due|gst|tax/i.test(x) || x.includes((want / 100).toFixed(2)))
          .join("\n"),
      );
  }
}
console.log({ n, total: t / n, date: d / n, both: both / n, msEach: ms / n }, bins);
