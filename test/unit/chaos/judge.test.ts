import { expect, test } from "vitest";
import { judge, type Evidence, type Verdict } from "../../chaos/judge.ts";
import type { Send } from "../../chaos/graph.ts";
import type { Message } from "../../chaos/plan.ts";

const PHONE = "56940000000";
const KILL = 1_000_000;
const CLEAN: Verdict = { lost: 0, doubled: 0, misordered: 0, unanswered: 0, repliesDoubled: 0, repliesAmbiguous: 0 };

function message(amountMinor: number): Message {
  return { id: `wamid.${amountMinor}`, phone: PHONE, text: "", amountMinor, at: 0 };
}

function told(text: string, at = 0, answered = true): Send {
  return { key: null, to: PHONE, text, at, answered };
}

function verdict(booked: number[], sends: Send[]): Verdict {
  const acknowledged = [message(101_000), message(202_000)];
  const books: Evidence["books"] = new Map([[PHONE, booked.map((amountMinor, seq) => ({ seq, amountMinor }))]]);
  return judge({ acknowledged, books, sends, diedAt: [KILL] });
}

const BOTH = [told("Venta $101.000. Saldo $101.000"), told("Venta $202.000. Saldo $303.000")];

test.each<[what: string, booked: number[], sends: Send[], expected: Partial<Verdict>]>([
  ["nothing wrong", [101_000, 202_000], BOTH, {}],
  ["one reply for two messages", [101_000, 202_000], [told("$101.000 y $202.000")], {}],
  ["an acknowledged message that is in no book", [202_000], BOTH, { lost: 1 }],
  ["a message booked twice", [101_000, 202_000, 202_000], BOTH, { doubled: 1 }],
  ["an entry nobody sent", [101_000, 202_000, 999_000], BOTH, { doubled: 1 }],
  ["entries in another order", [202_000, 101_000], BOTH, { misordered: 1 }],
  ["a message without an answer", [101_000, 202_000], BOTH.slice(0, 1), { unanswered: 1 }],
  ["an amount that only ends alike", [101_000, 202_000], [told("$1.101.000"), told("$202.000")], { unanswered: 1 }],
  ["an answer told twice", [101_000, 202_000], [...BOTH, ...BOTH.slice(1)], { repliesDoubled: 1 }],
  [
    "an answer told again after a kill",
    [101_000, 202_000],
    [told("$101.000", KILL - 900), ...BOTH],
    { repliesAmbiguous: 1 },
  ],
  [
    "an answer told again long before a kill",
    [101_000, 202_000],
    [told("$101.000", KILL - 9_000), ...BOTH],
    { repliesDoubled: 1 },
  ],
  [
    "an answer whose caller had hung up",
    [101_000, 202_000],
    [told("$101.000", 0, false), ...BOTH],
    { repliesAmbiguous: 1 },
  ],
])("judges %s", (_, ...[booked, sends, expected]) => {
  expect(verdict(booked, sends)).toEqual({ ...CLEAN, ...expected });
});
