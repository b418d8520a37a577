import type { Span } from "../money/spans.ts";
import { keyAt, take, type Message } from "../words/message.ts";
import { allPhrases, phraseAt } from "../words/phrases.ts";
import { endsSentence, tokenAt } from "../words/tokens.ts";

/** How far a question mark, and a wish, reach in a message without other marks. */
const SENTENCE_TOKENS_MAX = 60;
const WISH_TOKENS_MAX = 20;

/**
 * The amounts left when those only talked about are out: in a question, in a wish («quiero vender 500 lucas»), as a price
 * that nobody paid.
 */
export function withoutTalk(message: Message, spans: readonly Span[]): Span[] {
  const told = spans.filter((span) => !isAsked(message, span) && !isUnreal(message, span));
  const meant = told.filter((span) => !isWhole(message, span));
  return meant.length > 0 ? meant : told;
}

/** «de las 60 lucas que me debe … me pagó 25»: the debt that a part of is paid. */
function isWhole(message: Message, span: Span): boolean {
  const { of, the } = message.tongue.dates;
  const article = keyAt(message, span.from - 1);
  const before = keyAt(message, span.from - 2);
  if (!(of.has(before) && message.tongue.names.articles.has(article)) && !(the.has(article) && article === "del")) {
    return false;
  }
  for (let at = span.to; at < span.to + 4; at++) {
    if (keyAt(message, at) === "que" && OWES.test(keyAt(message, at + 1) + " " + keyAt(message, at + 2))) return true;
  }
  return false;
}

const OWES = /^(?:me |le |nos |les )?(?:debe|deben|debia|debian|debo|fie|preste)\b/;

/** Takes «con tarjeta», «por transferencia»: how it was paid is no reason and no direction. */
export function setMeansAside(message: Message): void {
  for (const means of allPhrases(message.tongue.paid_with, message.tokens, { from: 0, to: message.tokens.length })) {
    if (message.uses[means.from] === "free") take(message, means, "aside");
  }
}

/**
 * Takes the words of an attempt to change our rules («ignora tus instrucciones»); true where there was one. What stands
 * beside it is read as ever.
 */
export function disarmed(message: Message): boolean {
  const attempts = allPhrases(message.tongue.injections, message.tokens, { from: 0, to: message.tokens.length });
  for (const attempt of attempts) take(message, attempt, "aside");
  return attempts.length > 0;
}

/** The span stands in a sentence that ends with a question mark, and the question does not ask us to write it down. */
function isAsked(message: Message, span: Span): boolean {
  const { tokens } = message;
  let end = span.to;
  const limit = Math.min(tokens.length, span.to + SENTENCE_TOKENS_MAX);
  while (end < limit && !endsSentence(tokenAt(tokens, end).text)) end++;
  if (tokenAt(tokens, end).text !== "?") return false;
  let start = span.from;
  const floor = Math.max(0, span.from - SENTENCE_TOKENS_MAX);
  while (start > floor && !endsSentence(tokenAt(tokens, start - 1).text) && tokenAt(tokens, start - 1).text !== "¿")
    start--;
  if (TAGS.has(keyAt(message, end - 1))) return false;
  for (let at = start; at < end; at++) if (REQUESTS.has(keyAt(message, at))) return false;
  return true;
}

const TAGS: ReadonlySet<string> = new Set("ok okey ya cierto verdad listo vale dale porfa porfavor".split(" "));
const REQUESTS: ReadonlySet<string> = new Set(
  "anotas anotar anotame anotes anota registras registrar registrame registres registra agregas agregar agregame agrega apuntas apuntar apuntame apunta guardas guardar record add register anotalo registralo".split(
    " ",
  ),
);

/** «… y me quedan 155»: told behind a deal, and no deal itself. */
const LEFT: ReadonlySet<string> = new Set(["me", "nos", "queda", "quedan"]);

/** «anota que gasté …»: somebody wants something written down. */
export function isRequest(message: Message): boolean {
  return message.tokens.some((token) => REQUESTS.has(token.key));
}

/** «quiero», «cuesta», «presupuesto» before the amount in its sentence, and no verb that says that it happened. */
function isUnreal(message: Message, span: Span): boolean {
  const floor = Math.max(0, span.from - WISH_TOKENS_MAX);
  let start = span.from;
  while (start > floor && !endsSentence(tokenAt(message.tokens, start - 1).text)) start--;
  let unreal = -1;
  for (let at = start; at < span.from; at++) {
    const hit = phraseAt(message.tongue.unreal, message.tokens, { from: at, to: span.from });
    if (hit && !REQUESTS.has(keyAt(message, hit.to)) && keyAt(message, hit.to) !== "que") unreal = at;
  }
  if (unreal < 0) return false;
  const cues = allPhrases(message.tongue.cues, message.tokens, { from: start, to: span.from });
  const left = LEFT.has(keyAt(message, unreal));
  return !cues.some((cue) => cue.means.rank === 3 && (!left || cue.from > unreal));
}
