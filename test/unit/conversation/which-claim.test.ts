import { expect, test } from "vitest";
import type { ClaimLine } from "#sii";
import { CLAIM_WORDS } from "#locales";
import { actsOf, say, talkIn, type Talk } from "./talking.ts";

type Differing = Partial<ClaimLine> & Pick<ClaimLine, "id" | "name">;

function line(differing: Differing): ClaimLine {
  const left = { until: "2026-11-20T15:00:00", days: 2, hours: 3, is_over: false };
  const amounts = { total: 99_960, tax: 15_960 };
  const party = { issuer: "76455871-K", date: "2026-11-12", received_at: "2026-11-12T15:00:00" };
  const paper = { side: "compra", state: "pendiente", type: 33, folio: "99" } as const;
  return { ...paper, ...party, ...amounts, left, ...differing };
}

const NORTE = line({ id: "N", name: "COMERCIAL NORTE" });
const SILVA = line({ id: "S", name: "SILVA Y YAÑEZ" });

/** All that differs between two: folio, amount and day. */
const CHEAP = line({ id: "A", name: "Molinos S.A.", folio: "99", total: 45_670, date: "2026-11-12" });
const DEAR = line({ id: "B", name: "Molinos S.A.", folio: "6200", total: 99_960, date: "2026-11-17" });

function whichOf(lines: ClaimLine[]): Talk {
  const talk = { ...talkIn(), look: { is: "found" as const, lines } };
  say(talk, "reclamar la 99");
  expect(talk.answer).toContain("¿Cuál?");
  return talk;
}

/** Whose document the next «sí» claims; null where it claims none. */
function claimedAfter(talk: Talk): string | null {
  const [act] = actsOf(say(talk, "sí"));
  return act?.kind === "claim" ? act.document_id : null;
}

test.each(["no", "No.", "mejor no", "ninguna", "ninguna de esas", "déjalo", "cancela", "olvídalo", "nada"])(
  "«%s» to «¿cuál?» lets it go with one sentence, and «sí» claims nothing",
  (text) => {
    const talk = whichOf([NORTE, SILVA]);
    expect(actsOf(say(talk, text))).toEqual([]);
    expect(talk.answer).toBe("Listo, lo dejo como estaba.");
    expect(claimedAfter(talk)).toBeNull();
  },
);

const NEITHER =
  "sí|si|Sí!|ya|ok|dale|ya dale|sí po|claro|bueno|vale|esa|esa misma|y|la de y|n|no sé|com|la de sil|nor|la|la de|" +
  "no, la de Norte|la de Norte no|la 99|99|factura 99|la de 99 mil|$99.960|la del 12|la 7|la grande|la que vence antes|" +
  "la de Cobre|Norte Silva|Silva Norte Ltda|la de 5 millones|los dos|comercial silva norte";

test.each(NEITHER.split("|"))(
  "«%s» names neither of two of one folio, amount and day: it is asked again, and «sí» claims nothing",
  (text) => {
    const talk = whichOf([NORTE, SILVA]);
    expect(actsOf(say(talk, text))).toEqual([]);
    expect(talk.answer).toMatch(/^Hay 2 así\. ¿Cuál\?/);
    expect(claimedAfter(talk)).toBeNull();
  },
);

test.each([
  ["norte", "N"],
  ["la de Norte", "N"],
  ["factura de Norte", "N"],
  ["sí, la de Norte", "N"],
  ["Comercial Norte", "N"],
  ["la de comercial", "N"],
  ["comercial norte ltda", "N"],
  ["Silva", "S"],
  ["la de yáñez", "S"],
  ["Silva y Yañes", "S"],
  ["la 99 de Silva", "S"],
  ["la 2", "S"],
  ["la segunda", "S"],
  ["la última porfa", "S"],
  ["opción 1", "N"],
])("«%s» chooses %s, which is shown before «sí» claims it", (text, id) => {
  const talk = whichOf([NORTE, SILVA]);
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(talk.answer).toContain("¿Lo registro en el SII a tu nombre?");
  expect(claimedAfter(talk)).toBe(id);
});

test.each([
  ["la 99", "A"],
  ["la 6200", "B"],
  ["folio 6200", "B"],
  ["factura n° 0099", "A"],
  ["la de 99 mil", "B"],
  ["la de 99.960", "B"],
  ["$45.670", "A"],
  ["la de 45 lucas", "A"],
  ["la del 12", "A"],
  ["la del 17 de noviembre", "B"],
  ["la del 12-11-2026", "A"],
  ["la de ayer", "B"],
])("«%s» is what only %s has", (text, id) => {
  const talk = whichOf([CHEAP, DEAR]);
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(talk.answer).toContain("¿Lo registro en el SII a tu nombre?");
  expect(claimedAfter(talk)).toBe(id);
});

test.each([
  ["la 2", { folio: "2" }],
  ["la de 99", {}],
  ["la de Molinos", {}],
  ["la del 12 de octubre", {}],
])("«%s», which may be either or neither, is asked about again", (text, differing) => {
  const talk = whichOf([{ ...CHEAP, ...differing }, DEAR]);
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(talk.answer).toContain("¿Cuál?");
});

test.each([
  ["vendí 20 lucas", "record"],
  ["gasté 5 lucas en pan", "record"],
  ["pan 2000", "record"],
  ["¿cuánto vendí hoy?", "total"],
])("«%s» is heard as what it tells", (text, kind) => {
  const talk = whichOf([NORTE, SILVA]);
  expect(actsOf(say(talk, text)).map((act) => act.kind)).toContain(kind);
  expect(talk.answer).not.toContain("¿Cuál?");
});

test.each(["hola", "gracias"])("«%s» is answered as such", (text) => {
  const talk = whichOf([NORTE, SILVA]);
  say(talk, text);
  expect(talk.answer).not.toContain("¿Cuál?");
});

test("of twelve it is told that there are twelve, also when it is asked again", () => {
  const talk = whichOf(Array.from({ length: 12 }, (_, nth) => line({ id: `D${nth}`, name: `Casa ${nth}` })));
  expect(talk.answer).toContain("Hay 12 así; te muestro las 9 primeras. ¿Cuál?");
  expect(talk.answer).toContain("*9.*");
  expect(talk.answer).not.toContain("*10.*");
  say(talk, "sí");
  expect(talk.answer).toMatch(/^Hay 12 así; te muestro las 9 primeras\. ¿Cuál\?/);
});

test("all that closes a document has its note and its reason", () => {
  const notes = Object.keys(CLAIM_WORDS.closed);
  expect(notes.filter((reason) => !(reason in CLAIM_WORDS.reasons))).toEqual([]);
});
