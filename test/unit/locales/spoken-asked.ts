import type { EarlierPaper, PapersCounted, PaperSettled, Verdict } from "#src/locales/index.ts";

const VERDICTS: readonly Verdict[] = ["authentic", "altered", "unverified", "test_document", "not_applicable"];

const EARLIER: [EarlierPaper][] = [
  [{ name: "boleta", shop: "Copec", number: "77", date: "16-11-2026", total: "$1", came: "17-11-2026" }],
  [{ name: "comprobante", shop: null, number: null, date: null, total: null, came: "X" }],
  [{ name: null, shop: null, number: null, date: null, total: null, came: "17-11-2026" }],
];

/** What is told of a paper that somebody asks about, or still speaks of. */
export const ASKED_TOLD = {
  documents_listed: [[1], [3]] as [number][],
  documents_before: [[1], [3]] as [number][],
  documents_unread: [[1], [3]] as [number][],
  document_duplicate: [[null], ...EARLIER] as [EarlierPaper | null][],
  document_waits: ([null, ...EARLIER.flat()] as const).flatMap(
    (earlier): [EarlierPaper | null, "here" | "elsewhere"][] => [
      [earlier, "here"],
      [earlier, "elsewhere"],
    ],
  ),
  paper_settled: (["booked", "discarded", "waiting"] as const).map((how): [PaperSettled] => [how]),
  paper_proof: VERDICTS.flatMap((verdict): [Verdict, boolean][] => [
    [verdict, false],
    [verdict, true],
  ]),
  paper_sent: [[null], ...EARLIER] as [EarlierPaper | null][],
  paper_seller: [[null], ["X"]] as [string | null][],
  papers_counted: [
    [{ booked: 0, waiting: 0, discarded: 0 }],
    [{ booked: 1, waiting: 0, discarded: 0 }],
    [{ booked: 2, waiting: 1, discarded: 3 }],
  ] as [PapersCounted][],
  ask_discard: [["X"]] as [string][],
  ask_twin: EARLIER,
};
