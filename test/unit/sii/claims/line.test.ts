import { expect, test } from "vitest";
import { closedBy, type KeptRcvDocument } from "#sii";
import { claimLineOf } from "#src/sii/claims/line.ts";
import { purchase } from "../taxes/month.ts";

/** Noon in Santiago. */
const NOON = Date.parse("2026-11-18T15:00:00Z");

const line = (more: Partial<KeptRcvDocument>) => {
  const waiting = { state: "pendiente" as const, receivedAt: "2026-11-12T12:00:00" };
  return claimLineOf("D1", purchase("99", 84_000, { ...waiting, ...more }), NOON);
};

test("tells until when something may be said of a purchase", () => {
  expect(line({}).left).toEqual({ until: "2026-11-20T12:00:00", days: 2, hours: 0, is_over: false });
  expect(line({ receivedAt: null }).left).toBeNull();
});

test.each([
  ["one that waits", {}, null],
  ["one of which nobody knows when it was received", { receivedAt: null }, null],
  ["a liquidación that waits", { type: 43 }, null],
  ["one past its eight days", { receivedAt: "2026-11-10T12:00:00" }, "late"],
  ["one that was accepted", { state: "registro" }, "accepted"],
  ["one that counts since its eight days are over", { state: "registro", receivedAt: "2026-11-01T12:00:00" }, "late"],
  ["one that was claimed", { state: "reclamado" }, "claimed"],
  ["one that was left out", { state: "no_incluir" }, "accepted"],
  ["a note of credit", { type: 61 }, "type"],
  ["a sale", { side: "venta" }, "not_receiver"],
] as const)("%s, %o, is closed by %s", (_, more, reason) => {
  expect(closedBy(line(more))).toBe(reason);
});
