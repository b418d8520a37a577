// Makes the certificates with which taxpayers log in, as PKCS#12: in today's ciphers, and in those of the Chilean
// authorities (RC2 with 40 bit around the certificate, triple DES around the key), which WebCrypto does not know.
import forge from "node-forge";
import keys from "./keys.json" with { type: "json" };

/** `san`: the RUT is an alternative name, as the law's norm has it; `serial`: the serial number of the subject. */
export type CertificateWish = {
  rut: string;
  name: string;
  password: string;
  where?: "san" | "serial";
  ciphers?: "modern" | "legacy";
  /** Days from and to which it is valid, ISO. */
  from?: string;
  to?: string;
  key?: "agent" | "owner";
};

const { asn1, pki } = forge;
const { Class, Type } = asn1;

/** forge counts its tags among the types. */
const TAG_0 = Type.NONE;
const RUT_OID = "1.3.6.1.4.1.8321.1";
const DATA_OID = "1.2.840.113549.1.7.1";
const ENCRYPTED_DATA_OID = "1.2.840.113549.1.7.6";
const CERTIFICATE_BAG_OID = "1.2.840.113549.1.12.10.1.3";
const KEY_BAG_OID = "1.2.840.113549.1.12.10.1.2";
const X509_OID = "1.2.840.113549.1.9.22.1";
const LOCAL_KEY_OID = "1.2.840.113549.1.9.21";
const RC2_40_OID = "1.2.840.113549.1.12.1.6";
const SHA1_OID = "1.3.14.3.2.26";

/** A certificate and its key in one file. */
export function taxpayerP12(wish: CertificateWish): Uint8Array<ArrayBuffer> {
  const key = privateKey(wish.key ?? "agent");
  const certificate = certificateOf(wish);
  const isLegacy = wish.ciphers === "legacy";
  const bags = [sequence([certificateBag(certificate)]), sequence([keyBag(key, wish)])] as const;
  const safe = sequence([isLegacy ? rc2(bags[0], wish.password) : aes(bags[0], wish.password), plain(bags[1])]);
  return bytesOf(der(sealed(safe, wish.password)));
}

/** DER, and the key as PKCS#8: for who signs without the file. */
export function taxpayerCertificate(wish: Omit<CertificateWish, "password">): {
  certificate: Buffer;
  key_pkcs8: Buffer;
} {
  const certificate = bytesOf(der(pki.certificateToAsn1(certificateOf({ ...wish, password: "" }))));
  return { certificate, key_pkcs8: Uint8Array.from(Buffer.from(keys[wish.key ?? "agent"], "base64")) };
}

/** Of the person who may act for the default taxpayer of the simulator. */
export const DEFAULT_CERTIFICATE = {
  holder: "ROSA ELENA FUENTES MOLINA",
  rut: "13579246-2",
  password: "lucas",
  file: "rosa-fuentes.p12",
  bytes: (): Uint8Array<ArrayBuffer> =>
    taxpayerP12({ rut: "13579246-2", name: "ROSA ELENA FUENTES MOLINA", password: "lucas", ciphers: "legacy" }),
} as const;

function privateKey(name: keyof typeof keys): forge.pki.rsa.PrivateKey {
  return pki.privateKeyFromAsn1(asn1.fromDer(Buffer.from(keys[name], "base64").toString("binary")));
}

const AUTHORITY = [
  { shortName: "C", value: "CL" },
  { shortName: "O", value: "Autoridad de Prueba S.A." },
  { shortName: "CN", value: "AUTORIDAD DE PRUEBA CA" },
];
const FROM = "2024-01-01";
const TO = "2044-01-01";

function certificateOf(wish: CertificateWish): forge.pki.Certificate {
  const { rut, name, where = "san", from = FROM, to = TO, key = "agent" } = wish;
  const certificate = pki.createCertificate();
  const holder = privateKey(key);
  certificate.publicKey = pki.setRsaPublicKey(holder.n, holder.e);
  certificate.serialNumber = "01a7";
  certificate.validity.notBefore = new Date(`${from}T00:00:00Z`);
  certificate.validity.notAfter = new Date(`${to}T00:00:00Z`);
  const serial = where === "serial" ? [{ name: "serialNumber", value: rut }] : [];
  certificate.setSubject([{ shortName: "C", value: "CL" }, { shortName: "CN", value: name }, ...serial]);
  certificate.setIssuer(AUTHORITY);
  certificate.setExtensions([{ name: "keyUsage", digitalSignature: true }]);
  // forge writes no otherName by itself.
  if (where === "san") certificate.extensions.push({ id: "2.5.29.17", critical: false, value: der(otherName(rut)) });
  certificate.sign(privateKey("authority"), forge.md.sha256.create());
  return certificate;
}

function otherName(rut: string): forge.asn1.Asn1 {
  const value = asn1.create(Class.CONTEXT_SPECIFIC, TAG_0, true, [
    asn1.create(Class.UNIVERSAL, Type.IA5STRING, false, rut),
  ]);
  return sequence([asn1.create(Class.CONTEXT_SPECIFIC, TAG_0, true, [oid(RUT_OID), value])]);
}

const LOCAL_KEY_ID = "\x01";

function attributes(): forge.asn1.Asn1 {
  return set([sequence([oid(LOCAL_KEY_OID), set([octets(LOCAL_KEY_ID)])])]);
}

function certificateBag(certificate: forge.pki.Certificate): forge.asn1.Asn1 {
  const value = explicit(octets(der(pki.certificateToAsn1(certificate))));
  return sequence([oid(CERTIFICATE_BAG_OID), explicit(sequence([oid(X509_OID), value])), attributes()]);
}

function keyBag(key: forge.pki.rsa.PrivateKey, { password, ciphers }: CertificateWish): forge.asn1.Asn1 {
  const info = pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key));
  const algorithm = ciphers === "legacy" ? "3des" : "aes256";
  const shrouded = pki.encryptPrivateKeyInfo(info, password, { algorithm, count: ITERATIONS, saltSize: SALT_BYTES });
  return sequence([oid(KEY_BAG_OID), explicit(shrouded), attributes()]);
}

const ITERATIONS = 2_048;
const SALT_BYTES = 8;

/** What the cipher of a key does to a key it does to anything: an algorithm, and octets. */
function aes(content: forge.asn1.Asn1, password: string): forge.asn1.Asn1 {
  const options = { algorithm: "aes256", count: ITERATIONS, saltSize: SALT_BYTES } as const;
  const [algorithm, cipher] = pki.encryptPrivateKeyInfo(content, password, options).value as forge.asn1.Asn1[];
  if (algorithm === undefined || cipher === undefined) throw new Error("nothing was encrypted");
  return encrypted(algorithm, cipher.value as string);
}

/** pbeWithSHAAnd40BitRC2-CBC (RFC 7292, appendix C). */
function rc2(content: forge.asn1.Asn1, password: string): forge.asn1.Asn1 {
  const salt = forge.random.getBytesSync(SALT_BYTES);
  const key = generateKey(password, { salt, purpose: KEY_PURPOSE, bytes: RC2_KEY_BYTES });
  const iv = generateKey(password, { salt, purpose: IV_PURPOSE, bytes: RC2_IV_BYTES });
  const cipher = forge.rc2.createEncryptionCipher(key, RC2_KEY_BITS);
  cipher.start(iv);
  cipher.update(forge.util.createBuffer(der(content)));
  cipher.finish();
  const parameters = sequence([octets(salt), integer(ITERATIONS)]);
  return encrypted(sequence([oid(RC2_40_OID), parameters]), cipher.output.getBytes());
}

const RC2_KEY_BYTES = 5;
const RC2_KEY_BITS = 40;
const RC2_IV_BYTES = 8;
const KEY_PURPOSE = 1;
const IV_PURPOSE = 2;
const MAC_PURPOSE = 3;
const MAC_KEY_BYTES = 20;

/** RFC 7292, appendix B.2; forge's types leave it out. */
type Generate = (
  ...all: [password: string, salt: forge.util.ByteStringBuffer, ...numbers: number[]]
) => forge.util.ByteStringBuffer;
type Wanted = { salt: string; purpose: number; bytes: number };

function generateKey(password: string, { salt, purpose, bytes }: Wanted): forge.util.ByteStringBuffer {
  const { generateKey: generate } = forge.pkcs12 as unknown as { generateKey: Generate };
  return generate(password, forge.util.createBuffer(salt), purpose, ITERATIONS, bytes);
}

function encrypted(algorithm: forge.asn1.Asn1, cipher: string): forge.asn1.Asn1 {
  const content = asn1.create(Class.CONTEXT_SPECIFIC, TAG_0, false, cipher);
  const inner = sequence([oid(DATA_OID), algorithm, content]);
  return sequence([oid(ENCRYPTED_DATA_OID), explicit(sequence([integer(0), inner]))]);
}

function plain(content: forge.asn1.Asn1): forge.asn1.Asn1 {
  return sequence([oid(DATA_OID), explicit(octets(der(content)))]);
}

/** The whole, with its MAC over what is inside. */
function sealed(safe: forge.asn1.Asn1, password: string): forge.asn1.Asn1 {
  const salt = forge.random.getBytesSync(SALT_BYTES);
  const key = generateKey(password, { salt, purpose: MAC_PURPOSE, bytes: MAC_KEY_BYTES });
  const mac = forge.hmac.create();
  mac.start("sha1", key);
  mac.update(der(safe));
  const digest = sequence([sequence([oid(SHA1_OID), nothing()]), octets(mac.getMac().getBytes())]);
  return sequence([integer(3), plain(safe), sequence([digest, octets(salt), integer(ITERATIONS)])]);
}

function der(node: forge.asn1.Asn1): string {
  return asn1.toDer(node).getBytes();
}

function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(binary, "binary"));
}

function sequence(children: forge.asn1.Asn1[]): forge.asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, children);
}

function set(children: forge.asn1.Asn1[]): forge.asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.SET, true, children);
}

function explicit(child: forge.asn1.Asn1): forge.asn1.Asn1 {
  return asn1.create(Class.CONTEXT_SPECIFIC, TAG_0, true, [child]);
}

function octets(binary: string): forge.asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, binary);
}

function oid(dotted: string): forge.asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(dotted).getBytes());
}

function integer(value: number): forge.asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes());
}

function nothing(): forge.asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.NULL, false, "");
}
