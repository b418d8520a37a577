import type { CivilDate } from "#kernel";
import type { Pack, TongueName } from "../packs/pack.ts";

// What this room says where it has a model's word and not the person's.

export type GapWords = {
  yes: string;
  no: string;
  debt: string;
  /** «¿Anoto un gasto de $5.000 en pan?»; `what` is a piece of the message. */
  expense: (amount: string, what: string | null) => string;
  income: (amount: string, what: string | null) => string;
  which: (first: string, second: string) => string;
  day: (date: CivilDate) => string;
};

const SPANISH: GapWords = {
  yes: "Sí",
  no: "No",
  debt: "Deuda",
  expense: (amount, what) => (what ? `¿Anoto un gasto de ${amount} en ${what}?` : `¿Anoto un gasto de ${amount}?`),
  income: (amount, what) => (what ? `¿Anoto un ingreso de ${amount} por ${what}?` : `¿Anoto un ingreso de ${amount}?`),
  which: (first, second) => `¿Cuál anoto: ${first} o ${second}?`,
  day: (date) => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`,
};

const PORTUGUESE: GapWords = {
  yes: "Sim",
  no: "Não",
  debt: "Dívida",
  expense: (amount, what) => (what ? `Anoto um gasto de ${amount} com ${what}?` : `Anoto um gasto de ${amount}?`),
  income: (amount, what) => (what ? `Anoto uma entrada de ${amount} por ${what}?` : `Anoto uma entrada de ${amount}?`),
  which: (first, second) => `Qual anoto: ${first} ou ${second}?`,
  day: SPANISH.day,
};

const ENGLISH: GapWords = {
  yes: "Yes",
  no: "No",
  debt: "Debt",
  expense: (amount, what) => `Shall I book an expense of ${amount}${what ? ` for ${what}` : ""}?`,
  income: (amount, what) => `Shall I book income of ${amount}${what ? ` for ${what}` : ""}?`,
  which: (first, second) => `Which one shall I book: ${first} or ${second}?`,
  day: (date) => date,
};

const WORDS: Readonly<Record<TongueName, GapWords>> = { es: SPANISH, pt: PORTUGUESE, en: ENGLISH };

/** These words in the language of a country: «¿Anoto un gasto de $5.000 en pan?» for Chile. */
export function gapWordsOf({ tongue }: Pack): GapWords {
  return WORDS[tongue];
}
