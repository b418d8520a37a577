import { addMonths, monthOf, type CivilDate, type Month } from "#kernel";
import { changeProfile, filerOf, findProfile, nextF29, type TaxProfile } from "#sii";
import type { Outcome } from "./effect.ts";
import { writerOf, type Errand } from "./errand.ts";
import type { TaxEffect } from "./tax-effect.ts";

type Telling = Extract<TaxEffect, { kind: "tax_profile" }>;

/** What was told of the business's taxes, kept; done again it changes nothing. */
export async function keepTaxProfile({ told, month: named, today }: Telling, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "tenant.update");
  if (!writer) return { kind: "forbidden" };
  const before = await findProfile(writer);
  const month = named ?? lastFiled(before, today);
  const { remanente: amount, ...plain } = told;
  const patch = amount === undefined ? plain : { ...plain, remanente: { amount, month } };
  if (isKept(before, patch)) return { kind: "tax_profile", told, kept: before, month };
  const changed = await changeProfile(writer, patch, errand.now);
  return { kind: "tax_profile", told, kept: changed.ok ? changed.value : null, month };
}

/** The month whose form was due last: a remanente is read from that one, unless another is named. */
function lastFiled(profile: TaxProfile, today: CivilDate): Month {
  const next = nextF29({ today, filer: filerOf(profile), days: null });
  return addMonths(next?.month ?? monthOf(today), -1);
}

function isKept(profile: TaxProfile, patch: Partial<TaxProfile>): boolean {
  return JSON.stringify({ ...profile, ...patch }) === JSON.stringify(profile);
}
