import { assert, expect, test } from "vitest";
import { toBase64 } from "#kernel";
import {
  lookupHash,
  masterIdOf,
  newDataKey,
  openKeyRing,
  rewrapDataKey,
  seal,
  unseal,
  unwrapDataKey,
  type KeyRing,
  type Place,
} from "#security";

const OLD = `old:${toBase64(new Uint8Array(32).fill(1))}`;
const NEW = `new:${toBase64(new Uint8Array(32).fill(2))}`;
const PLACE: Place = { owner: "tenant-1", table: "contacts", column: "phone", row: "contact-1" };

test("what was sealed opens in its place and in no other", async () => {
  const { key } = await newDataKey(await ring(OLD), "tenant-1");
  const sealed = await seal(key, PLACE, "56911111111 ñandú 🧾");
  expect(await unseal(key, PLACE, sealed)).toBe("56911111111 ñandú 🧾");
  for (const part of ["owner", "table", "column", "row"] as const) {
    await expect(unseal(key, { ...PLACE, [part]: "other" }, sealed)).rejects.toThrow(/operation/i);
  }
});

test("the same text is sealed differently each time, and a flipped bit opens nothing", async () => {
  const { key } = await newDataKey(await ring(OLD), "tenant-1");
  const [a, b] = await Promise.all([seal(key, PLACE, "20 lucas"), seal(key, PLACE, "20 lucas")]);
  expect(a).not.toBe(b);
  const flipped = a.slice(0, -2) + (a.at(-2) === "A" ? "B" : "A") + a.slice(-1);
  await expect(unseal(key, PLACE, flipped)).rejects.toThrow(/operation/i);
});

test("a data key opens only for its owner", async () => {
  const keys = await ring(OLD);
  const { wrapped } = await newDataKey(keys, "tenant-1");
  await expect(unwrapDataKey(keys, "tenant-2", wrapped)).rejects.toThrow(/operation/i);
});

test("after a rotation old data opens, is wrapped anew once, and then needs the old key no more", async () => {
  const before = await ring(OLD);
  const { key, wrapped } = await newDataKey(before, "tenant-1");
  const sealed = await seal(key, PLACE, "gasté 20 lucas");
  const during = await ring(`${NEW},${OLD}`);
  const rewrapped = await rewrapDataKey(during, "tenant-1", wrapped);
  assert(rewrapped !== null, "the old wrapping is replaced");
  expect(masterIdOf(rewrapped)).toBe("new");
  expect(await rewrapDataKey(during, "tenant-1", rewrapped)).toBeNull();
  const alone = await ring(NEW);
  expect(await unseal(await unwrapDataKey(alone, "tenant-1", rewrapped), PLACE, sealed)).toBe("gasté 20 lucas");
  await expect(unwrapDataKey(alone, "tenant-1", wrapped)).rejects.toThrow("still in the ring");
});

test("names and look-ups survive a rotation, because the last key of the ring makes them", async () => {
  const before = await lookupHash(await ring(OLD), "conversation", "whatsapp|56911111111");
  expect(await lookupHash(await ring(`${NEW},${OLD}`), "conversation", "whatsapp|56911111111")).toBe(before);
  expect(await lookupHash(await ring(OLD), "alias", "whatsapp|56911111111")).not.toBe(before);
  expect(before).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ["", "missing"],
  ["k1", "malformed"],
  ["k1:short=", "malformed"],
  [`${OLD},${OLD}`, "duplicate"],
])("refuses the ring %j as %s without repeating it", async (setting, reason) => {
  const opened = await openKeyRing(setting);
  expect(opened).toMatchObject({ ok: false, error: { reason } });
});

async function ring(setting: string): Promise<KeyRing> {
  const opened = await openKeyRing(setting);
  assert(opened.ok, "the ring opens");
  return opened.value;
}
