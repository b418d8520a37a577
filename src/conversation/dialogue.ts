import type { Address } from "#channels";
import type { Credit, Earlier, Extraction, Papered } from "#documents";
import type { CivilDate, Money, Month, NumberFormat } from "#kernel";
import { AMOUNTS_MAX, type LastEntry, type Movement, type Patch, type Query, type Reading } from "#language";
import type { Entry, OpenDebt } from "#ledger";
import type { ClaimAction, ClaimLine } from "#sii";
import type { Role } from "#tenants";
import type { Heard } from "./heard.ts";

// What a conversation remembers between turns. Plain values: it is sealed as JSON in the object.

/** Whose books this person writes in, and how their country writes numbers. */
export type Membership = {
  /** When this was last read from the directory, epoch ms. */
  read_at: number;
  tenant_id: string;
  tax_id: string | null;
  shard: string;
  contact_id: string;
  role: Role;
  country: string;
  currency: string;
  currency_symbol: string;
  number_format: NumberFormat;
  time_zone: string;
  locale: string;
  /** True in the conversation whose first message made the business. */
  founded: boolean;
  /** False where the number's prefix is shared and the country must be asked. */
  country_certain: boolean;
};

/** An entry as later messages may refer to it. */
export type Spoken = { entry: Entry; at: number };

/** A document that was read and waits for «sí», «no» or a correction. */
export type Draft = {
  document_id: string;
  /** The message that brought it: its ledger key, and what a reply of ours quotes. */
  message_id: string;
  extraction: Extraction;
  concept: string | null;
  type: "ingreso" | "egreso";
  /** The fields as they were read, where the person has been asked about them: what differs is their answer. */
  read?: Extraction["fields"];
  /** Entries that it is not of, as the person has said. */
  declined?: string[];
  /** Which way its money went: it is asked, the person has said it, or it is their own between till and bank. */
  way?: "asked" | "said" | "own";
  /** Who bought, where the person has said that they sold it. */
  customer?: string;
  /** It is paid later, as it says or as the person does; absent: paid at once. */
  credit?: Credit;
  /** The person has said how it is paid; it stays with the document. */
  term?: true;
  /** The day on which it was paid, as the person says; absent: the paper's own. */
  paid_on?: CivilDate;
  /** Its day was told without a year, and of this year it is still to come: last year's was taken. */
  last_year?: true;
  /** Of a credit note: the debt that it lowers as it was shown last, null for none. */
  lowers_id?: string | null;
  /** Of money that moved: the debts that it pays and how much of each, as its card showed them last; null for none. */
  pays?: string | null;
  /** It pays no debt, as the person says. */
  pays_none?: true;
  /** So much of what is owed for it was paid already, in minor units. */
  part_minor?: number;
  /** The amount that the person wrote with the picture, where another is printed on it. */
  told_minor?: number;
};

/**
 * What is asked about a paper: which entry it is of, whether it is one that came before, or whether it is of a purchase
 * that has its paper.
 */
export type PaperAsked =
  | { about: "match"; entries: Entry[] }
  | { about: "twin"; earlier: Earlier }
  | { about: "companion"; of: Papered };

/** A paper of the list of those that wait, as it can be taken up again. */
export type WaitingPaper = { draft: Draft; waits: "confirm" | "answer" | "review"; earlier: Earlier | null };

/** A movement on its way into the books, with what was answered about it so far. */
export type Planned = {
  movement: Movement;
  /** Which debt it pays; null while nobody was asked. */
  pays: null | "none" | "all" | { entry_id: string };
  /** True: what is paid beyond the debts is a sale or an expense of its own. */
  rest: boolean;
  /** Whether its paper is the one of that number that is booked, as the person says; absent while nobody was asked. */
  paper?: "same" | "other";
};

/** What the books leave open about a movement. */
export type Asked =
  | { about: "name"; written: string; known: string }
  | { about: "number"; entry: Entry }
  | { about: "debt"; debts: OpenDebt[] }
  | { about: "rest"; debts: OpenDebt[]; rest_minor: number };

/** The question that stays where no debt tells how much a payment was. */
export type AmountQuestion = { reading: Reading; text: string; today: CivilDate; voice: boolean };

/** What was done so far to get an answer. */
export type Waiting = {
  /** Its one reminder was sent. */
  reminded?: true;
  /** An answer about something else has said that it still waits. */
  mentioned?: true;
};

export type Asking = Waiting & {
  kind: "asking";
  /** The message that raised it: what is booked names that one. */
  id: string;
  plan: Planned[];
  /** Which movement of the plan is asked about. */
  place: number;
  asked: Asked;
  amount: AmountQuestion | null;
  /** The last answer did not name it, so that a bare «sí» may mean something else. */
  behind?: true;
  at: number;
};

export type Question = Waiting & {
  kind: "question";
  id: string;
  reading: Reading;
  today: CivilDate;
  voice: boolean;
  asked: number;
  at: number;
};

export type Open =
  | Asking
  | Question
  /** `chosen`: of several that wait it was named, so that «sí» means this one. */
  /** `apart`: «todos» left it out, and its own question was asked again. */
  /** `discards`: it was asked whether it is to be let go, which «sí» agrees to. */
  | (Waiting & {
      kind: "document";
      draft: Draft;
      editing: boolean;
      chosen?: true;
      apart?: true;
      discards?: true;
      at: number;
    })
  /** `behind`: the last answer did not name it, so that a bare «sí» may mean something else. */
  | (Waiting & { kind: "paper"; draft: Draft; asked: PaperAsked; behind?: true; at: number })
  /** The papers that were listed, of which one may be named by its number. */
  | { kind: "queue"; papers: WaitingPaper[]; at: number }
  | { kind: "which"; at: number }
  /** One message booked all of these, oldest first: which of them is to go? */
  | { kind: "which_entry"; entries: Entry[]; at: number }
  | { kind: "edited"; entry: Entry; patch: Patch; at: number }
  | { kind: "deleted"; entry: Entry; at: number }
  /** Its [Editar] was tapped: the next correction is of this one, whatever was booked since. */
  | { kind: "editing"; entry: Entry; at: number }
  | (Waiting & { kind: "country"; held: Heard[]; at: number })
  | { kind: "review"; category: string; month: Month; at: number }
  /** It was asked whether a month's differences with the tax service are looked at. */
  | { kind: "sii_review"; month: Month; at: number }
  /** A purchase is to be accepted or claimed at the tax service, which only «sí» does; of several actions one is named. */
  | { kind: "claim"; line: ClaimLine; actions: ClaimAction[]; at: number }
  /** `beyond`: how many more were found than are shown; absent: none. */
  | { kind: "which_claim"; lines: ClaimLine[]; beyond?: number; actions: ClaimAction[]; at: number };

/** What is asked of the person, and asked again while they say nothing. */
export type Inquiry = Extract<Open, { kind: (typeof INQUIRIES)[number] }>;

const INQUIRIES = ["question", "asking", "document", "paper", "country"] as const;

export function isInquiry(open: Open): open is Inquiry {
  const kinds: readonly string[] = INQUIRIES;
  return kinds.includes(open.kind);
}

/** What was opened, or changed, last. */
export function newestOf<T extends Open>(open: readonly T[]): T | undefined {
  return open.reduce<T | undefined>((newest, each) => (newest && newest.at > each.at ? newest : each), undefined);
}

/**
 * When something that was heard is shown, by the channel's clock: a photo that took a while is shown after what was said
 * and booked meanwhile, so that «borrar» under its card means the photo.
 */
export function shownAt({ last, last_heard_at }: Dialogue, heardAt: number): number {
  return Math.max(heardAt, last_heard_at ?? 0, last?.at ?? 0);
}

/** What waited too long for an answer, for the person to know when they write next. */
export type LetGo =
  | { about: "amount"; money: Money }
  | { about: "words"; text: string }
  | { about: "movement" }
  | { about: "document"; shop: string | null; total: Money | null };

export type Dialogue = {
  v: 1;
  membership: Membership | null;
  welcomed: boolean;
  profile_name: string | null;
  /** The last live entry booked from this conversation. */
  last: Spoken | null;
  /** The live entries booked last, newest first: what stands before the last one. */
  recent: Spoken[];
  /** The last thing that was done was to take something back. */
  undone: boolean;
  let_go: LetGo[];
  /** The natural keys of what was booked last with a day that the person said: no paper moves it. */
  dated?: string[];
  /** Questions and confirmations that wait for an answer, oldest first. */
  open: Open[];
  /** How the person is reached: what their last message showed, and the number of ours that it came to. */
  address: Address;
  line: string;
  /** The figure that was asked for last, which «¿y ayer?» means again. */
  queried?: { query: Query; at: number };
  /** What was told last of how the business is taxed, and when: until something is booked a correction means it. */
  tax_told?: { is_remanente: boolean; month: Month | null; today: CivilDate; at: number };
  /** The messages whose pictures are still being read, and when they came (epoch ms). */
  reading?: { id: string; at: number }[];
  /** Epoch ms of the person's last message, by the channel's clock; opens the 24-hour window. */
  last_heard_at: number | null;
};

/** More than anyone answers; beyond it the oldest question is dropped (its document stays in review). */
export const OPEN_MAX = 30;

/** As many as one message may tell of, so that «deshacer» takes it back whole. */
export const RECENT_MAX = AMOUNTS_MAX;

/** A paper comes within days of what was told; who tells more than this meanwhile says few of the days. */
export const DATED_MAX = 200;

/** Purchases of one name that are told apart in one question. */
export const CLAIMS_SHOWN_MAX = 9;

/** Of a long silence nobody reads more. */
export const LET_GO_MAX = 10;

export function newDialogue(): Dialogue {
  return {
    v: 1,
    membership: null,
    welcomed: false,
    profile_name: null,
    last: null,
    recent: [],
    undone: false,
    let_go: [],
    open: [],
    address: { phone: null, user_id: null },
    line: "",
    last_heard_at: null,
  };
}

/** The entry as the language room takes it for context. */
export function asLast(entry: Entry): LastEntry {
  return {
    type: entry.type === "reversa" ? "egreso" : entry.type,
    amount_minor: entry.amount_minor,
    currency: entry.currency,
    concept: entry.concept,
    category: entry.category,
    counterparty: entry.counterparty,
    date: entry.date,
    state: "recorded",
  };
}

/** What an open question asks about, as the language room takes it for context. */
export function questionAsLast(reading: Reading): LastEntry | null {
  const [movement] = reading.movements;
  return movement ? movementAsLast(movement) : null;
}

/** What is asked about a movement before it is booked, as the language room takes it for context. */
export function askingAsLast({ plan, place }: Asking): LastEntry | null {
  const planned = plan[place];
  return planned ? movementAsLast(planned.movement) : null;
}

function movementAsLast(movement: Movement): LastEntry {
  const { type, amount_minor, currency, concept, category, counterparty, date } = movement;
  return { type, amount_minor, currency, concept, category, counterparty, date, state: "recorded" };
}

/** A document that waits, as the language room takes it for context. */
export function draftAsLast(draft: Draft): LastEntry {
  const { fields } = draft.extraction;
  return {
    type: draft.type,
    amount_minor: fields.total_minor,
    currency: fields.currency,
    concept: draft.concept,
    category: fields.category,
    counterparty: fields.merchant,
    date: fields.date,
    state: "pending_confirmation",
  };
}
