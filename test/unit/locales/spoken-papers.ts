import type {
  BookedPaper,
  ShownPayment,
  DebtSide,
  DocumentName,
  Doubt,
  PhotoProblem,
  ShownDebt,
  ShownEntry,
  ShownPaper,
} from "#src/locales/index.ts";
import { ASKED_TOLD } from "./spoken-asked.ts";

type Things = { KINDS: readonly DocumentName[]; ENTRIES: readonly ShownEntry[] };

type Note = { named: readonly string[]; owed: boolean };

/** What the sentences about papers may have to tell. */
export function papersTold({ KINDS, ENTRIES }: Things) {
  return {
    details: ENTRIES.map((entry): [ShownEntry] => [entry]),
    ...ASKED_TOLD,
    ...paidTold({ KINDS, ENTRIES }),
    payment_not_taken: [["pagada"]] as [string][],
    document_on_credit: [
      ["por_pagar", null],
      ["por_cobrar", "18-12-2026"],
    ] as [DebtSide, string | null][],
    fees: [
      ["ingreso", { gross: "$3", retained: "$1", paid: "$2" }],
      ["egreso", { gross: "$3", retained: "$1", paid: "$2" }],
    ] as ["ingreso" | "egreso", { gross: string; retained: string; paid: string }][],
    note_lowers: [
      ["por_pagar", { concept: "X", open: "$2" }, "$1"],
      ["por_cobrar", { concept: null, open: "$2" }, null],
    ] as [DebtSide, Pick<ShownDebt, "concept" | "open">, string | null][],
    note_lowers_nothing: (["ingreso", "egreso"] as const).flatMap((type): [typeof type, Note][] => [
      [type, { named: ["1"], owed: true }],
      [type, { named: [], owed: false }],
    ]),
    document_last_year: [["03-12-2025"]] as [string][],
    still_reading: [[1], [3]] as [number][],
    document_due: [["28-11-2026"]] as [string][],
    document_paid: [[null], ["17-11-2026"]] as [string | null][],
    document_part_paid: [
      ["por_pagar", { paid: "$50.000", left: "$64.240", due: null }],
      ["por_cobrar", { paid: "$50.000", left: "$64.240", due: "18-12-2026" }],
    ] as [DebtSide, { paid: string; left: string; due: string | null }][],
    document_told_otherwise: [["$20.000"]] as [string][],
    document_discount: [["$20.000"]] as [string][],
    document_unsure: [[["total"]], [["date"]], [["total", "date"]]] as [Doubt[]][],
    photo_advice: (["blur", "glare", "cropped", "too_small"] as const).map((problem): [PhotoProblem] => [problem]),
    linked: KINDS.flatMap((kind) =>
      ENTRIES.flatMap((entry): [DocumentName, ShownEntry, string | null][] => [
        [kind, entry, null],
        [kind, entry, "$45.500"],
      ]),
    ),
    linked_day: [["X", "18-11-2026"]] as [string, string][],
    unlinked: KINDS.flatMap((kind) => ENTRIES.map((entry): [DocumentName, ShownEntry] => [kind, entry])),
    book_apart: KINDS.map((kind): [DocumentName] => [kind]),
    ask_match: ENTRIES.map((entry): [ShownEntry] => [entry]),
    ask_which_match: KINDS.map((kind): [DocumentName] => [kind]),
    match_row: ENTRIES.map((entry): [ShownEntry] => [entry]),
    waiting_documents: [
      [["1. X"], 0],
      [["1. X", "2. W"], 3],
    ] as [string[], number][],
    waiting_row: (["confirm", "answer", "review"] as const).flatMap((waits): [ShownPaper][] => [
      [{ name: "X", shop: "Copec", total: "$1", date: "17-11-2026", waits }],
      [{ name: "X", shop: null, total: null, date: null, waits }],
    ]),
    not_for_you: KINDS.map((kind): [DocumentName, string, string] => [kind, "X", "76123456-0"]),
    no_tax_credit: [["X"]] as [string][],
  };
}

/** What is told of a paper of money that moved. */
function paidTold({ KINDS, ENTRIES }: Things) {
  return {
    pays_debt: [
      ["por_cobrar", { who: "Juan", debts: 1, open: "$3", left: "$1", rest: null }],
      ["por_pagar", { who: null, debts: 2, open: "$3", left: null, rest: "$1" }],
    ] as [DebtSide, ShownPayment][],
    ask_paid_by: KINDS.map((name): [BookedPaper] => [{ name, shop: "X", number: "77", total: "$1" }]),
    ask_bought: KINDS.map((kind): [DocumentName, BookedPaper] => [
      kind,
      { name: "comprobante", shop: null, number: null, total: "$1" },
    ]),
    ask_same_paper: ENTRIES.flatMap((entry): [ShownEntry, string | null][] => [
      [entry, null],
      [entry, "$2"],
    ]),
    paper_told: ENTRIES.map((entry): [ShownEntry] => [entry]),
    kept_beside: KINDS.flatMap((kind) => ENTRIES.map((entry): [DocumentName, ShownEntry] => [kind, entry])),
  };
}
