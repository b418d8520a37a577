import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { parseTimbre, type Timbre } from "#dte";
import { judgeTimbre } from "#dte";
import manual from "../../golden/receipts/sii-manual-caf.json" with { type: "json" };
import {
  MANUAL_EXAMPLE,
  manualKey,
  signed,
  stamp,
  type StampFields,
  stampWith,
  ted,
} from "../../golden/receipts/stamp.ts";

const TODAY = "2026-11-20";
const FIELDS: StampFields = {
  folio: 27,
  date: "2026-11-18",
  receiver: "76543210-3",
  receiverName: "Peñaflor &amp; Hijos",
  total: 45_670,
  item: "Cajón  de Ñuñoa",
};

test("the example printed in the SII's manual is stamped by folios of the certification environment", async () => {
  const timbre = parsed(ted(MANUAL_EXAMPLE.dd, MANUAL_EXAMPLE.frmt));
  expect(timbre).toMatchObject({
    type: 33,
    folio: 27,
    issuer: "97975000-5",
    receiver: "8414240-9",
    total: 502_946,
    issuedOn: "2003-09-08",
  });
  expect(await judgeTimbre(timbre, TODAY)).toEqual({ verdict: "test_document", reasons: ["certification_key"] });
});

test("our own stamps reproduce the manual's signature byte for byte", () => {
  expect(signed(MANUAL_EXAMPLE.dd, manualKey())).toBe(ted(MANUAL_EXAMPLE.dd, MANUAL_EXAMPLE.frmt));
});

test("reads the fields as they are meant, the signature as they are written", async () => {
  const timbre = parsed(stamp(FIELDS));
  expect(timbre).toMatchObject({
    receiverName: "Peñaflor & Hijos",
    firstItem: "Cajón  de Ñuñoa",
    caf: { issuerName: "RUT DE PRUEBA", from: 1, to: 200 },
  });
  expect((await judgeTimbre(timbre, TODAY)).verdict).toBe("test_document");
});

test("the amount of an export has the decimals of its currency", () => {
  const exported = stamp(FIELDS).replace("<TD>33</TD><F>", "<TD>110</TD><F>").replace("<MNT>45670", "<MNT>45670.50");
  expect(parsed(exported)).toMatchObject({ type: 110, total: 45_670.5 });
  expect(parsed(stamp(FIELDS).replace("<MNT>45670", "<MNT>45670.00")).total).toBe(45_670);
});

test("white space between tags is no part of what is signed", async () => {
  const printed = stamp(FIELDS).replaceAll("><", ">\r\n  <");
  expect((await judgeTimbre(parsed(printed), TODAY)).verdict).toBe("test_document");
});

test.each([
  ["the amount", "<MNT>45670<", "<MNT>45671<"],
  ["the folio", "<F>27<", "<F>28<"],
  ["the receiver", "<RR>76543210-3<", "<RR>96792430-K<"],
  ["a letter of the item", "Cajón", "Cajon"],
  ["a space of the item", "Cajón  de", "Cajón de"],
  ["the date", "<FE>2026-11-18<", "<FE>2026-11-17<"],
])("another %s makes the stamp altered", async (_, from, to) => {
  const judgement = await judgeTimbre(parsed(stamp(FIELDS).replace(from, to)), TODAY);
  expect(judgement).toEqual({ verdict: "altered", reasons: ["stamp_signature_invalid"] });
});

test("a wider range of folios makes the authorisation altered", async () => {
  const wider = manual.caf_da.replace("<H>200</H>", "<H>900</H>");
  const forged = stampWith({ fields: { ...FIELDS, folio: 800 }, da: wider, frma: manual.caf_frma, key: manualKey() });
  expect(await judgeTimbre(parsed(forged), TODAY)).toEqual({ verdict: "altered", reasons: ["caf_signature_invalid"] });
});

test("folios of the certification environment never pass for real ones by naming the other key", async () => {
  const renamed = manual.caf_da.replace("<IDK>100</IDK>", "<IDK>300</IDK>");
  const forged = stampWith({ fields: FIELDS, da: renamed, frma: manual.caf_frma, key: manualKey() });
  expect((await judgeTimbre(parsed(forged), TODAY)).verdict).toBe("altered");
});

test("somebody's own key put into a genuine authorisation makes it altered", async () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 512, publicExponent: 3 });
  const n = Buffer.from(privateKey.export({ format: "jwk" }).n ?? "", "base64url").toString("base64");
  const swapped = manual.caf_da.replace(/<M>[^<]*<\/M>/, `<M>${n}</M>`);
  const forged = stampWith({ fields: FIELDS, da: swapped, frma: manual.caf_frma, key: privateKey });
  expect(await judgeTimbre(parsed(forged), TODAY)).toEqual({ verdict: "altered", reasons: ["caf_signature_invalid"] });
});

test.each([
  ["a folio beyond its range", { ...FIELDS, folio: 201 }, "folio_out_of_range"],
  ["an issue before the folios were authorised", { ...FIELDS, date: "2003-09-03" }, "issued_before_caf"],
  ["an issue in the future", { ...FIELDS, date: "2026-11-22" }, "issued_in_the_future"],
])("%s makes a well-signed stamp unverified", async (_, fields, reason) => {
  const judgement = await judgeTimbre(parsed(stamp(fields)), TODAY);
  expect(judgement.verdict).toBe("unverified");
  expect(judgement.reasons).toContain(reason);
});

test.each([
  ["another issuer than the folios'", { issuer: "76543210-3" }, "issuer_differs_from_caf"],
  ["another type than the folios'", { type: 61 }, "type_differs_from_caf"],
])("%s makes a well-signed stamp unverified", async (_, other, reason) => {
  const odd = stampWith({ fields: FIELDS, da: manual.caf_da, frma: manual.caf_frma, key: manualKey(), ...other });
  expect(await judgeTimbre(parsed(odd), TODAY)).toEqual({ verdict: "unverified", reasons: [reason] });
});

test("a stamp signed with the namespaces of its document is unverified, not altered", async () => {
  const plain = /<DD>.*<\/DD>/s.exec(stamp(FIELDS))?.[0] ?? "";
  const namespaced = plain.replace(
    "<DD>",
    '<DD xmlns="http://www.sii.cl/SiiDte" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
  );
  const judgement = await judgeTimbre(parsed(signed(plain, manualKey(), namespaced)), TODAY);
  expect(judgement).toEqual({ verdict: "unverified", reasons: ["stamp_signature_nonstandard"] });
});

test.each([
  ["line feeds", "\n  "],
  ["carriage returns", "\r\n\t"],
])("a stamp signed with the %s between its tags is unverified, not altered, whichever it has now", async (_, lines) => {
  const printed = (/<DD>.*<\/DD>/s.exec(stamp(FIELDS))?.[0] ?? "").replaceAll("><", `>${lines}<`);
  const whole = signed(printed, manualKey());
  const expected = { verdict: "unverified", reasons: ["stamp_signature_nonstandard"] };
  expect(await judgeTimbre(parsed(whole), TODAY)).toEqual(expected);
  expect(await judgeTimbre(parsed(whole.replaceAll("\r\n", "\n")), TODAY)).toEqual(expected);
  const raised = whole.replace("<MNT>45670<", "<MNT>45671<");
  expect((await judgeTimbre(parsed(raised), TODAY)).verdict).toBe("altered");
});

test.each(["M", "E", "FRMA"])("the base64 of <%s> may have been broken into lines since", async (tag) => {
  const broken = stamp(FIELDS).replace(new RegExp(`(<${tag}(?: [^>]*)?>)(..)([^<]*)`), "$1\n    $2\n$3\n");
  expect(broken).not.toBe(stamp(FIELDS));
  expect((await judgeTimbre(parsed(broken), TODAY)).verdict).toBe("test_document");
});

test("says by its letters what it stamps by their numbers", async () => {
  const timbre = parsed(stamp({ ...FIELDS, item: "Pi&#241;a &#x46;resca &#38; fr&#xED;a &#9999999;" }));
  expect(timbre.firstItem).toBe("Piña Fresca & fría &#9999999;");
  expect((await judgeTimbre(timbre, TODAY)).verdict).toBe("test_document");
});

test.each([
  ["a key that is no key", /<M>[^<]*<\/M>/, "<M>AAAA</M>"],
  ["a key without end", /<M>[^<]*<\/M>/, `<M>${"A".repeat(2_000)}</M>`],
  ["an exponent of one", /<E>[^<]*<\/E>/, "<E>AQ==</E>"],
  ["a signature that is no base64", /<FRMT([^>]*)>[^<]*</, "<FRMT$1>¡hola!<"],
])("%s never verifies", async (_, from, to) => {
  expect((await judgeTimbre(parsed(stamp(FIELDS).replace(from, to)), TODAY)).verdict).toBe("altered");
});

test.each([
  ["nothing", ""],
  ["a web address", "https://www.sii.cl"],
  ["a stamp cut off", stamp(FIELDS).slice(0, 500)],
  ["a stamp with a wrong tax id", stamp(FIELDS).replace("<DD><RE>97975000-5", "<DD><RE>97975000-1")],
  ["a stamp with two amounts", stamp(FIELDS).replace("<MNT>", "<MNT>1</MNT><MNT>")],
  ["a stamp with half a peso", stamp(FIELDS).replace("<MNT>45670", "<MNT>45670.50")],
  ["an invoice below zero", stamp(FIELDS).replace("<MNT>45670", "<MNT>-45670")],
  ["a stamp with an amount in letters", stamp(FIELDS).replace("<MNT>45670", "<MNT>mil")],
  ["a stamp of a day that is none", stamp({ ...FIELDS, date: "2026-02-30" })],
  ["ten thousand characters", stamp({ ...FIELDS, item: "x".repeat(10_000) })],
])("%s is no stamp", (_, text) => {
  expect(parseTimbre(text)).toBeNull();
});

test("only the manual's sample key lies in this tree", () => {
  const key = createPrivateKey({
    key: Buffer.from(manual.caf_key_pkcs1_base64, "base64"),
    format: "der",
    type: "pkcs1",
  });
  expect(key.asymmetricKeyDetails?.modulusLength).toBe(512);
});

function parsed(text: string): Timbre {
  const timbre = parseTimbre(text);
  if (timbre === null) throw new Error("not a stamp");
  return timbre;
}
