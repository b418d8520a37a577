import type { Pack } from "../packs/pack.ts";
import type { Cue, CueName } from "../tongues/tongue.ts";
import { TRAIT } from "../words/lexicon.ts";
import { isAt, keyAt, take, type Message } from "../words/message.ts";
import { phraseAt, phrases, type Phrases } from "../words/phrases.ts";
import { isA, tokenAt, written } from "../words/tokens.ts";
import type { Clause } from "./clauses.ts";
import {
  isCapitalAt,
  isNameWord,
  isPersonAt,
  isPlainWord,
  isPreposition,
  isThing,
  isTradeOfFirm,
  NAME_TOKENS_MAX,
  nameAt,
  type Place,
} from "./name.ts";

/** The other party of a movement: as written, where, and the category its trade suggests. */
export type Party = { name: string; from: number; to: number; category: string | null };

/** Verbs whose subject is the other one: «Juan me pagó», «me debe Juan». */
const THEIR_VERBS: ReadonlySet<CueName> = new Set([
  "earn",
  "refund",
  "owed",
  "borrow",
  "settle_in",
  "charged",
  "buy_on_credit",
]);
/** Verbs that have somebody at their end in any spelling: «le debo a juan». */
const TOWARDS: ReadonlySet<CueName> = new Set([
  "sell",
  "owe",
  "lend",
  "sell_on_credit",
  "settle_out",
  "spend",
  "buy",
  "earn",
  "owed",
]);

/** Finds the other party in a clause («le pagué a Juan» → Juan) and takes its tokens, the preposition before it included. */
export function counterpartyOf(
  message: Message,
  clause: Clause,
  read: { cue: Cue | null; said: Place | null },
): Party | null {
  const { cue, said } = read;
  const party =
    shop(message, clause) ??
    (cue && said && THEIR_VERBS.has(cue.name) ? subject(message, clause, said) : null) ??
    (cue && BEHIND.has(cue.name) ? behindAmount(message, clause) : null) ??
    (said && behindPreposition(message, clause, { cue, at: said.to })) ??
    everyPreposition(message, clause, cue) ??
    standing(message, clause);
  if (party) take(message, party, "name");
  return party;
}

/** Verbs of owing whose subject may stand last: «me deben 30 lucas la vecina», «me prestó 100 lucas mi hermano». */
const BEHIND: ReadonlySet<CueName> = new Set(["owed", "borrow", "buy_on_credit", "settle_in", "earn"]);

function behindAmount(message: Message, clause: Clause): Party | null {
  const at = clause.span.to;
  if (clause.span.to === clause.span.from || !isAt(message, at, TRAIT.article)) return null;
  const place = nameAt(message, at, clause.to);
  if (!place || isThing(message, place) || message.tongue.document_words.has(keyAt(message, place.from))) return null;
  return partyOf(message, { from: at, to: place.to }, place);
}

/** A shop everyone knows. */
function shop(message: Message, clause: Place): Party | null {
  for (let at = clause.from; at < clause.to; at++) {
    if (message.uses[at] !== "free" || !tokenAt(message.tokens, at).shop) continue;
    const hit = phraseAt(shopsOf(message.pack), message.tokens, { from: at, to: clause.to });
    if (!hit || !looksLikeShop(message, clause, at)) continue;
    const name = written(message, { from: at, to: hit.to });
    return { name, from: withPreposition(message, clause, at), to: hit.to, category: hit.means };
  }
  return null;
}

function looksLikeShop(message: Message, clause: Place, at: number): boolean {
  const { at: places, to, articles } = message.tongue.names;
  const before = keyAt(message, at - 1);
  return (
    tokenAt(message.tokens, at).capital ||
    at === clause.from ||
    message.uses[at - 1] === "cue" ||
    (message.tongue.dates.of.has(before) && message.tongue.document_words.has(keyAt(message, at - 2))) ||
    places.has(before) ||
    to.has(before) ||
    articles.has(before)
  );
}

const shopIndex = new Map<string, Phrases<string>>();

/** The shops of a country as phrases, each with the category of what it sells: Copec → combustible. */
export function shopsOf(pack: Pack): Phrases<string> {
  const known = shopIndex.get(pack.country);
  if (known) return known;
  const made = phrases<string>(Object.entries(pack.merchants).map(([name, category]) => [category, name]));
  if (Object.keys(pack.merchants).length > 0) shopIndex.set(pack.country, made);
  return made;
}

/** The name right before the verb or right behind it. */
function subject(message: Message, clause: Clause, said: Place): Party | null {
  const behind = nameAt(message, said.to, clause.to);
  // Behind the verb only what is surely somebody.
  const party = behind && partyOf(message, { from: said.to, to: behind.to }, behind);
  if (behind && isPersonAt(message, behind.from)) return party;
  return nameBefore(message, clause, said) ?? (behind && isSomeone(message, said, behind) ? party : null);
}

/** «Don Lucho me pagó …»: the words right before the verb. */
function nameBefore(message: Message, clause: Clause, said: Place): Party | null {
  let from = said.from;
  while (from > clause.from && said.from - from < NAME_TOKENS_MAX && isPartOfName(message, from - 1)) from--;
  while (from < said.from && !startsName(message, from)) from++;
  if (from === said.from) return null;
  const before = nameAt(message, from, said.from);
  return before && before.to === said.from ? partyOf(message, { from, to: before.to }, before) : null;
}

/** A word, or the point behind «Ltda.» and «ing.». */
function isPartOfName(message: Message, at: number): boolean {
  if (isNameWord(message, at)) return true;
  const { legal, titles } = message.tongue.names;
  return keyAt(message, at) === "." && (legal.has(keyAt(message, at - 1)) || titles.has(keyAt(message, at - 1)));
}

function startsName(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  if (isA(token, TRAIT.article) || isA(token, TRAIT.title)) return true;
  // «Lucas me debe …»: a name, though lucas is also money and who is spoken to.
  if (token.key === "lucas" && token.capital) return true;
  return !isA(token, TRAIT.filler) && !message.tongue.names.joins.has(token.key);
}

/** «me depositó la municipalidad»: one who did it, behind a verb in the singular, and nothing that is bought. */
function isSomeone(message: Message, said: Place, place: Place): boolean {
  if (!isAt(message, said.to, TRAIT.article) || place.to - place.from > 1) return false;
  if (message.tongue.document_words.has(keyAt(message, place.from))) return false;
  return SINGULAR.test(keyAt(message, said.to - 1)) && !isThing(message, place);
}

const SINGULAR = /(?:o|io|debe|paga|abona)$/;

/** «despacho a La Reina, pagado al Kevin»: right behind the verb it is surest, then the first that names somebody. */
function everyPreposition(message: Message, clause: Clause, cue: Cue | null): Party | null {
  for (let at = clause.from; at < clause.to - 1; at++) {
    const party = behindPreposition(message, clause, { cue, at });
    if (party) return party;
  }
  return null;
}

function behindPreposition(
  message: Message,
  clause: Clause,
  { cue, at }: { cue: Cue | null; at: number },
): Party | null {
  if (at >= clause.to - 1 || message.uses[at] !== "free" || !isPreposition(message, at)) return null;
  const place = nameAt(message, at + 1, clause.to);
  const led = place && isLedTo(message, { preposition: keyAt(message, at), place }, cue);
  return led ? partyOf(message, { from: at, to: place.to }, place) : null;
}

/** «a Juan», «le pagué a juan», «donde Rosa»: the preposition leads to somebody, not to a thing or a place in time. */
function isLedTo(message: Message, led: { preposition: string; place: Place }, cue: Cue | null): boolean {
  const { preposition, place } = led;
  const dative = preposition === "a" || preposition === "al";
  if (dative && cue && tokenAt(message.tokens, place.from).capital && !message.shouted) return true;
  if (isPersonAt(message, place.from) || AT_HOME_OF.has(preposition)) return isParty(message, preposition, place);
  return dative && cue !== null && TOWARDS.has(cue.name) && !isThing(message, place);
}

/** «donde Rosa». */
const AT_HOME_OF: ReadonlySet<string> = new Set(["donde", "onde"]);

/** «en Sodimac» is a party, «en Pan» is a thing with a capital. */
function isParty(message: Message, preposition: string, place: Place): boolean {
  if (isAt(message, place.from, TRAIT.title)) return true;
  return preposition === "donde" || !isThing(message, place) || place.to - place.from > 1;
}

/** A name that nothing leads to: «20 lucas Sodimac», «50 lucas Juan Pérez», «Beto 7», «don Iván 20». */
function standing(message: Message, clause: Clause): Party | null {
  for (let at = clause.from; at < clause.to; at++) {
    const token = tokenAt(message.tokens, at);
    if (message.uses[at] !== "free") continue;
    const capital = token.capital && token.text.length > 1 && !message.shouted && !isSentenceStart(message, at);
    const titled = isA(token, TRAIT.title) && isNamed(message, at + 1, clause.to);
    if (!capital && !isA(token, TRAIT.given) && !titled) continue;
    const place = nameAt(message, at, clause.to);
    if (place && (!isThing(message, place) || isShopName(message, place))) return partyOf(message, place, place);
  }
  return null;
}

/** «Ferretería El Clavo»: what it sells, and its name. */
function isShopName(message: Message, place: Place): boolean {
  const second = tokenAt(message.tokens, place.from + 1);
  return place.to - place.from > 1 && second.capital && isTradeOfFirm(message, place.from);
}

/** A title is followed by a name: «don Iván», «la señora rosa». */
function isNamed(message: Message, at: number, end: number): boolean {
  return at < end && isNameWord(message, at) && (isCapitalAt(message, at, end) || isPlainWord(message, at));
}

function isSentenceStart(message: Message, at: number): boolean {
  const before = tokenAt(message.tokens, at - 1);
  return before.kind === "mark" && !/^[,:/$(&]$/.test(before.text);
}

function withPreposition(message: Message, clause: Place, at: number): number {
  let start = at;
  while (start > clause.from && message.uses[start - 1] === "free" && isAt(message, start - 1, TRAIT.article)) start--;
  const joins = start > clause.from && message.uses[start - 1] === "free" && isPreposition(message, start - 1);
  return joins ? start - 1 : start;
}

function partyOf(message: Message, taken: Place, name: Place): Party {
  const text = written(message, name);
  return { name: text, from: taken.from, to: taken.to, category: null };
}
