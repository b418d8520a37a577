import { expect, test } from "vitest";
import { openCertificate } from "#src/sii/index.ts";
import { signerOf } from "#src/sii/session/credential.ts";
import { signedSeed } from "#src/sii/session/seed.ts";
import { taxpayerP12 } from "../../../golden/sii/certificates.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const WISH = { rut: "13579246-2", name: "Ana Soto", password: "lucas", where: "san", ciphers: "modern" } as const;

const open = (over: Partial<Parameters<typeof taxpayerP12>[0]> = {}, password = "lucas") =>
  openCertificate(taxpayerP12({ ...WISH, ...over }), { password, now: NOW });

test.each([
  ["san", "modern"],
  ["san", "legacy"],
  ["serial", "modern"],
  ["serial", "legacy"],
] as const)(
  "opens a certificate whose RUT stands in its %s, in %s ciphers, and signs with it",
  async (where, ciphers) => {
    const opened = open({ where, ciphers });
    expect(opened).toMatchObject({ ok: true, value: { rut: "13579246-2" } });
    if (!opened.ok) throw new Error(opened.error.reason);
    const signed = await signedSeed("000000000078", await signerOf(opened.value));
    expect(signed).toContain("<X509Certificate>");
  },
);

test.each([
  ["another password", () => open({}, "otra"), "wrong_password"],
  ["an expired one", () => open({ to: "2020-01-01", from: "2018-01-01" }), "expired"],
  ["no certificate", () => openCertificate(new Uint8Array([1, 2, 3]), { password: "", now: NOW }), "no_pfx"],
  ["an empty file", () => openCertificate(new Uint8Array(0), { password: "", now: NOW }), "no_pfx"],
  ["a huge file", () => openCertificate(new Uint8Array(200_000), { password: "", now: NOW }), "too_large"],
])("%s is refused by its reason", (_what, opening, reason) => {
  expect(opening()).toEqual({ ok: false, error: { reason } });
});

/** A file that asks for two billion rounds before it says that its password is wrong. */
test("a file that would be derived for minutes is no certificate, and that is told at once", () => {
  const bytes = taxpayerP12({ ...WISH });
  const slow = withRounds(bytes, 0x7f);
  const begun = performance.now();
  expect(openCertificate(slow, { password: "lucas", now: NOW })).toEqual({ ok: false, error: { reason: "no_pfx" } });
  expect(performance.now() - begun).toBeLessThan(2_000);
});

/** The rounds of its MAC, the last number of the file, with another first byte. */
function withRounds(bytes: Uint8Array, first: number): Uint8Array {
  const out = Uint8Array.from(bytes);
  const at = out.length - 2;
  // INTEGER of two bytes (2,048): as one of two it can't be large, so it is grown to four where there is room.
  if (out[at - 2] === 0x02 && out[at - 1] === 0x02) return grown(out, at - 2, first);
  throw new Error("the file ends with its rounds");
}

function grown(bytes: Uint8Array, at: number, first: number): Uint8Array {
  const grownBytes = [...bytes.subarray(0, at), 0x02, 0x04, first, 0xff, 0xff, 0xff];
  return Uint8Array.from(lengthened(grownBytes));
}

/** Outer lengths of two bytes are two more by now: those of the file and of its MAC. */
function lengthened(bytes: number[]): number[] {
  const read = (i: number): number => ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0);
  const write = (i: number, value: number): void => {
    bytes[i] = value >> 8;
    bytes[i + 1] = value & 0xff;
  };
  write(2, read(2) + 2);
  // MacData: the last SEQUENCE of one length byte that reaches to the end.
  for (let i = bytes.length - 90; i < bytes.length; i++) {
    if (bytes[i] === 0x30 && (bytes[i + 1] ?? 0) + i + 2 + 2 === bytes.length) {
      bytes[i + 1] = (bytes[i + 1] ?? 0) + 2;
      break;
    }
  }
  return bytes;
}
