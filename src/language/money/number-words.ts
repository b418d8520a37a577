import type { NumberWords } from "../tongues/tongue.ts";
import { tokenAt, type Token } from "../words/tokens.ts";

export type SmallNumber = { value: number; to: number };

/**
 * A number below a thousand in words: «trescientos cuarenta y siete», «treintaicinco», «dos cientos», «treinta y 3».
 * Null where none starts. «un» and «una» are articles and no numbers here.
 */
export function readSmallNumber(words: NumberWords, tokens: readonly Token[], at: number): SmallNumber | null {
  const first = valueAt(tokens, at);
  if (first === null) return null;
  if (first < 10 && words.hundreds.has(tokenAt(tokens, at + 1).key)) {
    return withTail(words, tokens, { value: first * 100, to: at + 2 });
  }
  if (first >= 100) return withTail(words, tokens, { value: first, to: at + 1 });
  return withUnit(words, tokens, { value: first, to: at + 1 });
}

/** Tens and units behind the hundreds. */
function withTail(words: NumberWords, tokens: readonly Token[], hundreds: SmallNumber): SmallNumber {
  const and = tokenAt(tokens, hundreds.to).key === words.and && words.and !== "y" ? 1 : 0;
  const next = valueAt(tokens, hundreds.to + and);
  if (next === null || next >= 100) return hundreds;
  return withUnit(words, tokens, { value: hundreds.value + next, to: hundreds.to + and + 1 });
}

/** «y» and a unit behind round tens. */
function withUnit(words: NumberWords, tokens: readonly Token[], tens: SmallNumber): SmallNumber {
  const below = tens.value % 100;
  // «diez y seis» is written too.
  if (below !== 10 && (below < 20 || below % 10 !== 0)) return tens;
  const joined = tokenAt(tokens, tens.to).key === words.and || tokenAt(tokens, tens.to).text === "-";
  const at = joined ? tens.to + 1 : tens.to;
  const unit = below === 10 && !joined ? null : unitAt(words, tokens, { at, joined });
  return unit === null ? tens : { value: tens.value + unit, to: at + 1 };
}

function unitAt(words: NumberWords, tokens: readonly Token[], place: { at: number; joined: boolean }): number | null {
  const { at, joined } = place;
  const token = tokenAt(tokens, at);
  if (joined && words.one.has(token.key)) return 1;
  // Only behind «y» may the unit be a digit («treinta y 3»), and in Spanish it never follows without one.
  if (joined && token.kind === "number" && token.text.length === 1) return Number(token.text);
  const value = valueAt(tokens, at);
  return value !== null && value < 10 && (joined || words.and !== "y") ? value : null;
}

function valueAt(tokens: readonly Token[], at: number): number | null {
  const { number } = tokenAt(tokens, at).word;
  return number === 0 ? null : number;
}
