import { eq } from "drizzle-orm";
import { draft, statementOf } from "#database";
import { err, ok, type Result } from "#kernel";
import { commit, type Viewer, type Writer } from "#tenants";
import { siiProfiles } from "../tables.ts";
import { monthNow } from "../taxes/santiago.ts";
import { misfitOf, NO_PROFILE, type ProfileField, type TaxProfile } from "./profile.ts";

export async function findProfile(viewer: Viewer): Promise<TaxProfile> {
  const [row] = await viewer.ledger
    .select()
    .from(siiProfiles)
    .where(eq(siiProfiles.tenant_id, viewer.tenant.id))
    .limit(1);
  if (!row) return NO_PROFILE;
  const kept = JSON.parse(await viewer.unseal(placeOf(viewer), row.profile_sealed)) as Partial<TaxProfile>;
  return { ...NO_PROFILE, ...kept };
}

/** Changes what is told, all of it or nothing; what is left out stays, null takes it back. */
export async function changeProfile(
  writer: Writer,
  patch: Partial<TaxProfile>,
  now: number,
): Promise<Result<TaxProfile, { reason: "invalid"; field: ProfileField }>> {
  const field = misfitOf(patch, monthNow(now));
  if (field !== null) return err({ reason: "invalid", field });
  const profile = { ...(await findProfile(writer)), ...patch };
  const profile_sealed = await writer.seal(placeOf(writer), JSON.stringify(profile));
  const row = { tenant_id: writer.tenant.id, profile_sealed, changed_at: new Date(now).toISOString() };
  const { tenant_id: _mine, ...set } = row;
  const insert = draft.insert(siiProfiles).values(row);
  const statement = statementOf(insert.onConflictDoUpdate({ target: siiProfiles.tenant_id, set }));
  await commit(writer, { action: "tenant.update", targets: [writer.tenant.id], at: now }, [statement]);
  return ok(profile);
}

function placeOf({ tenant }: Viewer): { table: string; column: string; row: string } {
  return { table: "sii_profiles", column: "profile", row: tenant.id };
}
