import { expect, test } from "vitest";
import { entryOf } from "#src/web/api/ledger/new-entry.ts";
import { NewEntryShape } from "#src/web/api/ledger/shapes.ts";
import { desk, outcome } from "./desk.ts";

const { asOperator, post } = desk();
const TENANT = { "X-Tenant-Id": "01JCZX9E40TEST000000000000" };
const ENTRY = { type: "egreso", amount_minor: 20_000, concept: "bencina", idempotency_key: "k1" };
const at = { currency: "CLP", today: "2026-11-18" };

test("refuses an entry that is none, before it opens the books", async () => {
  const cases: [string, unknown][] = [
    ["no type", { ...ENTRY, type: undefined }],
    ["a reversal", { ...ENTRY, type: "reversa" }],
    ["no amount", { ...ENTRY, amount_minor: undefined }],
    ["nothing", { ...ENTRY, amount_minor: 0 }],
    ["less than nothing", { ...ENTRY, amount_minor: -1 }],
    ["half a peso", { ...ENTRY, amount_minor: 0.5 }],
    ["an amount in words", { ...ENTRY, amount_minor: "20000" }],
    ["more than an integer holds", { ...ENTRY, amount_minor: 2 ** 53 }],
    ["no key", { ...ENTRY, idempotency_key: undefined }],
    ["an empty key", { ...ENTRY, idempotency_key: "" }],
    ["a day of no calendar", { ...ENTRY, date: "2026-02-30" }],
    ["a day as Chile writes it", { ...ENTRY, date: "18/11/2026" }],
    ["a currency in small letters", { ...ENTRY, currency: "clp" }],
    ["a category with a space", { ...ENTRY, category: "otros gastos" }],
    ["a concept of 501 characters", { ...ENTRY, concept: "a".repeat(501) }],
    ["a direction of its own", { ...ENTRY, direction: "arriba" }],
    ["a debt by no id of ours", { ...ENTRY, direction: "por_pagar", settles_id: "la de Pedro" }],
  ];
  for (const [what, entry] of cases) {
    expect([what, await outcome(await post("/api/ledger/entries", entry, TENANT))]).toEqual([what, "400 invalid"]);
  }
});

test.each([
  [{ type: undefined }, "type", "is missing"],
  [{ type: "reversa" }, "type", "must be ingreso or egreso or deuda or transferencia"],
  [{ amount_minor: "20000" }, "amount_minor", "must be a number"],
  [{ amount_minor: 0.5 }, "amount_minor", "must be a whole number"],
  [{ amount_minor: 0 }, "amount_minor", "must be more than 0"],
  [{ amount_minor: undefined }, "amount_minor", "is missing"],
  [{ concept: 5 }, "concept", "must be a text"],
  [{ concept: "a".repeat(501) }, "concept", "must have at most 500 characters"],
  [{ idempotency_key: "" }, "idempotency_key", "must not be empty"],
  [{ date: "2026-02-30" }, "date", "must be a day of the calendar, YYYY-MM-DD"],
])("says in its own words what is wrong with %j", async (wrong, field, problem) => {
  const answer = await post("/api/ledger/entries", { ...ENTRY, ...wrong }, TENANT);
  expect(await answer.json()).toMatchObject({ error: { details: [{ field, problem }] } });
});

test.each([
  ["limit=x", "must be a number"],
  ["limit=0", "must be at least 1"],
  ["limit=201", "must be at most 200"],
  ["limit=1.5", "must be a whole number"],
])("says in its own words what is wrong with ?%s", async (query, problem) => {
  const answer = await asOperator(`/api/ledger/entries?${query}`, { headers: TENANT });
  expect(await answer.json()).toMatchObject({ error: { details: [{ field: "limit", problem }] } });
});

test.each(["null", "[]", '"x"', "5"])("of %s it says that it must be an object", async (body) => {
  const answer = await post("/api/ledger/entries", body, TENANT);
  expect(await answer.json()).toMatchObject({ error: { details: [{ field: "", problem: "must be an object" }] } });
});

test("refuses a query that is none, before it opens the books", async () => {
  const queries = [
    "limit=0",
    "limit=201",
    "limit=x",
    "limit=1.5",
    "from=2026-13-01",
    "to=yesterday",
    "category=A%20B",
    "counterparty=",
  ];
  for (const query of queries) {
    expect([query, await outcome(await asOperator(`/api/ledger/entries?${query}`, { headers: TENANT }))]).toEqual([
      query,
      "400 invalid",
    ]);
  }
  for (const period of ["2026", "2026-00", "2026-13", "november", "2026-1"]) {
    const path = `/api/ledger/summary?period=${period}`;
    expect([period, await outcome(await asOperator(path, { headers: TENANT }))]).toEqual([period, "400 invalid"]);
  }
});

test("books what a client says in the tenant's currency and on its day, under a key of the API's own", () => {
  const asked = NewEntryShape.parse({
    ...ENTRY,
    source: "sii",
    source_ref: "sii:compra:33:1:1",
    document_id: "d",
    seq: 9,
    reverses_id: "e",
  });
  expect(entryOf(asked, at)).toEqual({
    type: "egreso",
    direction: null,
    amount_minor: 20_000,
    net_minor: null,
    tax_minor: null,
    currency: "CLP",
    date: "2026-11-18",
    due_date: null,
    concept: "bencina",
    category: null,
    counterparty: null,
    source: "api",
    source_ref: "api:k1",
    document_id: null,
  });
});

test("keeps what a client says of currency, date, debt and tax", () => {
  const asked = NewEntryShape.parse({
    ...ENTRY,
    type: "deuda",
    direction: "por_cobrar",
    currency: "USD",
    date: "2026-11-01",
    due_date: "2026-12-01",
    net_minor: 10_000,
    tax_minor: 1_900,
    loan: true,
  });
  expect(entryOf(asked, at)).toMatchObject({
    direction: "por_cobrar",
    currency: "USD",
    date: "2026-11-01",
    due_date: "2026-12-01",
    net_minor: 10_000,
    tax_minor: 1_900,
    loan: true,
  });
});

test("keeps which debt a client says is paid", () => {
  const settles_id = "01JCZX9E40TEST000000000000";
  const paid = { ...ENTRY, direction: "por_pagar", settles_id };
  expect(entryOf(NewEntryShape.parse(paid), at)).toMatchObject({ type: "egreso", direction: "por_pagar", settles_id });
});
