import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import {
  balance,
  listEntries,
  openDebtEntries,
  openDebts,
  recordEntry,
  replaceEntry,
  reverseEntry,
  verifyBooks,
  type Entry,
  type EntryPatch,
  type NewEntry,
} from "#src/ledger/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { at, bread, ids, newWriter, NOW, openArchive } from "./books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const RUNS = 40;

/** `target` counts round and round through what can be meant, in the order of recording. */
type Step =
  | { do: "book"; over: Partial<NewEntry> }
  | { do: "pay-that"; target: number; amount_minor: number; isNameless: boolean }
  | { do: "undo"; target: number }
  | { do: "fix"; target: number; patch: EntryPatch };

const amount_minor = fc.integer({ min: 1, max: 100 });
const counterparty = fc.constantFrom("Pedro", "Pedro", "Pedro", "Rosa", null);
const direction = fc.constantFrom("por_pagar" as const, "por_cobrar" as const);
const currency = fc.constantFrom("CLP", "CLP", "CLP", "CLP", "USD");
const date = fc.constantFrom("2026-11-01", "2026-11-02", "2026-11-03");
const target = fc.nat(30);

const moves = (over: Partial<NewEntry>): Partial<NewEntry> => ({
  ...over,
  category: null,
  type: over.direction === "por_cobrar" ? "ingreso" : "egreso",
});

const debt = fc
  .record({
    amount_minor: fc.integer({ min: 1, max: 30 }),
    counterparty,
    direction,
    currency,
    date,
    loan: fc.boolean(),
  })
  .map((over) => ({ ...over, type: "deuda" as const }));
const payment = fc.record({ amount_minor, counterparty, direction, currency }).map(moves);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("book" as const), over: fc.oneof(debt, payment) }),
  fc.record({ do: fc.constant("pay-that" as const), target, amount_minor, isNameless: fc.boolean() }),
  fc.record({ do: fc.constant("undo" as const), target }),
  fc.record({
    do: fc.constant("fix" as const),
    target,
    patch: fc.oneof(
      fc.record({ amount_minor }),
      fc.record({ counterparty }),
      fc.record({ direction }),
      fc.record({ currency }),
    ),
  }),
);

async function take(writer: Writer, one: Step, index: number): Promise<void> {
  const book = async (over: Partial<NewEntry>) => recordEntry(writer, bread(over), at());
  if (one.do === "book") return void (await book(one.over));
  const entries = (await all(writer)).filter((entry) => canBeMeant(entry, one.do));
  const named = entries[one.target % Math.max(entries.length, 1)];
  if (named === undefined) return;
  const request = { entry_id: named.id, source: "api" as const, source_ref: `api:${index}:0`, now: NOW };
  if (one.do === "undo") return void (await reverseEntry(writer, { ...request, id: ids.id() }));
  if (one.do === "fix") {
    const both = { reversal: ids.id(), replacement: ids.id() };
    return void (await replaceEntry(writer, { ...request, patch: one.patch, ids: both }));
  }
  const party = one.isNameless ? null : named.counterparty;
  const { direction: kind, currency: money, id: settles_id } = named;
  await book(
    moves({ direction: kind, currency: money, settles_id, counterparty: party, amount_minor: one.amount_minor }),
  );
}

/** A debt may still be paid that was taken back or corrected a moment ago. */
function canBeMeant({ type, reversed_by }: Entry, act: Exclude<Step["do"], "book">): boolean {
  return act === "pay-that" ? type === "deuda" : type !== "reversa" && reversed_by === null;
}

async function all(writer: Writer): Promise<Entry[]> {
  const listed = await listEntries(writer, { limit: 200 });
  if (!listed.ok) throw new Error(listed.error.reason);
  return listed.value.entries.toReversed();
}

const partyOf = (one: Pick<Entry, "direction" | "currency" | "counterparty">): string =>
  `${one.direction} ${one.currency} ${one.counterparty}`;

/** What a shopkeeper with a pencil would reckon: named debts first, the rest of the money to the oldest. */
function reckon(entries: readonly Entry[]): Map<string, number> {
  const live = entries.filter(({ type, reversed_by }) => type !== "reversa" && reversed_by === null);
  const debts = live
    .filter(({ type }) => type === "deuda")
    .toSorted((a, b) => (a.date === b.date ? a.seq - b.seq : a.date < b.date ? -1 : 1));
  const open = new Map(debts.map((one) => [one.id, one.amount_minor]));
  const loose = new Map<string, number>();
  const corrected = (id: string): string => {
    const next = entries.find(({ replaces_id }) => replaces_id === id);
    return next ? corrected(next.id) : id;
  };
  const spend = (on: Entry, amount: number): number => {
    const part = Math.min(amount, open.get(on.id) ?? 0);
    open.set(on.id, (open.get(on.id) ?? 0) - part);
    return amount - part;
  };
  for (const paid of live.filter(({ type, direction: kind }) => type !== "deuda" && kind !== null)) {
    const id = paid.settles_id === null ? null : corrected(paid.settles_id);
    const named = debts.find(
      (one) => one.id === id && one.direction === paid.direction && one.currency === paid.currency,
    );
    const party = partyOf(named ?? paid);
    const rest = named ? spend(named, paid.amount_minor) : paid.amount_minor;
    loose.set(party, (loose.get(party) ?? 0) + rest);
  }
  for (const one of debts) loose.set(partyOf(one), spend(one, loose.get(partyOf(one)) ?? 0));
  return new Map([...open].filter(([, amount]) => amount > 0));
}

test("however it is owed, paid, undone and corrected, open is what a pencil would leave open", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
      const writer = await newWriter(archive);
      for (const [index, one] of steps.entries()) await take(writer, one, index);
      const entries = await all(writer);
      const open = await openDebtEntries(writer);
      expect(new Map(open.map(({ entry_id, amount_minor: left }) => [entry_id, left]))).toEqual(reckon(entries));
      const byParty = Map.groupBy(open, partyOf);
      expect(new Map((await openDebts(writer)).map((one) => [partyOf(one), one.amount_minor]))).toEqual(
        new Map([...byParty].map(([party, debts]) => [party, debts.reduce((sum, one) => sum + one.amount_minor, 0)])),
      );
      expect(await verifyBooks(writer)).toEqual({ intact: true, entries: entries.length });
    }),
    { numRuns: RUNS },
  );
});

test("when all that was owed is paid debt by debt, no account of debts holds anything", async () => {
  const loans = fc.array(fc.record({ amount_minor, counterparty, direction, loan: fc.boolean() }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(loans, async (owed) => {
      const writer = await newWriter(archive);
      for (const over of owed) await recordEntry(writer, bread({ ...over, type: "deuda" }), at());
      for (const { entry_id, direction: kind, amount_minor: left } of await openDebtEntries(writer)) {
        const asked = moves({ direction: kind, settles_id: entry_id, amount_minor: left });
        await recordEntry(writer, bread(asked), at());
      }
      expect(await openDebtEntries(writer)).toEqual([]);
      const { accounts } = await balance(writer);
      const ofDebts = accounts.filter(({ account }) => /por_cobrar|por_pagar|prestamos/.test(account));
      expect(ofDebts.map(({ amount_minor: held }) => held)).toEqual(ofDebts.map(() => 0));
    }),
    { numRuns: RUNS / 4 },
  );
});
