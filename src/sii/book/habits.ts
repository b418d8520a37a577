import { knownNames, listRules } from "#ledger";
import type { Viewer } from "#tenants";
import { findConnection } from "../connection/store.ts";
import type { Habits } from "./entry.ts";

/** What the business calls its people and has taught, as the books know it now. */
export async function habitsOf(viewer: Viewer): Promise<Habits> {
  const [rules, names, own] = await Promise.all([listRules(viewer), knownNames(viewer), findConnection(viewer)]);
  return { rut: own?.rut ?? viewer.tenant.tax_id ?? "", rules, names };
}
