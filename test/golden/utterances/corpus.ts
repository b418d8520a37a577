import type { ClassifyRequest } from "#language";
import { AMOUNTS } from "./amounts.ts";
import { CHILE } from "./chile.ts";
import { CONVERSATION } from "./conversation.ts";
import { CONVERSATION_MORE } from "./conversation-more.ts";
import { COUNTRIES } from "./countries.ts";
import { DEALINGS } from "./dealings.ts";
import { DEALINGS_MORE } from "./dealings-more.ts";
import { HELD_BACK } from "./held-back.ts";
import { HELD_BACK_AGAIN } from "./held-back-again.ts";
import { LATIN_AMERICA } from "./latin-america.ts";
import { MIXED } from "./mixed.ts";
import { isHeldBack } from "./score.ts";
import { TALK } from "./talk.ts";
import { UNSEEN as WRITTEN_LAST } from "./unseen.ts";
import { TODAY, type Utterance } from "./utterance.ts";

/** Sets that were looked at whole while the rules were tuned. */
const SEEN = [...CHILE, ...COUNTRIES, ...TALK, ...HELD_BACK, ...HELD_BACK_AGAIN, ...MIXED];
const SPLIT = [...AMOUNTS, ...DEALINGS, ...DEALINGS_MORE, ...CONVERSATION, ...CONVERSATION_MORE, ...LATIN_AMERICA];

/** Every message once: two writers may have thought of the same. */
export const CORPUS: readonly Utterance[] = once([...SEEN, ...SPLIT, ...WRITTEN_LAST]);

/** What tuning was to leave alone. Comments of the rules quote some of it since, so `UNSEEN` is the stricter measure. */
export const HELD: readonly Utterance[] = CORPUS.filter((one) => SPLIT.includes(one) && isHeldBack(one));

/** A set that came when the rules were there. */
export const UNSEEN: readonly Utterance[] = CORPUS.filter((one) => WRITTEN_LAST.includes(one));

export const TUNED: readonly Utterance[] = CORPUS.filter((one) => !HELD.includes(one) && !UNSEEN.includes(one));

/** The country of a message, ISO 3166-1. */
export function countryOf({ country }: Utterance): string {
  return country ?? "CL";
}

export function requestOf(utterance: Utterance): ClassifyRequest {
  return {
    text: utterance.text,
    country: countryOf(utterance),
    channel: utterance.voice ? "voice" : "text",
    today: TODAY,
    last: utterance.last ?? null,
  };
}

function once(utterances: readonly Utterance[]): Utterance[] {
  return [...new Map(utterances.toReversed().map((one) => [identityOf(one), one])).values()].toReversed();
}

/** The same words mean another thing in another country or behind another entry. */
function identityOf(utterance: Utterance): string {
  return JSON.stringify([countryOf(utterance), utterance.text, utterance.last ?? null]);
}
