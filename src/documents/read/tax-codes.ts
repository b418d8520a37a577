// Of the codes that were decoded, wherever that was done, those that a tax authority prescribes.

import { judgeTimbre, parseTimbre } from "#dte";
import type { Read } from "../extraction.ts";
import type { Code } from "./engines.ts";
import { type FiscalQr, saidBy } from "./fiscal/code.ts";
import { printedKey } from "./fiscal/printed-key.ts";
import { parseFiscalQr } from "./fiscal-qr.ts";
import { type Evidence, merge, type ReadContext } from "./merge.ts";

type TaxCodes = Pick<Evidence, "stamp" | "qr">;

/** The stamp, judged, or else the fiscal QR among these codes. */
export async function taxCodesAmong(
  codes: readonly Pick<Code, "text" | "bytes">[],
  context: ReadContext,
): Promise<TaxCodes> {
  const stamp = await stampOf(codes, context);
  return { stamp, qr: stamp === null ? qrOf(codes) : null };
}

/** Where papers carry a code that is read here (ISO 3166-1 alpha-2): the stamp of Chile, the QR codes of the others. */
export const TAX_CODE_COUNTRIES: ReadonlySet<string> = new Set(["CL", "PE", "AR", "MX", "UY", "CO", "EC", "BR"]);

/** A PDF417 holds at most 1,108 bytes, a QR 2,953. */
export const CODE_BYTES_MAX = 3_072;

/** True where these bytes have the form of a stamp or of a fiscal QR that states something; nothing is verified. */
export function isTaxCode(bytes: Uint8Array): boolean {
  if (bytes.length > CODE_BYTES_MAX) return false;
  const { text } = codeOf(bytes);
  return textsOf(codeOf(bytes)).some((each) => parseTimbre(each) !== null) || states(parseFiscalQr(text));
}

/**
 * Reads a code that was decoded elsewhere, by the same rules as one found in a photo: whoever brings the bytes is
 * believed nothing that a signature or a check digit does not say.
 * @returns null where it is no code of a tax document
 */
export async function readTaxCode(bytes: Uint8Array, context: ReadContext): Promise<Read | null> {
  if (bytes.length > CODE_BYTES_MAX) return null;
  const { stamp, qr } = await taxCodesAmong([codeOf(bytes)], context);
  return stamp || states(qr) ? readOf({ stamp, qr, text: null, problems: [] }, context) : null;
}

/** The address of a search alone names a document, and tells nothing of it. */
function states(qr: FiscalQr | null): boolean {
  return qr !== null && saidBy(qr).length > 0;
}

/** The extraction; beside it what names the paper exactly, whoever photographed it: what a stamp signs, the key of a QR. */
export function readOf(evidence: Evidence, context: ReadContext): Read {
  const { stamp, text } = evidence;
  if (stamp !== null) {
    return { ...merge(evidence, context), stamp_text: `${stamp.timbre.signedText}|${stamp.timbre.signature}` };
  }
  const printed = evidence.qr === null && text !== null ? printedKey(text.lines, context.country) : null;
  const qr = evidence.qr ?? printed;
  const read = merge({ ...evidence, qr }, context);
  if (qr === null) return read;
  return {
    ...read,
    ...(printed && text ? { read_from: text.source } : {}),
    ...(qr.key === null ? {} : { stamp_text: `${qr.country} ${qr.key}` }),
    coded: saidBy(qr),
  };
}

/** Some printers stamp in UTF-8 against the rule, and QR codes are UTF-8; what is not is left to its bytes. */
function codeOf(bytes: Uint8Array): Pick<Code, "text" | "bytes"> {
  return { text: new TextDecoder().decode(bytes), bytes };
}

/** The decoder's text is latin-1 whatever the printer encoded; its raw bytes are the second opinion, each a character. */
function textsOf({ text, bytes }: Pick<Code, "text" | "bytes">): string[] {
  // No TextDecoder: what platforms call «latin1» is Windows-1252, and a stamp signs bytes.
  return [text, Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")];
}

async function stampOf(
  codes: readonly Pick<Code, "text" | "bytes">[],
  context: ReadContext,
): Promise<Evidence["stamp"]> {
  let first: Evidence["stamp"] = null;
  for (const code of codes) {
    for (const text of textsOf(code)) {
      const timbre = parseTimbre(text);
      if (timbre === null) continue;
      const judgement = await judgeTimbre(timbre, context.today);
      if (judgement.verdict !== "altered") return { timbre, judgement };
      first ??= { timbre, judgement };
    }
  }
  return first;
}

function qrOf(codes: readonly Pick<Code, "text" | "bytes">[]): FiscalQr | null {
  for (const code of codes) {
    const qr = parseFiscalQr(code.text);
    if (qr !== null) return qr;
  }
  return null;
}
