import { createHash, createPublicKey, verify, X509Certificate } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { parseXml } from "#dte";
import { readSeed, readToken, seedRequest, signedSeed, tokenRequest, type SeedSigner } from "#sii";
import { SIGNER } from "../../../golden/dte/make.ts";

const SERVICE = "https://palena.sii.cl/DTEWS/CrSeed.jws";

/** As Axis wraps it: XML in a string. */
function soap(wrapper: string, inner: string): string {
  const text = inner.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  return (
    '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>' +
    `<ns1:${wrapper.replace("Return", "Response")} xmlns:ns1="${SERVICE}"><${wrapper} xsi:type="xsd:string">${text}</${wrapper}></ns1:${wrapper.replace("Return", "Response")}></soapenv:Body></soapenv:Envelope>`
  );
}

const answer = (header: string, body = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?><SII:RESPUESTA xmlns:SII="http://www.sii.cl/XMLSchema"><SII:RESP_HDR>${header}</SII:RESP_HDR><SII:RESP_BODY>${body}</SII:RESP_BODY></SII:RESPUESTA>`;

test("reads the seed, whichever of header and body stands first", () => {
  const body = "<SEMILLA>000000000078</SEMILLA>";
  expect(readSeed(soap("getSeedReturn", answer("<ESTADO>00</ESTADO>", body)))).toEqual({
    ok: true,
    value: "000000000078",
  });
  const turned = `<SII:RESPUESTA xmlns:SII="http://www.sii.cl/XMLSchema"><SII:RESP_BODY>${body}</SII:RESP_BODY><SII:RESP_HDR><ESTADO>00</ESTADO></SII:RESP_HDR></SII:RESPUESTA>`;
  expect(readSeed(soap("getSeedReturn", turned))).toEqual({ ok: true, value: "000000000078" });
});

test("reads the token", () => {
  const said = answer("<ESTADO>00</ESTADO><GLOSA>Token Creado</GLOSA>", "<TOKEN>XAuSbYXiNh9Ik</TOKEN>");
  expect(readToken(soap("getTokenReturn", said))).toEqual({ ok: true, value: "XAuSbYXiNh9Ik" });
});

test.each([
  ["05", "Firma invalida", "signature"],
  ["08", "TIME-OUT DEL SEED", "expired"],
  ["08", "NO Existe SEED", "expired"],
  ["08", "PARAMETROS INCORRECTOS", "signature"],
  ["08", "NO GENERA TOKEN", "busy"],
  ["11", "No hay certificado", "certificate"],
  ["21", "Llave publica no corresponde", "certificate"],
  ["-07", "RUT no habilitado", "not_enabled"],
  ["-1", "", "busy"],
  ["77", "?", "malformed"],
])("ESTADO %s «%s» is %s", (state, gloss, reason) => {
  const said = answer(`<ESTADO>${state}</ESTADO><GLOSA>${gloss}</GLOSA>`);
  expect(readToken(soap("getTokenReturn", said))).toMatchObject({ ok: false, error: { reason } });
});

test.each([
  ["a page", "<html><body>Request Rejected</body></html>"],
  ["nothing", ""],
  ["no inner document", soap("getTokenReturn", "no")],
  ["an inner DOCTYPE", soap("getTokenReturn", "<!DOCTYPE x><x><ESTADO>00</ESTADO></x>")],
  ["an empty token", soap("getTokenReturn", answer("<ESTADO>00</ESTADO>", "<TOKEN></TOKEN>"))],
  ["a token that is markup", soap("getTokenReturn", answer("<ESTADO>00</ESTADO>", "<TOKEN>a;b=c</TOKEN>"))],
])("%s is no token", (_, text) => {
  expect(readToken(text)).toMatchObject({ ok: false, error: { reason: "malformed" } });
});

test("requests are well formed, and name the service", () => {
  expect(parseXml(seedRequest(SERVICE)).ok).toBe(true);
  expect(seedRequest(SERVICE)).toContain(`<getSeed xmlns="${SERVICE}"/>`);
  expect(tokenRequest(SERVICE, "<getToken/>")).toContain("&lt;getToken/&gt;");
});

let signer: SeedSigner;
beforeAll(async () => {
  const key = await crypto.subtle.importKey(
    "pkcs8",
    Uint8Array.from(Buffer.from(SIGNER.key_pkcs8, "base64")),
    { name: "RSASSA-PKCS1-v1_5", hash: "SHA-1" },
    false,
    ["sign"],
  );
  const certificate = Uint8Array.from(Buffer.from(SIGNER.certificate, "base64"));
  const { n = "", e = "" } = new X509Certificate(certificate).publicKey.export({ format: "jwk" }) as {
    n?: string;
    e?: string;
  };
  const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64url"));
  signer = { key, certificate, modulus: bytes(n), exponent: bytes(e) };
});

test("a seed is signed so that whoever takes the signature out finds what was signed", async () => {
  const signed = await signedSeed("000000000078", signer);
  const bare = signed.replace(/<Signature .*<\/Signature>/, "");
  expect(bare).toBe("<getToken><item><Semilla>000000000078</Semilla></item></getToken>");
  const digest = /<DigestValue>([^<]+)/.exec(signed)?.[1];
  expect(digest).toBe(createHash("sha1").update(bare).digest("base64"));
  const [info = ""] = /<SignedInfo>.*<\/SignedInfo>/.exec(signed) ?? [];
  const canonical = info.replace("<SignedInfo>", '<SignedInfo xmlns="http://www.w3.org/2000/09/xmldsig#">');
  const value = Buffer.from(/<SignatureValue>([^<]+)/.exec(signed)?.[1] ?? "", "base64");
  const key = createPublicKey(
    new X509Certificate(signer.certificate).publicKey.export({ format: "pem", type: "spki" }),
  );
  expect(verify("sha1", Buffer.from(canonical), key, value)).toBe(true);
  expect(parseXml(signed).ok).toBe(true);
});
