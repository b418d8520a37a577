// RSA with SHA-1 over PKCS #1, which is all that the SII's formats know: of folios, of stamps, of documents.

export const RSA_SHA1 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-1" };

/** A CAF's key has 512 bit and exponent 3, a person's 1,024 or 2,048; none needs a modulus beyond 4,096 bit. */
const MODULUS_CHARS_MAX = 700;
/** An exponent is 3 or 65,537: a long one costs seconds for each signature. */
const EXPONENT_CHARS_MAX = 8;

/** Both in base64, as the formats write them; white space in it counts for nothing but its length. */
export type RsaKey = { modulus: string; exponent: string };

/** False for a key longer than any that is used. */
export function isOfUsualSize({ modulus, exponent }: RsaKey): boolean {
  return modulus.length <= MODULUS_CHARS_MAX && exponent.length <= EXPONENT_CHARS_MAX;
}

/** A key that verifies, or null where the numbers are none. */
export async function verifyingKey(key: RsaKey): Promise<CryptoKey | null> {
  if (!isOfUsualSize(key)) return null;
  if (![key.modulus, key.exponent].every((number) => /^[A-Za-z0-9+/\s]+=*$/.test(number))) return null;
  const jwk = { kty: "RSA", n: base64Url(key.modulus), e: base64Url(key.exponent) };
  try {
    return await crypto.subtle.importKey("jwk", jwk, RSA_SHA1, false, ["verify"]);
  } catch {
    return null;
  }
}

function base64Url(base64: string): string {
  return base64.replace(/\s/g, "").replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
}
