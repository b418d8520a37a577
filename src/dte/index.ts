// Chile's electronic documents (DTE) and their stamps: what they say and whether it is proved. No file, no clock, no network.

export { type Dte, type DteFault, type DteItem, type OtherTax, type Reference } from "./document.ts";
export { type JudgedDte, type NoDte } from "./judge.ts";
export { type DteFile, type DteFileRefusal, type Envelope, readDteFile } from "./read-file.ts";
export type { Context, SignatureReason, Signed } from "./signature.ts";
export { EXPORT_TYPES, parseTimbre, type Caf, type Timbre } from "./timbre.ts";
export { judgeTimbre, type Judgement, type Verdict } from "./timbre-verdict.ts";
export { readCertificate } from "./certificate.ts";
export { dealersOf, isIssuedByBuyer, kindOfType, paperKindOf, type TypeKind } from "./types.ts";
export { RSA_SHA1 } from "./rsa.ts";
export { parseXml, type XmlRefusal } from "./xml/parse.ts";
export { childElements, textOf, type XmlElement } from "./xml/tree.ts";
