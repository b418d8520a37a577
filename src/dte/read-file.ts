// A file of electronic documents: one `DTE`, an envelope of many (`EnvioDTE`, `EnvioBOLETA`), or their bare set, as the SII's
// portal of small companies hands out its backup.

import { type CivilDate, err, ok, type Result } from "#kernel";
import { judgeDte, type JudgedDte, type NoDte } from "./judge.ts";
import { VERDICTS } from "./timbre-verdict.ts";
import { type Signed, verifySigned } from "./signature.ts";
import { decodeXml } from "./xml/decode.ts";
import { parseXml, type XmlRefusal } from "./xml/parse.ts";
import { childrenNamed, onlyChild, textOf, type XmlElement } from "./xml/tree.ts";

/**
 * What an envelope tells of itself; `signed` is its own signature, over all that is in it. A set without an envelope has
 * none to lack: null.
 */
export type Envelope = { issuer: string | null; receiver: string | null; signed: Signed | null };

export type DteFile = { envelope: Envelope | null; documents: (JudgedDte | NoDte)[] };

export type DteFileRefusal = XmlRefusal | { reason: "encoding" | "no_dte" | "too_many_documents"; detail: string };

/** What the schema of an envelope allows (EnvioDTE_v10, `maxOccurs`); each costs three signatures, 3.5 ms together. */
export const DOCUMENTS_PER_FILE_MAX = 2_000;

/**
 * Reads and judges every document of a file, under each reading of its bytes until all signatures hold. Of a document that
 * reading is taken in which it proves most: programs write their text in one encoding and declare another.
 */
export async function readDteFile(bytes: Uint8Array, today: CivilDate): Promise<Result<DteFile, DteFileRefusal>> {
  const decoded = decodeXml(bytes);
  if (!decoded.ok) return err({ reason: "encoding", detail: "neither UTF-8 nor ISO-8859-1" });
  let best: DteFile | null = null;
  let refusal: DteFileRefusal | null = null;
  for (const { text } of decoded.value) {
    const root = parseXml(text);
    const read = root.ok ? await readRoot(root.value, { source: text, today }) : root;
    if (read.ok) best = best === null ? read.value : provedMost(best, read.value);
    else refusal ??= read.error;
    if (best?.documents.every((document) => "dte" in document && document.signed.valid)) break;
  }
  return best === null ? err(refusal ?? { reason: "no_dte", detail: "empty" }) : ok(best);
}

/** Document by document; of equals that of `declared`, the reading that comes first. */
function provedMost(declared: DteFile, other: DteFile): DteFile {
  if (declared.documents.length !== other.documents.length) return declared;
  const documents = declared.documents.map((document, i) => {
    const instead = other.documents[i];
    return instead && proof(instead) > proof(document) ? instead : document;
  });
  return { ...declared, documents };
}

function proof(document: JudgedDte | NoDte): number {
  if (!("dte" in document)) return -1;
  return VERDICTS.indexOf(document.judgement.verdict) + (document.signed.valid ? VERDICTS.length : 0);
}

async function readRoot(
  root: XmlElement,
  reading: { source: string; today: CivilDate },
): Promise<Result<DteFile, DteFileRefusal>> {
  if (root.local === "DTE") return ok({ envelope: null, documents: [await judgeDte(root, reading)] });
  const set = setIn(root);
  if (!set) return err({ reason: "no_dte", detail: root.name.slice(0, NAME_SHOWN_CHARS) });
  const elements = childrenNamed(set, "DTE");
  if (elements.length === 0) return err({ reason: "no_dte", detail: "an empty envelope" });
  if (elements.length > DOCUMENTS_PER_FILE_MAX) {
    return err({ reason: "too_many_documents", detail: `${elements.length} documents` });
  }
  const documents: DteFile["documents"] = [];
  for (const element of elements) documents.push(await judgeDte(element, reading));
  return ok({ envelope: await envelopeOf(set), documents });
}

function setIn(root: XmlElement): XmlElement | null {
  if (root.local === "SetDTE") return root;
  return ENVELOPES.has(root.local) ? onlyChild(root, "SetDTE") : null;
}

const ENVELOPES: ReadonlySet<string> = new Set(["EnvioDTE", "EnvioBOLETA"]);
const NAME_SHOWN_CHARS = 40;

async function envelopeOf(set: XmlElement): Promise<Envelope> {
  const cover = onlyChild(set, "Caratula");
  const said = (name: string): string | null => {
    const child = cover && onlyChild(cover, name);
    return child && textOf(child);
  };
  return {
    issuer: said("RutEmisor"),
    receiver: said("RutReceptor"),
    signed: set.parent && (await verifySigned(set, said("TmstFirmaEnv"))),
  };
}
