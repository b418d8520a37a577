import { fold } from "#kernel";
import type { Extraction } from "./extraction.ts";
import { LINE_CHARS_MAX } from "./limits.ts";
import { GIVER, TAKER } from "./read/ends.ts";
import { cameSaid, saysMoved } from "./read/came-in.ts";

// Which way money went with a paper that is no sale's, as its own words tell it: a screen of a bank, a slip, a voucher.

/** `in`: it came to whoever holds the paper. `untold`: it was paid into an account, and nobody says whose. */
export type MoneyWay = "in" | "untold";

/** Null where the paper tells nothing of it: then it is what others sold. */
export function moneyWayOf({ kind, text }: Pick<Extraction, "kind" | "text">): MoneyWay | null {
  const lines = linesOf({ text });
  if (lines.some((line) => SLIP.test(line))) return "untold";
  if (!SLIPS.has(kind)) return null;
  const came = cameSaid(lines);
  if (came || lines.some((line) => KEPT_BY_SELLER.test(line))) return "in";
  const isUntold = lines.some((line) => CREDITED.test(line)) || (came === null && namesBoth(lines));
  return isUntold ? "untold" : null;
}

/**
 * True for a paper of money that moved: a screen of a bank, a voucher, a slip. It pays what is owed, and nothing is owed for
 * it. What a fiscal code names so is another paper.
 */
export function isMoneySlip({ kind, text, read_from }: Pick<Extraction, "kind" | "text" | "read_from">): boolean {
  if (CODES.has(read_from) || !(SLIPS.has(kind) || kind === "boleta")) return false;
  if (kind === "comprobante" || moneyWayOf({ kind, text }) !== null) return true;
  return kind === "unknown" && saysMoved(linesOf({ text }));
}

const CODES: ReadonlySet<Extraction["read_from"]> = new Set(["timbre", "qr", "xml"]);

/** «De Pedro Rojas, para María González»: who holds it may be either of them. */
function namesBoth(lines: readonly string[]): boolean {
  return names(lines, GIVER) && (names(lines, TAKER) || names(lines, TO));
}

/** A name beside its label, or in the line below. */
function names(lines: readonly string[], label: RegExp): boolean {
  return lines.some((line, at) => {
    const [said] = label.exec(line) ?? [];
    if (said === undefined) return false;
    const beside = line.slice(said.length).replace(/^\s*:?\s*/, "");
    return A_NAME.test(beside === "" ? (lines[at + 1] ?? "") : beside);
  });
}

/** «A María González», below who gave it. */
const TO = /^\W*a\b/;

/** Two words at least, and no account, bank or place. */
const A_NAME =
  /^(?!.*\b(?:cuenta|cta|cuentarut|rut|banco|vista|corriente|ahorro|caja|tarjeta|total|fecha|hora|comprobante|transferencia|pago|compra|venta|servicio|numero|codigo|retiro|entrega|llevar|servir)\b)[a-z][a-z'.]+(?: [a-z][a-z'.]+){1,5}\W*$/;

function linesOf({ text }: Pick<Extraction, "text">): string[] {
  return text.split("\n", LINES_MAX).map((line) => fold(line.slice(0, LINE_CHARS_MAX)));
}

/** True where the name on a paper is that of who paid: a bank names the sender, the seller's copy of a voucher only us. */
export function namesPayer(paper: Pick<Extraction, "kind" | "text">): boolean {
  return moneyWayOf(paper) === "in" && !linesOf(paper).some((line) => KEPT_BY_SELLER.test(line));
}

/** What banks, tills and terminals print; a boleta or an invoice tells of a sale, whatever is written on it. */
const SLIPS: ReadonlySet<Extraction["kind"]> = new Set(["comprobante", "recibo", "unknown"]);

/** Screens and slips are short; what stands far below is small print. */
const LINES_MAX = 60;

/** The copy of a terminal's voucher that stays with who sold. */
const KEPT_BY_SELLER =
  /\bcopia (?:(?:de|para)(?:l| el)? )?(?:comercio|establecimiento)\b|\b(?:via|copia) (?:do )?estabelecimento\b|\bmerchant copy\b/;

/** Paid in over a counter: by oneself, by a customer, or to somebody else's account. */
const SLIP =
  /^\W*(?:comprobante|boleta|papeleta|formulario|recibo) (?:de|del) depositos?\b|^\W*depositos? (?:en|de) (?:efectivo|documentos)\b|^\W*deposito (?:en|a) (?:cuenta|cta)\b|^\W*comprovante de deposito\b|^\W*deposit (?:slip|receipt)\b/;

/** Of a receipt for a part of a debt it is the word as well. */
const CREDITED =
  /^\W*(?:aviso|comprobante) de abono\b|^\W*abono (?:por transferencia|en cuenta|a (?:su |tu )?cuenta)\b/;

/** True for a list of what moved on an account: its lines are others' papers, and its sums nobody's purchase. */
export function isStatement(text: string): boolean {
  return text.split("\n", STATEMENT_HEAD_LINES).some((line) => STATEMENT.test(fold(line.slice(0, LINE_CHARS_MAX))));
}

/** The name of the bank and its slogans stand before the title. */
const STATEMENT_HEAD_LINES = 8;

/** «Estado de cuenta» alone is what a telephone company calls its bill. */
const STATEMENT =
  /^\W*(?:banco [a-z ]{2,30} )?(?:cartola\b|(?:estado de cuenta|extracto|resumen) (?:(?:de |la )*(?:cuenta )?(?:corriente|vista|rut|de ahorro|bancari[oa])|de (?:la )?cuenta\b|de movimientos)|(?:ultimos|detalle de) movimientos(?: de(?: la)? cuenta)?\W*$|extrato (?:bancario|de conta)|(?:bank|account) statement\b)/;
