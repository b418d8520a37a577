import type { Button } from "#channels";
import { tame, type Money } from "#kernel";
import type { Words } from "#locales";
import type { Draft, LetGo } from "./dialogue.ts";
import type { OpenAgain, Part } from "./effect.ts";
import { asking, plain, showAmount, showEntry, showMoney, type Eyes, type Saying } from "./show.ts";
import { whyUnbooked } from "./flows/unbooked.ts";

// What still waits for an answer, what was let go, and what a second «deshacer» finds.

type Pending = Extract<Part, { part: "pending" }>;

/** All that waits in one message; the buttons are those of what is answered next. @param asked each of it, as it is asked */
export function sayPending({ how }: Pending, asked: readonly Saying[], { words }: Eyes): Saying {
  const newest = asked.at(-1);
  const buttons = newest?.buttons ?? [];
  if (how === "reminder" && asked.length > 1) {
    return { text: words.all_pending(asked.map(({ text }) => text)), buttons, entry: null };
  }
  return { text: words.still_pending(newest?.text ?? "", asked.length - 1), buttons, entry: null };
}

type Aside = Extract<Part, { part: "waiting_document" | "let_go" | "dropped" | "which_change" | "before_undone" }>;

export function sayAside(part: Aside, eyes: Eyes): Saying {
  switch (part.part) {
    case "waiting_document":
      return sayWaitingDocument(part, eyes);
    case "let_go":
      return plain(sayLetGo(part.of, eyes));
    case "dropped":
      return plain(eyes.words.dropped(namesOf(part.of, eyes)));
    case "which_change":
      return plain(`${eyes.words.named(showEntry(part.entry, eyes))}\n${eyes.words.what_to_correct}`);
    case "before_undone":
      return plain(sayBeforeUndone(part, eyes));
  }
}

/** A document in a line, with its «Sí» and «No». */
function sayWaitingDocument({ draft }: Extract<Part, { part: "waiting_document" }>, eyes: Eyes): Saying {
  const { words } = eyes;
  const { merchant, total_minor, currency } = draft.extraction.fields;
  const total = total_minor === null ? null : showAmount(total_minor, currency, eyes.membership);
  const why = whyUnbooked(draft);
  const text = why
    ? `${words.paper(shopOf(merchant), total)}. ${words[`document_${why}`]}`
    : words.waiting_document(shopOf(merchant), total);
  return asking(text, confirming(draft, words));
}

/** «Sí» and «No» under a document; where its total is not known, or nothing was bought, it can only be let go, or answered in words. */
export function confirming(draft: Draft, { buttons }: Words): Button[] {
  const { document_id, extraction } = draft;
  const why = whyUnbooked(draft);
  if (why === "way") {
    return [
      { id: `paid_me:${document_id}`, title: buttons.paid_me },
      { id: `i_paid:${document_id}`, title: buttons.i_paid },
      { id: `own_money:${document_id}`, title: buttons.own_money },
    ];
  }
  if (extraction.fields.total_minor === null || why) return [{ id: `discard:${document_id}`, title: buttons.discard }];
  return [
    { id: `yes:${document_id}`, title: buttons.yes },
    { id: `no:${document_id}`, title: buttons.no },
  ];
}

/** Told once, in a line: the amounts that were not booked, and the papers that went to review. */
function sayLetGo(lost: readonly LetGo[], eyes: Eyes): string {
  const { words } = eyes;
  const told = namesOf(lost, eyes);
  const papers = lost.flatMap((each) =>
    each.about === "document" ? [words.paper(shopOf(each.shop), totalOf(each.total, eyes))] : [],
  );
  return [told.length > 0 ? words.let_go(told) : "", papers.length > 0 ? words.papers_to_review(papers) : ""]
    .filter((line) => line !== "")
    .join("\n");
}

/** The second «deshacer»: nothing more is taken back, and how to take back what stands before it. */
function sayBeforeUndone({ entry, undone }: Extract<Part, { part: "before_undone" }>, eyes: Eyes): string {
  const { words } = eyes;
  if (entry === null) return undone ? words.already_undone : words.nothing_to_undo;
  const told = words.before_undone(showEntry(entry, eyes));
  return undone ? `${words.already_undone} ${told}` : told;
}

/** A payment that was taken back: its debt is open again. */
export function sayOpenAgain({ direction, who, money }: OpenAgain, eyes: Eyes): string {
  return eyes.words.open_again(direction, who === null ? null : tame(who), showMoney(money, eyes));
}

/** Amounts, or words in quotes; papers are told apart. */
function namesOf(lost: readonly LetGo[], eyes: Eyes): string[] {
  return lost.flatMap((each) => (each.about === "document" ? [] : [nameOf(each, eyes)]));
}

function nameOf(lost: Exclude<LetGo, { about: "document" }>, eyes: Eyes): string {
  if (lost.about === "amount") return showMoney(lost.money, eyes);
  return lost.about === "words" ? eyes.words.quoted(tame(lost.text)) : eyes.words.a_movement;
}

function shopOf(shop: string | null): string | null {
  return shop === null ? null : tame(shop);
}

function totalOf(total: Money | null, eyes: Eyes): string | null {
  return total === null ? null : showMoney(total, eyes);
}
