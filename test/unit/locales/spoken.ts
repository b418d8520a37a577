import type {
  DebtSide,
  DocumentName,
  MovementKind,
  ShownRest,
  DocumentTrouble,
  ShownDocument,
  ShownEntry,
  Verdict,
  Words,
} from "#src/locales/index.ts";
import { papersTold } from "./spoken-papers.ts";

// All that a locale can say, each of its sentences with every kind of thing that it may have to tell.

/** A sentence and the key it stands under: `buttons.undo`, `booked(3)`. */
export type Spoken = { key: string; text: string };

export function spokenBy(words: Words): Spoken[] {
  return Object.entries(words).flatMap(([key, value]) => spokenUnder(key, value));
}

function spokenUnder(key: string, value: Words[keyof Words] | string): Spoken[] {
  if (typeof value === "string") return [{ key, text: value }];
  if (typeof value !== "function") {
    return Object.entries(value).flatMap(([name, text]) => spokenUnder(`${key}.${name}`, text));
  }
  const say = value as (...told: unknown[]) => string | null;
  return TOLD[key as keyof typeof TOLD].flatMap((told, i) => {
    const text = say(...told);
    return text === null ? [] : [{ key: `${key}(${i})`, text }];
  });
}

type Sentence = (...told: never[]) => string | null;
type Told = {
  [Key in keyof Words as Words[Key] extends Sentence ? Key : never]: Parameters<Extract<Words[Key], Sentence>>[];
};

export const EXPENSE: ShownEntry = {
  type: "egreso",
  direction: null,
  amount: "$45.000",
  concept: "bencina",
  category: "Combustible",
  counterparty: "Copec",
  date: "17-11-2026",
  due_date: null,
  tax: "$7.184",
  country: "CL",
  evidence: [{ words: "45 lucas", meaning: "$45.000" }],
};

export const DEBT: ShownEntry = {
  ...EXPENSE,
  type: "deuda",
  direction: "por_cobrar",
  counterparty: "Juan",
  due_date: "30-11-2026",
  tax: null,
  evidence: [],
};

export const BARE: ShownEntry = {
  ...EXPENSE,
  type: "ingreso",
  concept: null,
  category: null,
  counterparty: null,
  tax: null,
  evidence: [],
};

export const PAPER: ShownDocument = {
  kind: "factura",
  country: "PE",
  party: "supplier",
  merchant: "Ejemplo SAC",
  merchant_tax_id: "20100066603",
  series: "F001",
  number: "123",
  date: "17-11-2026",
  total: "S/ 450.00",
  net: "S/ 381.36",
  tax: "S/ 68.64",
  items: [
    { description: "Producto 1", quantity: null, amount: "S/ 200.00" },
    { description: "Producto 2", quantity: null, amount: null },
  ],
  items_left: 3,
  category: "Insumos",
};

const MANY_OF_ONE: ShownDocument = {
  ...PAPER,
  country: "",
  items: [{ description: "Producto 1", quantity: "3", amount: "S/ 200.00" }],
};

export const UNREAD: ShownDocument = {
  kind: "unknown",
  country: "CL",
  party: "supplier",
  merchant: null,
  merchant_tax_id: null,
  series: null,
  number: null,
  date: null,
  total: null,
  net: null,
  tax: null,
  items: [],
  items_left: 0,
  category: null,
};

const ENTRIES: ShownEntry[] = [
  { ...EXPENSE, country: "" },
  BARE,
  DEBT,
  { ...DEBT, direction: "por_pagar" },
  { ...EXPENSE, type: "transferencia", country: "" },
];

const KINDS = "boleta factura factura_exenta nota_credito nota_debito guia comprobante recibo unknown".split(
  " ",
) as DocumentName[];
const PARTIES = ["supplier", "customer", "named"] as const;
const OF_EVERY_KIND = KINDS.map((kind): ShownDocument => ({ ...PAPER, country: "", kind }));

const VERDICTS: Verdict[] = ["authentic", "test_document", "altered", "unverified", "not_applicable"];

const TROUBLES: DocumentTrouble[] = [
  "unreadable",
  "unsupported_type",
  "too_large",
  "too_many_pages",
  "encrypted",
  "corrupt",
  "bomb",
  "timeout",
  "media_lost",
];

const SIDES: DebtSide[] = ["por_cobrar", "por_pagar"];
const PAPERS: [string | null, string | null][] = [
  ["Copec", "$1"],
  [null, "$1"],
  ["Copec", null],
  [null, null],
];

const SIDED = SIDES.flatMap((side): [DebtSide, string | null][] => [
  [side, "Juan"],
  [side, null],
]);

const TOLD: Told = {
  tax_id_name: [[""]],
  tax_name: [[""]],
  greeting: [[null], ["Ana"]],
  country_set: [
    ["US", "USD"],
    ["CL", "CLP"],
  ],
  booked: ENTRIES.map((entry) => [entry]),
  ...papersTold({ KINDS, ENTRIES }),
  booked_together: [
    [2, ["• X", "• W"], 0],
    [20, ["• X"], 19],
  ],
  in_line: ENTRIES.map((entry) => [entry]),
  cash: [["$1.000"]],
  named: ENTRIES.map((entry) => [entry]),
  undone: ENTRIES.map((entry) => [entry]),
  before_undone: ENTRIES.map((entry) => [entry]),
  still_pending: [
    ["X", 0],
    ["X", 2],
  ],
  all_pending: [[["X", "W"]]],
  waiting_document: PAPERS,
  paper: PAPERS,
  let_go: [[["$1"]], [["$1", "X"]], [["$1", "$2", "$3", "$4", "$5", "$6"]]],
  dropped: [[["$1"]], [["$1", "X"]], [["$1", "$2", "$3", "$4", "$5", "$6"]]],
  papers_to_review: [[["X"]], [["X", "W"]]],
  quoted: [["X"]],
  open_again: SIDES.flatMap((side): [DebtSide, string | null, string][] => [
    [side, "Juan", "$1"],
    [side, null, "$1"],
  ]),
  worth: [["$1", "17-11-2026"]],
  ask_left: (["por_pagar", "por_cobrar"] as const).map((side): [DebtSide, string] => [side, "$50.000"]),
  ask_amount: (["ingreso", "egreso", "deuda"] as const).flatMap((kind): [MovementKind, string][] => [
    [kind, "Pago de Juan"],
    [kind, "pan"],
  ]),
  ask_direction: [["$1", "pan"]],
  corrected: ENTRIES.flatMap((entry): [string, ShownEntry][] => [
    ["$54.000", entry],
    [entry.amount, entry],
  ]),
  heard: [["…"]],
  voice_too_long: [[5]],
  document: PARTIES.flatMap((party) =>
    [UNREAD, MANY_OF_ONE, ...OF_EVERY_KIND].map((paper): [ShownDocument] => [{ ...paper, party }]),
  ),
  document_booked: ENTRIES.flatMap((entry) => VERDICTS.map((verdict): [ShownEntry, Verdict] => [entry, verdict])),
  document_verdict: VERDICTS.map((verdict) => [verdict]),
  document_trouble: TROUBLES.map((trouble) => [trouble]),
  scan_link: (["asked", "no_code", "quality"] as const).map((why) => [why, "https://lucas.example/escanear#x", 10]),
  which_documents: [[1], [2], [30]],
  balance: [
    ["$1.000", []],
    ["$1.000", [{ name: "X", amount: "$500" }]],
  ],
  summary: [
    [{ month: "11 2026", income: "$1", expense: "$2", result: "-$1", categories: [] }],
    [{ month: "11 2026", income: "$1", expense: "$2", result: "-$1", categories: [{ name: "X", amount: "$2" }] }],
  ],
  total_of: [["X", "2026", "$2"]],
  entries: [["2026", ["• 17-11-2026: +$1"]]],
  no_entries: [["2026"]],
  debts: [
    ["por_cobrar", [], null],
    ["por_pagar", [], null],
    ["por_cobrar", [{ who: "Juan", amount: "$1" }], null],
    ["por_pagar", [{ who: "Juan", amount: "$1" }], { count: 180, amount: "$2" }],
  ],
  still_owed: SIDES.flatMap((side): [DebtSide, string | null][] => [
    [side, "$1.000"],
    [side, null],
  ]),
  no_open_debt: SIDED,
  ask_same_name: [["Juan"]],
  ask_which_debt: SIDED,
  debt_row: [
    [{ concept: "X", who: "Juan", date: "17-11-2026", open: "$1", original: null }],
    [{ concept: null, who: "Juan", date: "17-11-2026", open: "$1", original: "$2" }],
    [{ concept: null, who: null, date: "17-11-2026", open: "$1", original: null }],
  ],
  ask_rest: SIDES.flatMap((side): [DebtSide, ShownRest][] => [
    [side, { who: "Juan", owed: "$1", rest: "$2" }],
    [side, { who: null, owed: "$1", rest: "$2" }],
  ]),
  ask_paid: SIDED,
  payment: SIDED,
  rules: [[["1. X = W"]]],
  learned: [["X = W"]],
  forgotten: [["X = W"]],
  month_total: [["$1", "X"]],
  month_mean: [["$1"]],
  month_rise: [
    [33, []],
    [33, ["X"]],
  ],
  cause_more: [[3, 2]],
  cause_dearer: [["$2", "$1"]],
  cause_single: [
    ["$2", "X"],
    ["$2", null],
  ],
  edited_message: [[EXPENSE]],
  deleted_message: [[EXPENSE]],
  too_fast: [[1], [2], [60]],
};
