import { expect, test } from "vitest";
import { addRule, listEntries, listRules, recordEntry } from "#src/ledger/index.ts";
import { findByAddress, membersOf, openViewer, rewrapTenantKeys, type Archive } from "#src/tenants/index.ts";
import {
  at,
  bread,
  freshPhone,
  masterKey,
  newTenant,
  NOW,
  openArchive,
  ringOf,
  viewerOf,
  writerOf,
} from "../ledger/books.ts";

const [k1 = "", k2 = "", k3 = "", k4 = "", k5 = ""] = [1, 2, 3, 4, 5].map((n) => masterKey(`k${n}`, n));

const under = async (archive: Archive, ...keys: string[]): Promise<Archive> => ({
  ...archive,
  ring: await ringOf(...keys),
});

const conceptsOf = async (archive: Archive, tenantId: string) => {
  const listed = await listEntries(await viewerOf(archive, tenantId), {});
  return listed.ok ? listed.value.entries.map(({ concept }) => concept) : [];
};

test("what was written under one master key is read under its successors, and after a sweep without those between", async () => {
  const first = await openArchive(await ringOf(k1));
  const phone = freshPhone();
  const { tenant } = await newTenant(first, phone);
  await recordEntry(await writerOf(first, tenant.id), bread(), at());

  const copec = { kind: "category", match: "Copec", category: "combustible", side: "expense" } as const;
  const lesson = { rule: copec, source_ref: "whatsapp:lesson:0", ...at() };
  const { rule } = await addRule(await writerOf(first, tenant.id), lesson);

  const second = await under(first, k2, k1);
  expect(await conceptsOf(second, tenant.id)).toEqual(["pan"]);
  expect(await rewrapTenantKeys(second, { limit: 1_000, now: NOW })).toMatchObject({ remaining: 0 });
  await recordEntry(await writerOf(second, tenant.id), bread({ concept: "leche" }), at());

  const third = await under(first, k3, k2, k1);
  expect((await rewrapTenantKeys(third, { limit: 1_000, now: NOW })).rewrapped).toBeGreaterThan(0);

  const newestAndLast = await under(first, k3, k1);
  expect(await conceptsOf(newestAndLast, tenant.id)).toEqual(["leche", "pan"]);
  expect(await listRules(await viewerOf(newestAndLast, tenant.id))).toEqual([rule]);
  expect(await addRule(await writerOf(newestAndLast, tenant.id), lesson)).toMatchObject({ outcome: "exists", rule });
  expect(await findByAddress(newestAndLast, "whatsapp", { phone, user_id: null })).toMatchObject({
    tenant_id: tenant.id,
  });
  expect(await membersOf(await viewerOf(newestAndLast, tenant.id))).toMatchObject([{ phone }]);

  await expect(openViewer(await under(first, k2, k1), tenant.id)).rejects.toThrow("still in the ring");
});

test("a sweep goes on where it stopped", async () => {
  const archive = await openArchive(await ringOf(k4, k3, k2, k1));
  for (let i = 0; i < 3; i++) await newTenant(archive);
  const next = await under(archive, k5, k4, k3, k2, k1);
  const { rewrapped, remaining } = await rewrapTenantKeys(next, { limit: 2, now: NOW });
  expect(rewrapped).toBe(2);
  expect(remaining).toBeGreaterThan(0);
  expect(await rewrapTenantKeys(next, { limit: 1_000, now: NOW })).toEqual({ rewrapped: remaining, remaining: 0 });
  expect(await rewrapTenantKeys(next, { limit: 1_000, now: NOW })).toEqual({ rewrapped: 0, remaining: 0 });
});
