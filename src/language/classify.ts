import { clausesOf, cuesOf, type Clause } from "./clauses.ts";
import { commandOf } from "./commands.ts";
import { correctionOf, type Correction } from "./correction.ts";
import type { DateSpan } from "./date-span.ts";
import { dateSpans } from "./dates.ts";
import type { Direction } from "./direction.ts";
import { messageOf, type Message } from "./message.ts";
import { moneySpans, type Span } from "./money.ts";
import { draftOf, type Draft } from "./movement.ts";
import { setAside } from "./not-money.ts";
import type { Found } from "./phrases.ts";
import { nothing, propose } from "./propose.ts";
import { packOf } from "./packs/pack-of.ts";
import type { TongueName } from "./packs/pack.ts";
import { isQuestion, queryBy, queryOf } from "./query.ts";
import type { Classify, ClassifyRequest, Reading } from "./reading.ts";
import { settle } from "./settle.ts";
import { disarmed, setMeansAside, withoutTalk } from "./talk.ts";
import type { Command, Cue } from "./tongues/tongue.ts";
import { shown, wordingOf } from "./wording.ts";

/** Longer messages are read up to here; a payload may be longer than any sentence about money. */
export const TEXT_CHARS_MAX = 4_096;

/** More amounts than anyone tells in one message: a pasted list is asked for in parts. */
const AMOUNTS_MAX = 60;
/** Three numbers to an amount (a count, a date) are common, more are a table. */
const NUMBERS_MAX = 3 * AMOUNTS_MAX;

const SURE = 0.97;
const UNKNOWN = 0.9;

/** Words → proposal. It books, asks or answers, and never guesses an amount. Spanish is understood everywhere. */
export const classify: Classify = (request) => {
  const { tongue } = packOf(request.country);
  const reading = readIn(tongue, request);
  if (tongue === "es" || !isNothing(reading)) return reading;
  const spanish = readIn("es", request);
  return isNothing(spanish) ? reading : spanish;
};

function isNothing(reading: Reading): boolean {
  return reading.type === "otro" && reading.movements.length === 0 && !reading.needs_clarification;
}

function readIn(spoken: TongueName, request: ClassifyRequest): Reading {
  const text = request.text.slice(0, TEXT_CHARS_MAX);
  const message = messageOf(text, request.country, { today: request.today, spoken });
  if (message.tokens.filter((token) => token.kind === "number").length > NUMBERS_MAX) return tooMany(message);
  const command = commandOf(message);
  if (command) return courtesy(command);
  const correction = correctionOf(message, request.last);
  if (correction) return corrected(message, correction);
  return told(message, request);
}

function courtesy(command: Command): Reading {
  switch (command) {
    case "borrar":
      return { ...nothing("correccion", SURE), patch: { delete: true } };
    case "gracias":
    case "despedida":
      return nothing("otro", SURE);
    default:
      return nothing(command, SURE);
  }
}

function corrected(message: Message, correction: Correction): Reading {
  const { pack } = message;
  const base = { ...nothing("correccion", SURE), patch: correction.patch };
  if (correction.asks) {
    return {
      ...base,
      needs_clarification: true,
      asks: correction.asks,
      question: wordingOf(pack).change,
      confidence: 0.5,
    };
  }
  if (correction.readings.length === 0) return base;
  const labels = correction.readings.map((reading) => shown(reading, correction.currency, pack));
  return {
    ...base,
    needs_clarification: true,
    asks: "which_amount",
    question: wordingOf(pack).which(labels),
    options: correction.readings.map((reading, i) => ({ label: labels[i] ?? "", amount_minor: reading })),
    confidence: 0.5,
  };
}

/** A message that tells of money, asks about it, or speaks of something else. */
function told(message: Message, request: ClassifyRequest): Reading {
  const attack = disarmed(message);
  setAside(message);
  const dates = dateSpans(message);
  const candidates = moneySpans(message);
  if (candidates.length > AMOUNTS_MAX) return tooMany(message);
  const spoken = withoutTalk(message, candidates);
  const amounts = settle(message, spoken);
  setMeansAside(message);
  const cues = cuesOf(message);
  if (amounts.length === 0)
    return withoutAmount(message, { dates, cues, attack, talked: candidates.length > spoken.length });
  const drafts = draftsOf(message, clausesOf(message, amounts, cues), dates);
  const meant = attack ? drafts.filter((draft) => draft.open !== "direction" && draft.confidence > 0.8) : drafts;
  if (meant.length === 0 || isSmallTalk(message, amounts, meant)) return withoutMovement(message, attack);
  if (request.last?.state === "pending_confirmation" && isOnlyAmount(message, amounts))
    return replaced(request, amounts);
  return propose(message.pack, meant);
}

function tooMany(message: Message): Reading {
  return { ...nothing("otro", 0.5), needs_clarification: true, question: wordingOf(message.pack).many };
}

function draftsOf(message: Message, clauses: readonly Clause[], dates: readonly DateSpan[]): Draft[] {
  let carried: Direction | null = null;
  return clauses.map((clause) => {
    const { draft, direction } = draftOf(message, clause, { dates, carried });
    carried = direction ?? carried;
    return draft;
  });
}

/** Bare numbers beside words that tell of no money: «nos vemos el martes, somos 5». */
function isSmallTalk(message: Message, amounts: readonly Span[], drafts: readonly Draft[]): boolean {
  if (drafts.some((draft) => draft.open !== "direction" && draft.movement.evidence.some((one) => one.field === "type")))
    return false;
  const undirected = drafts.every((draft) =>
    draft.movement.evidence.every((one) => one.field !== "type" && one.field !== "category"),
  );
  return undirected && !amounts.some((span) => span.marked || span.grouped) && !isOnlyAmount(message, amounts);
}

function isOnlyAmount(message: Message, amounts: readonly Span[]): boolean {
  if (amounts.length !== 1) return false;
  return message.tokens.every(
    (token, at) => token.kind === "mark" || message.uses[at] === "money" || message.tongue.fillers.has(token.key),
  );
}

/** A bare amount while an entry waits for its confirmation replaces the amount of that entry. */
function replaced(request: ClassifyRequest, amounts: readonly Span[]): Reading {
  const message = messageOf(`eran ${request.text}`, request.country, { today: request.today });
  const correction = correctionOf(message, request.last);
  return correction ? corrected(message, correction) : propose(message.pack, amounts.map(asDraft(message)));
}

function asDraft(message: Message): (span: Span) => Draft {
  return (span) =>
    draftOf(message, { from: span.from, to: span.to, span, cues: [] }, { dates: [], carried: null }).draft;
}

type Heard = { dates: readonly DateSpan[]; cues: readonly Found<Cue>[]; attack: boolean; talked: boolean };

/** No amount: a question about the books, a movement whose amount is still to come, or something else. */
function withoutAmount(message: Message, heard: Heard): Reading {
  const verb = heard.cues.find((cue) => cue.means.rank === 3);
  const asks = isQuestion(message) || heard.talked;
  if (verb && !asks && !heard.attack) return openMovement(message, heard);
  const own = withoutMovement(message, heard.attack);
  if (own.type === "consulta" || !verb || heard.attack) return own;
  // «¿gasté 20 lucas en pan?»: the verb of a question names the figure that it asks for.
  return heard.talked && isQuestion(message)
    ? { ...nothing("consulta", 0.85), query: queryBy(message, verb.means) }
    : own;
}

function withoutMovement(message: Message, attack: boolean): Reading {
  const query = attack ? null : queryOf(message);
  return query ? { ...nothing("consulta", SURE), query } : nothing("otro", UNKNOWN);
}

function openMovement(message: Message, heard: Heard): Reading {
  const end = message.tokens.length;
  const span: Span = {
    from: end,
    to: end,
    currency: message.pack.currency,
    amount_minor: null,
    readings: [],
    marked: false,
    grouped: false,
    coefficient: 0,
    scale: 1,
    spoken: false,
  };
  const { draft } = draftOf(
    message,
    { from: 0, to: end, span, cues: [...heard.cues] },
    { dates: heard.dates, carried: null },
  );
  return draft.movement.evidence.some((one) => one.field === "type")
    ? propose(message.pack, [draft])
    : nothing("otro", UNKNOWN);
}
