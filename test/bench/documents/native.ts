// What our reading of a page costs beside native Tesseract on the same picture, in the same run.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engines } from "#src/documents/read/engines.ts";
import { looksAt } from "#src/documents/read/ocr-pass.ts";
import { patient } from "#src/documents/read/patience.ts";
import { wantedAfter } from "#src/documents/read/text-evidence.ts";
import { SPECIMENS, shotOf } from "../../golden/pictures/corpus.ts";
import { READ_ON } from "../../golden/pictures/purchase.ts";
import type { Claim } from "../report.ts";
import { percentile } from "../statistics.ts";
import { printTable } from "../table.ts";

const PICTURES = 12;
const RATIO_MAX = 1.3;
/** The best of so many runs: what it takes, not what else the machine did meanwhile. */
const RUNS = 3;

type Beside = { name: string; nativeMs: number; ours: number; engine: number };

/** One claim, or none where no native Tesseract with Spanish is installed (Debian: tesseract-ocr-spa). */
export async function nativeClaims(engines: Engines): Promise<Claim[]> {
  if (!/^spa$/m.test(spawnSync("tesseract", ["--list-langs"], { encoding: "utf8" }).stdout ?? "")) {
    console.log("\nno native Tesseract with Spanish here: its time is not compared");
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "native-"));
  const chosen = SPECIMENS.filter(({ country, held }) => country === "CL" && !held);
  const step = Math.floor(chosen.length / PICTURES);
  const rows: Beside[] = [];
  for (const specimen of chosen.filter((_, at) => at % step === 0)) {
    const { jpeg } = await shotOf(specimen);
    const file = join(folder, "page.jpg");
    writeFileSync(file, jpeg);
    rows.push({ name: specimen.name, ...(await besideNative(file, jpeg, engines)) });
  }
  rmSync(folder, { recursive: true });
  printTable(
    ["one page, best of three", "native ms", "ours ms", "of it the engine", "ratio"],
    rows.map(({ name, nativeMs, ours, engine }) => [
      name,
      ...[nativeMs, ours, engine].map((ms) => ms.toFixed(0)),
      (ours / nativeMs).toFixed(2),
    ]),
  );
  const ratio = percentile(
    rows.map(({ ours, nativeMs }) => ours / nativeMs),
    50,
  );
  return [[`a page takes ${ratio.toFixed(2)} × native Tesseract (median); at most ${RATIO_MAX} ×`, ratio <= RATIO_MAX]];
}

async function besideNative(file: string, jpeg: Uint8Array, engines: Engines): Promise<Omit<Beside, "name">> {
  const picture = await engines.decode("jpeg", jpeg);
  const best = { nativeMs: Infinity, ours: Infinity, engine: 0 };
  for (let run = 0; run < RUNS; run++) {
    // One thread, as ours: on many cores it would be faster, and cost more.
    const nativeMs = timed(() =>
      spawnSync("tesseract", [file, "-", "-l", "spa", "--psm", "6"], {
        env: { ...process.env, OMP_THREAD_LIMIT: "1" },
      }),
    );
    best.nativeMs = Math.min(best.nativeMs, nativeMs);
    const own = patient(engines);
    let engine = 0;
    const watched = {
      ...own,
      async words(page: Parameters<typeof own.words>[0]) {
        const from = performance.now();
        const words = await own.words(page);
        engine += performance.now() - from;
        return words;
      },
    };
    const from = performance.now();
    await looksAt(picture, watched, (seen) => wantedAfter(seen, { country: "CL", today: READ_ON }));
    const ours = performance.now() - from;
    if (ours < best.ours) Object.assign(best, { ours, engine });
  }
  return best;
}

function timed(run: () => unknown): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}
