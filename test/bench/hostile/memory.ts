// What reading leaves behind: two hundred and fifty documents of every kind, one after the other, to the Workers as deployed.
import { readFile } from "node:fs/promises";
import { scale } from "#src/documents/read/picture.ts";
import { sequentialJpeg, png, webp } from "../../golden/hostile/genuine.ts";
import { nodeEngines } from "../../golden/receipts/node-engines.ts";
import { toJpeg } from "../../golden/receipts/darkroom.ts";
import { scannedPdf } from "../../unit/documents/files.ts";
import type { Claim } from "../report.ts";
import { percentile } from "../statistics.ts";
import { printTable } from "../table.ts";
import { serveWorkers, type Served } from "./served.ts";

/** Each round reads every sheet once, so that rounds can be compared: 18 of 14 sheets. */
const ROUNDS = 18;
/** What is loaded once is loaded by then; from here two spans of the same length are compared. */
const WARM_ROUNDS = 6;
const GROWTH_MB_MAX = 60;
/** What is refused by its first bytes must leave nothing either; from the 20th the memory of the first is used again. */
const REFUSED = 80;
const REFUSED_WARM = 20;
const REFUSED_BYTES = 3_000_000;
const RECEIPTS = [
  "boleta-sodimac.jpg",
  "factura-texto.pdf",
  "boleta-almacen.jpg",
  "factura-timbre.pdf",
  "voucher-copec.jpg",
  "factura-timbre.jpg",
  "boleta-peru-qr.jpg",
  "tique-argentina-qr.jpg",
];

type Sheet = { name: string; bytes: Uint8Array };

/** Sends them round after round, and looks at the memory of both processes behind each. */
export async function runMemory(): Promise<Claim[]> {
  const sheets = await sheetsOfAllKinds();
  const served = await serveWorkers();
  const rounds: number[][] = [];
  const unread: string[] = [];
  const atFirstMb = served.rssMb();
  for (let round = 0; round < ROUNDS; round++) {
    const seen: number[] = [];
    for (const { name, bytes } of sheets) {
      const { status } = await served.extract(bytes, name);
      seen.push(served.rssMb());
      if (status !== 200) unread.push(name);
    }
    rounds.push(seen);
  }
  const keptMb = await keptOfRefused(served);
  await served.stop();
  const shown = rounds.filter((_, round) => round % 2 === 0);
  const row = (name: string, first: string, percent: number): string[] => [
    name,
    first,
    ...shown.map((seen) => percentile(seen, percent).toFixed(0)),
  ];
  printTable(
    ["documents read", "0", ...shown.map((_, nth) => String((2 * nth + 1) * sheets.length))],
    [
      row("resident MB of both workerd: least of the round", atFirstMb.toFixed(0), 0),
      row("median", "", 50),
      row("peak", "", 100),
    ],
  );
  const span = Math.floor((ROUNDS - WARM_ROUNDS) / 2);
  const [middle, last] = [rounds.slice(WARM_ROUNDS, WARM_ROUNDS + span), rounds.slice(-span)];
  // Between two collections memory goes up and down by hundreds of megabytes; what is kept for ever lifts its floor.
  const grownMb = Math.min(...last.flat()) - Math.min(...middle.flat());
  const [from, to] = [WARM_ROUNDS * sheets.length, ROUNDS * sheets.length];
  return [
    [
      `from ${from} to ${to} documents the floor of memory rises by ${grownMb.toFixed(0)} MB; at most ${GROWTH_MB_MAX}`,
      !(grownMb > GROWTH_MB_MAX),
    ],
    [
      `${REFUSED - REFUSED_WARM} refused files of ${REFUSED_BYTES / 1e6} MB leave ${keptMb.toFixed(0)} MB; at most ${GROWTH_MB_MAX}`,
      !(keptMb > GROWTH_MB_MAX),
    ],
    [`all of them are read (but ${unread.join(", ") || "none"})`, unread.length === 0],
  ];
}

/** What files leave, MB, that nobody reads: the Worker that took them in. */
async function keptOfRefused(served: Served): Promise<number> {
  const blank = new Uint8Array(REFUSED_BYTES).fill(0x20);
  const seen: number[] = [];
  for (let nth = 0; nth < REFUSED; nth++) {
    await served.extract(blank);
    seen.push(served.rssMb());
  }
  return percentile(seen.slice(-REFUSED_WARM), 50) - percentile(seen.slice(REFUSED_WARM, 2 * REFUSED_WARM), 50);
}

/** The golden receipts, photos of two, eight and twelve megapixels, scans, and the same paper in every format. */
async function sheetsOfAllKinds(): Promise<Sheet[]> {
  const golden = await Promise.all(
    RECEIPTS.map(async (name): Promise<Sheet> => {
      const { pathname } = new URL(`../../golden/receipts/${name}`, import.meta.url);
      return { name, bytes: new Uint8Array(await readFile(pathname)) };
    }),
  );
  const engines = await nodeEngines();
  const boleta = await engines.decode("jpeg", golden[0]?.bytes ?? new Uint8Array());
  const sized = (megapixels: number) => scale(boleta, Math.sqrt((megapixels * 1e6) / (boleta.width * boleta.height)));
  const scan = await toJpeg(sized(4), 70);
  return [
    ...golden,
    { name: "2.jpg", bytes: await toJpeg(sized(2), 80) },
    { name: "8.jpg", bytes: await sequentialJpeg(sized(8)) },
    { name: "12.jpg", bytes: await toJpeg(sized(12), 80) },
    { name: "1.png", bytes: png(sized(1)) },
    { name: "1.webp", bytes: await webp(sized(1)) },
    { name: "scan.pdf", bytes: scannedPdf(scan, sized(4)) },
  ];
}
