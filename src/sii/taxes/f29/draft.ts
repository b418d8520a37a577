// A draft of the F29 of a month, line by line with the documents behind each. Nobody files it from here.

import type { Month } from "#kernel";
import { isShaking, type Caveat } from "../caveat.ts";
import type { Ppm } from "../ppm.ts";
import type { Revalued } from "../utm.ts";
import { documentsBehind, type VatItem, type VatMonth } from "../vat.ts";
import { F29 } from "./codes.ts";
import { PURCHASES, SALES, WITHHELD, type LineRule } from "./line-rules.ts";

export type F29Section = "debit" | "credit" | "vat" | "income" | "withheld" | "total";

/** `count` and `amount`: null where they are not known. `amount` is in whole pesos, that of code 115 in percent. */
export type F29Line = {
  section: F29Section;
  code: number;
  count_code: number | null;
  caption: string;
  /** `=`: a sum of lines above. Empty: told, and in no sum. */
  sign: "+" | "-" | "=" | "";
  count: number | null;
  amount: number | null;
  /** Items of the RCV behind it, none where it is given or a sum. */
  ids: readonly string[];
  /** Codes of lines that nobody has told us and that this sum has been made without. */
  lacks: readonly number[];
};

/** What the RCV does not say. Null: not known, which is not nothing. Whole pesos. */
export type F29Given = {
  /** Code 504, as `revalued` gives it. */
  previous: Revalued | null;
  ppm: Ppm | null;
  /** Impuesto único of wages, 48; retention of fees, 151; of directors' fees, 153. */
  workers_tax: number | null;
  fees_withheld: number | null;
  directors_withheld: number | null;
};

export type F29Draft = {
  month: Month;
  lines: readonly F29Line[];
  /** Codes of all lines that are missing. */
  lacks: readonly number[];
  /** Why sums may be wrong though no line is missing. */
  caveats: readonly Caveat[];
};

/** Lines of which there is nothing are left out, except sums and what is missing. */
export function draftF29(month: VatMonth, given: F29Given): F29Draft {
  const debit = filled("debit", SALES, month.items);
  const debits = total({ section: "debit", code: F29.debits, caption: "TOTAL DÉBITOS" }, debit);
  const carried = { section: "credit", code: F29.previous, caption: "Remanente Crédito Fiscal mes anterior" } as const;
  const credit = [...filled("credit", PURCHASES, month.items), asked(carried, given.previous?.amount ?? null)];
  const credits = total({ section: "credit", code: F29.credits, caption: "TOTAL CRÉDITOS" }, credit);
  const vat = vatLine(debits, credits);
  const income = incomeLines(given);
  const subtotal = total({ section: "income", code: F29.subtotal, caption: "SUB TOTAL IMPUESTO DETERMINADO ANVERSO" }, [
    vat,
    ...income,
  ]);
  const withheld = filled("withheld", WITHHELD, month.items);
  const retained = total({ section: "withheld", code: F29.retained, caption: "Retención Cambio de Sujeto" }, withheld);
  const determined = total({ section: "total", code: F29.determined, caption: "TOTAL DETERMINADO" }, [
    subtotal,
    retained,
  ]);
  const payable = total({ section: "total", code: F29.payable, caption: "TOTAL A PAGAR DENTRO DEL PLAZO LEGAL" }, [
    determined,
  ]);
  const kept = withheld.length === 0 ? [] : [...withheld, retained];
  return {
    month: month.month,
    lines: [...debit, debits, ...credit, credits, vat, ...income, subtotal, ...kept, determined, payable],
    lacks: payable.lacks,
    caveats: month.caveats.filter(isShaking),
  };
}

/** The line of a code; there is none where there is nothing to tell of it. */
export function lineOf({ lines }: F29Draft, code: (typeof F29)[keyof typeof F29]): F29Line | undefined {
  return lines.find((line) => line.code === code);
}

function filled(section: F29Section, rules: readonly LineRule[], items: readonly VatItem[]): F29Line[] {
  return rules.flatMap(({ takes, sum, least, caption, count_code, code, sign }): F29Line[] => {
    const taken = items.filter(takes);
    const net = taken.reduce((all, item) => all + sum(item), 0);
    const amount = least === undefined ? net : Math.max(least, net);
    if (taken.length === 0 || (least !== undefined && amount === 0)) return [];
    const count = count_code === null ? null : documentsBehind(taken.filter(isCounted));
    const ids = [...new Set(taken.map(({ id }) => id))];
    return [{ section, code, count_code, caption, sign, count, amount, ids, lacks: [] }];
  });
}

/** Of a month's boletas that are exempt in part nobody counts which. */
function isCounted({ id, exempt, net }: VatItem): boolean {
  return !(id.startsWith("total:") && exempt > 0 && net > 0);
}

/** A line that somebody has to tell us. */
function asked(heading: Heading, amount: number | null): F29Line {
  const lacks = amount === null ? [heading.code] : [];
  return { ...heading, count_code: null, sign: "+", count: null, amount, ids: [], lacks };
}

type Heading = Pick<F29Line, "section" | "code" | "caption">;

function total(heading: Heading, parts: readonly F29Line[]): F29Line {
  const amount = parts.reduce((sum, each) => sum + signed(each), 0);
  const lacks = [...new Set(parts.flatMap((each) => each.lacks))].toSorted((a, b) => a - b);
  return { ...heading, count_code: null, sign: "=", count: null, amount, ids: [], lacks };
}

/** What is left for the next month lowers nothing else that is to be paid now. */
function signed({ sign, code, amount }: F29Line): number {
  if (sign === "" || code === F29.remanente || amount === null) return 0;
  return sign === "-" ? -amount : amount;
}

function vatLine(debits: F29Line, credits: F29Line): F29Line {
  const difference = (debits.amount ?? 0) - (credits.amount ?? 0);
  const line = { ...credits, section: "vat", amount: Math.abs(difference) } as const;
  return difference >= 0
    ? { ...line, code: F29.vat, caption: "IVA determinado" }
    : { ...line, code: F29.remanente, caption: "Remanente de crédito fiscal para el período siguiente" };
}

function incomeLines({ ppm, workers_tax, fees_withheld, directors_withheld }: F29Given): F29Line[] {
  const line = (code: number, caption: string, amount: number | null): F29Line =>
    asked({ section: "income", code, caption }, amount);
  // Base and rate are told, the payment counts.
  const untold = (code: number, caption: string, amount: number | null): F29Line => ({
    ...line(code, caption, amount),
    sign: "",
  });
  return [
    line(F29.workers_tax, "Retención Impuesto Único a los Trabajadores, según Art. 74 N° 1 LIR", workers_tax),
    line(
      F29.fees_withheld,
      "Retención de Impuesto sobre las rentas del Art. 42 N° 2, según Art. 74 N° 2 LIR",
      fees_withheld,
    ),
    line(
      F29.directors_withheld,
      "Retención de Impuesto sobre las rentas del Art. 48, según Art. 74 N° 3 LIR",
      directors_withheld,
    ),
    untold(F29.ppm_base, "1ra. Categoría Art. 84 a) y 14 D: base imponible", ppm?.base ?? null),
    untold(F29.ppm_rate, "1ra. Categoría Art. 84 a) y 14 D: tasa", ppm?.rate ?? null),
    line(F29.ppm, "1ra. Categoría Art. 84 a) y 14 D: PPM neto determinado", ppm?.amount ?? null),
  ];
}
