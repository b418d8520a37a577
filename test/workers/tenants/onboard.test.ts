import { beforeAll, expect, test } from "vitest";
import {
  aliasObject,
  findByAddress,
  linkAlias,
  membersOf,
  onboard,
  type Address,
  type Archive,
} from "#src/tenants/index.ts";
import { bindings, freshPhone, ids, newTenant, NOW, openArchive, viewerOf } from "../ledger/books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

let users = 0;
const freshUser = () => `CL.${++users}${"0".repeat(12)}`;

const arrive = (address: Address, object_name: string) =>
  onboard(archive, { channel: "whatsapp", object_name, address, profile_name: "Rosa Soto", now: NOW, ids });

const countOf = async (table: string, where = "1 = 1") =>
  bindings.DIRECTORY.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).first<number>("n");

test("a first message founds a tenant whose owner is who wrote it, after the country of the phone", async () => {
  const { tenant, role, founded, contact_id } = await arrive({ phone: "56911111111", user_id: null }, "o1");
  expect({ role, founded }).toEqual({ role: "owner", founded: true });
  expect(tenant).toMatchObject({
    name: null,
    country: "CL",
    currency: "CLP",
    time_zone: "America/Santiago",
    plan: "free",
    source: "whatsapp",
    onboarding_step: "complete",
    created_at: "2026-11-18T15:00:00.000Z",
  });
  const member = {
    contact_id,
    role: "owner",
    phone: "56911111111",
    user_id: null,
    profile_name: "Rosa Soto",
    created_at: tenant.created_at,
  };
  expect(await membersOf(await viewerOf(archive, tenant.id))).toEqual([member]);
});

test("a Peruvian phone founds a tenant in soles", async () => {
  const { tenant } = await newTenant(archive, "51987654321");
  expect(tenant).toMatchObject({ country: "PE", currency: "PEN", time_zone: "America/Lima" });
});

test("a second message founds nothing; the founding object hears so again after a crash, another one does not", async () => {
  const phone = freshPhone();
  const first = await arrive({ phone, user_id: null }, "o-a");
  const again = await arrive({ phone, user_id: null }, "o-a");
  const other = await arrive({ phone, user_id: null }, "o-b");
  expect(again).toEqual(first);
  expect(other).toEqual({ ...first, founded: false });
});

test("a thousand first messages of one number at once found one tenant with one owner", async () => {
  const [tenants, contacts] = [await countOf("tenants"), await countOf("contacts")];
  const phone = freshPhone();
  const all = await Promise.all(Array.from({ length: 1_000 }, () => arrive({ phone, user_id: null }, "o-thousand")));
  expect(new Set(all.map(({ tenant }) => tenant.id)).size).toBe(1);
  expect(new Set(all.map(({ contact_id }) => contact_id)).size).toBe(1);
  expect(all.every(({ founded }) => founded)).toBe(true);
  expect(await countOf("tenants")).toBe((tenants ?? 0) + 1);
  expect(await countOf("contacts")).toBe((contacts ?? 0) + 1);
  const chain = await countOf("audit", `tenant_id = '${all[0]?.tenant.id}'`);
  expect(chain).toBe(1);
}, 180_000);

test("fifty messages at once, by phone, by user id and by both, meet in one tenant", async () => {
  const [phone, user_id] = [freshPhone(), freshUser()];
  await arrive({ phone, user_id }, "o-both");
  const addresses = [
    { phone, user_id },
    { phone, user_id: null },
    { phone: null, user_id },
  ];
  const all = await Promise.all(Array.from({ length: 50 }, (_, i) => arrive(addresses[i % 3] as Address, "o-both")));
  expect(new Set(all.map(({ tenant }) => tenant.id)).size).toBe(1);
});

test("a user id that is known brings its new phone to the same contact, and the phone's object serves both", async () => {
  const [phone, user_id] = [freshPhone(), freshUser()];
  const first = await arrive({ phone: null, user_id }, "o-user");
  expect(await aliasObject(archive, { channel: "whatsapp", user_id })).toBe("o-user");
  const second = await arrive({ phone, user_id }, "o-phone");
  expect(second).toEqual({ ...first, founded: false });
  expect(await aliasObject(archive, { channel: "whatsapp", user_id })).toBe("o-phone");
  expect(await findByAddress(archive, "whatsapp", { phone, user_id: null })).toMatchObject({
    contact_id: first.contact_id,
  });
  const [member] = await membersOf(await viewerOf(archive, first.tenant.id));
  expect(member).toMatchObject({ phone, user_id });
});

test("a phone that is known brings its user id to the same contact", async () => {
  const [phone, user_id] = [freshPhone(), freshUser()];
  const first = await arrive({ phone, user_id: null }, "o");
  await arrive({ phone, user_id }, "o");
  const third = await arrive({ phone: null, user_id }, "o");
  expect(third).toEqual(first);
});

test("where phone and user id belong to two contacts the phone decides", async () => {
  const [phone, user_id] = [freshPhone(), freshUser()];
  const byPhone = await arrive({ phone, user_id: null }, "o-p");
  const byUser = await arrive({ phone: null, user_id }, "o-u");
  expect((await arrive({ phone, user_id }, "o-p")).tenant.id).toBe(byPhone.tenant.id);
  expect((await arrive({ phone: null, user_id }, "o-u")).tenant.id).toBe(byUser.tenant.id);
});

test("a changed number leads to the same contact, and whoever gets the old one is a stranger", async () => {
  const [old, fresh] = [freshPhone(), freshPhone()];
  const owner = await arrive({ phone: old, user_id: null }, "o-old");
  const move = {
    channel: "whatsapp",
    from: { phone: old, user_id: null },
    to: { phone: fresh, user_id: null },
    now: NOW,
  } as const;
  const linked = { outcome: "linked", tenant_id: owner.tenant.id, contact_id: owner.contact_id };
  expect(await linkAlias(archive, move)).toEqual(linked);
  expect(await linkAlias(archive, move)).toEqual(linked);
  expect((await arrive({ phone: fresh, user_id: null }, "o-fresh")).contact_id).toBe(owner.contact_id);
  const stranger = await arrive({ phone: old, user_id: null }, "o-old");
  expect(stranger.tenant.id).not.toBe(owner.tenant.id);
  const [member] = await membersOf(await viewerOf(archive, owner.tenant.id));
  expect(member?.phone).toBe(fresh);
});

test("a number that is another contact's is not taken over, and a stranger has nothing to move", async () => {
  const [mine, theirs] = [freshPhone(), freshPhone()];
  const owner = await arrive({ phone: theirs, user_id: null }, "o-theirs");
  await arrive({ phone: mine, user_id: null }, "o-mine");
  const to = { phone: theirs, user_id: null };
  const move = { channel: "whatsapp", to, now: NOW } as const;
  expect(await linkAlias(archive, { ...move, from: { phone: mine, user_id: null } })).toEqual({ outcome: "taken" });
  expect((await arrive(to, "o-theirs")).tenant.id).toBe(owner.tenant.id);
  const nobody = { phone: freshPhone(), user_id: null };
  expect(await linkAlias(archive, { ...move, from: nobody, to: { phone: freshPhone(), user_id: null } })).toEqual({
    outcome: "unknown",
  });
});

test("a changed user id is followed", async () => {
  const [before, after] = [freshUser(), freshUser()];
  const owner = await arrive({ phone: null, user_id: before }, "o");
  await linkAlias(archive, {
    channel: "whatsapp",
    from: { phone: null, user_id: before },
    to: { phone: null, user_id: after },
    now: NOW,
  });
  expect(await aliasObject(archive, { channel: "whatsapp", user_id: after })).toBe("o");
  expect(await aliasObject(archive, { channel: "whatsapp", user_id: before })).toBeNull();
  expect((await arrive({ phone: null, user_id: after }, "o")).contact_id).toBe(owner.contact_id);
});

test("an address that nobody has used is nobody's", async () => {
  expect(await findByAddress(archive, "whatsapp", { phone: freshPhone(), user_id: null })).toBeNull();
  expect(await aliasObject(archive, { channel: "whatsapp", user_id: freshUser() })).toBeNull();
});

test("a phone of one channel is no phone of another", async () => {
  const phone = freshPhone();
  await arrive({ phone, user_id: null }, "o");
  expect(await findByAddress(archive, "telegram", { phone, user_id: null })).toBeNull();
});

test("tenants spread over both shards, and each stays on its own", async () => {
  const founded = await Promise.all(Array.from({ length: 40 }, () => newTenant(archive)));
  const shards = founded.map(({ tenant }) => tenant.shard);
  expect(new Set(shards)).toEqual(new Set(["LEDGER_00", "LEDGER_01"]));
  for (const { tenant } of founded) expect((await viewerOf(archive, tenant.id)).tenant.shard).toBe(tenant.shard);
});

test("neither phone, user id nor name of a person stands in the directory", async () => {
  const [phone, user_id] = [freshPhone(), freshUser()];
  await arrive({ phone, user_id }, "o-canary");
  const tables = ["tenants", "contacts", "members", "aliases", "api_tokens", "audit"];
  for (const table of tables) {
    const { results } = await bindings.DIRECTORY.prepare(`SELECT * FROM ${table}`).all();
    const text = JSON.stringify(results);
    for (const secret of [phone, user_id, "Rosa"]) expect(text).not.toContain(secret);
  }
});
