import { createRoute, z } from "@hono/zod-openapi";
import { dateIn, monthOf } from "#kernel";
import {
  balance,
  listEntries,
  recordEntry,
  refusalOf,
  reverseEntry,
  settlementRefusalOf,
  summary,
  type EntryQuery,
} from "#ledger";
import type { Api } from "../api.ts";
import { viewerOf, writerOf } from "../caller.ts";
import { answers, IdParam, only, refused, takes } from "../describe.ts";
import { refusal } from "../errors.ts";
import { apiRef, entryOf } from "./new-entry.ts";
import {
  BalanceShape,
  EntriesQuery,
  EntryPageShape,
  EntryShape,
  NEW_ENTRY_EXAMPLE,
  NewEntryShape,
  SummaryQuery,
  SummaryShape,
} from "./shapes.ts";

export function ledgerRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(LIST), async (c) => {
    const viewer = await viewerOf(ports, c.get("caller"));
    const page = await listEntries(viewer, withoutAbsent(c.req.valid("query")));
    if (!page.ok) throw refusal("invalid", [{ field: "cursor", problem: "is not a cursor of ours" }]);
    return c.json(page.value, 200);
  });

  app.openapi(guarded(BOOK), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "entry.record");
    const now = ports.clock.now();
    const { currency, time_zone } = writer.tenant;
    const entry = entryOf(c.req.valid("json"), { currency, today: dateIn(now, time_zone) });
    const refusedFor = refusalOf(entry) ?? (await settlementRefusalOf(writer, entry));
    if (refusedFor) throw refusal("invalid", [{ field: refusedFor.field, problem: refusedFor.reason }]);
    const recorded = await recordEntry(writer, entry, { now, id: ports.entropy.id() });
    return c.json(recorded.entry, recorded.outcome === "created" ? 201 : 200);
  });

  app.openapi(guarded(REVERSE), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "entry.reverse");
    const key = c.req.valid("header")["idempotency-key"];
    const id = ports.entropy.id();
    const reversal = await reverseEntry(writer, {
      entry_id: c.req.valid("param").id,
      source: "api",
      source_ref: apiRef(key ?? `reversa:${id}`),
      now: ports.clock.now(),
      id,
    });
    switch (reversal.outcome) {
      case "created":
        return c.json(reversal.entry, 201);
      case "exists":
        return c.json(reversal.entry, 200);
      case "already_reversed":
        throw refusal("already_reversed", { reversed_by: reversal.entry.id });
      case "source_ref_taken":
        throw refusal("key_taken");
      case "not_found":
      case "not_reversible":
        throw refusal(reversal.outcome);
    }
  });

  app.openapi(guarded(BALANCE), async (c) => c.json(await balance(await viewerOf(ports, c.get("caller"))), 200));

  app.openapi(guarded(SUMMARY), async (c) => {
    const viewer = await viewerOf(ports, c.get("caller"));
    const month = c.req.valid("query").period ?? monthOf(dateIn(ports.clock.now(), viewer.tenant.time_zone));
    return c.json(await summary(viewer, month), 200);
  });
}

const tags = ["Ledger"];

const LIST = createRoute({
  method: "get",
  path: "/api/ledger/entries",
  tags,
  summary: "List entries",
  description:
    "Newest first, the history included: what stands has `reversed_by: null` and is no `reversa`. `from` and `to` are inclusive.",
  security: only("read:ledger"),
  request: { query: EntriesQuery },
  responses: { 200: answers("A page of the books", EntryPageShape), ...refused(400, 404) },
});

const BOOK = createRoute({
  method: "post",
  path: "/api/ledger/entries",
  tags,
  summary: "Book an entry",
  description: "201 for a new entry; 200 with the entry that stands where its `idempotency_key` came before.",
  security: only("write:ledger"),
  request: takes(NewEntryShape, NEW_ENTRY_EXAMPLE),
  responses: {
    200: answers("Booked before under this key", EntryShape),
    201: answers("Booked", EntryShape),
    ...refused(400, 403, 404),
  },
});

const REVERSE = createRoute({
  method: "post",
  path: "/api/ledger/entries/{id}/reverse",
  tags,
  summary: "Reverse an entry",
  description:
    "Entries are never edited or deleted: a reversal is their mirror image. A second one is 409, unless it repeats the request of the first (same `Idempotency-Key`).",
  security: only("write:ledger"),
  request: {
    params: IdParam,
    headers: z.object({ "idempotency-key": z.string().min(1).max(200).optional() }),
  },
  responses: {
    200: answers("Reversed before by this same request", EntryShape),
    201: answers("The reversal", EntryShape),
    ...refused(400, 403, 404, 409),
  },
});

const BALANCE = createRoute({
  method: "get",
  path: "/api/ledger/balance",
  tags,
  summary: "Cash and accounts",
  security: only("read:ledger"),
  responses: { 200: answers("What every account holds now", BalanceShape), ...refused(400, 404) },
});

const SUMMARY = createRoute({
  method: "get",
  path: "/api/ledger/summary",
  tags,
  summary: "A month and the mean of the three before",
  security: only("read:ledger"),
  request: { query: SummaryQuery },
  responses: { 200: answers("The month", SummaryShape), ...refused(400, 404) },
});

function withoutAbsent(query: z.output<typeof EntriesQuery>): EntryQuery {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as EntryQuery;
}
