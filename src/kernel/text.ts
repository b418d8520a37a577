// Text from strangers, made comparable and made safe to show.

const COMBINING = /[\u0300-\u036f]/g;

/** Lower case without accents (`Peñaflor` → `penaflor`): for comparing, never for showing. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(COMBINING, "").toLowerCase();
}

/** Folded, with every run of other characters as one space: the key under which names are compared. */
export function nameKey(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** At most `max` code points, never half of a surrogate pair; an ellipsis tells of the cut. */
export function clip(text: string, max: number): string {
  // So many code units are at least so many code points.
  if (text.length <= max) return text;
  const points = Array.from(text);
  return points.length <= max ? text : `${points.slice(0, max - 1).join("")}…`;
}

// oxlint-disable-next-line no-control-regex -- they are what it takes out
const CONTROL_OR_BIDI = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Words of a stranger (a name, a shop, an item) as they may stand inside a message of ours:
 * one line, no control or direction characters, no WhatsApp markup that could forge our own lines.
 */
export function tame(text: string, max = 60): string {
  if (PLAIN.test(text) && !text.includes("  ")) return clip(text.trim(), max);
  return oneLine(text.replace(/[*_~`]/g, ""), max);
}

/** Its own letters in one line, without control or direction characters: a file's name, in which `_` is no markup. */
export function oneLine(text: string, max: number): string {
  const flat = text.replace(/[\r\n\t]+/g, " ").replace(CONTROL_OR_BIDI, "");
  return clip(flat.replace(/ {2,}/g, " ").trim(), max);
}

/** Letters, numbers and a few marks, as most are: nothing in them needs taming but spaces. */
const PLAIN = /^[A-Za-z0-9áéíóúüñÁÉÍÓÚÜÑãõâêôçÃÕÂÊÔÇ.,$%&/ -]*$/;

/** The order of code units, which no locale changes: what is sorted by it comes out the same everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Capital first letter, the rest untouched. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
