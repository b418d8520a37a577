import type { Books } from "./books.ts";
import type { Send } from "./graph.ts";
import type { Message } from "./plan.ts";

export type Evidence = {
  /** Every message that was answered with 200, in the order in which its phone sent it. */
  acknowledged: Message[];
  books: Books;
  sends: Send[];
  /** Epoch ms at which the server died. */
  diedAt: number[];
};

export type Verdict = {
  /** Acknowledged, and in no book. */
  lost: number;
  /** Booked more than once, or never sent. */
  doubled: number;
  /** Phones whose entries are not in the order of their messages. */
  misordered: number;
  /** Acknowledged, and no reply names it. */
  unanswered: number;
  /** Told again although the first telling had been answered, long before any death. */
  repliesDoubled: number;
  /** Told again because the death fell between the telling and its writing down: nobody can know (see AMBIGUOUS_MS). */
  repliesAmbiguous: number;
};

/** A send that ends this shortly before a death may have died with the server that was to write it down. */
export const AMBIGUOUS_MS = 1_500;

export function judge(evidence: Evidence): Verdict {
  const byPhone = Map.groupBy(evidence.acknowledged, ({ phone }) => phone);
  const verdict: Verdict = {
    lost: 0,
    doubled: 0,
    misordered: 0,
    unanswered: 0,
    repliesDoubled: 0,
    repliesAmbiguous: 0,
  };
  for (const [phone, messages] of byPhone) {
    const booked = (evidence.books.get(phone) ?? []).map(({ amountMinor }) => amountMinor);
    const sent = messages.map(({ amountMinor }) => amountMinor);
    const found = [...new Set(booked.filter((amount) => sent.includes(amount)))];
    verdict.lost += sent.length - found.length;
    verdict.doubled += booked.length - found.length;
    verdict.misordered += found.join() === sent.filter((amount) => found.includes(amount)).join() ? 0 : 1;
    judgeReplies(verdict, evidence, messages);
  }
  return verdict;
}

function judgeReplies(verdict: Verdict, { sends, diedAt }: Evidence, messages: Message[]): void {
  const toPhone = sends.filter(({ to }) => to === messages[0]?.phone);
  for (const { amountMinor } of messages) {
    const tellings = toPhone.filter(({ text }) => names(text, amountMinor));
    if (tellings.length === 0) verdict.unanswered += 1;
    for (const again of tellings.slice(0, -1)) {
      if (isAmbiguous(again, diedAt)) verdict.repliesAmbiguous += 1;
      else verdict.repliesDoubled += 1;
    }
  }
}

/** The amount as Chile writes it, and not as the tail of a longer one. */
export function names(text: string, amountMinor: number): boolean {
  const written = String(amountMinor).replace(/\B(?=(\d{3})+$)/g, "\\.");
  return new RegExp(`(?<![\\d.])${written}(?![\\d.]*\\d)`).test(text);
}

function isAmbiguous({ answered, at }: Send, diedAt: number[]): boolean {
  return !answered || isEndedBy(at, diedAt);
}

/** Whether a death may have kept what was sent at that time from being written down. Epoch ms. */
export function isEndedBy(at: number, diedAt: readonly number[]): boolean {
  return diedAt.some((death) => at <= death && death - at < AMBIGUOUS_MS);
}
