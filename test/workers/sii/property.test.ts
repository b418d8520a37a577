import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HOUR_MS } from "#src/kernel/index.ts";
import { verifyBooks } from "#src/ledger/index.ts";
import type { RcvDocument } from "#src/sii/rcv/document.ts";
import { booksOf, entriesOf, isThorough, newBusiness, openWorld, taxOffice } from "./business.ts";
import { document, feed, pagesOf, touches } from "./pages.ts";

// Whatever order the pages come in, however often, wherever it is cut off: the ledger is the one of a sync in which
// nothing happened.

/** `npm run chaos:sii` has four processes of this. */
const RUNS = isThorough ? 250 : 20;
/** The third look finds everything where the first one did. */
const ROUNDS = isThorough ? 3 : 2;
const KILLED_WITHIN_CALLS = 60;
/** They are fifteen hundred syncs, of which five or six are done in a second. */
const TIMEOUT_MS = HOUR_MS;

beforeAll(async () => {
  await openWorld();
  await taxOffice.reset();
});

const MONTHS = ["2031-04", "2031-05", "2031-06"];
const SELLERS = ["76455871-4", "76133605-2", "66666666-1"];

const state = fc.constantFrom<RcvDocument["state"]>("registro", "registro", "pendiente", "no_incluir", "reclamado");

/** Few sellers and few folios, so that both collide; types that nobody knows, and totals that are none. */
const listed = fc
  .record({
    side: fc.constantFrom<RcvDocument["side"]>("compra", "venta"),
    type: fc.constantFrom(33, 33, 33, 34, 56, 61, 999),
    folio: fc.integer({ min: 1, max: 4 }).map(String),
    seller: fc.nat(SELLERS.length - 1),
    net: fc.constantFrom(0, 1, 1_000, 84_033, 84_033, 1_250_000, -500),
    period: fc.constantFrom(...MONTHS),
    state,
  })
  .map(({ seller, ...of }) => {
    const rut = SELLERS[seller] ?? "";
    const counterparty = { rut, name: `Proveedor ${seller}`, isValid: !rut.endsWith("6-1") };
    return document({ ...of, counterparty, ...(of.side === "venta" && { state: "registro" }) });
  });

const keyed = ({ side, type, folio, counterparty }: RcvDocument): string =>
  [side, type, folio, counterparty.rut].join();
const register = fc.uniqueArray(listed, { minLength: 1, maxLength: 9, selector: keyed });

/** What the SII says a while later: some documents elsewhere, some as they were, some that are new. */
const later = fc.array(fc.record({ state, period: fc.constantFrom(...MONTHS), isKept: fc.boolean() }), {
  minLength: 9,
  maxLength: 9,
});

function moved(documents: readonly RcvDocument[], changes: readonly { state: RcvDocument["state"]; period: string }[]) {
  return documents.map((each, nth) => {
    const { state: to = each.state, period = each.period } = changes[nth] ?? {};
    return { ...each, state: each.side === "venta" ? ("registro" as const) : to, period };
  });
}

const disorder = fc.record({
  order: fc.array(fc.nat(), { minLength: 50, maxLength: 50 }),
  again: fc.array(fc.nat(40), { maxLength: 5 }),
  restarts: fc.array(fc.nat(40), { maxLength: 3 }),
  kill: fc.option(
    fc.record({
      at: fc.integer({ min: 1, max: KILLED_WITHIN_CALLS }),
      moment: fc.constantFrom("before" as const, "after" as const),
    }),
  ),
});

/** Shuffled by these numbers, with some pages once more. */
function disordered<T>(pages: readonly T[], { order, again }: { order: readonly number[]; again: readonly number[] }) {
  const drawn = pages.map((page, nth) => ({ page, place: order[nth] ?? 0 }));
  const shuffled = drawn.toSorted((a, b) => a.place - b.place).map(({ page }) => page);
  return [...shuffled, ...again.flatMap((nth) => shuffled[nth] ?? [])];
}

const tally = { runs: 0, syncs: 0, deaths: 0, entries: 0 };
afterAll(() => console.log("any order", JSON.stringify(tally)));

test(
  "any order, repetition and interruption of pages gives the same ledger, and each document at most once",
  async () => {
    const does = fc.constantFrom("undoes" as const, "corrects" as const, null);
    const history = fc.record({ documents: register, changes: later, one: disorder, two: disorder, does });
    await fc.assert(
      fc.asyncProperty(history, async ({ documents, changes, one, two, does: what }) => {
        const [plain, wild] = [await newBusiness(), await newBusiness()];
        const rounds = [documents, moved(documents, changes), documents].slice(0, ROUNDS);
        for (const [nth, each] of rounds.entries()) {
          const pages = pagesOf(each);
          const chaos = nth === 1 ? two : one;
          await feed(plain, { pages });
          const life = await feed(wild, {
            pages: disordered(pages, chaos),
            restarts: chaos.restarts,
            kill: chaos.kill,
          });
          tally.syncs += 2;
          tally.deaths += life.deaths;
          if (nth === 0 && what) for (const business of [plain, wild]) await touches(business, what);
          expect(await booksOf(wild.writer)).toEqual(await booksOf(plain.writer));
        }
        const entries = await entriesOf(wild.writer);
        const keys = entries.map(({ source_ref }) => source_ref.split(":").slice(0, 5).join(":"));
        expect(new Set(keys).size).toBe(keys.length);
        expect((await verifyBooks(wild.writer)).intact).toBe(true);
        tally.runs++;
        tally.entries += entries.length;
      }),
      // A counterexample of nine documents and three syncs is small enough.
      { numRuns: RUNS, endOnFailure: true },
    );
  },
  TIMEOUT_MS,
);
