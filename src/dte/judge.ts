// One verdict over an electronic document: what its signature says, what its stamp says, and whether both say the same.

import type { CivilDate } from "#kernel";
import { type Finding, findingsOf } from "./consistent.ts";
import { DOCUMENT_NODES, type Dte, type DteFault, readDte, timbresOf } from "./document.ts";
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
  const read = readDte(node);
  if (!read.ok) return read.error;
  const stamped = await bestStamp(timbresOf(node, source), today);
  const timbre = stamped?.timbre ?? null;
  const { issuer } = read.value;
  // The name under which the SII gave the folios out; a stamp of another's says so itself.
  const name = issuer.name ?? (timbre?.caf.issuerName || issuer.rut);
  const dte: Dte = { ...read.value, issuer: { ...issuer, name }, timbre };
  const findings = findingsOf(dte, dte.timbre);
  return { dte, signed, judgement: judgementOf(signed, stamped?.judgement ?? noStamp(node), findings) };
}

/** The form of a stamp that holds, or else the first. */
async function bestStamp(
  timbres: readonly Timbre[],
  today: CivilDate,
): Promise<{ timbre: Timbre; judgement: Judgement } | null> {
  let best: { timbre: Timbre; judgement: Judgement } | null = null;
  for (const timbre of timbres) {
    const judgement = await judgeTimbre(timbre, today);
    if (best === null || rank(judgement) > rank(best.judgement)) best = { timbre, judgement };
    if (judgement.verdict === "authentic" || judgement.verdict === "test_document") break;
  }
  return best;
}

function rank({ verdict }: Judgement): number {
  return VERDICTS.indexOf(verdict);
}

function noStamp(node: XmlElement): Judgement {
  const has = childrenNamed(node, "TED").length > 0;
  return { verdict: "unverified", reasons: [has ? "stamp_malformed" : "stamp_missing"] };
}

/** @param findings what the stamp says otherwise than the document, and what no invoice says */
export function judgementOf(
  signed: Pick<Signed, "valid" | "reasons">,
  stamp: Judgement,
  findings: readonly Finding[],
): Judgement {
  const reasons = [...signed.reasons, ...findings.map(({ reason }) => reason), ...stamp.reasons];
  // Who signed a document of the certification environment is of no matter: it is none of a purchase.
  const found = signed.valid && stamp.verdict === "test_document" ? [] : signed.reasons;
  const verdicts: Verdict[] = [
    stamp.verdict,
    ...found.map((reason) => SIGNATURE_VERDICTS[reason]),
    ...findings.map(({ verdict }) => verdict),
  ];
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
