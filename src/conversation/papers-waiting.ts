import { blankExtraction, earlierOf, findDocument, waitingDocuments, type KeptDocument } from "#documents";
import type { Viewer } from "#tenants";
import type { Membership, WaitingPaper } from "./dialogue.ts";
import { draftOfKept } from "./draft-of.ts";
import { QUEUED } from "./flows/queue.ts";

/** More than anybody looks through in a chat; the API has them all. */
const PAPERS_WAITING_MAX = 50;

/** The papers of a business that wait for a person, whoever brought them; oldest first. */
export async function papersWaiting(viewer: Viewer, membership: Membership): Promise<WaitingPaper[]> {
  const documents = await waitingDocuments(viewer, PAPERS_WAITING_MAX);
  const twins = await Promise.all(documents.map((document) => twinOf(viewer, document)));
  return documents.map((document, i) => waitingPaper(document, twins[i] ?? null, membership));
}

function waitingPaper(
  document: KeptDocument,
  twin: KeptDocument | null,
  { country, tax_id: own_tax_id }: Membership,
): WaitingPaper {
  const hand = { message_id: `${QUEUED}${document.id}`, own_tax_id, blank: blankExtraction(country) };
  const earlier = twin ? earlierOf(twin) : null;
  return { draft: draftOfKept(document, hand), waits: waitsFor(document), earlier };
}

function waitsFor({ state }: KeptDocument): WaitingPaper["waits"] {
  if (state === "needs_confirmation") return "confirm";
  return state === "needs_answer" ? "answer" : "review";
}

/** The earlier one that it may be, while nobody has said whether it is. */
async function twinOf(viewer: Viewer, { twin_id, reason }: KeptDocument): Promise<KeptDocument | null> {
  return twin_id === null || reason !== "maybe_sent_before" ? null : findDocument(viewer, twin_id);
}
