import { beforeAll, expect, test } from "vitest";
import {
  authorize,
  changeTenant,
  findTenant,
  type Archive,
  type Standing,
  type TenantPatch,
} from "#src/tenants/index.ts";
import { bindings, newTenant, NOW, openArchive } from "../ledger/books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const change = async (tenant_id: string, patch: TenantPatch, standing: Standing = "owner") => {
  const actor = { kind: "contact" as const, id: "c1" };
  const writer = await authorize(archive, { tenant_id, actor, standing, action: "document.update" });
  if (!writer.ok) throw new Error(writer.error.reason);
  return changeTenant(writer.value, patch, NOW);
};

test("an owner names the business, its trade and its tax id, and they are kept", async () => {
  const { tenant } = await newTenant(archive);
  const patch = { name: "Almacén Doña Rosa", industry: "abarrotes", tax_id: "76.123.456-0" };
  const changed = await change(tenant.id, patch);
  const expected = { ...tenant, ...patch, tax_id: "76123456-0" };
  expect(changed).toEqual({ ok: true, value: expected });
  expect(await findTenant(archive, tenant.id)).toEqual(expected);
});

test("the name and the tax id stand sealed in the directory", async () => {
  const { tenant } = await newTenant(archive);
  await change(tenant.id, { name: "Panadería Canaria", tax_id: "76123456-0" });
  const row = await bindings.DIRECTORY.prepare("SELECT * FROM tenants WHERE id = ?").bind(tenant.id).first();
  expect(JSON.stringify(row)).not.toMatch(/Canaria|76123456/);
});

test("null empties a name again", async () => {
  const { tenant } = await newTenant(archive);
  await change(tenant.id, { name: "X" });
  expect(await change(tenant.id, { name: null })).toMatchObject({ ok: true, value: { name: null } });
});

test.each<TenantPatch>([
  { tax_id: "76.123.456-1" },
  { country: "Chile" },
  { currency: "pesos" },
  { time_zone: "America/Rancagua" },
  { language: "español" },
  { name: "" },
  { plan: "gratis" as "free" },
])("what can't be stored is refused by its field: %o", async (patch) => {
  const { tenant } = await newTenant(archive);
  const refused = { ok: false, error: { reason: "invalid", field: Object.keys(patch)[0] } };
  expect(await change(tenant.id, { industry: "abarrotes", ...patch }, "operator")).toEqual(refused);
  expect(await findTenant(archive, tenant.id)).toEqual(tenant);
});

test("a field that is not for changing is refused", async () => {
  const { tenant } = await newTenant(archive);
  const patch = { shard: "LEDGER_01" } as TenantPatch;
  expect(await change(tenant.id, patch)).toEqual({ ok: false, error: { reason: "invalid", field: "shard" } });
  expect(await change(tenant.id, { constructor: "x" } as unknown as TenantPatch)).toMatchObject({ ok: false });
});

test("the plan is the operator's to change", async () => {
  const { tenant } = await newTenant(archive);
  expect(await change(tenant.id, { plan: "hambre" })).toEqual({
    ok: false,
    error: { reason: "forbidden", field: "plan" },
  });
  expect(await change(tenant.id, { plan: "hambre" }, "operator")).toMatchObject({
    ok: true,
    value: { plan: "hambre" },
  });
});

test("an employee changes no settings", async () => {
  const { tenant } = await newTenant(archive);
  expect(await change(tenant.id, { name: "X" }, "employee")).toEqual({
    ok: false,
    error: { reason: "forbidden", field: "name" },
  });
});

test("a tax id is read by the country that it is set with", async () => {
  const { tenant } = await newTenant(archive);
  expect(await change(tenant.id, { country: "PE", tax_id: "20131312955" })).toMatchObject({
    ok: true,
    value: { country: "PE", tax_id: "20131312955" },
  });
});

test("one tenant's settings are not another's", async () => {
  const [mine, theirs] = [await newTenant(archive), await newTenant(archive)];
  await change(mine.tenant.id, { industry: "abarrotes" });
  expect(await findTenant(archive, theirs.tenant.id)).toEqual(theirs.tenant);
});
