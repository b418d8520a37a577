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
