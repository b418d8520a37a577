import { dateIn, daysBetween, type CivilDate, type Month } from "#kernel";
import {
  briefOf,
  f29DueOn,
  filerOf,
  findConnection,
  findProfile,
  lookForClaim,
  nextF29,
  pendingClaims,
  type TaxBrief,
} from "#sii";
import type { Viewer } from "#tenants";
import type { Effect, Outcome } from "./effect.ts";
import { viewerOf, writerOf, type Errand } from "./errand.ts";
import { keepTaxProfile } from "./keep-tax-profile.ts";

// What a person asks of their taxes and of what waits at the tax service, carried out.

type Asked = Extract<
  Effect,
  { kind: "claim_look" | "claim" | "claims_pending" | "taxes" | "taxes_due" | "tax_profile" }
>;

export async function askTaxOffice(effect: Asked, errand: Errand): Promise<Outcome> {
  switch (effect.kind) {
    case "claim_look":
      return look(effect, errand);
    case "claim":
      return claim(effect, errand);
    case "claims_pending": {
      const viewer = await viewerOf(errand);
      const connected = (await findConnection(viewer)) !== null;
      return { kind: "claims_pending", lines: await pendingClaims(viewer, errand.now), connected };
    }
    case "taxes":
      return taxes(effect.month, errand);
    case "taxes_due":
      return taxesDue(effect, errand);
    case "tax_profile":
      return keepTaxProfile(effect, errand);
  }
}

async function look({ named, actions }: Extract<Effect, { kind: "claim_look" }>, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "sii.claim");
  if (!writer) return { kind: "forbidden" };
  if (!(await findConnection(writer))) return { kind: "claim_look", look: { is: "not_connected" }, actions };
  return { kind: "claim_look", look: await lookForClaim(writer, named, errand.now), actions };
}

async function claim({ document_id, action }: Extract<Effect, { kind: "claim" }>, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "sii.claim");
  if (!writer) return { kind: "forbidden" };
  return { kind: "claim", claimed: await errand.sii.claim(writer, { document_id, action }), action };
}

async function taxes(month: Month, errand: Errand): Promise<Outcome> {
  const viewer = await viewerOf(errand);
  const report = await errand.sii.taxes(viewer, month);
  const connected = (await findConnection(viewer)) !== null;
  const brief = report && briefOf(report);
  return { kind: "taxes", brief, connected, due: brief?.due ?? (await dueOf(viewer, month, errand)), month };
}

async function dueOf(viewer: Viewer, month: Month, errand: Errand): Promise<TaxBrief["due"]> {
  return dueBy(f29DueOn(month, filerOf(await findProfile(viewer))), todayOf(errand));
}

function todayOf({ now, membership }: Errand): CivilDate {
  return dateIn(now, membership.time_zone);
}

function dueBy(on: CivilDate, today: CivilDate): TaxBrief["due"] {
  return { on, days_left: daysBetween(today, on) };
}

async function taxesDue({ days }: Extract<Effect, { kind: "taxes_due" }>, errand: Errand): Promise<Outcome> {
  const viewer = await viewerOf(errand);
  const today = todayOf(errand);
  const next = nextF29({ today, filer: filerOf(await findProfile(viewer)), days });
  const report = next && (await errand.sii.taxes(viewer, next.month));
  const f29 = next && { month: next.month, due: dueBy(next.on, today), brief: report && briefOf(report) };
  const running = (await pendingClaims(viewer, errand.now)).filter(({ left }) => left !== null);
  const lines = running.filter(({ left }) => days === null || (left && isWithin(left.until, days)));
  return { kind: "taxes_due", f29, lines };
}

function isWithin(until: string, { from, to }: { from: CivilDate; to: CivilDate }): boolean {
  const day = until.slice(0, "YYYY-MM-DD".length);
  return day >= from && day <= to;
}
