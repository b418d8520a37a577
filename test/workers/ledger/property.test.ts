import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import {
  balance,
  listEntries,
  recordEntry,
  replaceEntry,
  reverseEntry,
  verifyBooks,
  type Entry,
  type NewEntry,
} from "#src/ledger/index.ts";
import type { Archive, Viewer, Writer } from "#src/tenants/index.ts";
import { bread, ids, newWriter, NOW, openArchive } from "./books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const RUNS = 25;

type Step =
  | { do: "record"; ref: number; entry: Partial<NewEntry> }
  | { do: "reverse"; ref: number; target: number }
  | { do: "replace"; ref: number; target: number; amount_minor: number };

const amount = fc.integer({ min: 1, max: 1_000_000_000 });

const event = fc.constantFrom<Partial<NewEntry>>(
  { type: "ingreso", category: "ventas" },
  { type: "egreso", category: "combustible" },
  { type: "egreso", category: "retiros" },
  { type: "ingreso", direction: "por_cobrar", category: null },
  { type: "egreso", direction: "por_pagar", category: null },
  { type: "deuda", direction: "por_cobrar", category: "ventas" },
  { type: "deuda", direction: "por_pagar", category: "insumos" },
  { type: "deuda", direction: "por_cobrar", category: null, loan: true },
  { type: "deuda", direction: "por_pagar", category: null, loan: true },
  { type: "transferencia", category: null },
);

const entry = fc.record({ event, amount, taxed: fc.boolean() }).map(({ event: kind, amount: amount_minor, taxed }) => {
  const tax_minor = Math.floor(amount_minor / 10);
  return { ...kind, amount_minor, ...(taxed && { tax_minor, net_minor: amount_minor - tax_minor }) };
});

const ref = fc.nat(30);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("record" as const), ref, entry }),
  fc.record({ do: fc.constant("reverse" as const), ref, target: ref }),
  fc.record({ do: fc.constant("replace" as const), ref, target: ref, amount_minor: amount }),
);

/** Every key is of one kind of request, as it is in a chat: a message either books, or undoes, or corrects. */
async function walk(writer: Writer, steps: readonly Step[]): Promise<void> {
  for (const one of steps) {
    const entries = await all(writer);
    const source_ref = `whatsapp:${one.do}.${one.ref}:0`;
    if (one.do === "record") {
      await recordEntry(writer, bread({ ...one.entry, source_ref }), { now: NOW, id: ids.id() });
      continue;
    }
    const request = { entry_id: entries[one.target]?.id ?? "none", source: "whatsapp" as const, source_ref, now: NOW };
    if (one.do === "reverse") await reverseEntry(writer, { ...request, id: ids.id() });
    else {
      const both = { reversal: ids.id(), replacement: ids.id() };
      await replaceEntry(writer, { ...request, patch: { amount_minor: one.amount_minor }, ids: both });
    }
  }
}

async function all(viewer: Viewer): Promise<Entry[]> {
  const listed = await listEntries(viewer, { limit: 200 });
  if (!listed.ok) throw new Error(listed.error.reason);
  return listed.value.entries.toReversed();
}

/** What a shopkeeper would reckon: money in less money out, from the words of the live entries alone. */
function cashOf(entries: readonly Entry[]): number {
  const live = entries.filter(({ type, reversed_by }) => type !== "reversa" && reversed_by === null);
  return live.reduce((sum, { type, direction, loan, amount_minor }) => {
    if (type === "ingreso") return sum + amount_minor;
    if (type === "egreso") return sum - amount_minor;
    if (type === "deuda" && loan) return direction === "por_pagar" ? sum + amount_minor : sum - amount_minor;
    return sum;
  }, 0);
}

test("however it is recorded, reversed and replaced: debits are credits, cash is the live entries, a replay changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
      const writer = await newWriter(archive);
      await walk(writer, steps);
      const entries = await all(writer);
      const { cash, accounts } = await balance(writer);

      expect(cash.amount_minor).toBe(cashOf(entries));
      const signed = accounts.map(({ kind, amount_minor }) =>
        kind === "activo" || kind === "gasto" ? amount_minor : -amount_minor,
      );
      expect(signed.reduce((sum, one) => sum + one, 0)).toBe(0);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      for (const one of entries) {
        expect(one.postings.reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(one.amount_minor);
      }
      expect(await verifyBooks(writer)).toEqual({ intact: true, entries: entries.length });
    }),
    { numRuns: RUNS },
  );
});

test("the same history again writes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 8 }), fc.boolean(), async (asked, corrected) => {
      const writer = await newWriter(archive);
      const history = async () => {
        const targets: string[] = [];
        for (const [index, over] of asked.entries()) {
          const booked = await recordEntry(writer, bread({ ...over, source_ref: `whatsapp:m${index}:0` }), {
            now: NOW,
            id: ids.id(),
          });
          targets.push(booked.entry.id);
        }
        const request = {
          entry_id: targets[0] ?? "",
          source: "whatsapp" as const,
          source_ref: "whatsapp:fix:0",
          now: NOW,
        };
        const both = { reversal: ids.id(), replacement: ids.id() };
        return corrected
          ? replaceEntry(writer, { ...request, patch: { amount_minor: 77 }, ids: both })
          : reverseEntry(writer, { ...request, id: ids.id() });
      };
      await history();
      const once = await all(writer);
      expect((await history()).outcome).toBe("exists");
      expect(await all(writer)).toEqual(once);
      expect(await verifyBooks(writer)).toEqual({ intact: true, entries: once.length });
    }),
    { numRuns: RUNS },
  );
});
