// How well documents are read, on pictures of known truth: ours by seed, and a folder of labelled scans where one is named.

import { SURE_MIN } from "#documents";
import { SPECIMENS, type Specimen } from "../../golden/pictures/corpus.ts";
import {
  MEASURED,
  type Measured,
  type Outcome,
  outcomeOfSpecimen,
  reliabilityOf,
  shareOf,
  WEIGHED,
} from "../../golden/pictures/outcome.ts";
import type { Part } from "../../golden/stamps/figures.ts";
import { nodeEngines } from "../../golden/receipts/node-engines.ts";
import type { Claim } from "../report.ts";
import { percentile } from "../statistics.ts";
import { printTable, type Row } from "../table.ts";
import { readLabelled } from "./labelled.ts";
import { nativeClaims } from "./native.ts";
import { stampClaims } from "./stamps.ts";

type Wanted = {
  /** One of so many pictures is read. */
  every: number;
  /** A folder with `labels.json`, and the country of its papers. */
  folder: string | null;
  country: string;
  stamps: Part;
};

/** What is promised of Chilean receipts, and of labelled scans; in percent. */
const CHILEAN_MIN: Readonly<Record<Measured, number>> = { total: 95, date: 95, issuer: 93, number: 90 };
const SCANS_MIN = { total: 85, date: 90 } as const;
const SURE_WRONG_MAX_PERCENT = 1;

type Read = { specimen: Specimen; outcome: Outcome };

export async function runDocuments({ every, folder, country, stamps }: Wanted): Promise<Claim[]> {
  const engines = await nodeEngines(() => performance.now());
  const read: Read[] = [];
  for (const specimen of SPECIMENS.filter((_, at) => at % every === 0)) {
    read.push({ specimen, outcome: await outcomeOfSpecimen(specimen, engines) });
  }
  printPictures(read);
  printReliability(read.map(({ outcome }) => outcome));
  const scans = folder === null ? [] : await readLabelled(folder, { country, every }, engines);
  if (scans.length > 0) {
    printTable(["labelled scans", "pictures", ...MEASURED, "p50 ms"], [rowOf(folder ?? "", scans)]);
    printReliability(scans);
  }
  return [...claimsOf(read), ...scanClaims(scans), ...(await stampClaims(stamps)), ...(await nativeClaims(engines))];
}

function printPictures(read: readonly Read[]): void {
  const groups = [...new Set(read.map(({ specimen }) => `${specimen.country} ${specimen.kind}`))];
  const cares = [...new Set(read.map(({ specimen }) => specimen.care))];
  const rows = (held: boolean): Row[] => {
    const part = read.filter(({ specimen }) => specimen.held === held);
    const row = (name: string, belongs: (specimen: Specimen) => boolean): Row =>
      rowOf(
        name,
        part.filter(({ specimen }) => belongs(specimen)).map(({ outcome }) => outcome),
      );
    return [
      ...groups.map((group) => row(group, ({ country, kind }) => `${country} ${kind}` === group)),
      ...cares.map((care) => row(`CL, ${care}`, (specimen) => specimen.country === "CL" && specimen.care === care)),
      row("CL, all", ({ country }) => country === "CL"),
    ];
  };
  for (const [name, held] of [
    ["tuned", false],
    ["held out", true],
  ] as const) {
    printTable([`pictures, ${name}`, "pictures", ...MEASURED, "p50 ms"], rows(held));
  }
}

function rowOf(name: string, outcomes: readonly Outcome[]): Row {
  const ms = outcomes.map((outcome) => outcome.ms);
  return [
    name,
    String(outcomes.length),
    ...MEASURED.map((field) => percentOf(shareOf(outcomes, field))),
    percentile(ms, 50).toFixed(0),
  ];
}

function percentOf({ right, of }: { right: number; of: number }): string {
  return of === 0 ? "–" : `${((100 * right) / of).toFixed(1)} %`;
}

/** How often what was shown with such a confidence was right. */
function printReliability(outcomes: readonly Outcome[]): void {
  const bins = WEIGHED.map((field) => reliabilityOf(outcomes, field));
  printTable(
    ["confidence", ...WEIGHED.flatMap((field) => [`${field}, read`, "right"])],
    (bins[0] ?? []).map(({ from, to }, at) => [
      `${from.toFixed(2)} – ${to.toFixed(2)}`,
      ...bins.flatMap((each) => [String(each[at]?.of ?? 0), percentOf(each[at] ?? { right: 0, of: 0 })]),
    ]),
  );
}

function claimsOf(read: readonly Read[]): Claim[] {
  const outcomes = read.filter(({ specimen }) => specimen.country === "CL").map(({ outcome }) => outcome);
  const held = read.filter(({ specimen }) => specimen.country === "CL" && specimen.held).map(({ outcome }) => outcome);
  const reached = MEASURED.map((field): Claim => {
    const share = shareOf(held, field);
    const holds = share.right * 100 >= share.of * CHILEAN_MIN[field];
    return [`${field} of Chilean receipts, held out: ${percentOf(share)}; at least ${CHILEAN_MIN[field]} %`, holds];
  });
  return [...reached, sureClaim("Chilean receipts", outcomes)];
}

function scanClaims(scans: readonly Outcome[]): Claim[] {
  if (scans.length === 0) return [];
  const reached = WEIGHED.map((field): Claim => {
    const share = shareOf(scans, field);
    const holds = share.right * 100 >= share.of * SCANS_MIN[field];
    return [`${field} of labelled scans: ${percentOf(share)}; at least ${SCANS_MIN[field]} %`, holds];
  });
  return [...reached, sureClaim("labelled scans", scans)];
}

function sureClaim(name: string, outcomes: readonly Outcome[]): Claim {
  const sure = WEIGHED.flatMap((field) =>
    outcomes
      .filter(({ confidence, right }) => confidence[field] >= SURE_MIN && right[field] !== null)
      .map(({ right }) => right[field]),
  );
  const wrong = sure.filter((right) => !right).length;
  const of = outcomes.length * WEIGHED.length;
  return [
    `${name}: of ${sure.length} fields shown as sure (of ${of}) ${wrong} are wrong; at most ${SURE_WRONG_MAX_PERCENT} %`,
    wrong * 100 <= sure.length * SURE_WRONG_MAX_PERCENT,
  ];
}
