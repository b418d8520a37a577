// Who sold and to whom: tax ids by their check digit, the merchant by how its line looks.

import { fold, isPlaceholderRut, readTaxId, tame } from "#kernel";
import { amountsIn } from "./amounts.ts";
import type { Country } from "./country.ts";
import type { Counterparty } from "./transfer.ts";

export type Parties = { merchant: string | null; merchantTaxId: string | null; receiverTaxId: string | null };

/**
 * The parties of a document from its printed lines. A tax id without its printed word, or a wrong digit, is none.
 * @param other whom the lines name where they are a transfer's
 */
export function partiesOf(lines: string[], country: Country, other: Counterparty | null): Parties {
  if (other) return { merchant: other.name && tidied(other.name), merchantTaxId: other.taxId, receiverTaxId: null };
  const ids = taxIdsIn(lines, country);
  const own = ids.find((id) => !id.ofReceiver);
  const receiver = ids.find((id) => id.ofReceiver && id.taxId !== own?.taxId);
  return {
    merchant: merchantIn(lines, country),
    merchantTaxId: own?.taxId ?? null,
    receiverTaxId: receiver?.taxId ?? null,
  };
}

type FoundId = { taxId: string; ofReceiver: boolean };

/** Words after which the other party stands; «Sr.» opens the receiver's block on a factura. */
const RECEIVER =
  /\bsenor(es)?\b|\bsr(es)?\b\.?|^cliente\b|\bcliente ?:|receptor|adquirente|razon social cliente|comprador|destinatario/;

function taxIdsIn(lines: string[], country: Country): FoundId[] {
  const forms = ID_FORMS[country.code];
  if (!forms) return [];
  const found: FoundId[] = [];
  let ofReceiver = false;
  lines.forEach((line, index) => {
    const folded = fold(line);
    ofReceiver ||= RECEIVER.test(folded);
    const named = forms.word.test(folded) || (forms.word.test(fold(lines[index - 1] ?? "")) && folded.length < 24);
    if (!named) return;
    for (const [text] of digitsHealed(line, country).matchAll(forms.shape)) {
      const taxId = readTaxId(text.replace(/\s/g, ""), country.code);
      if (taxId !== null && !isPlaceholderRut(taxId)) found.push({ taxId, ofReceiver });
    }
  });
  return found;
}

/** Modulo 11 lets one of eleven random numbers pass, so the printed word must stand by. */
const ID_FORMS: Readonly<Record<string, { word: RegExp; shape: RegExp }>> = {
  CL: {
    word: /\br\s?[.:]?\s?[uv]\s?[.:]?\s?[t7]\b|\brut\b/,
    // Behind another digit it is the rest of a number that was misread.
    shape: /(?<!\d[.,]?)\b\d{1,2}[ .,]?\d{3}[ .,]?\d{3} ?[-‐–—] ?[\dkK](?![\w])/g,
  },
  PE: { word: /\br\.?\s?u\.?\s?c\b/, shape: /\b(10|15|16|17|20)\d{9}\b/g },
  AR: { word: /\bc\.?\s?u\.?\s?i\.?\s?t\b/, shape: /\b\d{2}-?\d{8}-?\d\b/g },
};

/** True where every paper of a business names its tax id, and its form is known. */
export function printsTaxIds(country: string): boolean {
  return country in ID_FORMS;
}

/** Letters that OCR puts where a digit must be; the check digit says afterwards whether that was right. */
function digitsHealed(line: string, { code }: Country): string {
  const healed = line.replace(/(?<=[\d.,])[OoQDlI|BS](?=[\d.,-])/g, (letter) => LETTER_DIGITS[letter] ?? letter);
  return code === "CL" ? healed.replace(/(?<=\d),(?=\d{3})/g, ".").replace(/(?<=\d) (?=\d{3}\b)/g, ".") : healed;
}

const LETTER_DIGITS: Readonly<Record<string, string>> = {
  O: "0",
  o: "0",
  Q: "0",
  D: "0",
  l: "1",
  I: "1",
  "|": "1",
  B: "8",
  S: "5",
};

const COMPANY =
  /\b(s\.? ?a\.? ?c?\.?|s\.?p\.?a\.?|ltda\.?|limitada|e\.?i\.?r\.?l\.?|s\.?r\.?l\.?|s\.? ?de ?r\.?l\.?|sociedad|cia\.?|y compania|hnos\.?|sdn\.? ?bhd)\s*\.?$/;
/** Lines that are about the document, the place or the printing, never the name of who sells. */
const NOT_A_NAME =
  /boleta|factura|nota de|\biva\b|incluid|transferencia|exitos[ao]|timbre electr|guia de|ticket|comprobante|recibo|r\.?u\.?t\b|r\.?u\.?c\b|cuit|folio|fecha|hora|\bs\W?[i1l]\W?[i1l]\b|giro|direcc|avenida|\bav\.|calle|casa matriz|sucursal|comuna|fono|telef|www\.|@|http|caja|cajer|vendedor|total|gracias|bienvenid|copia|cliente|original|n[°º]|terminal|tarjeta|credito|debito|^\W*(?:transbank|redcompra|webpay|getnet|klap|compraqui|multicaja|sumup)\b|tax invoice|receipt|page \d/;

/** Words of a paper that companies have in their names: «ASEO TOTAL LTDA». */
const IN_NAMES = /\b(total|credito|caja|terminal|original|avenida|calle)\b/g;

const NAME_LINES_MAX = 10;

function merchantIn(lines: string[], country: Country): string | null {
  const receiver = lines.findIndex((line) => RECEIVER.test(fold(line)));
  const own = lines.slice(0, Math.min(NAME_LINES_MAX, receiver === -1 ? lines.length : receiver));
  const head = own.map(beforeOtherWords).filter((line) => looksLikeName(line, country));
  const company = head.find((line) => COMPANY.test(fold(line)));
  const name = company ?? head[0];
  return name === undefined ? null : tidied(name);
}

/** OCR joins what stands side by side: the name and, in its box, the tax id and the title. */
function beforeOtherWords(line: string): string {
  const at = fold(line).search(/\br\.? ?u\.? ?[tc]\b|\bcuit|\bc\.u\.i\.t|\bfactura|\bboleta|\bnota de|\bguia de/);
  return at > 4 ? line.slice(0, at).trim() : line;
}

/** Of a name most letters stand in words of three and more; of noise in crumbs. */
const WORDS_SHARE_MIN = 0.5;

function looksLikeName(line: string, country: Country): boolean {
  const folded = fold(line);
  if (NOT_A_NAME.test(COMPANY.test(folded) ? folded.replace(IN_NAMES, "") : folded)) return false;
  const letters = folded.replace(/[^a-z]/g, "").length;
  const words = folded.split(/[^a-z0-9&]+/).filter((word) => word.length >= 3);
  const others = folded.replace(/[a-z\s.&'-]/g, "").length;
  return (
    letters >= 4 &&
    words.join("").length >= letters * WORDS_SHARE_MIN &&
    others <= letters / 3 &&
    amountsIn(line, country).every((amount) => amount.minor < 100)
  );
}

function tidied(name: string): string {
  return tame(
    name
      .replace(/^(razon social|nombre|emisor|senor(es)?)\s*:?\s*/i, "")
      .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, ""),
    80,
  );
}
