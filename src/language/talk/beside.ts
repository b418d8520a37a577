import { cuesIn, verbsIn } from "../dealings/cue.ts";
import { TAKEN_BACK } from "../money/settle.ts";
import { isBare, type Span } from "../money/spans.ts";
import { TRAIT } from "../words/lexicon.ts";
import { isAt, isStrange, keyAt, take, type Message } from "../words/message.ts";
import { allPhrases, phraseAt, type Found } from "../words/phrases.ts";
import { isA, tokenAt, type Range } from "../words/tokens.ts";

/** How far what leads to a figure may stand before it. */
const LEAD_REACH_TOKENS = 6;

/**
 * The figures of the deals themselves, without those told beside one: what is left («quedan 60»), what was asked or owed
 * before («él pedía 220»), what others take («la competencia cobra 90»), the change («6.800 de vuelto») and the note it
 * came from, how many we were («éramos 10»), the terms of a sum that has its result («2 x 1.990 = 3.980»). All of them
 * where nothing else is left.
 * @param talked other figures of the message have been told apart as talk
 */
export function withoutBeside(message: Message, spans: readonly Span[], talked: boolean): Span[] {
  if (spans.length < 2) return [...spans];
  const results = withoutTerms(message, spans);
  const dealt = orAll(withoutFollowers(message, results), results);
  // «fui con 50 lucas, gasté 32, me quedaron 18»: what is left is left of what was carried.
  const paid = talked || dealt.length < results.length ? dealt.filter((span) => !isCarried(message, span)) : dealt;
  const own = orAll(paid, dealt);
  const told = orAll(
    own.filter((span) => !isStated(message, span, own)),
    own,
  );
  const sums = told.filter((span) => !isBare(span));
  const sure = sums.filter((span) => isGoverned(message, span, sums));
  if (sure.length === 0) return told;
  return told.map((span) =>
    !isBare(span) && !sure.includes(span) && isLoose(message, span, sums) ? { ...span, loose: true } : span,
  );
}

/** A verb of a deal leads to it, with no mark between: «pagué 52.000», «me pagó la señora 900 pesos». */
function isGoverned(message: Message, span: Span, spans: readonly Span[]): boolean {
  const part = { from: startOfPart(message, span, spans), to: span.from };
  return cuesIn(message, part).length > 0;
}

/**
 * «como llevé hartas me las dejaron a 5.200 y pagué 52.000»: beside an amount that its verb tells, one that stands among
 * words we do not know, and is asked about. Who lists deals says little more than what and how much.
 */
function isLoose(message: Message, span: Span, sums: readonly Span[]): boolean {
  let strange = 0;
  for (let at = span.from - 1; at >= 0 && !isMark(message, at) && !sums.some((one) => one.to === at + 1); at--) {
    const token = tokenAt(message.tokens, at);
    if (isA(token, TRAIT.separator)) break;
    if (isStrange(message, at)) strange++;
  }
  return strange > STRANGE_MAX;
}

/** Words we do not know in an item of a list: «a aguas andinas 21.700». */
const STRANGE_MAX = 1;

/** «pedían 12 lucas y por la de papas 15»: what is only listed behind a figure told beside is told beside as well. */
function withoutFollowers(message: Message, spans: readonly Span[]): Span[] {
  let beside = false;
  let end = 0;
  return spans.filter((span) => {
    const follows = beside && isBare(span) && cuesIn(message, { from: end, to: span.from }).length === 0;
    beside = follows || isBeside(message, span, spans);
    end = span.to;
    return !beside;
  });
}

function orAll(some: Span[], all: Span[]): Span[] {
  return some.length > 0 ? some : all;
}

/** What stands right before an equals sign is worked out behind it: «pan 5.000; 2 x 1.990 = 3.980». */
function withoutTerms(message: Message, spans: readonly Span[]): Span[] {
  const equals = message.tokens.findLastIndex((token, at) => token.text === "=" || isSum(message, at));
  const result = equals < 0 ? undefined : spans.find((span) => span.from === equals + 1);
  if (!result) return [...spans];
  let start = equals;
  while (start > 0 && !isMark(message, start - 1) && !isAt(message, start - 1, TRAIT.separator)) start--;
  return spans.filter((span) => span.to <= start || span.from > equals);
}

/** «5 a 4.500 que son 22.500» */
function isSum(message: Message, at: number): boolean {
  return keyAt(message, at - 1) === "que" && /^(?:son|da|dan|suman|eran)$/.test(keyAt(message, at));
}

function isBeside(message: Message, span: Span, spans: readonly Span[]): boolean {
  const { beside } = message.tongue.talk;
  const end = message.tokens.length;
  if (phraseAt(beside, message.tokens, { from: span.to, to: end })?.means === "behind") return true;
  const part = { from: startOfPart(message, span, spans), to: span.from };
  if (isRest(message, part)) return true;
  // «antes de ayer» is a day.
  const leads = allPhrases(beside, message.tokens, part).filter((one) => !isDayBefore(message, one.from));
  const lead = leads.findLast((one) => one.means === "figure" || (one.means === "count" && isBare(span)));
  if (leads.some((one) => one.means === "habit")) return true;
  return lead !== undefined && !isOverruled(message, span, lead);
}

function isDayBefore(message: Message, at: number): boolean {
  return keyAt(message, at) === "antes" && keyAt(message, at + 1) === "de";
}

/** «la multa era de 15.000», beside a figure that was paid: what something is, was or costs. */
function isStated(message: Message, span: Span, spans: readonly Span[]): boolean {
  const part = { from: startOfPart(message, span, spans), to: span.from };
  const state = allPhrases(message.tongue.talk.beside, message.tokens, part).findLast((one) => one.means === "state");
  if (state === undefined || isOverruled(message, span, state) || isCapital(message, state.from)) return false;
  if (COPULAS.has(keyAt(message, state.from)) && !hasSubject(message, part, state)) return false;
  // «… no, perdón, fueron veinte» takes back what was said before.
  if (message.tokens.slice(part.from, part.to).some((token) => TAKEN_BACK.has(token.key))) return false;
  return spans.some((one) => one !== span && !isBare(one) && isPaid(message, one));
}

/** «le aboné 70 lucas, le quedo debiendo 130»: what is left of a debt that was paid in part. */
function isRest(message: Message, part: Range): boolean {
  const owing = verbsIn(message, part).at(-1)?.means;
  if (owing?.name !== "owe" && owing?.name !== "owed") return false;
  return verbsIn(message, { from: 0, to: part.from }).some(
    ({ means: { name } }) => name === "settle_in" || name === "settle_out",
  );
}

/** The words before a figure that no mark and no other figure parts from it. */
function startOfPart(message: Message, span: Span, spans: readonly Span[]): number {
  const floor = Math.max(0, span.from - LEAD_REACH_TOKENS);
  let start = span.from;
  while (start > floor && !isMark(message, start - 1) && !spans.some((one) => one.to === start)) start--;
  return start;
}

function isMark(message: Message, at: number): boolean {
  const { kind, text } = tokenAt(message.tokens, at);
  return kind === "mark" && !/^[$"*×]$/.test(text);
}

/** A verb of a deal behind what leads to the figure, or a longer one over it: «me quedó debiendo 20», «antes pagué 20». */
function isOverruled(message: Message, span: Span, lead: Found<unknown>): boolean {
  const around = { from: Math.max(0, lead.from - 1), to: span.from };
  return cuesIn(message, around).some(
    (cue) => (cue.to > lead.to && cue.means.rank === 3) || (cue.to === lead.to && cue.from < lead.from),
  );
}

/** «Fran 18 lucas, Vale 25»: somebody. */
function isCapital(message: Message, at: number): boolean {
  return tokenAt(message.tokens, at).capital && !message.shouted && at > 0;
}

const COPULAS: ReadonlySet<string> = new Set("es son fue fueron salio is was were foi foram e sao".split(" "));

/** «la multa era de 15.000», not «fueron 15.000»: something else is what it is of. */
function hasSubject(message: Message, part: Range, state: Range): boolean {
  for (let at = part.from; at < state.from; at++) {
    const token = tokenAt(message.tokens, at);
    if (token.kind === "word" && token.key.length > 2 && !NO_SUBJECTS.has(token.key)) return true;
  }
  return false;
}

const NO_SUBJECTS: ReadonlySet<string> = new Set(
  "los las the and pero que mas also mais nos les eso esto todo total".split(" "),
);

/** A verb of a deal stands before it. */
function isPaid(message: Message, span: Span): boolean {
  return cuesIn(message, { from: 0, to: span.from }).length > 0;
}

/** «con 50 lucas», «de las 100 lucas que tenía». */
function isCarried(message: Message, span: Span): boolean {
  const article = isAt(message, span.from - 1, TRAIT.article) ? 1 : 0;
  const before = keyAt(message, span.from - 1 - article);
  return before === "con" || before === "com" || before === "with" || (before === "de" && article === 1);
}

/** Takes «me quedan 40 en la billetera»: a part behind the deals that tells of none is what none of them was for. */
export function setBesideAside(message: Message, candidates: readonly Span[], dealt: readonly Span[]): void {
  const last = dealt.at(-1);
  if (!last || candidates.length === dealt.length) return;
  for (const span of candidates) {
    if (span.from < last.to || message.uses[span.from] !== "free") continue;
    let [from, to] = [span.from, span.to];
    while (from > last.to && !isMark(message, from - 1)) from--;
    while (to < message.tokens.length && !isMark(message, to)) to++;
    if (from > last.to && cuesIn(message, { from, to }).length === 0) take(message, { from, to }, "aside");
  }
}
