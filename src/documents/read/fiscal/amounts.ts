// Amounts as codes write them, in hundredths: all these countries count so.

/** A decimal point; a comma only between groups of three, or alone before one or two digits. Null where it is no amount. */
export function hundredths(text: string): number | null {
  const plain = text.trim().replace(/^(?:S\/|R\$|\$)\s?/i, "");
  const pointed = /^\d+,\d{1,2}$/.test(plain) ? plain.replace(",", ".") : plain.replace(/,(?=\d{3}(?:\D|$))/g, "");
  const match = /^(\d{1,16})(?:\.(\d{1,6}))?$/.exec(pointed);
  if (!match) return null;
  const amount = Number(match[1]) * 100 + Math.round(Number(`0.${match[2] ?? "0"}`) * 100);
  return Number.isSafeInteger(amount) ? amount : null;
}

/**
 * As `hundredths`, where points may stand between groups as well: `1.804,20`, `1.500.000`. One group alone is left
 * open: `12.500` may be twelve and a half.
 */
export function hundredthsOfEither(text: string): number | null {
  const plain = text.trim().replace(/^\$\s?/, "");
  if (/^\d{1,3}[.,]\d{3}$/.test(plain)) return null;
  return hundredths(/^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/.test(plain) ? plain.replaceAll(".", "") : plain);
}
