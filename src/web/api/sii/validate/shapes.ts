import { z } from "@hono/zod-openapi";
import type { Difference, DocumentShown, EntryShown, Reconciliation, SideTotals, Sum } from "#sii";
import { orNull } from "../../describe.ts";
import { Side, State } from "../shapes.ts";

const Value = z.object({ total_minor: z.int(), tax_minor: z.int() });
const Counted = Value.extend({ count: z.int() });
const Sums = z.object({
  sii: Counted.openapi({ description: "What the register counts" }),
  books: Counted.openapi({ description: "The entries that stand for such documents" }),
  rounding: Value,
  beside: z.object({ sii: Counted, books: Counted }).openapi({
    description:
      "What neither holds against the other: boletas and vouchers there, here what was told without an invoice",
  }),
});

const CLASSES = [
  "missing_here",
  "missing_there",
  "amount",
  "period",
  "pending",
  "credit_note",
  "not_for_this_rut",
  "duplicate",
  "reclaimed_but_booked",
  "not_included",
  "totals",
] as const satisfies readonly Difference["class"][];

const DocumentShape = z.object({
  id: z.string(),
  key: z.string(),
  state: State,
  type: z.number(),
  folio: z.string(),
  counterparty: z.object({ rut: z.string(), name: z.string() }),
  total_minor: z.int(),
  tax_minor: z.int(),
  date: z.string(),
  month: z.string(),
});

const EntryShape = z.object({
  id: z.string(),
  amount_minor: z.number(),
  currency: z.string(),
  tax_minor: z.int(),
  date: z.string(),
  concept: z.string().nullable(),
  counterparty: z.string().nullable(),
  document_id: z.string().nullable(),
});

const DifferenceShape = z
  .object({
    key: z.string(),
    class: z.enum(CLASSES),
    side: Side,
    documents: z.array(DocumentShape),
    entries: z.array(EntryShape),
    effect: Value.openapi({ description: "What the register counts less what the books do" }),
    vat_minor: z.int().openapi({ description: "So many pesos more of IVA are to be paid than the books say" }),
    deadline: orNull(z.object({ until: z.string(), days_left: z.number() })),
    summary: orNull(
      z.object({ type: z.number(), state: State, summed: Counted, listed: Counted }).openapi("SiiSummary"),
    ),
    link: orNull(z.object({ document: DocumentShape, entry: EntryShape })).openapi({
      description: "What the likeliest link would put together",
    }),
    resolutions: z
      .array(z.looseObject({ index: z.number(), do: z.string() }))
      .openapi({ description: "What may be answered, the likeliest first" }),
    set_aside: z.boolean(),
  })
  .openapi("SiiDifference");

export const ValidationShape = z
  .object({
    period: z.string(),
    sides: z.object({ compra: Sums, venta: Sums }),
    causes: z.array(
      z.object({
        class: z.enum(CLASSES),
        side: Side,
        count: z.number(),
        effect: Value,
        vat_minor: z.int(),
        keys: z.array(z.string()),
      }),
    ),
    differences: z.array(DifferenceShape),
  })
  .openapi("SiiValidation");

type Shown = z.output<typeof ValidationShape>;

/** A month with what parts it from the books; amounts in whole pesos. */
export function shownValidation({ month, sides, causes, differences }: Reconciliation): Shown {
  return {
    period: month,
    sides: { compra: shownSums(sides.compra), venta: shownSums(sides.venta) },
    causes: causes.map(({ effect, vat, keys, ...cause }) => ({
      ...cause,
      effect: minor(effect),
      vat_minor: vat,
      keys: [...keys],
    })),
    differences: differences.map(shownDifference),
  };
}

function shownSums({ sii, books, rounding, beside }: SideTotals): z.output<typeof Sums> {
  return {
    sii: counted(sii),
    books: counted(books),
    rounding: minor(rounding),
    beside: { sii: counted(beside.sii), books: counted(beside.books) },
  };
}

function shownDifference(difference: Difference): Shown["differences"][number] {
  const { key, class: kind, side, documents, entries, effect, vat, deadline, summary, link, resolutions } = difference;
  return {
    key,
    class: kind,
    side,
    documents: documents.map(shownDocument),
    entries: entries.map(shownEntry),
    effect: minor(effect),
    vat_minor: vat,
    deadline,
    summary: summary && { ...summary, summed: counted(summary.summed), listed: counted(summary.listed) },
    link: link && { document: shownDocument(link.document), entry: shownEntry(link.entry) },
    resolutions: resolutions.map((resolution, index) => ({ index, ...resolution })),
    set_aside: difference.is_set_aside,
  };
}

function shownDocument({ total, tax, ...document }: DocumentShown): z.output<typeof DocumentShape> {
  return { ...document, ...minor({ total, tax }) };
}

function shownEntry({ tax: tax_minor, ...entry }: EntryShown): z.output<typeof EntryShape> {
  return { ...entry, tax_minor };
}

function minor({ total, tax }: { total: number; tax: number }): z.output<typeof Value> {
  return { total_minor: total, tax_minor: tax };
}

function counted({ count, ...value }: Sum): z.output<typeof Counted> {
  return { count, ...minor(value) };
}
