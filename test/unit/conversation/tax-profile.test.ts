import { expect, test } from "vitest";
import { compose } from "#src/conversation/compose.ts";
import type { Outcome } from "#src/conversation/effect.ts";
import type { TaxTold } from "#language";
import type { TaxProfile } from "#sii";
import { actsOf, membershipIn, say, talkIn } from "./talking.ts";

// How a business is taxed, told in the chat.

const TODAY = "2026-11-18";

test.each([
  ["soy pro pyme transparente", { regime: "transparent" }, null],
  ["mi tasa de PPM es 0,25%", { ppm_rate: 0.25 }, null],
  ["mi remanente es 45 mil", { remanente: 45_000 }, null],
  ["mi remanente de octubre es 45 mil", { remanente: 45_000 }, "2026-10"],
  ["mi remanente de marzo de 2025 es 45 mil", { remanente: 45_000 }, "2025-03"],
  ["no tengo remanente del mes pasado", { remanente: 0 }, "2026-10"],
])("«%s» is kept, and books nothing", (text, told, month) => {
  expect(actsOf(say(talkIn(), text))).toEqual([{ kind: "tax_profile", told, month, today: TODAY }]);
});

test("while something else is asked it is heard as what it is", () => {
  const talk = talkIn();
  say(talk, "gasté como 80 lucas");
  expect(talk.dialogue.open).toHaveLength(1);
  expect(actsOf(say(talk, "mi remanente es 45 mil")).map(({ kind }) => kind)).toEqual(["tax_profile"]);
  expect(talk.dialogue.open).toHaveLength(1);
});

test("where no SII is it is what it was", () => {
  expect(actsOf(say(talkIn("PE"), "soy pro pyme"))).toEqual([]);
});

test.each(["mi remanente no es 45 mil", "mi remanente es -45 mil", "me quedó un remanente de 80 lucas"])(
  "«%s» keeps nothing, and says how it is told",
  (text) => {
    const talk = talkIn();
    expect(actsOf(say(talk, text))).toEqual([]);
    expect(talk.answer).toContain("*mi remanente es 45 mil*");
    expect(talk.dialogue.open).toEqual([]);
  },
);

test("a sale told beside it is booked as the sale that it is", () => {
  const talk = talkIn();
  const acts = actsOf(say(talk, "mi remanente es 45 mil y en octubre vendí 20 lucas de pan"));
  expect(acts).toMatchObject([
    { kind: "tax_profile", told: { remanente: 45_000 }, month: null },
    { kind: "record", entry: { amount_minor: 20_000, concept: "pan" } },
  ]);
});

function afterSale() {
  const talk = talkIn();
  say(talk, "vendí 20 lucas de pan");
  say(talk, "mi remanente de octubre es 54 mil");
  return talk;
}

test.each(["no, mi remanente de octubre es 45 mil", "no, son 45 mil", "eran 45 mil", "perdón, son 45 mil"])(
  "«%s» behind it puts it right, and not the sale before",
  (text) => {
    const kept = { kind: "tax_profile", told: { remanente: 45_000 }, month: "2026-10", today: TODAY };
    expect(actsOf(say(afterSale(), text))).toEqual([kept]);
  },
);

test("it may be put right twice, and thanks between change nothing", () => {
  const talk = afterSale();
  say(talk, "gracias");
  for (const [text, remanente] of [
    ["no, son 45 mil", 45_000],
    ["no, son 46 mil", 46_000],
  ] as const)
    expect(actsOf(say(talk, text))).toMatchObject([{ kind: "tax_profile", told: { remanente } }]);
});

test("«deshacer» behind it undoes no sale: it says how it is changed, and then what stands before", () => {
  const talk = afterSale();
  expect(actsOf(say(talk, "deshacer"))).toEqual([]);
  expect(talk.answer).toContain("se cambia diciéndomelo de nuevo");
  expect(actsOf(say(talk, "deshacer"))).toEqual([]);
  expect(talk.answer).toContain("pan");
  expect(actsOf(say(talk, "deshacer la venta"))).toMatchObject([{ kind: "undo", entry_ids: ["E1"] }]);
});

test("an amount behind a regime touches no sale either", () => {
  const talk = talkIn();
  say(talk, "vendí 20 lucas de pan");
  say(talk, "soy pro pyme");
  expect(actsOf(say(talk, "no, son 54 mil"))).toEqual([]);
  expect(talk.answer).toContain("se cambia diciéndomelo de nuevo");
});

test("once something else is booked, a correction and «deshacer» mean that", () => {
  for (const text of ["no, son 45 mil", "deshacer"]) {
    const talk = afterSale();
    say(talk, "gasté 3 lucas en pan");
    expect(actsOf(say(talk, text)).map(({ kind }) => kind)).toEqual([text === "deshacer" ? "undo" : "correct"]);
  }
});

test("of an entry that is quoted it is that one that changes", () => {
  const talk = afterSale();
  const [sale] = talk.entries;
  expect(actsOf(say(talk, "no, son 45 mil", sale ?? null))).toMatchObject([{ kind: "correct", entry_id: "E1" }]);
});

const NOTHING: TaxProfile = { regime: null, ppm_rate: null, filer: null, factor: null, remanente: null };

function said(told: TaxTold, kept: Partial<TaxProfile> | null): string {
  const outcome: Outcome = { kind: "tax_profile", told, kept: kept && { ...NOTHING, ...kept }, month: "2026-09" };
  const parts = [{ part: "tax_profile", ref: 0 } as const];
  return compose({ parts, reply_to: null, today: TODAY }, [outcome], membershipIn("CL")).text;
}

test("a regime is told with the PPM that it brings", () => {
  expect(said({ regime: "transparent" }, { regime: "transparent" })).toBe(
    "🧾 Anoté tu régimen: *Pro Pyme transparente (14 D N° 8)*. El borrador del F29 lleva ahora un PPM de 0,2%.",
  );
  expect(said({ regime: "pro_pyme" }, { regime: "pro_pyme", ppm_rate: 1 })).toContain("1%, la tasa que me dijiste");
  expect(said({ regime: "general" }, { regime: "general" })).toContain("*mi tasa de PPM es 1%*");
});

test("a rate is told with when it counts", () => {
  expect(said({ ppm_rate: 0.25 }, { ppm_rate: 0.25, regime: "general" })).toBe(
    "🧾 Anoté tu tasa de PPM: *0,25%*. El borrador del F29 la usa desde ahora.",
  );
  expect(said({ ppm_rate: 0.25 }, { ppm_rate: 0.25 })).toContain("cuando sepa tu régimen");
});

test("a remanente is told with its month and the month that it lowers", () => {
  const told = said({ remanente: 45_000 }, { remanente: { amount: 45_000, month: "2026-09" } });
  expect(told).toContain("remanente de septiembre 2026 (código 77 del F29): *$45.000*. Baja el IVA desde octubre 2026");
  expect(said({ remanente: 0 }, { remanente: { amount: 0, month: "2026-09" } })).toContain("no te quedó remanente");
});

test("what can't be so is said so", () => {
  expect(said({ ppm_rate: 90 }, null)).toContain("No cambié nada");
});
