import type { z } from "@hono/zod-openapi";
import type { CivilDate } from "#kernel";
import type { NewEntry } from "#ledger";
import type { NewEntryShape } from "./shapes.ts";

/** What a client wrote, as the books take it. @param at the tenant's own currency and local date */
export function entryOf(asked: z.output<typeof NewEntryShape>, at: { currency: string; today: CivilDate }): NewEntry {
  const { type, amount_minor, idempotency_key, ...stated } = asked;
  return {
    ...NOTHING_STATED,
    currency: at.currency,
    date: at.today,
    ...withoutAbsent(stated),
    type,
    amount_minor,
    source: "api",
    source_ref: apiRef(idempotency_key),
    document_id: null,
  };
}

const NOTHING_STATED = {
  direction: null,
  net_minor: null,
  tax_minor: null,
  due_date: null,
  concept: null,
  category: null,
  counterparty: null,
};

/** The natural key of what a client asked for. */
export function apiRef(key: string): string {
  return `api:${key}`;
}

/** Only what was said: an absent field must not cover what stands in its place. */
function withoutAbsent<T extends object>(stated: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said = Object.entries(stated).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
