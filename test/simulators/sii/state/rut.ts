// Tax ids, as this simulator reckons them by itself.

/** `77412905-8` of a body. Rule: modulo 11, weights 2…7 from the right. */
export function rutOf(body: number): string {
  return `${body}-${checkDigit(body)}`;
}

export function checkDigit(body: number): string {
  const digits = Array.from(String(body), Number).toReversed();
  const rest = 11 - (digits.reduce((sum, digit, nth) => sum + digit * ((nth % 6) + 2), 0) % 11);
  if (rest === 11) return "0";
  return rest === 10 ? "K" : String(rest);
}

/** Dots and a small k away; null where it has not the shape of one. Its check digit may be wrong. */
export function plainRut(text: string): string | null {
  const plain = text.trim().replaceAll(".", "").replace(/^0+/, "").toUpperCase();
  return /^\d{1,8}-[\dK]$/.test(plain) ? plain : null;
}

export function isRut(rut: string): boolean {
  const { body, dv } = partsOf(rut);
  return checkDigit(body) === dv;
}

export function partsOf(rut: string): { body: number; dv: string } {
  const [body = "", dv = ""] = rut.split("-");
  return { body: Number(body), dv };
}
