// Reads one document: its codes first, then a PDF's own text, then OCR; stops asking engines when the fields are sure.

import { err, ok, type Result } from "#kernel";
import type { Read, Unreadable, UnreadableCode } from "../extraction.ts";
import { type Admitted, intake } from "../intake.ts";
import { PDF_PAGES_MAX } from "../pdf-guard.ts";
import { pagesOfFirstPaper } from "../two-papers.ts";
import { readDteDocuments } from "./dte.ts";
import type { Engines, PdfPages } from "./engines.ts";
import { dhashOf } from "./fingerprint.ts";
import { ofAnotherPaper, withFurtherPages } from "./further-pages.ts";
import type { Evidence, ReadContext, TextEvidence } from "./merge.ts";
import { evidenceOf, type Look, printedEvidence, wantedAfter } from "./text-evidence.ts";
import { glanceAt, looksAt } from "./ocr-pass.ts";
import { patient, type PatientEngines } from "./patience.ts";
import type { Picture } from "./picture.ts";
import { isBare, problemsOf } from "./quality.ts";
import { densestBlocks, lacksPaper } from "./stamp-place.ts";
import { searchCodes } from "./stamp-search.ts";
import { readOf, taxCodesAmong } from "./tax-codes.ts";

/**
 * Reads a file of whatever kind.
 * @param context the sender's country (ISO 3166-1 alpha-2) and local date
 * @returns the extraction, or why there is none; throws only where we ourselves are at fault
 */
export async function readDocument(
  bytes: Uint8Array,
  context: ReadContext,
  engines: Engines,
): Promise<Result<Read, Unreadable>> {
  const admitted = await intake(bytes);
  if (!admitted.ok) return admitted;
  const seen: Picture[] = [];
  const read = await readAdmitted(admitted.value, context, { engines: patient(engines), seen });
  const [first] = seen;
  return read.ok && first ? ok({ ...read.value, fingerprint: dhashOf(first) }) : read;
}

/** `seen` takes the pictures of the file, the largest of its first page first. */
type Tools = { engines: PatientEngines; seen: Picture[] };

async function readAdmitted(
  { type, bytes }: Admitted,
  context: ReadContext,
  { engines, seen }: Tools,
): Promise<Result<Read, Unreadable>> {
  if (type === "pdf") return readPdf(bytes, context, { engines, seen });
  if (type === "xml") return readDteDocuments(bytes, context);
  const picture = await attempt(() => engines.decode(type, bytes));
  if (picture === null) return refuse("corrupt", `${type} does not decode`);
  seen.push(picture);
  return readPicture(picture, context, engines);
}

async function readPicture(
  picture: Picture,
  context: ReadContext,
  engines: PatientEngines,
): Promise<Result<Read, Unreadable>> {
  const codes = await codesOf([picture], context, engines);
  return readScan({ scan: picture, further: [] }, codes, { context, engines });
}

function hasCode(codes: Pick<Evidence, "stamp" | "qr">): boolean {
  return codes.stamp !== null || codes.qr !== null;
}

/** Some codes name the paper without its total, which then is read as if there were none. */
function saysTotal({ stamp, qr }: Pick<Evidence, "stamp" | "qr">): boolean {
  return stamp !== null || (qr !== null && qr.fields.total_minor !== null);
}

/** Neither an amount, nor a date, nor a tax id: this is no document, or no eye could read it. */
function saysNothing({ fields }: TextEvidence): boolean {
  return fields.total_minor === null && fields.date === null && fields.merchant_tax_id === null;
}

/** Invoices stamp their first page; further ones repeat the stamp or add terms. */
const PICTURE_PAGES_MAX = 3;
/** Fewer letters than this are a scanner's own mark, not a text layer. */
const TEXT_LETTERS_MIN = 24;

async function readPdf(
  bytes: Uint8Array,
  context: ReadContext,
  { engines, seen }: Tools,
): Promise<Result<Read, Unreadable>> {
  const pdf = await attempt(() => engines.openPdf(bytes));
  if (pdf === null) return refuse("corrupt", "pdf does not open");
  try {
    if (pdf.count > PDF_PAGES_MAX) {
      return err({ code: "too_large", detail: `${pdf.count} pages`, pages: pdf.count });
    }
    return await readPages(pdf, context, { engines, seen });
  } finally {
    await attempt(() => pdf.close());
  }
}

async function readPages(
  pdf: PdfPages,
  context: ReadContext,
  { engines, seen }: Tools,
): Promise<Result<Read, Unreadable>> {
  const pages = await overPages(pdf.count, (page) => pdf.lines(page));
  const painted = await overPages(Math.min(pdf.count, PICTURE_PAGES_MAX), (page) => pdf.pictures(page));
  const pictures = painted.flat();
  seen.push(...pictures);
  const lines = pages.flat();
  const codes = await codesOf(pictures, context, engines);
  if (lettersIn(lines) >= TEXT_LETTERS_MIN) {
    // Of a second paper the text is kept, so that it can be told of.
    const text = { ...printedEvidence(pages.slice(0, pagesOfFirstPaper(pages)).flat(), context), lines };
    return ok(readOf({ ...codes, text, problems: [] }, context));
  }
  const isScan = ({ width, height }: Picture): boolean => Math.min(width, height) >= SCAN_SIDE_MIN;
  const [scan, ...further] = painted.flatMap((onPage) => onPage.find(isScan) ?? []);
  if (scan === undefined && !hasCode(codes))
    return refuse("unreadable", `pdf of ${pdf.count} pages without text or picture`);
  if (scan === undefined) return ok(readOf({ ...codes, text: null, problems: [] }, context));
  return readScan({ scan, further }, codes, { context, engines });
}

/** The page with the most to say, and those that go on behind it. */
type Scanned = { scan: Picture; further: readonly Picture[] };

async function readScan(
  { scan, further }: Scanned,
  codes: Pick<Evidence, "stamp" | "qr">,
  { context, engines }: { context: ReadContext; engines: PatientEngines },
): Promise<Result<Read, Unreadable>> {
  const problems = problemsOf(scan);
  if (!hasCode(codes) && lacksPaper(scan))
    return err({ code: "unreadable", detail: "no paper between strokes", problems, blank: true });
  const home = codes.qr ? { ...context, country: codes.qr.country } : context;
  const behind: Look[] = [];
  for (const page of further) if (!lacksPaper(page)) behind.push(await glanceAt(page, engines));
  const looks = saysTotal(codes)
    ? ([await glanceAt(scan, engines)] as const)
    : await looksAt(scan, engines, (seen) => wantedAfter(withFurtherPages(seen, behind), home));
  const text = evidenceOf([...withFurtherPages(looks, behind), ...ofAnotherPaper(looks, behind)], home);
  if (!hasCode(codes) && saysNothing(text)) {
    return err({
      code: "unreadable",
      detail: `ocr ${text.certainty.toFixed(2)}, ${text.lines.length} lines`,
      problems,
      ...(showsNoPaper(scan, text.lines) ? { blank: true as const } : {}),
    });
  }
  return ok(readOf({ ...codes, text, problems }, context));
}

/** Hardly a word, and nothing that could be a stamp: a wall has what is densest on it, too. */
function showsNoPaper(scan: Picture, lines: string[]): boolean {
  return wordsIn(lines) < PAPER_WORDS_MIN && (densestBlocks(scan).length === 0 || isBare(scan));
}

/** What each page gives, one after the other; a broken page gives nothing. */
async function overPages<T>(count: number, read: (page: number) => Promise<T[]>): Promise<T[][]> {
  const found: T[][] = [];
  for (let page = 1; page <= count; page++) found.push((await attempt(() => read(page))) ?? []);
  return found;
}

/** A shadow or a whisker is read as a letter or two; a paper of which nothing is understood still has words. */
const PAPER_WORDS_MIN = 4;

function wordsIn(lines: string[]): number {
  return lines.join(" ").match(/\p{L}{4,}/gu)?.length ?? 0;
}

function lettersIn(lines: string[]): number {
  return lines.join("").replace(/[^\p{L}]/gu, "").length;
}

/** A logo is smaller than a scanned page. */
const SCAN_SIDE_MIN = 300;

async function codesOf(
  pictures: Picture[],
  context: ReadContext,
  engines: PatientEngines,
): Promise<Pick<Evidence, "stamp" | "qr">> {
  for (const picture of pictures) {
    const found = await taxCodesAmong(await searchCodes(engines, picture), context);
    if (hasCode(found)) return found;
  }
  return { stamp: null, qr: null };
}

/** A stranger's broken file makes engines throw: that is an answer, not a fault. */
async function attempt<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run();
  } catch {
    return null;
  }
}

function refuse(code: UnreadableCode, detail: string): Result<never, Unreadable> {
  return err({ code, detail });
}
