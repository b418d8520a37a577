import type { Entropy } from "#kernel";
import { changeTenant, type Writer } from "#tenants";
import { readRcvCsv, type RcvFault, type RcvFile, type RcvFileRefusal } from "../rcv/csv.ts";
import type { RcvSide, RcvState } from "../rcv/document.ts";
import { openRun } from "../run/store.ts";
import type { SiiSessionRpc } from "../session/object.ts";
import { readFileName } from "./filename.ts";

// The register as a file: the way to the SII for which nobody hands over a key.

/** A month of a large shop; whoever sends more is asked for a month at a time. */
export const IMPORT_DOCUMENTS_MAX = 5_000;

/** `other_rut`: it is another business's. `whose`: sales are known by who sold, and neither the file nor we know who that is. */
export type ImportRefusal = {
  reason: Exclude<RcvFileRefusal["reason"], "no_rcv"> | "too_many_documents" | "other_rut" | "whose" | "empty";
  detail: string;
  /** Of a file of which no line is a document. */
  faults?: FileFaults;
};

/** What of a file is told at once; what came of it is told when it is in the books. */
export type FileTold =
  | { about: "file_taken"; run_id: string; side: RcvSide; state: RcvState; documents: number; faults: FileFaults }
  | ({ about: "file_refused" } & ImportRefusal);

/** What of a file went wrong, with the first lines that did: which and why, not what stands in them. */
export type FileFaults = { count: number; first: Pick<RcvFault, "line" | "reason">[] };

export type ImportPorts = {
  now: number;
  entropy: Entropy;
  /** The object that carries the file of a run into the books. */
  fileOf(tenantId: string, runId: string): SiiSessionRpc;
};

export type Importing = {
  bytes: Uint8Array;
  filename: string | null;
  /** The conversation object that is told. */
  conversation: string | null;
  /** Its natural key: the same message brings the same file. */
  request: string;
};

/** So many lines are named to whoever sent the file, some 4 KB. */
export const FAULTS_LISTED_MAX = 100;
/** So many of these a message names. */
const FAULTS_TOLD_MAX = 8;

/** Takes a file of the register, whose lines go into the books in the background. Null where it is no such file. */
export async function importRcv(
  writer: Writer,
  { bytes, filename, conversation, request }: Importing,
  ports: ImportPorts,
): Promise<FileTold | null> {
  const named = readFileName(filename);
  const read = readRcvCsv(bytes, named.state);
  if (!read.ok) return read.error.reason === "no_rcv" ? null : refused(read.error.reason, read.error.detail);
  const { side, state, documents } = read.value;
  const own = writer.tenant.tax_id;
  const rut = own ?? named.rut;
  const refusal = refusalOf(read.value, { own, named: named.rut });
  if (refusal) return { about: "file_refused", ...refusal };
  const { now } = ports;
  const faults = firstOf(read.value.faults);
  if (own === null && rut !== null) await changeTenant(writer, { tax_id: rut }, now);
  const run = await openRun(writer, { id: ports.entropy.id(), cause: "file", request, now });
  if (run.ended_at === null) {
    await ports.fileOf(writer.tenant.id, run.id).takeFile({
      tenant_id: writer.tenant.id,
      run_id: run.id,
      rut: rut ?? "",
      conversation,
      faults: { ...faults, first: faults.first.slice(0, FAULTS_TOLD_MAX) },
      documents: documents.map((document) => ({ ...document, period: named.month })),
    });
  }
  return { about: "file_taken", run_id: run.id, side, state, documents: documents.length, faults };
}

function firstOf(faults: readonly RcvFault[]): FileFaults {
  const first = faults.slice(0, FAULTS_LISTED_MAX).map(({ line, reason }) => ({ line, reason }));
  return { count: faults.length, first };
}

/** Why none of it is taken, or null. */
function refusalOf(
  { side, documents, faults }: RcvFile,
  { own, named }: Record<"own" | "named", string | null>,
): ImportRefusal | null {
  if (own !== null && named !== null && named !== own) return { reason: "other_rut", detail: named };
  if ((own ?? named) === null && side === "venta") return { reason: "whose", detail: "" };
  if (documents.length > IMPORT_DOCUMENTS_MAX)
    return { reason: "too_many_documents", detail: String(documents.length) };
  return documents.length === 0 ? { reason: "empty", detail: String(faults.length), faults: firstOf(faults) } : null;
}

function refused(reason: ImportRefusal["reason"], detail: string): FileTold {
  return { about: "file_refused", reason, detail };
}
