import type { MediaRef } from "#channels";
import type {
  DocumentKind,
  DocumentState,
  DocumentTrouble,
  Earlier,
  Extraction,
  FieldAnswer,
  Papered,
  QualityProblem,
} from "#documents";
import type { CivilDate, Money, Month } from "#kernel";
import type { Evidence, Patch } from "#language";
import type { CategoryContext, DebtDirection, Entry, NewEntry, NewRule, OpenDebt, Payment, Rule } from "#ledger";
import type { PapersCounted, PaperSettled, ScanReason } from "#locales";
import type { Equivalent } from "#rates";
import type {
  Claimed,
  ClaimAction,
  ClaimLine,
  ClaimLook,
  ClaimNamed,
  Difference,
  Resolution,
  Resolved,
  RunTrouble,
  SiiTrouble,
  SyncAsked,
  ValidationTold,
} from "#sii";
import type { Draft, LetGo, WaitingPaper } from "./dialogue.ts";
import type { PaperAsk } from "./flows/ask-paper.ts";
import type { SiiTold } from "./heard.ts";
import type { Rise } from "./rise.ts";
import type { TaxEffect, TaxOutcome, TaxPart } from "./tax-effect.ts";

// What a turn wants done. Each effect has a key, and its natural key decides what happens when it is done twice.

/** `concept`: another thing than what was told («no, fue en bencina»). */
export type Correcting = Patch & { concept?: string; due_date?: CivilDate };

export type Effect =
  /**
   * `pays_paper`: the document whose debt, booked right before, it settles. `beside`: what else the money of a document did,
   * where the entry of this key is the document's own.
   */
  | { kind: "record"; entry: NewEntry; message_id: string; pays_paper?: string; beside?: Beside }
  | ({ kind: "book_document"; entry: NewEntry; message_id: string } & Paper)
  /** `entry`: what is booked instead where the other one was taken back meanwhile. `day`: on which it was, as was said. */
  | ({ kind: "link_document"; entry_id: string; entry: NewEntry; message_id: string; day?: CivilDate } & Paper)
  | ({
      kind: "settle_document";
      /** Absent: as it is, with another answer. */
      state?: Extract<DocumentState, "discarded" | "review" | "needs_answer" | "needs_confirmation">;
      reason?: "which_entry" | "same_purchase";
    } & Paper)
  /** `parting`: a paper that was linked is parted from its entry, which stays. */
  | { kind: "undo"; entry_ids: string[]; source_ref: string; parting?: true }
  | { kind: "correct"; entry_id: string; patch: Correcting; source_ref: string; message_id: string }
  | { kind: "balance" }
  | { kind: "summary"; month: Month }
  | { kind: "total"; query: TotalQuery }
  | { kind: "entries"; from: CivilDate; to: CivilDate; category: string | null }
  | { kind: "context"; of: BookedPart }
  | { kind: "worth"; of: { amount_minor: number; currency: string; date: CivilDate } }
  | { kind: "learn"; rule: NewRule; source_ref: string }
  | { kind: "forget"; rule: Rule; source_ref: string }
  /** What is known of a paper, and how many there are. */
  | { kind: "about_paper"; document_id: string }
  | { kind: "count_papers" }
  /** `counterparty`: only theirs. */
  | { kind: "debts"; direction: DebtDirection; counterparty: string | null }
  | { kind: "sii"; asks: SiiAsks; source_ref: string }
  | {
      kind: "sii_validate";
      month: Month;
      /** Null: all of it, in sums. */
      tap: SiiTap | "first" | null;
      source_ref: string;
    }
  /** A purchase that somebody wants to accept or claim; of several `actions` it is asked which. */
  | { kind: "claim_look"; named: ClaimNamed; actions: ClaimAction[] }
  | { kind: "claim"; document_id: string; action: ClaimAction }
  | { kind: "claims_pending" }
  | TaxEffect
  | { kind: "link_address"; phone: string | null; user_id: string | null }
  | { kind: "set_country"; country: string }
  | { kind: "read_document"; media: MediaRef; line: string; message_id: string; caption: string | null; at: number }
  /** A code that the scan page read. `replaces`: the document for which it was scanned. */
  | { kind: "read_code"; code: string; message_id: string; at: number; replaces: string | null };

type Beside = { document_id: string; source_ref: string };

/** What was tapped: of which difference, by its short key, and which of its resolutions. */
export type SiiTap = { key: string; index: number; does: Resolution["do"] };

/** What came of a tap, also where the tax service was to be asked. */
export type DifferenceDid = Resolved["outcome"] | SyncAsked["outcome"];

/** What a person asks of the connection with the tax service. */
export type SiiAsks = "sync" | "disconnect" | "status";

/** What a queue carries out; everything else is done against the books. */
export type ReadingEffect = Extract<Effect, { kind: "read_document" | "read_code" }>;

/** `answers`: what the person said of its fields. `declined`: entries that it is not of. */
type Paper = { document_id: string; answers?: FieldAnswer[]; declined?: string[] };

/** What was just booked, as far as its category's month counts it. */
export type BookedPart = {
  category: string;
  kind: "income" | "expense";
  month: Month;
  currency: string;
  amount_minor: number;
};

export type TotalQuery = {
  /** `tax_debit`: the tax inside of what was sold; `tax_credit`: inside of what was bought. Both of whole months. */
  metric: "ingresos" | "egresos" | "tax_debit" | "tax_credit";
  from: CivilDate;
  to: CivilDate;
  category: string | null;
  counterparty: string | null;
};

/** `due`: of a debt, the first day on which something of it is. */
export type NamedAmount = { name: string; money: Money; due?: CivilDate };

/** What came of an effect, for the reply and for what the dialogue remembers. */
export type Outcome =
  | { kind: "recorded"; entry: Entry; existed: boolean; cash: Money[]; owing: Owing | null }
  /** `owing`: of the payments that were taken back, what is open again with each party. */
  | { kind: "undone"; entries: Entry[]; cash: Money[]; owing: OpenAgain[] }
  /** `before`: the entry as it was told, where the link was made just now. */
  | { kind: "linked"; entry: Entry; before: Entry | null; paper: DocumentKind; cash: Money[] }
  /** `of`: the entry as it was with its paper. */
  | { kind: "unlinked"; entry: Entry; of: string; draft: Draft; cash: Money[] }
  /** `altered`: it is a copy of what stands in the books, and was let go. */
  | { kind: "not_waiting"; altered?: true }
  | { kind: "already_undone" }
  | { kind: "corrected"; before: Entry; entry: Entry; cash: Money[] }
  | { kind: "not_found" }
  | { kind: "forbidden" }
  | { kind: "balance"; cash: Money[]; accounts: NamedAmount[] }
  | { kind: "summary"; month: Month; income: Money; expense: Money; result: Money; categories: NamedAmount[] }
  | { kind: "total"; money: Money }
  | { kind: "entries"; entries: Entry[] }
  | { kind: "debts"; debts: NamedAmount[] }
  /** `earlier`: the one that it was taken for. */
  | { kind: "paper"; extraction: Extraction | null; earlier: Earlier | null }
  | { kind: "papers"; count: PapersCounted }
  /** `rise` only where this entry made the month cross its threshold. */
  | { kind: "context"; context: CategoryContext; rise: Rise | null }
  /** Null where no authority tells it, or none in time. */
  | { kind: "worth"; worth: Equivalent | null }
  | { kind: "learned"; rule: Rule }
  | { kind: "forgotten"; rule: Rule }
  /** The person goes on under another number: whoever gets this one next is somebody else. */
  | { kind: "moved" }
  | { kind: "sii"; answer: SiiAnswer }
  /** `told`: null where nothing is known of the month. */
  | { kind: "sii_validated"; month: Month; told: ValidationTold | "too_large" | null }
  /** `did`: what came of the tap before. `key`: of the difference that is shown now. */
  | {
      kind: "sii_difference";
      month: Month;
      did: DifferenceDid | null;
      shown: { difference: Difference; key: string; nth: number; all: number } | null;
    }
  | { kind: "claim_look"; look: ClaimLook | { is: "not_connected" }; actions: ClaimAction[] }
  | { kind: "claim"; claimed: Claimed; action: ClaimAction }
  | { kind: "claims_pending"; lines: ClaimLine[]; connected: boolean }
  | TaxOutcome
  | { kind: "done" }
  /** `why`: more would be given back than is open of the debt. */
  | { kind: "failed"; why?: "beyond_debt" };

/** `stopped`: its owner must act, and why. `waiting`: what holds the sync up, and when it goes on, epoch ms. */
export type SiiAnswer =
  | { is: "started" | "running" | "not_connected" | "disconnected" }
  | { is: "stopped"; reason: SiiTrouble | null }
  | { is: "waiting"; reason: RunTrouble; resumes_at: number }
  | { is: "connected"; rut: string; kind: "certificate" | "clave"; synced_at: string | null };

/** What is still open with the other party of a payment once it is booked. */
export type Owing = { direction: DebtDirection; money: Money };

/** A debt that is open again; `who` where it is somebody's. */
export type OpenAgain = Owing & { who: string | null };

/** What a reply says. `ref` is the position in the turn's effects of the outcome that it shows. */
export type Part =
  | {
      part:
        | "welcome"
        | "welcome_invitation"
        | "help"
        | "thanks"
        | "calm"
        | "off_topic"
        | "ask_country"
        | "nothing_to_undo";
    }
  | {
      part:
        | "nothing_to_correct"
        | "what_to_correct"
        | "nothing_pending"
        | "discarded"
        | "left_as_is"
        | "voice_parked"
        | "voice_failed"
        | "voice_too_long"
        | "voice_unclear";
    }
  | {
      part:
        | "voice_empty"
        | "cannot_tell"
        | "document_edit"
        | "document_missing_total"
        | "no_paper"
        | "two_papers"
        | "document_settled"
        | "no_paper_at_hand"
        | "twin_same";
    }
  /**
   * `unheard`: what was written with this one of how it is paid, and not taken up. `waits`: it is not booked yet, and its
   * card follows, or stands among what waits. `altered`: this copy is not what was issued.
   */
  | {
      part: "document_duplicate";
      earlier: Earlier | null;
      unheard?: string;
      waits?: "here" | "elsewhere";
      altered?: true;
    }
  /** Of a file of many: so many of them came before, or could not be read. */
  | { part: "documents_before"; count: number; how: "sent" | "listed" | "unread" }
  | { part: "paper_settled"; how: PaperSettled }
  | { part: "ask_match"; draft: Draft; entries: Entry[] }
  | { part: "ask_twin"; draft: Draft; earlier: Earlier }
  | { part: "ask_companion"; draft: Draft; of: Papered }
  | { part: "kept_beside"; draft: Draft; entry: Entry }
  | { part: "waiting_documents"; papers: WaitingPaper[] }
  | { part: "linked"; ref: number; verdict: "authentic" | null }
  | { part: "set_aside" | "already_undone" | "rule_unknown" | "review_declined" }
  | { part: "greeting"; name: string | null }
  | { part: "heard"; text: string }
  | { part: "question"; id: string; text: string; labels: string[] }
  | { part: "same_name"; id: string; known: string }
  /** `entry`: what stands for the paper of that number. `told_minor`: what it is told to be now. */
  | { part: "same_paper"; id: string; entry: Entry; told_minor: number | null }
  | { part: "paper_told"; entry: Entry }
  | { part: "which_debt"; id: string; direction: DebtDirection; who: string | null; debts: OpenDebt[] }
  | { part: "rest_of_payment"; id: string; direction: DebtDirection; who: string | null; owed: Money; rest: Money }
  /** `unmatched`: it pays a debt, and no open one was found. `worth`: the effect that tells what it is worth at home. */
  | {
      part: "booked";
      ref: number;
      evidence: Evidence[];
      verdict: "authentic" | null;
      unmatched?: boolean;
      worth?: number;
    }
  | { part: "sii_link"; url?: string }
  | { part: "sii_secret_typed" }
  | { part: "sii_told"; told: SiiTold }
  | { part: "sii_answer" | "sii_validated" | "sii_difference"; ref: number }
  | { part: "sii_later" }
  | { part: "claim_look" | "claim_end" | "claims_pending"; ref: number }
  /** Asked of one document: «sí» says it to the tax service, for good. */
  | { part: "claim_asked"; line: ClaimLine; actions: ClaimAction[] }
  | TaxPart
  /** `beyond`: how many more were found than are shown. */
  | { part: "which_claim"; lines: ClaimLine[]; beyond: number }
  /** The one-time link to a month's report; its address is known only when it is sent. */
  | { part: "report_link"; ref: number; month: Month; url?: string }
  | { part: "context"; ref: number; booked: number }
  | { part: "learned"; ref: number }
  | { part: "forgotten"; ref: number }
  | { part: "rules"; rules: Rule[] }
  | { part: "about_paper"; ref: number; asks: PaperAsk }
  | { part: "papers_counted"; ref: number }
  | { part: "undone"; ref: number }
  | { part: "corrected"; ref: number }
  | { part: "balance"; ref: number }
  | { part: "summary"; ref: number }
  /** `unless`: the effect that tells more of the same, where it does. */
  | { part: "total"; ref: number; query: TotalQuery; period: string | null; unless?: number }
  | { part: "entries"; ref: number; period: string | null; category: string | null }
  /** `due`: the days on which they are due, the next one first. `unless`: the effect that tells of what else is to be paid. */
  | { part: "debts"; ref: number; direction: DebtDirection; due?: true; unless?: number }
  | { part: "country_set"; ref: number; country: string; currency: string }
  /** `lowers`: the debt of which a credit note takes back. `pays`: the debts that a slip of money settles. */
  | { part: "draft"; draft: Draft; lowers?: OpenDebt | undefined; pays?: Payment | undefined }
  /** The one-time link to the scan page; its address is known only when it is sent. */
  | { part: "scan_link"; why: ScanReason; replaces: string | null; url?: string }
  | { part: "which_documents" | "still_reading"; count: number }
  | { part: "document_discount"; total: Money }
  | { part: "waiting_document"; draft: Draft }
  | { part: "ask_discard"; draft: Draft }
  /** What still waits, oldest first: asked again in silence, after a newer answer, or mentioned beside something else. */
  | { part: "pending"; how: "reminder" | "again" | "beside"; of: Part[] }
  | { part: "let_go" | "dropped"; of: LetGo[] }
  | { part: "which_entry"; entries: Entry[] }
  | { part: "which_change"; entry: Entry }
  /** `undone`: something was, right before; `entry` stands before that. */
  | { part: "before_undone"; entry: Entry | null; undone: boolean }
  /** `problem`: what a better picture would not have. */
  | { part: "trouble"; trouble: DocumentTrouble; problem?: QualityProblem | undefined }
  | { part: "edited"; entry: Entry; amount_minor: number }
  | { part: "deleted"; entry: Entry }
  | { part: "too_fast"; seconds: number }
  | { part: "unsupported"; what: "sticker" | "location" | "contacts" | "order" | "video" | "empty" | "other" };

export type Reply = {
  parts: Part[];
  /** The message that the answer quotes, where several were sent and it must be clear which one is meant. */
  reply_to: string | null;
  /** Local date of the turn, so that «hoy» and «ayer» are the sender's. */
  today: CivilDate;
};
