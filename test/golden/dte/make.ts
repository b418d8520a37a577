// Makes electronic documents as programs make them: stamped with the manual's folios, signed by a person of our own.

import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import manual from "../receipts/sii-manual-caf.json" with { type: "json" };
import { manualKey, stampWith } from "../receipts/stamp.ts";
import signers from "./signers.json" with { type: "json" };

export type Signer = { key_pkcs8: string; certificate: string };
export const { signer: SIGNER, self: SELF_SIGNED }: Record<"signer" | "self", Signer> = signers;

export const SII = "http://www.sii.cl/SiiDte";
const DSIG = "http://www.w3.org/2000/09/xmldsig#";
const C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

/** Where the documents are read. */
export const TODAY = "2026-11-20";

export type Made = {
  type?: number;
  folio?: number;
  issuer?: string;
  date?: string;
  receiver?: string;
  receiverName?: string;
  net?: number;
  tax?: number;
  item?: string;
  /** Where it is not the sum of both. */
  total?: number;
  /** More of `Encabezado/IdDoc`, `Totales`, `Detalle`… as XML. */
  idDoc?: string;
  totals?: string;
  more?: string;
  signer?: Signer;
  /** Namespaces around the document when it was signed. */
  signedIn?: string;
};

/** `Documento` in canonical form without a namespace, its stamp and its time of signing included. */
export function documento(made: Made = {}): string {
  const { type = 33, issuer = "97975000-5" } = made;
  const { folio = 27, date = "2026-11-18", receiver = "76543210-3", receiverName = "Peñaflor &amp; Hijos" } = made;
  const {
    net = 38_378,
    tax = 7_292,
    item = "Cajón de Ñuñoa",
    idDoc = "",
    more = "",
    totals = "",
    total = net + tax,
  } = made;
  const fields = { folio, date, receiver, receiverName: receiverName.slice(0, 40), total, item };
  const ted = stampWith({ fields, type, issuer, da: manual.caf_da, frma: manual.caf_frma, key: manualKey() });
  return (
    `<Documento ID="F${folio}T${type}"><Encabezado><IdDoc><TipoDTE>${type}</TipoDTE><Folio>${folio}</Folio><FchEmis>${date}</FchEmis>${idDoc}</IdDoc>` +
    `<Emisor><RUTEmisor>${issuer}</RUTEmisor><RznSoc>RUT DE PRUEBA</RznSoc><GiroEmis>Insumos</GiroEmis><Acteco>31341</Acteco></Emisor>` +
    `<Receptor><RUTRecep>${receiver}</RUTRecep><RznSocRecep>${receiverName}</RznSocRecep></Receptor>` +
    `<Totales><MntNeto>${net}</MntNeto><TasaIVA>19</TasaIVA><IVA>${tax}</IVA>${totals}<MntTotal>${total}</MntTotal></Totales></Encabezado>` +
    `<Detalle><NroLinDet>1</NroLinDet><NmbItem>${item}</NmbItem><QtyItem>2</QtyItem><MontoItem>${net}</MontoItem></Detalle>${more}` +
    `${ted}<TmstFirma>${date}T12:28:31</TmstFirma></Documento>`
  );
}

/** A `DTE` around a document, with its signature beside it. */
export function dte(made: Made = {}): string {
  const content = documento(made);
  return `<DTE version="1.0">${content}${signatureOver(content, made)}</DTE>`;
}

export function envelope(documents: readonly string[], made: Made = {}): string {
  const set =
    `<SetDTE ID="SetDoc"><Caratula version="1.0"><RutEmisor>97975000-5</RutEmisor><RutEnvia>7880442-4</RutEnvia>` +
    `<RutReceptor>76543210-3</RutReceptor><TmstFirmaEnv>2026-11-18T13:00:00</TmstFirmaEnv></Caratula>${documents.join("")}</SetDTE>`;
  const around = ` xmlns="${SII}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  // What is inside was signed before it was put here; its own namespaces stay out of it.
  const signature = signatureOver(set, { ...made, signedIn: around });
  return `<EnvioDTE${around} version="1.0">${set}${signature}</EnvioDTE>`;
}

/** ISO-8859-1 with its declaration, as the SII asks. */
export function file(xml: string, charset = "ISO-8859-1"): Uint8Array<ArrayBuffer> {
  const encoding = charset.toLowerCase() === "utf-8" ? "utf8" : "latin1";
  return Uint8Array.from(Buffer.from(`<?xml version="1.0" encoding="${charset}"?>\n${xml}`, encoding));
}

function publicKeyOf(key: KeyObject): { n?: string; e?: string } {
  return createPublicKey(key.export({ format: "pem", type: "pkcs8" })).export({ format: "jwk" });
}

/** A signature over content whose root element carries an ID. */
export function signatureOver(content: string, { signer = SIGNER, signedIn = "" }: Made = {}): string {
  const [, id = ""] = /\sID="([^"]+)"/.exec(content) ?? [];
  const canonical = content.replace(/^<(\w+)/, `<$1${signedIn}`);
  const digest = createHash("sha1").update(canonical, "utf8").digest("base64");
  const info = (namespace: string): string =>
    `<SignedInfo${namespace}><CanonicalizationMethod Algorithm="${C14N}"></CanonicalizationMethod>` +
    `<SignatureMethod Algorithm="${DSIG}rsa-sha1"></SignatureMethod><Reference URI="#${id}">` +
    `<Transforms><Transform Algorithm="${C14N}"></Transform></Transforms>` +
    `<DigestMethod Algorithm="${DSIG}sha1"></DigestMethod><DigestValue>${digest}</DigestValue></Reference></SignedInfo>`;
  const key = createPrivateKey({ key: Buffer.from(signer.key_pkcs8, "base64"), format: "der", type: "pkcs8" });
  const value = Buffer.from(sign("sha1", Buffer.from(info(` xmlns="${DSIG}"`), "utf8"), key)).toString("base64");
  const { n = "", e = "" } = publicKeyOf(key);
  const base64 = (text: string): string => Buffer.from(text, "base64url").toString("base64");
  return (
    `<Signature xmlns="${DSIG}">${info("")}<SignatureValue>${value}</SignatureValue><KeyInfo><KeyValue><RSAKeyValue>` +
    `<Modulus>${base64(n)}</Modulus><Exponent>${base64(e)}</Exponent></RSAKeyValue></KeyValue>` +
    `<X509Data><X509Certificate>${signer.certificate}</X509Certificate></X509Data></KeyInfo></Signature>`
  );
}
