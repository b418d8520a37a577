// What reading leaves behind: two hundred documents of every kind, one after the other, to the Workers as deployed.
import { readFile } from "node:fs/promises";
import { scale } from "#src/documents/read/picture.ts";
import { sequentialJpeg, png, webp } from "../../golden/hostile/genuine.ts";
import { nodeEngines } from "../../golden/receipts/node-engines.ts";
import { toJpeg } from "../../golden/receipts/darkroom.ts";
import { scannedPdf } from "../../unit/documents/files.ts";
import type { Claim } from "../report.ts";
import { printTable } from "../table.ts";
import { serveWorkers } from "./served.ts";

const DOCUMENTS = 200;
const SAMPLES = [0, 50, 100, 150, 200];
/** Between the 100th and the last one: what is loaded once is loaded by then. */
const GROWTH_MB_MAX = 60;
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

/** Sends them, and samples the memory of the process on the way. */
export async function runMemory(): Promise<Claim[]> {
  const sheets = await sheetsOfAllKinds();
  const served = await serveWorkers();
  const rss = new Map<number, number>();
  let [unread, peakMb] = [0, 0];
  for (let i = 0; i <= DOCUMENTS; i++) {
    if (SAMPLES.includes(i)) rss.set(i, served.rssMb());
    const sheet = sheets[i % sheets.length];
    if (i === DOCUMENTS || !sheet) break;
    const { status } = await served.extract(sheet.bytes, sheet.name);
    peakMb = Math.max(peakMb, served.rssMb());
    unread += status === 200 ? 0 : 1;
  }
  await served.stop();
  printTable(
    ["documents read", ...SAMPLES.map(String), "peak"],
    [["resident MB of workerd", ...SAMPLES.map((at) => (rss.get(at) ?? Number.NaN).toFixed(0)), peakMb.toFixed(0)]],
  );
  const grownMb = (rss.get(DOCUMENTS) ?? 0) - (rss.get(DOCUMENTS / 2) ?? 0);
  return [
    [
      `from 100 to ${DOCUMENTS} documents memory grows by ${grownMb.toFixed(0)} MB; at most ${GROWTH_MB_MAX}`,
      !(grownMb > GROWTH_MB_MAX),
    ],
    [`all of them are read (but ${unread})`, unread === 0],
  ];
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
