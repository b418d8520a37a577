import { expect, test } from "vitest";
import {
  budgeted,
  CALL_CHARS_MAX,
  CONTACT_CALLS_PER_DAY,
  spend,
  TENANT_CALLS_PER_DAY,
  type Asked,
  type Spent,
} from "#ai";
import { DAY_MS, HOUR_MS } from "#kernel";

const NOON = Date.UTC(2026, 10, 18, 12);
const ASKED: Asked = {
  text: "se me fueron 8 lucas en el gualeto",
  country: "CL",
  today: "2026-11-18",
  open: { open: "nothing", categories: ["insumos"] },
};

test("a contact has forty calls a day, and none after them", () => {
  let spent: Spent | null = null;
  for (let call = 1; call <= CONTACT_CALLS_PER_DAY; call++) {
    spent = spend(spent, CONTACT_CALLS_PER_DAY, NOON);
    expect(spent?.calls).toBe(call);
  }
  expect(spend(spent, CONTACT_CALLS_PER_DAY, NOON + 11 * HOUR_MS)).toBeNull();
});

test("a new day begins with all of them", () => {
  const full = { day: Math.floor(NOON / DAY_MS), calls: CONTACT_CALLS_PER_DAY };
  expect(spend(full, CONTACT_CALLS_PER_DAY, NOON + DAY_MS)).toEqual({ day: full.day + 1, calls: 1 });
});

test("a business over its budget is answered as if there were no key, and no other business with it", async () => {
  let calls = 0;
  const tell = budgeted(
    async () => {
      calls++;
      return null;
    },
    () => NOON,
  );
  for (let call = 0; call < TENANT_CALLS_PER_DAY + 5; call++) expect(await tell("T1", ASKED)).toBeNull();
  expect(calls).toBe(TENANT_CALLS_PER_DAY);
  await tell("T2", ASKED);
  expect(calls).toBe(TENANT_CALLS_PER_DAY + 1);
});

test("a text that is too long is not sent and costs nothing", async () => {
  const sent: string[] = [];
  const tell = budgeted(
    async ({ text }) => {
      sent.push(text);
      return null;
    },
    () => NOON,
  );
  await tell("T", { ...ASKED, text: "a".repeat(CALL_CHARS_MAX + 1) });
  await tell("T", { ...ASKED, text: "a".repeat(CALL_CHARS_MAX) });
  expect(sent.map(({ length }) => length)).toEqual([CALL_CHARS_MAX]);
});
