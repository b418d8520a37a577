import { TAX_CODE_COUNTRIES, type DocumentOutcome, type Extraction } from "#documents";
import { fold } from "#kernel";
import type { ScanReason } from "#locales";
import type { Draft } from "../dialogue.ts";
import type { Mind } from "../mind.ts";

// When the scan page is offered, and what a code that it read is to the photo that it was scanned for.

/** «escanear», «escanea la boleta», «scan»: nothing but the wish for the page. */
export function isScanCommand(text: string): boolean {
  const said = fold(text)
    .replace(/[¿?¡!.,:;"«»“”]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return COMMAND.test(said);
}

const PAPER =
  "boletas?|facturas?|timbres?|codigos?|documentos?|recibos?|papel|tickets?|tiques?|comprobantes?|qr|cupom|nota(?: fiscal)?|receipts?|invoices?|codes?|stamps?";

const COMMAND = new RegExp(
  "^(?:(?:quiero|quisiera|puedo|necesito|como|para|quero|posso|i want to|want to|how do i|can i) )?" +
    "(?:escane(?:ar|a|o|e|ie|emos|arlo|arla)|escaner|scan(?:ner|near|ear)?|digitalizar)" +
    `(?: (?:(?:un|una|el|la|los|las|mi|mis|este|esta|o|a|uma?|my|the|an?|this) )?(?:${PAPER}))?$`,
);

/** Gives the link to the scan page where that is all the words ask for. */
export function hearScanCommand(mind: Mind, words: string): boolean {
  if (!isScanCommand(words)) return false;
  offer(mind, "asked", null);
  return true;
}

/** Beside a paper that was read without its code, where the code would settle what the photo left open. */
export function offerScanFor(mind: Mind, { document_id, extraction }: { document_id: string; extraction: Extraction }) {
  if (!PHOTOGRAPHED.has(extraction.read_from) || !hasCodes(mind)) return;
  if (STAMPED.test(fold(extraction.text))) offer(mind, "no_code", document_id);
  else if (extraction.quality.problems.length > 0) offer(mind, "quality", document_id);
}

/** A code that was read needs no second look, and a PDF is not seen better by a camera. */
const PHOTOGRAPHED: ReadonlySet<Extraction["read_from"]> = new Set(["ocr", "vision"]);

/** Beside the request for a better photo. */
export function offerScanInstead(mind: Mind, result: Extract<DocumentOutcome, { outcome: "trouble" }>): void {
  if (result.trouble === "unreadable" && !result.blank && hasCodes(mind)) offer(mind, "quality", result.document_id);
}

/** «Timbre Electrónico SII», «Verifique documento: www.sii.cl»: what stands under a stamp, as OCR may spell it. */
const STAMPED =
  /\bt[i1l]mbre\s+e[l1i]ectr[o0]n[i1l]c|\bver[i1l]f[i1l]que\s+(?:e[l1i]\s+)?documento|\bwww\.?\s?s[i1l]{2}\.?\s?c[l1i]\b/;

function hasCodes({ dialogue }: Mind): boolean {
  return TAX_CODE_COUNTRIES.has(dialogue.membership?.country ?? "");
}

/** One link is enough for one answer. */
function offer(mind: Mind, why: ScanReason, replaces: string | null): void {
  if (mind.parts.some(({ part }) => part === "scan_link")) return;
  mind.parts.push({ part: "scan_link", why, replaces });
}

/** What a scanned code finds of the photo for which it was scanned. */
export type Place =
  | "free"
  /** The photo was confirmed meanwhile, and the code says nothing else: the purchase stands in the books. */
  | "booked"
  /** It was confirmed with another total: a person must say what is meant. */
  | "doubted";

/** The photo of the same paper for which a code was scanned, as it waits with what was said of it. */
export function photoOf(mind: Mind, replaces: string | null, extraction: Extraction): Draft | null {
  const photo = replaces === null ? null : waitingPhoto(mind, replaces);
  return photo && !isAnotherPaper(photo.draft.extraction, extraction) ? photo.draft : null;
}

function waitingPhoto({ dialogue }: Mind, document_id: string) {
  const waiting = dialogue.open.find((each) => each.kind === "document" && each.draft.document_id === document_id);
  return waiting?.kind === "document" ? waiting : null;
}

/** The code of a paper whose photo waits for «sí» takes the photo's place. */
export function takePlace(mind: Mind, replaces: string | null, extraction: Extraction): Place {
  if (replaces === null) return "free";
  const { dialogue } = mind;
  const booked = dialogue.recent.find(({ entry }) => entry.document_id === replaces);
  const { total_minor } = extraction.fields;
  if (booked) return total_minor === null || total_minor === booked.entry.amount_minor ? "booked" : "doubted";
  const waiting = waitingPhoto(mind, replaces);
  if (!waiting || isAnotherPaper(waiting.draft.extraction, extraction)) return "free";
  dialogue.open = dialogue.open.filter((each) => each !== waiting && each.kind !== "which");
  mind.effects.push({ kind: "settle_document", document_id: replaces, state: "discarded" });
  return "free";
}

/** A total that OCR misread is no contradiction; a total and an issuer, a folio or a date that all differ are. */
function isAnotherPaper({ fields: photo }: Extraction, { fields: code }: Extraction): boolean {
  const differs = (name: "total_minor" | "merchant_tax_id" | "number" | "date"): boolean =>
    photo[name] !== null && code[name] !== null && photo[name] !== code[name];
  if (code.total_minor === null) return differs("merchant_tax_id") && (differs("number") || differs("date"));
  return differs("total_minor") && (differs("merchant_tax_id") || differs("number") || differs("date"));
}
