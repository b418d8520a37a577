import { expect, test } from "vitest";
import { readProposal, taxReport, type ReportAsked } from "#sii";
import { monthOf, purchase, sale } from "../taxes/month.ts";
import { asked, SHOP, TILL } from "./asked.ts";

const report = (more: Partial<ReportAsked> = {}) => taxReport(asked(more));
const found = (made: ReturnType<typeof report>) =>
  made.differences.map(({ reason, ids }) => [reason, ...ids].join(" "));

test("a month's report says what is owed, until when, and on what it rests", () => {
  const { vat, f29, due, ppm, before, is_reliable } = report();
  expect(f29.lines.find(({ code }) => code === 91)).toMatchObject({ amount: 1_501_945, lacks: [] });
  expect(due).toEqual({ on: "2026-07-20", days_left: 18, postponed_vat_on: "2026-09-21" });
  expect(ppm).toMatchObject({ base: 10_350_000, rate: 0.125, amount: 12_938 });
  // 96.500 / 71.506 (June) × 71.649 (July)
  expect(before).toEqual({ amount: 96_693, utm: 13_495, is_assumed: false });
  expect([vat.caveats, is_reliable]).toEqual([[], true]);
});

test("a remanente that is left is told in UTM of the month in which its F29 is paid", () => {
  expect(report({ rcv: monthOf([purchase("1", 1_000_000)]), previous: null }).after).toEqual({
    amount: 190_000,
    utm: 26_518,
  });
  expect(report({ rcv: { ...monthOf([purchase("1", 1_000_000)]), month: "2027-01" } }).after).toEqual({
    amount: 190_000,
    utm: null,
  });
  expect(report().after).toBeNull();
});

test("what may still be claimed stands in the order in which it ends", () => {
  expect(
    report().pending.map(({ document, until, days, hours, is_over }) => [document.id, until, days, hours, is_over]),
  ).toEqual([
    ["d9002", "2026-06-28T08:00:00", 0, 0, true],
    ["d9001", "2026-07-06T17:12:00", 4, 5, false],
  ]);
});

test("each difference names its documents", () => {
  expect(found(report())).toEqual([
    "annuls_booked d55",
    ...["d8002", "d8003", "d8004", "d8005", "d8006", "d8007", "d1002", "d1003", "d55"].map((id) => `not_booked ${id}`),
    "no_paper d8002",
  ]);
});

test("two documents of one party, type, day and total are shown as alike", () => {
  const twice = [
    purchase("1", 10_000, { entry_id: "e1" }),
    purchase("2", 10_000, { entry_id: "e2" }),
    purchase("3", 10_001, { entry_id: "e3" }),
  ];
  expect(found(report({ rcv: monthOf(twice) }))).toEqual(["alike d1 d2"]);
});

test("a tax id that is none is shown, and its document counts", () => {
  const wrong = sale("1", 10_000, { entry_id: "e1", counterparty: { rut: "66666666-1", name: "X", isValid: false } });
  const made = report({ rcv: monthOf([wrong]) });
  expect(found(made)).toEqual(["wrong_rut d1"]);
  expect(made.f29.lines.find(({ code }) => code === 538)?.amount).toBe(1_900);
});

test("the SII's summary and its proposal are held against ours", () => {
  const read = readProposal({
    estado: 0,
    listCodPropuestos: [
      { codigo: "503", valor: "3" },
      { codigo: "110", valor: "812" },
    ],
  });
  const short = { ...monthOf(SHOP, TILL), documents: SHOP.slice(1) };
  const made = report({ rcv: short, proposal: read.ok ? read.value : null });
  expect(made.differences).toContainEqual({
    reason: "proposal_differs",
    ids: ["d1002"],
    code: 503,
    ours: 1,
    theirs: 3,
  });
  expect(made.differences).toContainEqual({
    reason: "summary_differs",
    ids: ["d1002"],
    code: 33,
    ours: 571_200,
    theirs: 2_058_700,
  });
  expect(made.comparison?.agreed).toEqual([110]);
  expect(made.is_reliable).toBe(false);
});

test("what nobody has told is missing in the report as in the draft", () => {
  const given = { workers_tax: null, fees_withheld: null, directors_withheld: null };
  const made = report({ taxpayer: null, previous: null, given });
  expect(made.f29.lacks).toEqual([48, 62, 115, 151, 153, 504, 563]);
  expect([made.ppm, made.before]).toEqual([null, null]);
});
