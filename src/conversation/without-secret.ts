// A key that somebody types into a chat is in its history, and nowhere of ours: it is taken out before a message is kept.

import type { Inbound } from "#channels";
import { fold, readRut } from "#kernel";

/** What stands where a text that held a key stood. */
export const SECRET_TAKEN_OUT = "[clave borrada]";

/** The message as it may be kept: a text that tells a key is not. */
export function withoutSecret(message: Inbound): Inbound {
  const { content } = message;
  if (content.kind === "text" && tellsKey(content.text)) {
    return { ...message, content: { ...content, text: SECRET_TAKEN_OUT } };
  }
  if (content.kind === "media" && content.caption !== null && tellsKey(content.caption)) {
    return { ...message, content: { ...content, caption: null } };
  }
  return message;
}

const CHARS_MAX = 400;

/** «mi clave del sii es gato123», «clave: 123456», «76.111.111-6 Gato2024». A page about keys is no key. */
export function tellsKey(text: string): boolean {
  if (text.length > CHARS_MAX) return false;
  const said = fold(text);
  // Letters keep their places when folded; where one did not, the folded words are all there is.
  const words = said.length === text.length ? text : said;
  return NAMED.some((pattern) => isKey(pattern.exec(said), words)) || isRutWithKey(text.trim());
}

const KEY = "(?:clave|contrasena|password|passwd|pass|pin|senha)";
const OF =
  "(?: (?:tributaria|secreta|de internet|de acceso|(?:del|de el|de|para el|en el) (?:sii|impuestos internos|portal)|sii))*";

/** The last group is what may be the key. */
const NAMED: readonly RegExp[] = [
  new RegExp(`\\b${KEY}${OF}\\s*(?:es|son|:|=|->)\\s*["'«]?(\\S{4,})`, "d"),
  new RegExp(`\\b${KEY}${OF}\\s+["'«]?(\\S{4,})`, "d"),
];

function isKey(match: RegExpExecArray | null, words: string): boolean {
  const [from = 0, to = 0] = match?.indices?.[1] ?? [];
  const told = words.slice(from, to).replace(/[.,;:!?"'»)]+$/, "");
  if (told.length < KEY_CHARS_MIN) return false;
  const isTold = /(?:es|son|[:=]|->)\s*["'«]?$/.test(words.slice(0, from));
  const mixes = /\d/.test(told) && /\p{L}/u.test(told);
  return mixes || /[a-z][A-Z]|[#$%&*@_!]/.test(told) || (isTold && /\d/.test(told));
}

const KEY_CHARS_MIN = 4;

/** A RUT and one more word, of letters and digits. */
function isRutWithKey(text: string): boolean {
  const [rut = "", key = "", ...more] = text.split(/[\s,;/]+/);
  if (more.length > 0 || key.length < 6 || key.length > 20 || readRut(rut) === null) return false;
  return /\d/.test(key) && /\p{L}/u.test(key) && readRut(key) === null;
}
