// One verdict over an electronic document: what its signature says, what its stamp says, and whether both say the same.

import type { CivilDate } from "#kernel";
import { DOCUMENT_NODES, type Dte, type DteFault, readDte } from "./document.ts";
import { type Signed, type SignatureReason, verifySigned } from "./signature.ts";
import type { Timbre } from "./timbre.ts";
import { judgeTimbre, type Judgement, type Verdict, VERDICTS } from "./timbre-verdict.ts";
import { childElements, childrenNamed, onlyChild, textOf, type XmlElement } from "./xml/tree.ts";

export type JudgedDte = { dte: Dte; judgement: Judgement; signed: Signed };

/** Why there is no document in a node. */
export type NoDte = DteFault | { field: "DTE"; text: "several" | "none" };

/** Reads and judges a `DTE`. @param source the text it was parsed from @param today the reader's local date */
export async function judgeDte(
  element: XmlElement,
  { source, today }: { source: string; today: CivilDate },
): Promise<JudgedDte | NoDte> {
  const nodes = childElements(element).filter(({ local }) => DOCUMENT_NODES.includes(local));
  const [node, ...others] = nodes;
  // Two documents under one signature: whichever is shown, the other may be the one that was signed.
  if (!node || others.length > 0) return { field: "DTE", text: node ? "several" : "none" };
  const signedOn = onlyChild(node, "TmstFirma");
  const signed = await verifySigned(node, signedOn && textOf(signedOn));
  const read = readDte(node, source);
  if (!read.ok) return read.error;
  const dte = read.value;
  const stamp = dte.timbre ? await judgeTimbre(dte.timbre, today) : noStamp(node);
  const differs = dte.timbre ? differences(dte, dte.timbre) : [];
  return { dte, signed, judgement: judgementOf(signed, stamp, differs) };
}

function noStamp(node: XmlElement): Judgement {
  const has = childrenNamed(node, "TED").length > 0;
  return { verdict: "unverified", reasons: [has ? "stamp_malformed" : "stamp_missing"] };
}

/** @param differs what the stamp says otherwise than the document */
export function judgementOf(
  signed: Pick<Signed, "valid" | "reasons">,
  stamp: Judgement,
  differs: readonly string[],
): Judgement {
  const reasons = [...signed.reasons, ...differs, ...stamp.reasons];
  // Who signed a document of the certification environment is of no matter: it is none of a purchase.
  const found = signed.valid && stamp.verdict === "test_document" ? [] : signed.reasons;
  const verdicts: Verdict[] = [stamp.verdict, ...found.map((reason) => SIGNATURE_VERDICTS[reason])];
  // The stamp is genuine and of another document: whoever put it there signed the document anew.
  if (differs.length > 0) verdicts.push("altered");
  const verdict = VERDICTS.find((each) => verdicts.includes(each)) ?? "unverified";
  return { verdict, reasons: verdict === "authentic" ? ["signature_valid", ...reasons] : reasons };
}

/** What each finding makes of a document, if nothing worse is found. */
const SIGNATURE_VERDICTS: Readonly<Record<SignatureReason, Verdict>> = {
  signature_missing: "unverified",
  signature_repeated: "altered",
  signature_malformed: "altered",
  signature_algorithm: "unverified",
  signature_reference: "altered",
  signed_id_repeated: "altered",
  digest_differs: "altered",
  signature_invalid: "altered",
  certificate_missing: "unverified",
  certificate_unreadable: "unverified",
  certificate_key_differs: "unverified",
  certificate_self_signed: "unverified",
  // Told, and no more: it says when somebody's certificate ended, not that the document is another.
  certificate_out_of_date: "authentic",
};

/** The stamp repeats what the document says; names are cut at forty characters there and often lose their accents. */
function differences(dte: Dte, timbre: Timbre): string[] {
  const pairs: [string, unknown, unknown][] = [
    ["stamp_type_differs", dte.type, timbre.type],
    ["stamp_folio_differs", dte.folio, timbre.folio],
    ["stamp_issuer_differs", dte.issuer.rut, timbre.issuer],
    ["stamp_date_differs", dte.issuedOn, timbre.issuedOn],
    ["stamp_total_differs", dte.total, timbre.total],
  ];
  if (dte.receiver !== null && timbre.receiver !== null)
    pairs.push(["stamp_receiver_differs", dte.receiver.rut, timbre.receiver]);
  return pairs.filter(([, said, stamped]) => said !== stamped).map(([reason]) => reason);
}
