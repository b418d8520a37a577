import type { DateSpan } from "./dates/span.ts";
import { expenseCategory } from "./dealings/category.ts";
import { draftOf } from "./dealings/movement.ts";
import { nothing, propose, SURE, UNKNOWN } from "./dealings/propose.ts";
import { unsaidAt } from "./money/spans.ts";
import type { Reading } from "./reading.ts";
import { asksHelp, asksHow } from "./talk/commands.ts";
import { asksPrice, HOW_MUCH, isQuestion, queryBy, queryOf, saysFigure } from "./talk/query.ts";
import { isRequest } from "./talk/unreal.ts";
import type { Cue } from "./tongues/tongue.ts";
import { keyAt, type Message } from "./words/message.ts";
import type { Found } from "./words/phrases.ts";

export type Heard = { dates: readonly DateSpan[]; cues: readonly Found<Cue>[]; attack: boolean; talked: boolean };

/** No amount: a question about the books, a movement whose amount is still to come, or something else. */
export function withoutAmount(message: Message, heard: Heard): Reading {
  const own = heard.talked && !isQuestion(message) ? nothing("otro", UNKNOWN) : withoutMovement(message, heard.attack);
  if (heard.attack) return own;
  if (wantsHelp(message, { heard, own })) return nothing("ayuda", SURE);
  const verb = heard.cues.find((cue) => cue.means.rank === 3) ?? boughtThing(message, heard.cues);
  if (verb && isToCome(message, verb, { heard, own })) return openMovement(message, heard);
  if (own.type === "consulta" || !isQuestion(message)) return own;
  // «¿gasté 20 lucas en pan?», «¿cuánto le he pagado a Juan?»: the verb of a question names the figure that it asks for.
  const asked = asksFigure(message, verb) ? (verb ?? heard.cues[0]) : undefined;
  return asked ? { ...nothing("consulta", 0.85), query: queryBy(message, asked.means) } : own;
}

function wantsHelp(message: Message, { heard, own }: { heard: Heard; own: Reading }): boolean {
  return asksHow(message) || (own.type === "otro" && !heard.talked && asksHelp(message, heard.cues));
}

/** A verb tells a deal whose amount is still to come: no question, no talk, no time spent, no figure of the books. */
function isToCome(message: Message, verb: Found<Cue>, { heard, own }: { heard: Heard; own: Reading }): boolean {
  if (isQuestion(message) || heard.talked || isTimeSpent(message, heard.cues)) return false;
  const booked = verb.means.name === "settle_out" || isRequest(message);
  return booked || own.type !== "consulta" || !saysFigure(message);
}

/** «¿cuánto …?», or a verb that tells a deal before a question mark; «¿le acomoda el jueves?» asks nothing of us. */
function asksFigure(message: Message, verb: Found<Cue> | undefined): boolean {
  if (asksPrice(message)) return false;
  if (message.tokens.some((token) => HOW_MUCH.has(token.key)) || WHO.test(keyAt(message, 0))) return true;
  return verb !== undefined && message.tokens.slice(verb.to).some((token) => token.text === "?");
}

const WHO = /^(?:quien|quem|who)$/;

/** «gasté 2 horas en la fila», «me costó 4 días»: time, and no money. */
function isTimeSpent(message: Message, cues: readonly Found<Cue>[]): boolean {
  return cues.some((cue) => {
    if (!TIME_VERBS.test(keyAt(message, cue.to - 1))) return false;
    const behind = message.tokens.slice(cue.to, cue.to + TIME_REACH_TOKENS);
    const unit = behind.findIndex((token, i) => TIMES.test(token.key) && message.uses[cue.to + i] !== "date");
    return behind.slice(0, Math.max(unit, 0)).some((token) => token.kind === "number" || token.word.number > 0);
  });
}

const TIME_VERBS = /^(?:gast|perd|cost|invert|demor|llev|ocup|spent|lost|took|levou)/;
const TIMES = /^(?:horas?|minutos?|segundos?|dias?|ratos?|noches?|tardes?|hours?|minutes?|days?|nights?)$/;
const TIME_REACH_TOKENS = 4;

/** «eché bencina»: a verb of many uses beside a thing that people buy. */
function boughtThing(message: Message, cues: readonly Found<Cue>[]): Found<Cue> | undefined {
  const thing = expenseCategory(message, 0, message.tokens.length);
  const spent = ({ means, from }: Found<Cue>) =>
    means.rank === 1 && means.type === "egreso" && !LEAVES.test(keyAt(message, from));
  return thing ? cues.find(spent) : undefined;
}

/** «el bus sale a las 7»: it leaves; «me salió» has its own first word. */
const LEAVES = /^sal(?:e|io|ieron)$/;

export function withoutMovement(message: Message, attack: boolean): Reading {
  const query = attack ? null : queryOf(message);
  return query ? { ...nothing("consulta", SURE), query } : nothing("otro", UNKNOWN);
}

function openMovement(message: Message, heard: Heard): Reading {
  const end = message.tokens.length;
  const clause = { from: 0, to: end, span: unsaidAt(end, message.pack.currency), cues: [...heard.cues] };
  const { draft } = draftOf(message, clause, { dates: heard.dates, carried: null });
  return draft.movement.evidence.some((one) => one.field === "type")
    ? propose(message.pack, [draft])
    : nothing("otro", UNKNOWN);
}
