import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8 } from "#kernel";
import { importSignatureKeys, isSigned } from "#security";

const BODY = '{"object":"whatsapp_business_account","entry":[]}';
/** Computed independently of this program (openssl dgst -sha256 -hmac). */
const KNOWN = "dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756";

test("accepts the known vector", async () => {
  const keys = await importSignatureKeys("test_app_secret");
  expect(await isSigned(utf8(BODY), `sha256=${KNOWN}`, keys)).toBe(true);
});

test("accepts any secret of the ring and no other", async () => {
  const keys = await importSignatureKeys("newest, older");
  for (const [secret, accepted] of [
    ["newest", true],
    ["older", true],
    ["oldest", false],
    ["", false],
  ] as const) {
    expect(await isSigned(utf8(BODY), sign(secret || "x"), keys)).toBe(accepted);
  }
});

test("an unset secret opens nothing", async () => {
  const keys = await importSignatureKeys(" , ");
  expect(keys).toHaveLength(0);
  expect(await isSigned(utf8(BODY), sign("x"), keys)).toBe(false);
});

test.each([
  null,
  "",
  "sha256=",
  KNOWN,
  `sha1=${KNOWN}`,
  `SHA256=${KNOWN}`,
  `sha256=${KNOWN.toUpperCase()}`,
  ` sha256=${KNOWN}`,
  `sha256=${KNOWN} `,
  `sha256=${KNOWN.slice(1)}`,
  `sha256=${KNOWN}0`,
  `sha256=${KNOWN}, sha256=${KNOWN}`,
  `sha256=0x${KNOWN.slice(2)}`,
])("refuses the header %j", async (header) => {
  const keys = await importSignatureKeys("test_app_secret");
  expect(await isSigned(utf8(BODY), header, keys)).toBe(false);
});

test("a body changed anywhere is not signed", async () => {
  const keys = await importSignatureKeys("test_app_secret");
  await fc.assert(
    fc.asyncProperty(fc.nat(BODY.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = utf8(BODY);
      changed[at] = (changed[at] ?? 0) ^ flip;
      expect(await isSigned(changed, `sha256=${KNOWN}`, keys)).toBe(false);
    }),
  );
});

function sign(secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(BODY).digest("hex")}`;
}
