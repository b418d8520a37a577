import type { z } from "@hono/zod-openapi";
import type { CivilDate } from "#kernel";
import type { NewEntry } from "#ledger";
import type { NewEntryShape } from "./shapes.ts";

/** What a client wrote, as the books take it. @param at the tenant's own currency and local date */
export function entryOf(asked: z.output<typeof NewEntryShape>, at: { currency: string; today: CivilDate }): NewEntry {
  return {
    type: asked.type,
    direction: asked.direction ?? null,
    amount_minor: asked.amount_minor,
    net_minor: asked.net_minor ?? null,
    tax_minor: asked.tax_minor ?? null,
    currency: asked.currency ?? at.currency,
    date: asked.date ?? at.today,
    due_date: asked.due_date ?? null,
    concept: asked.concept ?? null,
    category: asked.category ?? null,
    counterparty: asked.counterparty ?? null,
    source: "api",
    source_ref: apiRef(asked.idempotency_key),
    document_id: null,
    ...(asked.loan === undefined ? {} : { loan: asked.loan }),
    ...(asked.transfer === undefined ? {} : { transfer: asked.transfer }),
  };
}

/** The natural key of what a client asked for. */
export function apiRef(key: string): string {
  return `api:${key}`;
}
