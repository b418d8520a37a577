// Scans that somebody else has labelled: a folder with `labels.json`, as the ICDAR 2019 set of receipts is handed around.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Engines } from "#src/documents/read/engines.ts";
import { type Outcome, outcomeOf } from "../../golden/pictures/outcome.ts";

const Labels = z.array(z.object({ file: z.string(), date: z.string(), total: z.string() }));

/** Reads every so many of a folder's scans. Amounts are labelled with cents. @param country ISO 3166-1 alpha-2 */
export async function readLabelled(
  folder: string,
  { country, every }: { country: string; every: number },
  engines: Engines,
): Promise<Outcome[]> {
  const labels = Labels.parse(JSON.parse(await readFile(join(folder, "labels.json"), "utf8")));
  const outcomes: Outcome[] = [];
  for (const { file, date, total } of labels.filter((_, at) => at % every === 0)) {
    const bytes = new Uint8Array(await readFile(join(folder, file)));
    const truth = {
      total_minor: Math.round(Number(total.replace(/[^\d.]/g, "")) * 100),
      date: dayOf(date),
      issuer: null,
      number: null,
    };
    outcomes.push(await outcomeOf(bytes, { truth, country }, engines));
  }
  return outcomes;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `22/04/2018`, `04-05-18`, `29 MAR 2018`, `2018-05-04`, `20180504` as 'YYYY-MM-DD'; null where it is none of them. */
function dayOf(label: string): string | null {
  const yearFirst = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(label) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(label);
  if (yearFirst) return iso(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = /(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{2,4})/.exec(label);
  if (dayFirst) return iso(dayFirst[3], dayFirst[2], dayFirst[1]);
  const word = /(\d{1,2})[-/. ]*([a-z]{3})[a-z]*[-/., ]*(\d{2,4})/i.exec(label);
  return word ? iso(word[3], String(MONTHS.indexOf((word[2] ?? "").toLowerCase()) + 1), word[1]) : null;
}

function iso(year = "", month = "", day = ""): string {
  return `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
