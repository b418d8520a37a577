// What each of the SII's types of document is to the VAT of a month (LibroCV, tabla de tipos de documento).

export type DocumentKind =
  | "invoice"
  | "exempt_invoice"
  | "first_invoice"
  | "boleta"
  | "exempt_boleta"
  | "voucher"
  | "debit_note"
  | "credit_note"
  | "export"
  | "export_debit_note"
  | "export_credit_note"
  | "purchase_invoice"
  | "liquidation"
  | "import";

/** 920 and 922 stand in no paper: they raise and lower the débito by themselves, as notes do. */
const KINDS: Readonly<Record<DocumentKind, readonly number[]>> = {
  invoice: [30, 33],
  exempt_invoice: [32, 34],
  first_invoice: [29],
  boleta: [35, 39],
  exempt_boleta: [38, 41],
  voucher: [48],
  debit_note: [55, 56, 920],
  credit_note: [60, 61, 922],
  export: [101, 110],
  export_debit_note: [104, 111],
  export_credit_note: [106, 112],
  purchase_invoice: [45, 46],
  liquidation: [40, 43],
  import: [914],
};

const KIND_OF: ReadonlyMap<number, DocumentKind> = new Map(
  (Object.entries(KINDS) as [DocumentKind, readonly number[]][]).flatMap(([kind, types]) =>
    types.map((type): [number, DocumentKind] => [type, kind]),
  ),
);

/** Null where the type is none that we know how to count: what holds one has totals that are not to be relied on. */
export function kindOf(type: number): DocumentKind | null {
  return KIND_OF.get(type) ?? null;
}

/** The RCV writes notes of credit above zero; they subtract. */
export function signOf(kind: DocumentKind): 1 | -1 {
  return kind === "credit_note" || kind === "export_credit_note" ? -1 : 1;
}

/** A note of credit, which takes back. */
export function isCreditNote(type: number): boolean {
  const kind = kindOf(type);
  return kind !== null && signOf(kind) === -1;
}

/** Documents with a signature, which lines 511 and 514 of the F29 speak of. */
export function isElectronic(type: number): boolean {
  return ELECTRONIC.has(type);
}

const ELECTRONIC: ReadonlySet<number> = new Set([33, 34, 39, 41, 43, 46, 56, 61, 110, 111, 112]);
