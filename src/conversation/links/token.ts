// The token in a link to a page of ours: which conversation gave it, and the secret that proves it. Digits and small
// letters only: WhatsApp reads `_` and `*` as formatting and leaves signs at the end of an address out of the link.

export type LinkToken = {
  /** The object's id, 64 hex digits. */
  conversation: string;
  /** 128 bits, 32 hex digits. */
  secret: string;
};

/** Hex digits of each part, and how many digits of base 36 hold them. */
const CONVERSATION = { hex: 64, digits: 50 };
const SECRET = { hex: 32, digits: 25 };

export function writeLinkToken({ conversation, secret }: LinkToken): string {
  return toDigits(conversation, CONVERSATION.digits) + toDigits(secret, SECRET.digits);
}

/** Null where the text is no token of ours; whether it opens anything only its conversation knows. */
export function readLinkToken(text: string): LinkToken | null {
  if (text.length !== CONVERSATION.digits + SECRET.digits || !/^[0-9a-z]+$/.test(text)) return null;
  const conversation = toHexDigits(text.slice(0, CONVERSATION.digits), CONVERSATION.hex);
  const secret = toHexDigits(text.slice(CONVERSATION.digits), SECRET.hex);
  return conversation === null || secret === null ? null : { conversation, secret };
}

const BASE = 36;

function toDigits(hex: string, digits: number): string {
  return BigInt(`0x${hex}`).toString(BASE).padStart(digits, "0");
}

/** Null where the number is larger than so many hex digits: then nobody of ours wrote it. */
function toHexDigits(text: string, hex: number): string | null {
  let value = 0n;
  for (const digit of text) value = value * BigInt(BASE) + BigInt(Number.parseInt(digit, BASE));
  const written = value.toString(16).padStart(hex, "0");
  return written.length > hex ? null : written;
}
