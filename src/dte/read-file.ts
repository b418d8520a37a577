// A file of electronic documents: one `DTE`, or an envelope of many (`EnvioDTE`, `EnvioBOLETA`).

import { type CivilDate, err, ok, type Result } from "#kernel";
import { judgeDte, type JudgedDte, type NoDte } from "./judge.ts";
import { type Signed, verifySigned } from "./signature.ts";
import { decodeXml } from "./xml/decode.ts";
import { parseXml, type XmlRefusal } from "./xml/parse.ts";
import { childrenNamed, onlyChild, textOf, type XmlElement } from "./xml/tree.ts";

/** What an envelope tells of itself; `signed` is its own signature, over all that is in it. */
export type Envelope = { issuer: string | null; receiver: string | null; signed: Signed };

export type DteFile = { envelope: Envelope | null; documents: (JudgedDte | NoDte)[] };

export type DteFileRefusal = XmlRefusal | { reason: "encoding" | "no_dte" | "too_many_documents"; detail: string };

/** What the SII takes of boletas in one envelope; each costs three signatures, 3.5 ms together. */
export const DOCUMENTS_PER_FILE_MAX = 500;

/**
 * Reads and judges every document of a file. Of two readings of its bytes the one is taken in which its first document's
 * signature holds, else the declared one.
 */
export async function readDteFile(bytes: Uint8Array, today: CivilDate): Promise<Result<DteFile, DteFileRefusal>> {
  const decoded = decodeXml(bytes);
  if (!decoded.ok) return err({ reason: "encoding", detail: "neither UTF-8 nor ISO-8859-1" });
  const tries: Result<DteFile, DteFileRefusal>[] = [];
  for (const { text } of decoded.value) {
    const root = parseXml(text);
    const read = root.ok ? await readRoot(root.value, { source: text, today }) : root;
    if (read.ok && holds(read.value)) return read;
    tries.push(read);
  }
  return tries.find(({ ok: isRead }) => isRead) ?? tries[0] ?? err({ reason: "no_dte", detail: "empty" });
}

function holds({ documents }: DteFile): boolean {
  const [document] = documents;
  return document !== undefined && "signed" in document && document.signed.valid;
}

async function readRoot(
  root: XmlElement,
  reading: { source: string; today: CivilDate },
): Promise<Result<DteFile, DteFileRefusal>> {
  if (root.local === "DTE") return ok({ envelope: null, documents: [await judgeDte(root, reading)] });
  const set = ENVELOPES.has(root.local) ? onlyChild(root, "SetDTE") : null;
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
    signed: await verifySigned(set, said("TmstFirmaEnv")),
  };
}
