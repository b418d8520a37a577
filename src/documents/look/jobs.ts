import type { Ocr, Picture, Sight, Vision } from "#ai";
import type { Clock } from "#kernel";
import { faultFields, logEvent, logProblem } from "#telemetry";
import { barePicture } from "../bare-picture.ts";
import type { Coded, Extraction, Unreadable } from "../extraction.ts";
import type { AdmittedPaper } from "../intake.ts";
import { withHostedText } from "../read/hosted-text.ts";
import { blankExtraction } from "../read/merge.ts";
import { mergeVision } from "../read/merge-vision.ts";
import { within } from "../within.ts";

export type LookPorts = {
  /** Null where no model is configured. */
  vision: Vision | null;
  /** Null where no hosted OCR is configured. */
  ocr: Ocr | null;
  clock: Clock;
};

export type Look = {
  admitted: AdmittedPaper;
  country: string;
  today: string;
  /** Whose budget it is looked at on. */
  payer: string;
  /** Epoch ms: what has not answered by then is not waited for. */
  until: number;
};

/** A service is not asked what it has no time to answer. */
const LOOK_MS_MIN = 2_000;

/**
 * A second look at a paper by services that are configured, where no code proves it. They see the file as it was sent,
 * not as it was made small for OCR, and without what its camera says beside it; one that is away changes nothing.
 */
export async function lookAgain(
  local: Extraction,
  coded: Coded,
  { look, ports }: { look: Look; ports: LookPorts },
): Promise<Extraction> {
  if (isProved(local, coded)) return local;
  const left = look.until - ports.clock.now();
  if (left < LOOK_MS_MIN || (!ports.vision && !ports.ocr)) return local;
  const { country, today } = look;
  const picture = pictureOf(look);
  const isPrint = local.read_from !== "pdf-text";
  const [words, sight] = await Promise.all([
    ports.ocr && isPrint ? tried("ocr.failed", left, ports.ocr(picture)) : null,
    ports.vision ? tried("vision.failed", left, ports.vision(picture)) : null,
  ]);
  const context = { country, today, coded };
  const text = words ? withHostedText(local, words, context) : local;
  if (words || sight) logEvent("document.looked_at", { words: words?.length ?? 0, sight: sight !== null });
  return sight ? mergeVision(text, seen(sight), context) : text;
}

/** What services see on a file that the reader could make nothing of, or null where they see nothing either. */
export async function lookInstead(
  unread: Unreadable,
  { look, ports }: { look: Look; ports: LookPorts },
): Promise<Extraction | null> {
  if (unread.code !== "unreadable") return null;
  const blank = blankExtraction(look.country);
  const problems = unread.problems ?? [];
  const read = await lookAgain({ ...blank, quality: { readable: false, problems } }, null, { look, ports });
  const { total_minor, date, merchant_tax_id } = read.fields;
  return total_minor === null && (date === null || merchant_tax_id === null) ? null : read;
}

/** A stamp and a signed file prove themselves; a fiscal QR does where it states the total. */
function isProved({ read_from }: Extraction, coded: Coded): boolean {
  return (
    read_from === "timbre" ||
    read_from === "xml" ||
    (read_from === "qr" && (coded === null || coded.includes("total_minor")))
  );
}

function pictureOf({ admitted, country, today, payer }: Look): Picture {
  const { type, bytes } = admitted;
  if (type === "pdf") return { bytes: bytes.slice(), mime_type: "application/pdf", country, today, payer };
  return { bytes: barePicture(type, bytes), mime_type: `image/${type}`, country, today, payer };
}

/** Whatever goes wrong there, the local reading stands. */
async function tried<T>(event: string, ms: number, work: Promise<T | null>): Promise<T | null> {
  try {
    const answer = await within(ms, work);
    if (answer !== "timeout") return answer;
    logProblem(event, { fault: "late" });
  } catch (fault) {
    logProblem(event, faultFields(fault));
  }
  return null;
}

/** Only what was seen: a null of the model is no statement. */
function seen(sight: Sight): Parameters<typeof mergeVision>[1] {
  return Object.fromEntries(Object.entries(sight).filter(([, value]) => value !== null));
}
