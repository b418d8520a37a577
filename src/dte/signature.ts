// XML signatures as the SII's format has them (xmldsignature_v10.xsd): RSA with SHA-1 over one element, named by its ID.
// Whatever else XML-DSig allows is refused: it is how a signature is made to hold over something that nobody reads.

import { fromBase64, toBase64, utf8 } from "#kernel";
import { type Certificate, readCertificate, sameBytes, unsigned } from "./certificate.ts";
import { isOfUsualSize, RSA_SHA1, verifyingKey } from "./rsa.ts";
import { canonical, type Namespaces, namespacesAround } from "./xml/canonical.ts";
import {
  attributeOf,
  bearersOf,
  childElements,
  childrenNamed,
  onlyChild,
  textOf,
  type XmlElement,
} from "./xml/tree.ts";

export type SignatureReason =
  | "signature_missing"
  | "signature_repeated"
  | "signature_malformed"
  | "signature_algorithm"
  | "signature_reference"
  | "signed_id_repeated"
  | "digest_differs"
  | "signature_invalid"
  | "certificate_missing"
  | "certificate_unreadable"
  | "certificate_key_differs"
  | "certificate_self_signed"
  | "certificate_out_of_date";

/**
 * `valid`: the element is what its signer signed. `context`: the namespaces around it then, which programs forget to
 * write down. `reasons` that do not break it are those of the certificate.
 */
export type Signed = {
  valid: boolean;
  reasons: SignatureReason[];
  context: Context | null;
  certificate: Certificate | null;
};

/** `own`: those that the parent declares itself. Of the others each part is a namespace: the SII's, `xsi`, `xsd`. */
export type Context = "as_is" | "own" | "none" | `${"sii" | "xsi" | "xsd"}${string}`;

const DSIG = "http://www.w3.org/2000/09/xmldsig#";
const C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const SIGNATURE_METHOD = `${DSIG}rsa-sha1`;
const SHA1 = `${DSIG}sha1`;
/** A signature stands beside what it signs, so that taking it out changes nothing. */
const TRANSFORMS: ReadonlySet<string> = new Set([C14N, `${DSIG}enveloped-signature`]);

const SII = "http://www.sii.cl/SiiDte";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const XSD = "http://www.w3.org/2001/XMLSchema";

/** What programs have around a document when they sign it; those of .NET bring both of the schema's. */
const FORGOTTEN: readonly [Context, Namespaces][] = (
  [
    ["sii", "sii"],
    ["sii_xsi", "sii xsi"],
    ["xsi", "xsi"],
    ["sii_xsi_xsd", "sii xsi xsd"],
    ["xsi_xsd", "xsi xsd"],
    ["sii_xsd", "sii xsd"],
    ["xsd", "xsd"],
  ] as const
).map(([context, names]) => [context, new Map(names.split(" ").map(namespaceOf))]);

function namespaceOf(name: string): [prefix: string, uri: string] {
  return name === "sii" ? ["", SII] : [name, name === "xsi" ? XSI : XSD];
}

/**
 * Verifies the signature that stands beside an element, in the same parent.
 * @param signedOn local date and time of the signing, ISO 8601; null where the document says none
 */
export async function verifySigned(element: XmlElement, signedOn: string | null): Promise<Signed> {
  const [signature, ...others] = element.parent ? signaturesIn(element.parent) : [];
  if (!signature || !element.parent) return broken("signature_missing");
  if (others.length > 0) return broken("signature_repeated");
  const parts = partsOf(signature);
  if (typeof parts === "string") return broken(parts);
  const id = attributeOf(element, "ID");
  if (id === null || parts.uri !== `#${id}`) return broken("signature_reference");
  // Whoever looks an ID up takes the first; whoever reads the document, the one in its place. What stands beside the whole is
  // another's: a folio is anybody's, and in a backup of what was received two suppliers' «F1T33» meet.
  if (bearersOf(element.parent, id) !== 1) return broken("signed_id_repeated");
  const context = await contextOf(element, parts.digest);
  if (context === null) return broken("digest_differs");
  const [modulus, exponent] = [toBase64(parts.modulus), toBase64(parts.exponent)];
  const key = await verifyingKey({ modulus, exponent });
  if (key === null || !(await isSigned(parts, key))) return broken("signature_invalid");
  const { certificate, reasons } = judgeCertificate(parts, signedOn);
  return { valid: true, reasons, context, certificate };
}

function broken(reason: SignatureReason): Signed {
  return { valid: false, reasons: [reason], context: null, certificate: null };
}

function signaturesIn(parent: XmlElement): XmlElement[] {
  return childrenNamed(parent, "Signature").filter(({ uri }) => uri === DSIG);
}

type Parts = {
  info: XmlElement;
  uri: string;
  digest: string;
  value: string;
  modulus: Uint8Array;
  exponent: Uint8Array;
  /** Of the signer and maybe of those who vouch for them, in any order; null for one that cannot be read. */
  certificates: (Certificate | null)[];
};

function partsOf(signature: XmlElement): Parts | SignatureReason {
  const info = onlyChild(signature, "SignedInfo");
  const reference = info && onlyChild(info, "Reference");
  const uri = reference && attributeOf(reference, "URI");
  const digest = reference && base64At(reference, ["DigestValue"]);
  const value = base64At(signature, ["SignatureValue"]);
  const certificates = certificatesIn(signature);
  const key = keyIn(signature, certificates);
  if (!info || !uri || !digest || !value || !key) return "signature_malformed";
  if (!isByTheFormat(info, reference)) return "signature_algorithm";
  return { info, uri, digest, value, ...key, certificates };
}

/** A signer's own, two authorities above it, and each once more. */
const CERTIFICATES_MAX = 6;

function certificatesIn(signature: XmlElement): Parts["certificates"] {
  const holders = childrenNamed(signature, "KeyInfo").flatMap((info) => childrenNamed(info, "X509Data"));
  const written = holders.flatMap((holder) => childrenNamed(holder, "X509Certificate"));
  return written.slice(0, CERTIFICATES_MAX).map((each) => {
    const text = textOf(each)?.replace(/\s/g, "") ?? "";
    const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0;
    return isBase64 ? readCertificate(fromBase64(text)) : null;
  });
}

/** The key that is written out, or else that of the signer's certificate, which stands first where no key tells which it is. */
function keyIn(
  signature: XmlElement,
  [certificate]: Parts["certificates"],
): Pick<Parts, "modulus" | "exponent"> | null {
  const info = onlyChild(signature, "KeyInfo");
  if (info && childrenNamed(info, "KeyValue").length === 0) {
    return certificate ? { modulus: certificate.modulus, exponent: certificate.exponent } : null;
  }
  const key = at(signature, ["KeyInfo", "KeyValue", "RSAKeyValue"]);
  const [modulus, exponent] = [key && base64At(key, ["Modulus"]), key && base64At(key, ["Exponent"])];
  if (!modulus || !exponent || !isOfUsualSize({ modulus, exponent })) return null;
  return { modulus: unsigned(fromBase64(modulus)), exponent: unsigned(fromBase64(exponent)) };
}

function at(element: XmlElement, path: readonly string[]): XmlElement | null {
  return path.reduce<XmlElement | null>((found, name) => found && onlyChild(found, name), element);
}

function base64At(element: XmlElement, path: readonly string[]): string | null {
  const found = at(element, path);
  const text = found && textOf(found)?.replace(/\s/g, "");
  return text && /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0 ? text : null;
}

function isByTheFormat(info: XmlElement, reference: XmlElement): boolean {
  const transforms = childrenNamed(reference, "Transforms").flatMap(childElements);
  return (
    algorithmOf(onlyChild(info, "CanonicalizationMethod")) === C14N &&
    algorithmOf(onlyChild(info, "SignatureMethod")) === SIGNATURE_METHOD &&
    algorithmOf(onlyChild(reference, "DigestMethod")) === SHA1 &&
    transforms.every(
      (transform) => TRANSFORMS.has(algorithmOf(transform) ?? "") && childElements(transform).length === 0,
    )
  );
}

function algorithmOf(element: XmlElement | null): string | null {
  return element && attributeOf(element, "Algorithm");
}

/** Documents are signed before they are put into their envelope, and some leave out their own namespace. */
function contextsOf(element: XmlElement): readonly [Context, Namespaces][] {
  return [
    ["as_is", namespacesAround(element)],
    ["none", new Map()],
    ["own", element.parent?.declared ?? new Map()],
    ...FORGOTTEN,
  ];
}

async function contextOf(element: XmlElement, digest: string): Promise<Context | null> {
  const tried = new Set<string>();
  for (const [context, around] of contextsOf(element)) {
    const text = canonical(element, around);
    if (tried.has(text)) continue;
    tried.add(text);
    if (toBase64(new Uint8Array(await crypto.subtle.digest("SHA-1", utf8(text)))) === digest) return context;
  }
  return null;
}

async function isSigned({ info, value }: Parts, key: CryptoKey): Promise<boolean> {
  const signature = fromBase64(value);
  const own = info.parent?.declared ?? [];
  const texts = info.parent
    ? contextsOf(info.parent).map(([, around]) => canonical(info, new Map([...around, ...own])))
    : [];
  for (const text of new Set(texts)) {
    if (await crypto.subtle.verify(RSA_SHA1.name, key, signature, utf8(text))) return true;
  }
  return false;
}

function judgeCertificate(
  { certificates, modulus, exponent }: Parts,
  signedOn: string | null,
): { certificate: Certificate | null; reasons: SignatureReason[] } {
  if (certificates.length === 0) return { certificate: null, reasons: ["certificate_missing"] };
  // The key that verifies is written beside the certificates; only together they say who signed.
  const own = certificates.find(
    (each) => each && sameBytes(each.modulus, modulus) && sameBytes(each.exponent, exponent),
  );
  const certificate = own ?? certificates.find((each) => each !== null);
  if (!certificate) return { certificate: null, reasons: ["certificate_unreadable"] };
  const reasons: SignatureReason[] = own ? [] : ["certificate_key_differs"];
  if (certificate.selfSigned) reasons.push("certificate_self_signed");
  const day = signedOn?.slice(0, "2026-11-20".length);
  if (day && (day < certificate.validFrom.slice(0, day.length) || day > certificate.validTo.slice(0, day.length))) {
    reasons.push("certificate_out_of_date");
  }
  return { certificate, reasons };
}
