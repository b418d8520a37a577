import { classify, type ClassifyRequest, type Reading } from "#language";
import { closedBy, type ClaimLine } from "#sii";
import { newestOf, type Open } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { claimsMeant } from "./claim-meant.ts";
import { courtesyFor } from "./manners.ts";
import { plainly } from "./plainly.ts";
import { refusalOf } from "./refuse.ts";

// Which of several documents is to be accepted or claimed: told, never guessed, for it is said for good.

type WhichClaim = Extract<Open, { kind: "which_claim" }>;

/** «la 2», «la de Molinos», «no» while it is asked which. False where the words say something of their own. */
export function answerWhichClaim(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestOf(mind.dialogue.open);
  if (open?.kind !== "which_claim" || item.about) return false;
  if (isAgreement(request.text)) return askAgain(mind, open);
  const reading = classify(request);
  if (refusalOf(request.text) !== null || reading.type === "no") return leave(mind, open);
  if (tellsOther(request.text, reading)) return false;
  const [line, ...more] = claimsMeant(open.lines, request);
  if (line && more.length === 0) return showClaim(mind, item, { open, line });
  return (more.length > 0 || isAbout(mind, { open, text: request.text })) && askAgain(mind, open);
}

/** A tapped row, `<document>`. */
export function chooseWhichClaim(mind: Mind, item: Heard, id: string): void {
  const open = mind.dialogue.open.find((each) => each.kind === "which_claim");
  const line = open?.kind === "which_claim" ? open.lines.find((each) => each.id === id) : undefined;
  if (open?.kind !== "which_claim" || !line) return void mind.parts.push({ part: "nothing_pending" });
  showClaim(mind, item, { open, line });
}

/** «sí» to «¿cuál?» names none of them, nor does «esa». */
function isAgreement(text: string): boolean {
  return AGREEMENT.test(plainly(text));
}

const AGREEMENT =
  /^(?:(?:si+|sip|sipo|yes|ya|yapo|ok|okey|okay|oka|dale|bueno|claro|vale|listo|bien|perfecto|correcto|exacto|obvio|confirmo|confirmar|hazlo|adelante|de acuerdo|asi es|esa|ese|eso|esta|este|misma|mismo|po|pues|porfa|por favor|lucas)(?: |$))+$/;

/** A sale, a question, a greeting, thanks: no answer to «¿cuál?». */
function tellsOther(text: string, { type, movements, needs_clarification }: Reading): boolean {
  if (type === "saludo" || type === "ayuda" || courtesyFor(text) !== "off_topic") return true;
  if (type === "consulta") return text.includes("?") || !THE_ONE_THAT.test(plainly(text));
  if (movements.some(({ evidence }) => evidence.some(({ field }) => field === "type"))) return true;
  return movements.length > 0 && !needs_clarification;
}

const THE_ONE_THAT = /^(?:la|el|esa|ese) (?:que|mas|de) /;

/** Longer words tell something of their own. */
const ABOUT_WORDS_MAX = 6;

/** Of something short that tells nothing the question stands; once something else was booked it must begin as an answer. */
function isAbout({ dialogue }: Mind, { open, text }: { open: WhichClaim; text: string }): boolean {
  const said = plainly(text);
  if (text.includes("?") || said.split(" ").length > ABOUT_WORDS_MAX) return false;
  return (dialogue.last?.at ?? 0) <= open.at || POINTING.test(said);
}

const POINTING = /^(?:la|el|esa|ese|esta|este|de|del|factura|folio|numero|n) /;

/** One of which nothing may be said any more is told so, and nothing is asked. */
function showClaim(mind: Mind, { at }: Heard, { open, line }: { open: WhichClaim; line: ClaimLine }): true {
  const { actions } = open;
  close(mind, open);
  if (closedBy(line) === null) mind.dialogue.open.push({ kind: "claim", line, actions, at });
  mind.parts.push({ part: "claim_asked", line, actions });
  return true;
}

function askAgain(mind: Mind, { lines, beyond }: WhichClaim): true {
  mind.parts.push({ part: "which_claim", lines, beyond: beyond ?? 0 });
  return true;
}

function leave(mind: Mind, open: WhichClaim): true {
  close(mind, open);
  mind.parts.push({ part: "left_as_is" });
  return true;
}

function close(mind: Mind, open: WhichClaim): void {
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open);
}
