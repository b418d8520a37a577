import { expect, test } from "vitest";
import { differencesOf, type Difference, type Reconciliation, type ReconcileRequest } from "#sii";
import { ANDES, books, document, entry, entryFor, OWN, register, rut } from "./made.ts";

const NOW = Date.parse("2026-12-01T12:00:00Z");

function explained(given: Partial<ReconcileRequest>): Reconciliation {
  const found = differencesOf({
    rcv: register(),
    around: [],
    books: books(),
    now: NOW,
    set_aside: [],
    ...given,
  });
  if (!found.ok) throw new Error(found.error.reason);
  return found.value;
}

function theOnly({ differences }: Reconciliation): Difference {
  const [only, ...more] = differences;
  if (!only || more.length > 0) throw new Error(`${differences.length} differences`);
  return only;
}

const deeds = ({ resolutions }: Difference): string[] => resolutions.map((each) => each.do);

test("a month that was never asked for is not an empty one", () => {
  const asked = { rcv: register({ asked_at: null }), around: [], books: books(), now: NOW, set_aside: [] };
  expect(differencesOf(asked)).toEqual({ ok: false, error: { reason: "never_asked" } });
});

test("an invoice that nobody booked may be booked, linked to what it may be, or left", () => {
  const invoice = document();
  const maybe = entry({ amount_minor: invoice.total, concept: "harina" });
  const found = theOnly(explained({ rcv: register({ documents: [invoice] }), books: books({ entries: [maybe] }) }));
  expect(found).toMatchObject({ class: "missing_here", effect: { total: 119_000, tax: 19_000 }, vat: -19_000 });
  expect(deeds(found)).toEqual(["link", "book", "decline", "leave"]);
  expect(found.resolutions[0]).toMatchObject({ entry_id: maybe.id, document_id: invoice.id });
});

test("what is plainly one is linked and no difference, and the link brings the tax", () => {
  const invoice = document();
  const told = entry({ amount_minor: invoice.total, counterparty: "los andes" });
  const { differences, links, sides } = explained({
    rcv: register({ documents: [invoice] }),
    books: books({ entries: [told] }),
  });
  expect(differences).toEqual([]);
  expect(links).toMatchObject([
    {
      document_id: invoice.id,
      entry_id: told.id,
      patch: { amount_minor: 119_000, net_minor: 100_000, tax_minor: 19_000 },
    },
  ]);
  expect(sides.compra.books).toEqual({ count: 1, total: 119_000, tax: 19_000 });
});

test("another amount is put right as the register has it", () => {
  const invoice = document();
  const wrong = entryFor(invoice, { amount_minor: 191_000 });
  const found = theOnly(
    explained({
      rcv: register({ documents: [{ ...invoice, entry_id: wrong.id }] }),
      books: books({ entries: [wrong] }),
    }),
  );
  expect(found.effect).toEqual({ total: -72_000, tax: 0 });
  expect(found.resolutions[0]).toEqual({
    do: "correct",
    entry_id: wrong.id,
    patch: { amount_minor: 119_000, net_minor: 100_000, tax_minor: 19_000 },
  });
});

test("an invoice told by its number for another amount is one difference, and may be linked", () => {
  const grafica = { rut: rut(76_555_444), name: "Gráfica Sur SpA", isValid: true };
  const invoice = document({ folio: "1234", counterparty: grafica });
  const slip = entry({ amount_minor: 191_000, concept: "factura 1234", counterparty: "gráfica sur" });
  const given = { rcv: register({ documents: [invoice] }), books: books({ entries: [slip] }) };
  const found = theOnly(explained(given));
  expect(found).toMatchObject({ class: "amount", effect: { total: -72_000, tax: 19_000 } });
  expect(deeds(found)).toEqual(["link", "book", "decline", "leave"]);
  expect(found.resolutions[0]).toMatchObject({ entry_id: slip.id, document_id: invoice.id });
  expect(found.link).toMatchObject({ entry: { id: slip.id }, document: { id: invoice.id } });
  const { sii, books: booked } = explained(given).sides.compra;
  expect([sii.total - booked.total, sii.tax - booked.tax]).toEqual([-72_000, 19_000]);
});

test("five thousand rows that differ are explained in seconds", () => {
  const sellers = Array.from({ length: 50 }, (_, i) => ({ ...ANDES, rut: rut(76_200_000 + i) }));
  const documents = Array.from({ length: 5_000 }, (_, i) =>
    document({ folio: String(i + 1), net: 100_000 + i, counterparty: sellers[i % sellers.length] ?? ANDES }),
  );
  const notes = documents
    .slice(0, 1_000)
    .map((each) => document({ ...each, id: `N${each.folio}`, type: 61, net: 50_000, tax: 9_500, total: 59_500 }));
  const entries = Array.from({ length: 2_000 }, (_, i) =>
    entry({ concept: `factura ${90_000 + i}`, counterparty: "otra cosa", amount_minor: 1_000_000 + i }),
  );
  const begun = performance.now();
  const { differences } = explained({
    rcv: register({ documents: [...documents, ...notes] }),
    books: books({ entries }),
  });
  expect(differences).toHaveLength(8_000);
  expect(performance.now() - begun).toBeLessThan(6_000);
});

test("tax that may not be recovered is taken out of the books' own", () => {
  const lost = document({ tax: 0, total: 119_000, unrecoverable: { tax: 19_000, code: 1 } });
  const booked = entryFor(lost, { net_minor: 100_000, tax_minor: 19_000 });
  const found = theOnly(
    explained({
      rcv: register({ documents: [{ ...lost, entry_id: booked.id }] }),
      books: books({ entries: [booked] }),
    }),
  );
  expect(found).toMatchObject({ class: "amount", vat: 19_000 });
  expect(found.resolutions[0]).toMatchObject({ patch: { net_minor: null, tax_minor: null } });
});

test("a payment that bears the paper of its invoice is no second purchase, and alone it is none at all", () => {
  const invoice = document();
  const owed = entryFor(invoice, { type: "deuda", direction: "por_pagar" });
  const paid = entry({ direction: "por_pagar", amount_minor: 119_000, document_id: "P1", settles_id: owed.id });
  const paper = { id: "P1", kind: "factura", issuer_tax_id: ANDES.rut, receiver_tax_id: OWN, number: "1001" } as const;
  const rcv = register({ documents: [{ ...invoice, entry_id: owed.id }] });
  expect(explained({ rcv, books: books({ entries: [owed, paid], papers: [paper] }) }).differences).toEqual([]);
  const alone = theOnly(explained({ rcv, books: books({ entries: [paid], papers: [paper] }) }));
  expect(alone).toMatchObject({ class: "amount", effect: { total: 119_000 } });
  expect(deeds(alone)).toEqual(["book", "leave"]);
});

test("an entry in another money is put right with its currency", () => {
  const invoice = document();
  const dollars = entryFor(invoice, { amount_minor: 12_600, currency: "USD" });
  const rcv = register({ documents: [{ ...invoice, entry_id: dollars.id }] });
  const found = theOnly(explained({ rcv, books: books({ entries: [dollars] }) }));
  expect(found).toMatchObject({ class: "amount", effect: { total: 119_000, tax: 19_000 } });
  expect(found.resolutions[0]).toMatchObject({ do: "correct", patch: { amount_minor: 119_000, currency: "CLP" } });
});

test("what is left out of the register is linked without its tax", () => {
  const left = document({ state: "no_incluir" });
  const told = entry({ amount_minor: left.total, counterparty: "los andes" });
  const found = explained({ rcv: register({ documents: [left] }), books: books({ entries: [told] }) });
  expect(found.differences).toEqual([]);
  expect(found.links).toMatchObject([{ patch: { net_minor: null, tax_minor: null } }]);
});

test("two entries for two parts of one invoice are no duplicate", () => {
  const invoice = document();
  const parts = [
    entryFor(invoice, { amount_minor: 69_000, net_minor: 57_983, tax_minor: 11_017 }),
    entryFor(invoice, { amount_minor: 50_000, net_minor: 42_017, tax_minor: 7_983, document_id: "P1" }),
  ];
  const paper = { id: "P1", kind: "factura", issuer_tax_id: ANDES.rut, receiver_tax_id: OWN, number: "1001" } as const;
  const rcv = register({ documents: [{ ...invoice, entry_id: parts[0]?.id ?? null }] });
  expect(explained({ rcv, books: books({ entries: parts, papers: [paper] }) }).differences).toEqual([]);
});

test.each([
  ["2026-11-28T12:00", { until: "2026-12-05", days_left: 7 }, ["accept", "claim", "book", "leave"]],
  // The last day has hours left, and so has its last minute.
  ["2026-12-05T09:00", { until: "2026-12-05", days_left: 0 }, ["accept", "claim", "book", "leave"]],
  ["2026-12-05T23:49", { until: "2026-12-05", days_left: 0 }, ["accept", "claim", "book", "leave"]],
  ["2026-12-05T23:51", { until: "2026-12-05", days_left: 0 }, ["book", "leave"]],
  ["2026-12-09T12:00", { until: "2026-12-05", days_left: 0 }, ["book", "leave"]],
])("at %s in Santiago a purchase received on 27 November has %o", (at, deadline, done) => {
  const waiting = document({ state: "pendiente", receivedAt: "2026-11-27T23:50:00" });
  const found = theOnly(explained({ rcv: register({ documents: [waiting] }), now: Date.parse(`${at}:00-03:00`) }));
  expect(found).toMatchObject({ class: "pending", deadline, effect: { total: 0, tax: 0 } });
  expect(deeds(found)).toEqual(done);
});

test("a document that stands in two lists of a moment is where it is furthest on", () => {
  const invoice = document({ issuedOn: "2026-11-10" });
  const booked = entryFor(invoice);
  const tied = { ...invoice, entry_id: booked.id };
  const claimed = { ...tied, state: "reclamado" as const };
  const own = books({ entries: [booked] });
  for (const documents of [
    [tied, claimed],
    [claimed, tied],
  ]) {
    expect(theOnly(explained({ rcv: register({ documents }), books: own })).class).toBe("reclaimed_but_booked");
  }
});

test("booked in October and counted in November is one difference, seen from both months", () => {
  const invoice = document({ issuedOn: "2026-10-30" });
  const booked = entryFor(invoice);
  const november = register({ documents: [{ ...invoice, entry_id: booked.id }] });
  const october = register({ month: "2026-10" });
  const own = books({ entries: [booked] });
  const late = theOnly(explained({ rcv: november, around: [october], books: own }));
  const early = theOnly(explained({ rcv: october, around: [november], books: own }));
  expect(late).toMatchObject({ class: "period", key: early.key, effect: { total: 119_000, tax: 19_000 } });
  expect(early).toMatchObject({ class: "period", effect: { total: -119_000, tax: -19_000 } });
  expect(late.resolutions[0]).toEqual({ do: "correct", entry_id: booked.id, patch: { date: "2026-11-01" } });
});

test("a document that has moved to the next month is there, whatever was kept of it before", () => {
  const before = document({ state: "pendiente" });
  const moved = document({ id: "moved", period: "2026-12" });
  const rcv = register({ documents: [before] });
  expect(explained({ rcv, around: [register({ month: "2026-12", documents: [moved] })] }).differences).toEqual([]);
});

test("a note lowers the invoice that it names where that is owed, or that alone fits it", () => {
  const invoice = document({ net: 200_000 });
  const booked = entryFor(invoice, { type: "deuda", direction: "por_pagar" });
  const tied = { ...invoice, entry_id: booked.id };
  const note = document({ type: 61, folio: "7", net: 50_000, references: [{ type: null, folio: invoice.folio }] });
  const found = theOnly(explained({ rcv: register({ documents: [tied, note] }), books: books({ entries: [booked] }) }));
  expect(found).toMatchObject({ class: "credit_note", effect: { total: -59_500, tax: -9_500 } });
  expect(found.resolutions[0]).toEqual({ do: "lower", document_id: note.id, entry_id: booked.id });
  const paid = { ...booked, type: "egreso" as const, direction: null };
  const returned = explained({ rcv: register({ documents: [tied, note] }), books: books({ entries: [paid] }) });
  expect(deeds(theOnly(returned))).toEqual(["book", "leave"]);
  const less = { ...booked, amount_minor: 178_500, net_minor: 150_000, tax_minor: 28_500 };
  const unnamed = { ...note, references: [] };
  expect(
    explained({ rcv: register({ documents: [tied, unnamed] }), books: books({ entries: [less] }) }).differences,
  ).toEqual([]);
});

test("a note does not hide an invoice that the register does not count", () => {
  const waiting = document({ state: "pendiente" });
  const note = document({ type: 61, folio: "7", references: [{ type: 33, folio: waiting.folio }] });
  const kinds = explained({ rcv: register({ documents: [waiting, note] }) }).differences.map((each) => each.class);
  expect(kinds.toSorted()).toEqual(["credit_note", "pending"]);
});

test("what was told and booked again is asked about, and a «no» ends it", () => {
  const invoice = document({ net: 83_000 });
  const booked = entryFor(invoice);
  const told = entry({ amount_minor: invoice.total, counterparty: "los andes" });
  const rcv = register({ documents: [{ ...invoice, entry_id: booked.id }] });
  const found = theOnly(explained({ rcv, books: books({ entries: [booked, told] }) }));
  expect(found.class).toBe("duplicate");
  expect(found.resolutions).toEqual([
    { do: "reverse", entry_id: told.id },
    { do: "decline", document: found.documents[0]?.key, entry_id: told.id },
    { do: "leave" },
  ]);
  const declined = [{ document: found.documents[0]?.key ?? "", entry_id: told.id }];
  expect(explained({ rcv, books: books({ entries: [booked, told], declined }) }).differences).toEqual([]);
});

test.each([
  ["for another amount", [50_000]],
  ["for its own", [119_000]],
  ["twice", [119_000, 119_000]],
  ["for two other amounts", [50_000, 60_000]],
])("an invoice that is booked, told again by its number %s, is a duplicate and not missing", (_, amounts) => {
  const invoice = document({ folio: "4322" });
  const booked = entryFor(invoice, { source: "sii" });
  const told = amounts.map((amount_minor) =>
    entry({ amount_minor, concept: "factura 4322", counterparty: "Distribuidora Los Andes Ltda.", date: "2026-11-20" }),
  );
  const rcv = register({ documents: [{ ...invoice, entry_id: booked.id }] });
  const found = theOnly(explained({ rcv, books: books({ entries: [booked, ...told] }) }));
  expect(found.class).toBe("duplicate");
  const reversed = told.map(({ id }) => ({ do: "reverse", entry_id: id }));
  expect(found.resolutions.slice(0, told.length)).toEqual(expect.arrayContaining(reversed));
  expect(found.resolutions).not.toContainEqual({ do: "reverse", entry_id: booked.id });
});

test("another company's invoice of the same number is no duplicate", () => {
  const invoice = document({ folio: "4322" });
  const booked = entryFor(invoice, { source: "sii" });
  const other = entry({ amount_minor: 50_000, concept: "factura 4322", counterparty: "Imprenta Norte" });
  const rcv = register({ documents: [{ ...invoice, entry_id: booked.id }] });
  expect(theOnly(explained({ rcv, books: books({ entries: [booked, other] }) })).class).toBe("missing_there");
});

test("the same invoice noted twice, of which the register has none, is one difference", () => {
  const twice = ["Gráfica Sur", "grafica sur"].map((counterparty) => entry({ concept: "factura 8123", counterparty }));
  expect(theOnly(explained({ books: books({ entries: twice }) })).class).toBe("duplicate");
  const other = ["Gráfica Sur", "Imprenta Norte"].map((counterparty) =>
    entry({ concept: "factura 8123", counterparty }),
  );
  expect(explained({ books: books({ entries: other }) }).differences.map((each) => each.class)).toEqual([
    "missing_there",
    "missing_there",
  ]);
});

test("a paper made out to another RUT is ours where the register says so", () => {
  const invoice = document();
  const booked = entryFor(invoice, { document_id: "P1" });
  const paper = {
    id: "P1",
    kind: "factura",
    issuer_tax_id: ANDES.rut,
    receiver_tax_id: "12345678-5",
    number: "1001",
  } as const;
  const own = books({ entries: [booked], papers: [paper] });
  expect(theOnly(explained({ books: own })).class).toBe("not_for_this_rut");
  expect(explained({ rcv: register({ documents: [invoice] }), books: own }).differences).toEqual([]);
});

test("a file of the portal brings no sums, and so lacks nothing", () => {
  const invoice = document();
  const booked = entryFor(invoice);
  const rcv = register({ documents: [{ ...invoice, entry_id: booked.id }], totals: [] });
  expect(explained({ rcv, books: books({ entries: [booked] }) }).differences).toEqual([]);
});

test("a difference that was left comes back where its amounts are others", () => {
  const invoice = document();
  const wrong = entryFor(invoice, { amount_minor: 119_500 });
  const month = (entries: typeof wrong) => ({
    rcv: register({ documents: [{ ...invoice, entry_id: wrong.id }] }),
    books: books({ entries: [entries] }),
  });
  const { key } = theOnly(explained(month(wrong)));
  expect(theOnly(explained({ ...month(wrong), set_aside: [key] })).is_set_aside).toBe(true);
  const worse = { ...wrong, amount_minor: 219_500 };
  expect(theOnly(explained({ ...month(worse), set_aside: [key] })).is_set_aside).toBe(false);
});
