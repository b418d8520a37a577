import { packOf } from "./packs/pack-of.ts";
import type { TongueName } from "./packs/pack.ts";
import { readIn } from "./read-in.ts";
import type { Classify, Reading } from "./reading.ts";
import { tongueOf } from "./tongues/tongue-of.ts";
import { lexiconOf, STRANGE, TRAIT } from "./words/lexicon.ts";
import { tokenize, type Token } from "./words/tokens.ts";

/**
 * Words → proposal. It books, asks or answers, and never guesses an amount. Where the country's own tongue is another one,
 * Spanish is understood too, and where we know only the country's currency, so are English and Portuguese.
 */
export const classify: Classify = (request) => {
  const { tongue, described } = packOf(request.country);
  let best = readIn(tongue, request);
  let sample: Sample | null = null;
  for (const other of EVERY_TONGUE) {
    const stranger = described && other !== "es";
    if (other === tongue || request.text.length > OTHER_TONGUES_CHARS_MAX || !isWorthReading(best, stranger)) continue;
    sample ??= sampleOf(request.text, tongue);
    const { own } = sample;
    const heard = shareOf(other, sample.words);
    if (heard < SPOKEN_MIN || heard < own) continue;
    const reading = readIn(other, request);
    // A tongue that is not spoken there may ask and correct, but «sale» is no sale where Spanish is spoken.
    if (stranger && (reading.movements.length > 0 || reading.needs_clarification)) continue;
    if (outweighs(reading, best, own >= SPOKEN_MIN)) best = reading;
  }
  return best;
};

/**
 * Where the country's tongue has not told everything.
 * @param stranger the other one is not spoken in that country: it is heard only where nothing at all was understood
 */
function isWorthReading(best: Reading, stranger: boolean): boolean {
  return sureness(best) < TOLD && !(stranger && sureness(best) > 0);
}

/** What the country's own tongue may have said itself counts only where the other one understood a deal. */
function outweighs(reading: Reading, best: Reading, native: boolean): boolean {
  const [heard, known] = [sureness(reading), sureness(best)];
  return native ? heard >= DEALT && heard > known : heard > known || known < DEALT;
}

/** The words that tell the language, and how many of them are the country's own: 0 … 1. */
type Sample = { words: readonly Token[]; own: number };

function sampleOf(text: string, tongue: TongueName): Sample {
  const words = tokenize(text.slice(0, SAMPLE_CHARS_MAX)).filter((token) => token.kind === "word");
  return { words, own: shareOf(tongue, words) };
}

/** The part of the words that are words of that tongue: 0 … 1. */
function shareOf(tongue: TongueName, words: readonly Token[]): number {
  const lexicon = lexiconOf(tongueOf(tongue));
  let own = 0;
  for (const { key } of words) if (((lexicon.get(key) ?? STRANGE).traits & TRAIT.known) !== 0) own++;
  return words.length === 0 ? 0 : own / words.length;
}

/** Half of the words are enough to tell a language. */
const SPOKEN_MIN = 0.5;

/** A longer text is read once, in the tongue of its country. */
const OTHER_TONGUES_CHARS_MAX = 1_000;

/** So much of a text tells its language. */
const SAMPLE_CHARS_MAX = 200;

const EVERY_TONGUE: readonly TongueName[] = ["es", "en", "pt"];
const TOLD = 3;
const DEALT = 2;

/** How much of a message a tongue has understood: 3 what happened, 2 what was dealt in, 1 only a figure, 0 nothing. */
function sureness({ type, movements, needs_clarification, asks }: Reading): number {
  if (asks === "direction") return 1;
  if (type === "otro" && movements.length === 0) return needs_clarification ? 1 : 0;
  if (movements.length === 0) return TOLD;
  return movements.some((one) => one.evidence.some((each) => each.field === "type")) ? TOLD : 2;
}
