import { isEndedBy, names } from "../judge.ts";
import type { Books } from "../books.ts";
import type { SentMessage } from "../../simulators/rig.ts";
import type { Shop } from "./shops.ts";

export type SweepEvidence = {
  shops: readonly Shop[];
  books: Books;
  /** What the product wrote, to anybody. */
  sent: readonly SentMessage[];
  /** Epoch ms at which the server died. */
  diedAt: readonly number[];
};

export type SweepVerdict = {
  /** Documents that the SII lists and no book has. */
  missing: number;
  /** Entries beyond one of each document. */
  doubled: number;
  /** Documents that no message tells. */
  untold: number;
  /** Documents told again although the first telling was long written down. */
  toldTwice: number;
  /** Told again because the death fell between the telling and its writing down. */
  toldAmbiguous: number;
};

/** How a sync's message begins; that of a connection names a document too. */
const NEWS = "*SII al día*";

export function judgeSweep({ shops, books, sent, diedAt }: SweepEvidence): SweepVerdict {
  const verdict: SweepVerdict = { missing: 0, doubled: 0, untold: 0, toldTwice: 0, toldAmbiguous: 0 };
  for (const { phone, totals } of shops) {
    const booked = (books.get(phone) ?? []).map(({ amountMinor }) => amountMinor);
    const found = totals.filter((total) => booked.includes(total));
    verdict.missing += totals.length - found.length;
    verdict.doubled += booked.length - found.length;
    const news = sent.filter(({ chat }) => chat === phone).map(({ body, at }) => ({ text: JSON.stringify(body), at }));
    for (const total of totals) {
      const tellings = news.filter(({ text }) => text.includes(NEWS) && names(text, total));
      if (tellings.length === 0) verdict.untold += 1;
      for (const { at } of tellings.slice(0, -1)) {
        if (isEndedBy(at, diedAt)) verdict.toldAmbiguous += 1;
        else verdict.toldTwice += 1;
      }
    }
  }
  return verdict;
}
