import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lastRun } from "#src/sii/index.ts";
import type { DocumentInput } from "../../simulators/sii/state/document.ts";
import type { Books, Business } from "./business.ts";
import { booksOf, newBusiness, openWorld, passes, synced, taxOffice } from "./business.ts";
import { SHOP } from "./shop.ts";
import { calm, world } from "./world.ts";

// What the SII may answer that is no answer. None of it is booked, none of it is an empty month, and when it speaks
// plainly again the books are as if it always had.

const DETAIL = "/getDetalleCompra";
const SUMMARY = "/getResumen";
const UTF8 = new TextEncoder();

type Row = Record<string, unknown>;
type Body = { data: Row[] | null; respEstado: Record<string, unknown> } & Record<string, unknown>;

let clean: Books;
let business: Business;
const tally = { answers: 0, wrong_entries: 0, shown_as_empty: 0 };

beforeAll(async () => {
  await openWorld();
  await taxOffice.reset();
  await taxOffice.add(...SHOP);
  business = await newBusiness();
  await synced(business);
  clean = await booksOf(business.writer);
});
beforeEach(async () => {
  await taxOffice.reset();
  await taxOffice.add(...SHOP);
  business = await newBusiness();
});
afterAll(() => console.log("hostile answers", JSON.stringify(tally)));

/** Every answer of this method is another one. */
function answers(method: string, made: (text: string) => string | Uint8Array, type = "application/json") {
  world.mangle = async (path, answer) => {
    if (!path.endsWith(method)) return answer;
    return new Response(made(await answer.text()) as BodyInit, { headers: { "Content-Type": type } });
  };
}

/** Every answer of this method that has rows says something else in them. */
function says(method: string, change: (body: Body & { data: Row[] }) => unknown): void {
  answers(method, (text) => {
    const body = JSON.parse(text) as Body;
    return Array.isArray(body.data) ? JSON.stringify(change({ ...body, data: body.data })) : text;
  });
}

const first = (all: Row[], change: Row): Row[] => all.map((row, nth) => (nth === 0 ? { ...row, ...change } : row));
const PAGE = "<html><body><p>Estimado contribuyente</p></body></html>";

const REFUSED: readonly [what: string, reason: string, tell: () => void][] = [
  ["ends in the middle", "unavailable", () => answers(DETAIL, (text) => text.slice(0, text.length / 2))],
  ["is nothing at all", "unavailable", () => answers(DETAIL, () => "")],
  ["is a page that nobody knows", "unknown", () => answers(DETAIL, () => PAGE, "text/html")],
  ["is a page that says it is JSON", "unknown", () => answers(DETAIL, () => PAGE)],
  ["has 21 megabytes", "unknown", () => answers(DETAIL, () => new Uint8Array(21_000_000).fill(0x20))],
  [
    "is nested a hundred thousand times",
    "unknown",
    () => answers(DETAIL, () => `${"[".repeat(1e5)}${"]".repeat(1e5)}`),
  ],
  ["is a number", "unknown", () => answers(DETAIL, () => "42")],
  ["has rows that are none", "unavailable", () => says(DETAIL, (body) => ({ ...body, data: { rows: body.data } }))],
  ["has a row that is null", "unknown", () => says(DETAIL, (body) => ({ ...body, data: [...body.data, null] }))],
  ["has a row that is a list", "unknown", () => says(DETAIL, (body) => ({ ...body, data: [body.data] }))],
  ["says an amount in words", "unknown", () => rows({ detMntTotal: "doce lucas" })],
  ["says an amount with a fraction", "unknown", () => rows({ detMntTotal: 1_000.5 })],
  ["says an amount that no number holds", "unknown", () => rows({ detMntTotal: 1e300 })],
  ["says no total", "unknown", () => rows({ detMntTotal: null })],
  ["says a day that never was", "unknown", () => rows({ detFchDoc: "31/02/2031" })],
  ["says a folio of zero", "unknown", () => rows({ detNroDoc: 0 })],
  ["says a RUT with markup for its check digit", "unknown", () => rows({ detDvDoc: "<b>4</b>" })],
  ["says one document twice, each otherwise", "unavailable", () => says(DETAIL, contradicted)],
  ["leaves a row out", "counts_differ", () => says(DETAIL, (body) => ({ ...body, data: body.data.slice(1) }))],
  ["brings a row too many", "counts_differ", () => says(DETAIL, oneMore)],
  ["lists none of what it counts", "counts_differ", () => says(DETAIL, () => nothing(3))],
  ["says nothing of how it went", "unknown", () => says(DETAIL, ({ respEstado: _how, ...body }) => body)],
  ["counts less than none", "unknown", () => says(SUMMARY, counted(-1))],
  ["counts other documents than it lists", "counts_differ", () => says(SUMMARY, counted(7))],
  ["sums up no row, and documents all the same", "unavailable", () => says(SUMMARY, (body) => ({ ...body, data: [] }))],
];

function rows(change: Row): void {
  says(DETAIL, (body) => ({ ...body, data: first(body.data, change) }));
}

function contradicted(body: { data: Row[] }): unknown {
  return { ...body, data: [...body.data, { ...body.data[0], detMntTotal: 1 }] };
}

function oneMore(body: { data: Row[] }): unknown {
  return { ...body, data: [...body.data, { ...body.data[0], detNroDoc: 77_777 }] };
}

function counted(rsmnTotDoc: number) {
  return (body: { data: Row[] }): unknown => ({ ...body, data: first(body.data, { rsmnTotDoc }) });
}

function nothing(codRespuesta: number): unknown {
  return { data: null, respEstado: { codRespuesta } };
}

test.each(REFUSED)("an answer that %s: nothing is booked, and the reason is %s", async (_what, reason, tell) => {
  tell();
  await synced(business);
  const during = await booksOf(business.writer);
  tally.answers++;
  tally.wrong_entries += during.entries.length;
  const run = await lastRun(business.writer);
  tally.shown_as_empty += Number(run?.state === "done");
  expect(during).toEqual({ entries: [], documents: [] });
  expect(run).toMatchObject({ state: "failed", reason });
  calm();
  await passes(6 * 3_600_000);
  await synced(business);
  expect(await booksOf(business.writer)).toEqual(clean);
});

/** The first byte of «ó» in Latin 1, in the midst of UTF-8. */
const LATIN_O = 0xf3;

/** Letters of both encodings in one answer. */
function mixed(text: string): Uint8Array<ArrayBuffer> {
  const [before = "", ...after] = text.split("San Cristóbal");
  const bytes = after.map((rest) =>
    Uint8Array.from([...UTF8.encode("San Crist"), LATIN_O, ...UTF8.encode(`bal${rest}`)]),
  );
  return Uint8Array.from(
    [before, ...bytes].flatMap((part) => [...(typeof part === "string" ? UTF8.encode(part) : part)]),
  );
}

const READ: readonly [what: string, tell: () => void][] = [
  ["is in two encodings at once", () => answers(DETAIL, mixed)],
  ["is in Latin 1", () => answers(DETAIL, (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)))],
  ["begins with a mark of its encoding", () => answers(DETAIL, (text) => UTF8.encode(`\ufeff${text}`))],
  ["has every row twice", () => says(DETAIL, (body) => ({ ...body, data: [...body.data, ...body.data] }))],
  ["has its numbers as text", () => says(DETAIL, (body) => ({ ...body, data: body.data.map(worded) }))],
  [
    "has fields that nobody asked for",
    () =>
      says(DETAIL, (body) =>
        JSON.parse(JSON.stringify(body).replaceAll('"detMntExe"', '"__proto__":{"total":1},"detMntExe"')),
      ),
  ],
  ["has its rows the other way round", () => says(DETAIL, (body) => ({ ...body, data: body.data.toReversed() }))],
];

function worded(row: Row): Row {
  const fields = ["detRutDoc", "detNroDoc", "detMntNeto", "detMntIVA", "detMntTotal"];
  return { ...row, ...Object.fromEntries(fields.map((field) => [field, String(row[field])])) };
}

test.each(READ)("an answer that %s is read as what it says", async (_what, tell) => {
  tell();
  await synced(business);
  tally.answers++;
  expect(await lastRun(business.writer)).toMatchObject({ state: "done" });
  expect(await booksOf(business.writer)).toEqual(clean);
});

const MILL = { rut: "76455871-4", name: "Molinos San Cristóbal S.A." };
const odd = { side: "compra", said: "ERM", issued_on: "2031-06-09" } as const;

const LISTED: readonly [what: string, document: DocumentInput, booked: number][] = [
  ["of a type that nobody knows", { ...odd, counterparty: MILL, type: 199, folio: 1, net: 5_000 }, 0],
  ["of nothing", { ...odd, counterparty: MILL, folio: 2, net: 0 }, 0],
  ["of one peso", { ...odd, counterparty: MILL, folio: 3, net: 1 }, 1],
  ["of a RUT whose check digit is wrong", { ...odd, counterparty: { rut: "66666666-1", name: "X" }, net: 900 }, 1],
  ["of nobody's RUT, without a name", { ...odd, counterparty: { rut: "66666666-6", name: "" }, net: 900 }, 1],
  ["of a name that is markup", { ...odd, counterparty: { ...MILL, name: "<script>*_~`\u202e" }, folio: 4, net: 70 }, 1],
  ["that the list has twice", { ...odd, counterparty: MILL, folio: 5, net: 800, copies: 2 }, 1],
  ["of a hundred billion", { ...odd, counterparty: MILL, folio: 6, net: 1e11 }, 1],
];

test.each(LISTED)("a document %s is kept, and the others are booked as ever", async (_what, document, booked) => {
  await taxOffice.add(document);
  await synced(business);
  tally.answers++;
  const books = await booksOf(business.writer);
  expect(books.documents).toHaveLength(clean.documents.length + 1);
  expect(books.entries).toHaveLength(clean.entries.length + booked);
  expect(books.entries).toEqual(expect.arrayContaining(clean.entries));
});
