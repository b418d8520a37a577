import { assert, err, ok, readTaxId, tame, type Result } from "#kernel";
import { commitDirectory } from "./commit.ts";
import { mayDo, type Action } from "./permission.ts";
import { updateTenant, type TenantRow } from "./store.ts";
import type { Tenant } from "./tenant.ts";
import { findTenant, type Viewer } from "./viewer.ts";
import { archiveOfWriter, type Writer } from "./writer.ts";

const NAME_CHARS_MAX = 80;

/** What may be changed of a tenant; absent fields stay, null empties where a field may be empty. */
export type TenantPatch = {
  name?: string | null;
  industry?: string | null;
  tax_id?: string | null;
  country?: string;
  currency?: string;
  time_zone?: string;
  language?: string;
  onboarding_step?: Tenant["onboarding_step"];
  /** By the operator only. */
  plan?: Tenant["plan"];
};

export type TenantRefusal = { reason: "invalid" | "forbidden"; field: keyof TenantPatch };

/** Changes a tenant's settings, all of them or none, and answers how it stands then. */
export async function changeTenant(
  writer: Writer,
  patch: TenantPatch,
  now: number,
): Promise<Result<Tenant, TenantRefusal>> {
  const action: Action = patch.plan === undefined ? "tenant.update" : "tenant.plan";
  if (!mayDo(writer.standing, action)) {
    const field = patch.plan === undefined ? (Object.keys(patch)[0] ?? "name") : "plan";
    return err({ reason: "forbidden", field: field as keyof TenantPatch });
  }
  const clean = readPatch(patch, writer.tenant);
  if (!clean.ok) return clean;
  if (Object.keys(clean.value).length === 0) return ok(writer.tenant);
  const row = updateTenant(writer.tenant.id, await rowOf(writer, clean.value));
  await commitDirectory(writer, { action, targets: [writer.tenant.id], at: now }, [row]);
  const tenant = await findTenant(archiveOfWriter(writer), writer.tenant.id);
  assert(tenant, "a tenant that was just changed is there");
  return ok(tenant);
}

/** The patch in the form it is stored in, or the first field that can't be stored. A tax id follows the country. */
function readPatch(patch: TenantPatch, tenant: Tenant): Result<TenantPatch, TenantRefusal> {
  const country = patch.country ?? tenant.country;
  const clean: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    const stored = isField(field) ? READERS[field](value, country) : undefined;
    if (stored === undefined) return err({ reason: "invalid", field: field as keyof TenantPatch });
    clean[field] = stored;
  }
  return ok(clean);
}

/** The stored form of a field's value; undefined where it has none. */
type FieldReader = (value: string | null, country: string) => string | null | undefined;

const READERS: Record<keyof TenantPatch, FieldReader> = {
  name: readName,
  industry: readName,
  tax_id: (value, country) => (value === null ? null : (readTaxId(value, country) ?? undefined)),
  country: (value) => matching(value, /^[A-Z]{2}$/),
  currency: (value) => matching(value, /^([A-Z]{3}|UF)$/),
  time_zone: (value) => (value !== null && isTimeZone(value) ? value : undefined),
  language: (value) => matching(value, /^[a-z]{2,3}(-[A-Z]{2})?$/),
  onboarding_step: (value) => matching(value, /^(complete|country_pending)$/),
  plan: (value) => matching(value, /^(free|tiburon|hambre)$/),
};

function isField(field: string): field is keyof TenantPatch {
  return Object.hasOwn(READERS, field);
}

function readName(value: string | null): string | null | undefined {
  if (value === null) return null;
  return tame(value, NAME_CHARS_MAX) || undefined;
}

function matching(value: string | null, form: RegExp): string | undefined {
  return value !== null && form.test(value) ? value : undefined;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

async function rowOf(viewer: Viewer, patch: TenantPatch): Promise<Partial<TenantRow>> {
  const { name, tax_id, ...clear } = patch;
  return {
    ...clear,
    ...(name !== undefined && { name_sealed: await sealed(viewer, "name", name) }),
    ...(tax_id !== undefined && { tax_id_sealed: await sealed(viewer, "tax_id", tax_id) }),
  };
}

async function sealed(viewer: Viewer, column: string, value: string | null): Promise<string | null> {
  return value === null ? null : viewer.seal({ table: "tenants", column, row: viewer.tenant.id }, value);
}
