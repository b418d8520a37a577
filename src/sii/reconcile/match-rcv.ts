// Which entry a document of the register is, where none stands for it yet: linked, asked about, or none.

import { compareText } from "#kernel";
import { scoreNumbered, scoreOf, type Alias, type Reason, type Sign } from "#match";
import { keyOf } from "../rcv/document.ts";
import type { KeptRcvDocument } from "../rcv/month.ts";
import type { Books } from "./books.ts";
import { aliasesOf, evidenceOf, freeEntries, type FreeEntry } from "./candidates.ts";
import { namedIn } from "./claims.ts";
import { isCreditNote } from "../taxes/document-kind.ts";
import { bareNumber, idsOf, tiesOf } from "./ties.ts";
import { RCV_WEIGHING } from "./weights.ts";

/** From here on, and well ahead of any rival on either side, nobody is asked. */
const LINK_MIN = 0.9;
const LEAD_MIN = 0.2;
/** Below it nobody is bothered. */
const ASK_MIN = 0.15;
/** What is told of an invoice by its number, for another amount, is asked about and no more. */
const NUMBERED_MAX = 0.5;
/** What names number, company and sum of a document is no less likely than this. */
const NAMED_MIN = 0.98;
/** As many as are offered: a third button says that it is none. */
const ASKED_MAX = 2;

/** `score`: 0–1. `reasons`: log-odds by sign, above 0 for them being the same; what speaks most comes first. */
export type RcvCandidate = { entry_id: string; score: number; reasons: readonly Reason[] };

/** Of a document, by its key. `sure` is linked at once, `maybe` asked, best first. */
export type RcvMatch = { document: string } & (
  | { verdict: "sure"; best: RcvCandidate }
  | { verdict: "maybe"; candidates: readonly RcvCandidate[] }
  | { verdict: "none" }
);

/**
 * Matches the documents that have no entry with the entries that have no document, one to one. Pure, and the same in any
 * order: what is plain goes first and leaves less to choose from; where two come as near, both are asked about.
 */
export function matchRcv(documents: readonly KeptRcvDocument[], books: Books): RcvMatch[] {
  const ties = tiesOf(documents, books);
  // What was claimed was none of ours.
  const open = documents.filter((each) => each.state !== "reclamado" && ties.get(keyOf(each))?.length === 0);
  const aliases = aliasesOf(books.rules, documents, ties);
  return assigned(open, pairsOf(open, freeEntries(books, ties), { ...books, aliases }));
}

/**
 * The entry that seems to be a document which stands in the books already under another: told first, and booked again from
 * its paper. By the document's key; none is plain enough to be asked about but what would be linked.
 */
export function bookedAgain(
  documents: readonly KeptRcvDocument[],
  free: readonly FreeEntry[],
  books: Books & { aliases: readonly Alias[] },
): Map<string, FreeEntry> {
  const bare = free.filter(({ isBare }) => isBare);
  const sure = assigned(documents, pairsOf(documents, bare, books)).flatMap((match) =>
    match.verdict === "sure" ? [[match.document, match.best.entry_id] as const] : [],
  );
  const byId = new Map(bare.map((candidate) => [candidate.id, candidate]));
  return new Map(sure.flatMap(([key, id]) => (byId.has(id) ? [[key, byId.get(id) as FreeEntry]] : [])));
}

/**
 * The entries that name the number and the company of a document which stands in the books already under others, whatever
 * their amounts: told once more. By the document's key, each under one document.
 */
export function toldAgain(
  documents: readonly KeptRcvDocument[],
  free: readonly FreeEntry[],
  books: Books & { aliases: readonly Alias[] },
): Map<string, FreeEntry[]> {
  const bare = free.filter((candidate) => candidate.isBare && namedIn(candidate.concept).number !== null);
  const byKey = new Map(documents.map((document) => [keyOf(document), numberOf(document)]));
  const named = pairsOf(documents, bare, books).filter(
    ({ key, candidate, reasons }) =>
      byKey.get(key) === numberIn(candidate) && reasons.some(({ sign }) => PARTY.has(sign)),
  );
  const best = Array.from(Map.groupBy(named, ({ candidate }) => candidate.id).values(), ([first]) => first);
  const byDocument = Map.groupBy(
    best.filter((pair) => pair !== undefined),
    ({ key }) => key,
  );
  return new Map(Array.from(byDocument, ([key, pairs]) => [key, pairs.map(({ candidate }) => candidate)]));
}

const PARTY: ReadonlySet<Sign> = new Set(["tax_id_same", "name_same", "name_near"]);

/** Its words name the document's number, and its amount is another: the register's, or somebody's slip. */
export function isOfOtherAmount({ reasons }: Pick<RcvCandidate, "reasons">): boolean {
  return !reasons.some(({ sign }) => sign.startsWith("amount_"));
}

/** Number, company and sum: whenever it was told, it is that one. */
function isNamedWhole({ reasons }: Pick<RcvCandidate, "reasons">): boolean {
  const shows = new Set(reasons.map(({ sign }) => sign));
  return shows.has("folio_same") && shows.has("amount_exact") && reasons.some(({ sign }) => PARTY.has(sign));
}

type Pair = { key: string; candidate: FreeEntry; score: number; reasons: readonly Reason[] };

function pairsOf(
  documents: readonly KeptRcvDocument[],
  free: readonly FreeEntry[],
  { rules, aliases, declined }: Books & { aliases: readonly Alias[] },
): Pair[] {
  const apart = new Set(declined.map(({ document, entry_id }) => `${document}|${entry_id}`));
  const known = { aliases, weighing: RCV_WEIGHING };
  const byAmount = free.toSorted((a, b) => a.amount_minor - b.amount_minor);
  const byNumber = Map.groupBy(free, numberIn);
  const pairs = documents.flatMap((document) => {
    const [key, evidence] = [keyOf(document), evidenceOf(document, rules)];
    const scored = near(byAmount, document)
      .flatMap((candidate) => scoreOf(evidence, candidate, known) ?? [])
      .map((each) =>
        isNamedWhole(each) && numberIn(each.entry) === numberOf(document)
          ? { ...each, score: Math.max(NAMED_MIN, each.score) }
          : each,
      );
    const numbered = (byNumber.get(numberOf(document)) ?? [])
      .filter((candidate) => (scoreOf(evidence, candidate, known)?.score ?? 0) < ASK_MIN)
      .flatMap((candidate) => scoreNumbered(evidence, candidate, known) ?? [])
      .map((each) => ({ ...each, score: Math.min(NUMBERED_MAX, Math.max(ASK_MIN, each.score)) }));
    return [...scored, ...numbered].flatMap(({ entry: candidate, score, reasons }): Pair[] => {
      const isDeclined = idsOf(candidate.entry).some((id) => apart.has(`${key}|${id}`));
      return score < ASK_MIN || isDeclined ? [] : [{ key, candidate, score, reasons }];
    });
  });
  return pairs.toSorted(byScore);
}

/** The invoice or the note that an entry's words name. */
function numberIn({ concept }: FreeEntry): string {
  const { isNote, number } = namedIn(concept);
  return `${isNote}|${number}`;
}

function numberOf({ type, folio }: KeptRcvDocument): string {
  return `${isCreditNote(type)}|${bareNumber(folio)}`;
}

/** The best first, and of equals always the same one. */
function byScore(a: Pair, b: Pair): number {
  return b.score - a.score || compareText(a.key, b.key) || compareText(a.candidate.id, b.candidate.id);
}

/** No sign explains an amount outside of these shares of the net, or of the total. */
const AMOUNT_SHARE_MIN = 0.95;
const AMOUNT_SHARE_MAX = 1.2;

/** A busy month has a thousand of each: only those of about the amount are looked at. */
function near(byAmount: readonly FreeEntry[], { net, exempt, total }: KeptRcvDocument): FreeEntry[] {
  const least = Math.min(total, net === 0 ? total : net + exempt) * AMOUNT_SHARE_MIN;
  const most = total * AMOUNT_SHARE_MAX;
  return byAmount.slice(firstFrom(byAmount, least), firstFrom(byAmount, most + 1));
}

/** Place of the first candidate of this amount or more. */
function firstFrom(byAmount: readonly FreeEntry[], amount: number): number {
  let [low, high] = [0, byAmount.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byAmount[middle]?.amount_minor ?? 0) < amount) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes out what is sure, with all that it might have been instead, until nothing more is. @param pairs the best first */
function assigned(documents: readonly KeptRcvDocument[], pairs: readonly Pair[]): RcvMatch[] {
  const sure = new Map<string, Pair>();
  let open = pairs;
  for (;;) {
    const leaders = leadersOf(open);
    if (leaders.length === 0) break;
    for (const leader of leaders) sure.set(leader.key, leader);
    const gone = new Set(leaders.map(({ candidate }) => candidate.id));
    open = open.filter(({ key, candidate }) => !sure.has(key) && !gone.has(candidate.id));
  }
  const asked = Map.groupBy(open, ({ key }) => key);
  return documents.map((each) => {
    const document = keyOf(each);
    const best = sure.get(document);
    if (best) return { document, verdict: "sure", best: shown(best) };
    const candidates = asked.get(document)?.slice(0, ASKED_MAX).map(shown);
    return candidates ? { document, verdict: "maybe", candidates } : { document, verdict: "none" };
  });
}

/** Pairs that speak for themselves and leave every rival, for the document and for the entry, well behind. */
function leadersOf(pairs: readonly Pair[]): Pair[] {
  const byDocument = Map.groupBy(pairs, ({ key }) => key);
  const byEntry = Map.groupBy(pairs, ({ candidate }) => candidate.id);
  return pairs.filter((pair) => {
    if (pair.score < LINK_MIN || !speaksForItself(pair)) return false;
    const rivals = [...(byDocument.get(pair.key) ?? []), ...(byEntry.get(pair.candidate.id) ?? [])];
    return rivals.every((rival) => rival === pair || pair.score - rival.score >= LEAD_MIN);
  });
}

/**
 * Whatever it scores: another amount would change what was booked, an entry with a paper of its own has something else to
 * show, and an amount alone is no name. Somebody is asked.
 */
function speaksForItself({ reasons, candidate }: Pair): boolean {
  const shows = new Set(reasons.map(({ sign }) => sign));
  if (isOfOtherAmount({ reasons })) return false;
  return candidate.isBare && NAMING.some((sign) => shows.has(sign)) && !ASKED.some((sign) => shows.has(sign));
}

const NAMING: readonly Sign[] = ["tax_id_same", "name_same", "name_near", "folio_same"];
const ASKED: readonly Sign[] = [
  "amount_rounded",
  "amount_tip",
  "amount_net",
  "tax_id_other",
  "name_other",
  "folio_other",
];

function shown({ candidate, score, reasons }: Pair): RcvCandidate {
  return { entry_id: candidate.id, score, reasons };
}
