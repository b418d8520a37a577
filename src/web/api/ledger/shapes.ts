import { z } from "@hono/zod-openapi";
import { ENTRIES_LIMIT_DEFAULT, ENTRIES_LIMIT_MAX, TEXT_CHARS_MAX } from "#ledger";
import { Cursor, Limit, NextCursor } from "../describe.ts";
import { CivilDay, CurrencyCode, Minor, MoneyShape, Slug } from "../shapes.ts";

const Direction = z.enum(["por_pagar", "por_cobrar"]);
const MovementKind = z.enum(["ingreso", "egreso", "deuda", "transferencia"]);
const Words = z.string().min(1).max(TEXT_CHARS_MAX);

export const EntryShape = z
  .object({
    id: z.string(),
    seq: z.int().openapi({ description: "1, 2, 3 … within the tenant" }),
    type: z.enum(["ingreso", "egreso", "deuda", "transferencia", "reversa"]),
    direction: Direction.nullable().openapi({ description: "Of a debt, or the kind of debt that is settled" }),
    loan: z.boolean().openapi({ description: "Money changed hands without being earned or spent" }),
    amount_minor: Minor,
    net_minor: z.int().nullable(),
    tax_minor: z.int().nullable(),
    currency: CurrencyCode,
    date: CivilDay,
    due_date: CivilDay.nullable(),
    recorded_at: z.string().openapi({ format: "date-time" }),
    concept: z.string().nullable(),
    category: z.string().nullable(),
    counterparty: z.string().nullable(),
    source: z.enum(["whatsapp", "whapi", "telegram", "web", "api", "sii", "recurrencia"]),
    source_ref: z.string().openapi({ description: "The natural key: the same key twice is the same entry" }),
    document_id: z.string().nullable(),
    reverses_id: z.string().nullable(),
    replaces_id: z.string().nullable(),
    settles_id: z
      .string()
      .nullable()
      .openapi({ description: "The `deuda` that it pays; null where it pays none, or the oldest of its counterparty" }),
    reversed_by: z.string().nullable().openapi({ description: "null while the entry stands" }),
    postings: z.array(z.object({ debit: z.string(), credit: z.string(), amount_minor: Minor, currency: CurrencyCode })),
  })
  .openapi("Entry");

export const EntriesQuery = z.object({
  from: CivilDay.optional(),
  to: CivilDay.optional(),
  category: Slug.optional(),
  counterparty: z.string().min(1).max(TEXT_CHARS_MAX).optional(),
  limit: Limit(ENTRIES_LIMIT_MAX, ENTRIES_LIMIT_DEFAULT),
  cursor: Cursor,
});

export const EntryPageShape = z.object({ entries: z.array(EntryShape), next_cursor: NextCursor }).openapi("EntryPage");

/** What a client states; what the books decide themselves (id, seq, source, postings …) is not taken from it. */
export const NewEntryShape = z
  .object({
    type: MovementKind,
    direction: Direction.nullish().openapi({ description: "Required for a `deuda`" }),
    amount_minor: Minor.positive(),
    currency: CurrencyCode.optional().openapi({ description: "The tenant's own where absent" }),
    date: CivilDay.optional().openapi({ description: "The tenant's today where absent" }),
    due_date: CivilDay.nullish(),
    concept: Words.nullish(),
    category: Slug.nullish(),
    counterparty: Words.nullish(),
    net_minor: z.int().nonnegative().nullish(),
    tax_minor: z.int().nonnegative().nullish(),
    loan: z.boolean().optional().openapi({ description: "Of a payment, where absent: as the debts that it pays" }),
    settles_id: z.ulid().nullish().openapi({
      description: "Of an `ingreso` or `egreso` with a `direction`: the `deuda` that it pays, of the same currency",
    }),
    transfer: z
      .object({ from: z.string(), to: z.string() })
      .optional()
      .openapi({ description: "Of a `transferencia`: account names; from caja to banco where absent" }),
    idempotency_key: z
      .string()
      .min(1)
      .max(200)
      .openapi({ description: "Yours to choose; the same key again answers the same entry and books nothing" }),
  })
  .openapi("NewEntry");

export const NEW_ENTRY_EXAMPLE = {
  type: "egreso",
  amount_minor: 20000,
  concept: "bencina",
  category: "combustible",
  counterparty: "Copec",
  idempotency_key: "caja-2026-11-18-0001",
};

export const BalanceShape = z
  .object({
    cash: MoneyShape,
    cash_by_currency: z.array(MoneyShape),
    accounts: z.array(z.object({ account: z.string(), kind: z.string(), amount_minor: Minor, currency: CurrencyCode })),
  })
  .openapi("Balance");

const ResultShape = { income: MoneyShape, expense: MoneyShape, result: MoneyShape };

export const SummaryShape = z
  .object({
    period: z.string().openapi({ example: "2026-11" }),
    ...ResultShape,
    withdrawals: MoneyShape.openapi({ description: "What the owner took out: no expense" }),
    tax: z.object({ debit_minor: Minor, credit_minor: Minor }),
    by_category: z.array(
      z.object({
        category: z.string(),
        kind: z.enum(["income", "expense"]),
        amount_minor: Minor,
        mean_minor: Minor.openapi({ description: "A month's mean over the three before" }),
      }),
    ),
    mean: z.object({ ...ResultShape, months: z.array(z.string()), months_with_entries: z.int() }),
    debts: z.object({ por_cobrar: MoneyShape, por_pagar: MoneyShape }),
    other_currencies: z.array(z.object(ResultShape)),
  })
  .openapi("Summary");

export const SummaryQuery = z.object({
  period: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month, YYYY-MM")
    .optional()
    .openapi({ description: "The tenant's current month where absent", example: "2026-11" }),
});
