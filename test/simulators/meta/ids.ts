// Names that Meta gives to messages, media and people, in Meta's own form.
import { randomBytes, randomInt } from "node:crypto";
import { toHex } from "#kernel";

/** Direction of a message as its wamid tells it: the third byte of the tail is 0x12 from a person, 0x11 from a business. */
const DIRECTION = { inbound: 0x12, outbound: 0x11 } as const;

/** `wamid.` and base64 of: 1c 18, length and digits of the phone, 15 02 00, direction, 18, length and hex token, 00. */
export function wamid(phone: string, direction: keyof typeof DIRECTION): string {
  const hex = toHex(randomBytes(9)).toUpperCase();
  const token = Buffer.from(direction === "inbound" ? `3A${hex}` : hex);
  const digits = Buffer.from(phone);
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, digits.length]),
    digits,
    Buffer.from([0x15, 0x02, 0x00, DIRECTION[direction], 0x18, token.length]),
    token,
    Buffer.from([0x00]),
  ]);
  return `wamid.${bytes.toString("base64")}`;
}

/** Media ids are decimal, 16 digits. */
export function mediaId(): string {
  return `1${String(randomInt(0, 10 ** 14)).padStart(15, "0")}`;
}

/** The trace id that every Graph error carries. */
export function traceId(): string {
  return `A${toHex(randomBytes(16))}`;
}

const COUNTRY_OF_PREFIX: readonly (readonly [string, string])[] = [
  ["569", "CL"],
  ["56", "CL"],
  ["51", "PE"],
  ["54", "AR"],
  ["52", "MX"],
  ["55", "BR"],
  ["57", "CO"],
  ["34", "ES"],
  ["1", "US"],
];

/** The business-scoped id of a phone's owner: stable for the phone, not readable from it. */
export function userIdOf(phone: string): string {
  const country = COUNTRY_OF_PREFIX.find(([prefix]) => phone.startsWith(prefix))?.[1] ?? "ZZ";
  let mixed = 7n;
  for (const digit of phone) mixed = (mixed * 1_000_003n + BigInt(digit.charCodeAt(0))) % 10n ** 20n;
  return `${country}.${mixed.toString().padStart(20, "1")}`;
}

/**
 * The wa_id that Meta answers for a number as typed: digits only, and the mobile digit that WhatsApp keeps for
 * Argentina (54 9 …) and Mexico (52 1 …) even when the sender left it out.
 */
export function waId(typed: string): string {
  const digits = typed.replaceAll(/\D/g, "");
  if (/^54[1-8]\d{9}$/.test(digits)) return `549${digits.slice(2)}`;
  if (/^52[2-9]\d{9}$/.test(digits)) return `521${digits.slice(2)}`;
  return digits;
}
