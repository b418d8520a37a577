import forge from "node-forge";
import { expect, it, test } from "vitest";
import { readCertificate } from "#src/dte/certificate.ts";
import { DEFAULT_CERTIFICATE, taxpayerCertificate, taxpayerP12 } from "../../../golden/sii/certificates.ts";

const WISH = { rut: "13579246-2", name: "ROSA", password: "contraseña" };

function open(bytes: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx {
  return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(Buffer.from(bytes).toString("binary")), password);
}

it.each(["modern", "legacy"] as const)("makes a file in %s ciphers that its password opens", (ciphers) => {
  const { safeContents } = open(taxpayerP12({ ...WISH, ciphers }), WISH.password);
  expect(safeContents.map(({ encrypted }) => encrypted)).toEqual([true, false]);
  const [bags, keys] = safeContents.map(({ safeBags }) => safeBags);
  expect(bags?.[0]?.cert?.subject.getField("CN").value).toBe("ROSA");
  const [publicKey, key] = [bags?.[0]?.cert?.publicKey as forge.pki.rsa.PublicKey, keys?.[0]?.key];
  expect(publicKey.n.toString()).toBe(key?.n.toString());
});

it.each(["modern", "legacy"] as const)("and no other, in %s ciphers", (ciphers) => {
  expect(() => open(taxpayerP12({ ...WISH, ciphers }), "otra")).toThrow(/Invalid password/);
});

const NAMES = { legacy: "2a864886f70d010c0106", modern: "60864801650304012a" };
it.each(Object.entries(NAMES))("%s ciphers are the ones that are meant", (ciphers, oid) => {
  const file = taxpayerP12({ ...WISH, ciphers: ciphers as keyof typeof NAMES });
  expect(Buffer.from(file).toString("hex")).toContain(oid);
});

test.each(["san", "serial"] as const)("the RUT stands in %s, and the bot reads it there", (where) => {
  const { certificate } = taxpayerCertificate({ ...WISH, where });
  expect(readCertificate(certificate)).toMatchObject({ rut: WISH.rut, selfSigned: false });
});

it("may be of other days", () => {
  const { certificate } = taxpayerCertificate({ ...WISH, from: "2020-01-01", to: "2023-01-01" });
  expect(readCertificate(certificate)?.validTo).toBe("2023-01-01T00:00:00Z");
});

it("of the page opens with the password that it shows", () => {
  expect(open(DEFAULT_CERTIFICATE.bytes(), DEFAULT_CERTIFICATE.password).safeContents).toHaveLength(2);
});
