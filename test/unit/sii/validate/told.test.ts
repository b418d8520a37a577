import { expect, test } from "vitest";
import { differencesOf, tappable, validationTold, type Reconciliation } from "#sii";
import { books, document, register } from "../reconcile/made.ts";

// What one message tells of a month, and what its buttons offer.

function waiting(): Reconciliation {
  const documents = ["6200", "6201"].map((folio) =>
    document({ folio, state: "pendiente", receivedAt: "2026-11-28T09:00:00" }),
  );
  const now = Date.parse("2026-12-01T12:00:00Z");
  const found = differencesOf({ rcv: register({ documents }), around: [], books: books(), now, set_aside: [] });
  if (!found.ok) throw new Error(found.error.reason);
  return found.value;
}

test("purchases that wait are told with what they are worth, though they do not count yet", () => {
  const [cause] = validationTold(waiting()).causes;
  expect(cause).toMatchObject({ class: "pending", count: 2, total: 238_000 });
});

test("what waits has no button that would book it before it counts", () => {
  const [first] = waiting().differences;
  expect(first?.resolutions.map((each) => each.do)).toContain("book");
  expect(first && tappable(first).map(({ resolution }) => resolution.do)).toEqual(["leave"]);
});
