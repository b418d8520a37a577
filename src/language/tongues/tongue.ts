import type { DebtDirection, Metric, MovementType } from "../reading.ts";
import type { Phrases } from "../words/phrases.ts";

/** What a verb or a noun says about a movement. */
export type Cue = {
  name: CueName;
  type: MovementType;
  direction: DebtDirection | null;
  /** past: it happened. present: it happens or is a noun. future: it is still owed. */
  tense: "past" | "present" | "future";
  /** 3: a verb that says it alone. 2: a noun. 1: a verb of many uses that counts only beside an amount. */
  rank: 1 | 2 | 3;
};

/** What kind of dealing it is: the concept is worded by it where the person named none. */
export type CueName =
  | "spend"
  | "buy"
  | "charged"
  /** Robbed or lost: nothing was bought. */
  | "lose"
  | "sell"
  | "earn"
  | "refund"
  | "owe"
  | "borrow"
  | "owed"
  | "lend"
  | "sell_on_credit"
  | "buy_on_credit"
  | "settle_out"
  | "settle_in"
  | "move"
  | "draw";

export type DateWord =
  | { kind: "day"; offset: number }
  | { kind: "week"; offset: number }
  | { kind: "month"; offset: number }
  | { kind: "month_end" }
  /** «a fines de» before the name of a month. */
  | { kind: "end_of_named" }
  | { kind: "weekend" }
  /** «para navidad»; the same day every year. */
  | { kind: "holiday"; month: number; day: number }
  | { kind: "mid_month" }
  | { kind: "next_month_start" };

export type DateWords = {
  words: Phrases<DateWord>;
  months: Readonly<Record<string, number>>;
  /** Monday is 1. */
  weekdays: Readonly<Record<string, number>>;
  /** «hace» before a span of time. */
  ago_before: ReadonlySet<string>;
  /** «ago», «atrás» after it. */
  ago_after: ReadonlySet<string>;
  /** «en 3 días», «dentro de 3 días». */
  within: ReadonlySet<string>;
  spans: Readonly<Record<string, "day" | "week" | "month">>;
  last: ReadonlySet<string>;
  next: ReadonlySet<string>;
  /** Words that make the number behind them a day: «el 5», «día 5». */
  the: ReadonlySet<string>;
  /** «para el», «hasta el», «antes del»: what follows is still to come. */
  until: ReadonlySet<string>;
  /** «desde», «del»: what follows has been. */
  since: ReadonlySet<string>;
  of: ReadonlySet<string>;
  /** Words that may stand between and say nothing: «de», «el», «día», «mes». */
  small: ReadonlySet<string>;
};

export type NumberWords = {
  /** 1 … 900: units, teens, tens, hundreds. */
  values: Readonly<Record<string, number>>;
  and: string;
  /** «cientos»: multiplies the unit before it. */
  hundreds: ReadonlySet<string>;
  half: ReadonlySet<string>;
  /** «un», «una»: one only before a scale. */
  one: ReadonlySet<string>;
};

/** A whole message that is a command or a courtesy. */
export type Command = "saludo" | "ayuda" | "si" | "no" | "gracias" | "borrar" | "despedida";

export type QueryWord =
  | { asks: "metric"; metric: Metric; rank: number }
  | {
      asks: "period";
      period: "today" | "yesterday" | "this_week" | "last_week" | "this_month" | "last_month" | "this_year";
    };

/** Where the other party's name stands. */
export type NameWords = {
  /** «a», «para»: whom we sell to, pay or owe. */
  to: ReadonlySet<string>;
  /** «de», «por»: whom money comes from. */
  from: ReadonlySet<string>;
  /** «en», «donde»: where we buy. */
  at: ReadonlySet<string>;
  articles: ReadonlySet<string>;
  /** Given names, folded: people though they are written small. */
  given: ReadonlySet<string>;
  titles: ReadonlySet<string>;
  /** «de», «del», «y», «&» inside a name. */
  joins: ReadonlySet<string>;
  /** Nobody in particular: «cliente», «alguien». */
  nobody: ReadonlySet<string>;
  legal: ReadonlySet<string>;
};

/** Talk about money that moves none. */
export type TalkWords = {
  /** «quiero», «ojalá», «cuesta»: unless a verb tells that it happened. */
  unreal: Phrases<true>;
  /** «dicen que»: whatever verb is behind. */
  hearsay: Phrases<true>;
  /** «lista de precios:» at the beginning, «conversable» anywhere: nothing in it was paid; `surely`, whatever its verbs say. */
  adverts: Phrases<"header" | "surely" | "anywhere">;
  /** «mil gracias» names no figure, «te debo una disculpa» owes no money. */
  idioms: Phrases<"figure" | "verb">;
  /**
   * What leads to a figure told beside a deal («quedan 45», «él pedía 72»), to a number that counts («éramos 10»), to what
   * something else is or was («la multa era de 15.000»), to what is usual («normalmente me cobra 45»), and what stands behind such a figure («6.800 de vuelto»).
   */
  beside: Phrases<"figure" | "habit" | "count" | "state" | "behind">;
};

export type Tongue = {
  name: "es" | "pt" | "en";
  numbers: NumberWords;
  dates: DateWords;
  names: NameWords;
  cues: Phrases<Cue>;
  /** «fiado», «a crédito»: makes a debt of a sale or a purchase. */
  on_credit: Phrases<true>;
  /** «el resto», «lo que falta»: what a payment leaves to be paid. */
  rest: Phrases<true>;
  /** «con tarjeta», «por transferencia»: how it was paid, which says neither what for nor which way. */
  paid_with: Phrases<true>;
  own_accounts: Phrases<true>;
  /** Words that turn a verb beside them into something that did not happen: «no», «nunca». */
  negations: ReadonlySet<string>;
  talk: TalkWords;
  expense_categories: Phrases<string>;
  income_categories: Phrases<string>;
  /** «factura», «boleta», «rut»: the number behind is a name, not an amount. */
  document_words: ReadonlySet<string>;
  /** «medidor», «modelo»: beside an amount the number behind is a name, alone it may be what was paid. */
  numbered: ReadonlySet<string>;
  number_signs: ReadonlySet<string>;
  measures: ReadonlySet<string>;
  /** «cada una», «la unidad»: the price is of one. */
  each: Phrases<true>;
  /** «a» before a price. */
  at_price: ReadonlySet<string>;
  total: ReadonlySet<string>;
  range: ReadonlySet<string>;
  tax: Phrases<"added" | "included">;
  /** Words without content, trimmed from a concept. */
  fillers: ReadonlySet<string>;
  separators: ReadonlySet<string>;
  commands: Phrases<Command>;
  /** Leading words of a correction and what they announce. */
  corrections: Phrases<"change" | "mistake">;
  /** «era», «eran», «fue»: what follows is the right value. */
  copulas: ReadonlySet<string>;
  interrogatives: ReadonlySet<string>;
  queries: Phrases<QueryWord>;
  injections: Phrases<true>;
  /** Common words one letter from one of the words above: right as they stand. */
  lookalikes: ReadonlySet<string>;
  /** Short forms people type → the word they stand for: «q», «oy», «xfa». */
  shorthand: Readonly<Record<string, string>>;
};

/** A set of single words, folded, as they are listed: `setOf("no nunca")`. */
export function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean));
}
