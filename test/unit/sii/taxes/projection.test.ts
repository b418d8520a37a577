import { expect, test } from "vitest";
import { type ProjectionAsked, projectionsOf, vatOf } from "#sii";
import { boletas, monthOf, purchase, sale } from "./month.ts";

const RCV = vatOf(
  monthOf(
    [sale("1", 1_000_000), purchase("2", 300_000), purchase("3", 100_000, { state: "pendiente" })],
    [boletas(39, 9, { net: 100_000 })],
  ),
  null,
);
const MONTHS = ["2026-05", "2026-04", "2026-03"].map((month) => ({ month, debit: 600_000, credit: 240_000 }));
const ASKED: ProjectionAsked = {
  month: "2026-06",
  today: "2026-06-15",
  booked: { debit: 150_000, credit: 20_000 },
  rcv: RCV,
  trailing: MONTHS,
  previous: 10_000,
};

test("the books alone know what was told, the RCV what was issued, and the months before how it goes on", () => {
  expect(projectionsOf(ASKED)).toEqual([
    {
      basis: "booked",
      debit: 150_000,
      credit: 20_000,
      previous: 10_000,
      vat: 120_000,
      months: [],
      assumes: ["only_booked"],
    },
    {
      basis: "rcv",
      debit: 209_000,
      credit: 57_000,
      previous: 10_000,
      vat: 142_000,
      months: [],
      assumes: ["as_of_last_look", "pending_left_out"],
    },
    {
      basis: "trend",
      debit: 509_000,
      credit: 196_000,
      previous: 10_000,
      vat: 303_000,
      months: ["2026-05", "2026-04", "2026-03"],
      assumes: ["as_of_last_look", "rest_at_mean", "pending_accepted"],
    },
  ]);
});

const trend = (more: Partial<ProjectionAsked>) => projectionsOf({ ...ASKED, ...more }).at(2);

test.each<[string, Partial<ProjectionAsked>, string]>([
  ["two months before", { trailing: MONTHS.slice(0, 2) }, "too_few_months"],
  [
    "three months with a gap",
    { trailing: [...MONTHS.slice(0, 2), { month: "2026-02", debit: 1, credit: 1 }] },
    "too_few_months",
  ],
  ["an RCV that was never asked", { rcv: { ...RCV, asked_at: null } }, "never_asked"],
  ["no RCV", { rcv: null }, "never_asked"],
  ["a month that has not begun", { today: "2026-05-31" }, "not_begun"],
])("of %s no trend is made up", (_, more, reason) => {
  expect(trend(more)).toEqual({ basis: "trend", reason });
});

test("nothing booked is no booked zero", () => {
  expect(projectionsOf({ ...ASKED, booked: null }).at(0)).toEqual({ basis: "booked", reason: "nothing_booked" });
});

test("a month that is over has nothing to come but what is pending", () => {
  expect(trend({ today: "2026-07-03" })).toMatchObject({
    debit: 209_000,
    credit: 76_000,
    assumes: ["as_of_last_look", "month_over", "pending_accepted"],
  });
});

test("no more than six months are looked back upon", () => {
  const many = ["2026-05", "2026-04", "2026-03", "2026-02", "2026-01", "2025-12", "2025-11"];
  expect(trend({ trailing: many.map((month) => ({ month, debit: 1, credit: 1 })) })).toMatchObject({
    months: many.slice(0, 6),
  });
});

test("a remanente that nobody told is taken as nothing, and said", () => {
  expect(trend({ previous: null })).toMatchObject({
    previous: 0,
    vat: 313_000,
    assumes: expect.arrayContaining(["no_previous"]),
  });
});

test("totals in doubt are said to be", () => {
  const doubtful = vatOf(monthOf([sale("1", 1, { type: 777 })]), null);
  expect(projectionsOf({ ...ASKED, rcv: doubtful }).at(1)).toMatchObject({
    assumes: expect.arrayContaining(["totals_in_doubt"]),
  });
});
