/**
 * A Brazilian CNPJ as fourteen characters, or null when one of its two check digits is wrong. Its first twelve may be
 * letters since 2026: each counts as its ASCII code less 48 (Receita Federal, IN RFB 2.229/2024).
 */
export function readCnpj(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s./-]/g, "");
  if (!/^[0-9A-Z]{12}\d{2}$/.test(plain) || /^(.)\1+$/.test(plain)) return null;
  const first = brazilianDigit(plain.slice(0, 12), 9);
  return first + brazilianDigit(plain.slice(0, 12) + first, 9) === plain.slice(12) ? plain : null;
}

/** A Brazilian CPF (a person's, eleven digits), or null when one of its two check digits is wrong. */
export function readCpf(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, "");
  if (!/^\d{11}$/.test(digits) || /^(\d)\1+$/.test(digits)) return null;
  const first = brazilianDigit(digits.slice(0, 9), 11);
  return first + brazilianDigit(digits.slice(0, 9) + first, 11) === digits.slice(9) ? digits : null;
}

/**
 * The check digit that Brazilian ids and access keys share: weights from 2 to `weightMax` from the right, repeating;
 * modulo 11, where 10 and 11 become 0.
 */
export function brazilianDigit(body: string, weightMax: number): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    sum += (body.charCodeAt(body.length - 1 - i) - 48) * (2 + (i % (weightMax - 1)));
  }
  const digit = 11 - (sum % 11);
  return String(digit > 9 ? 0 : digit);
}
