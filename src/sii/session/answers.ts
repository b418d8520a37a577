import type { RcvDocument } from "../rcv/document.ts";
import type { Answer, Answers } from "../sync/plan.ts";
import { sealJson, unsealJson, type Desk } from "./desk.ts";
import { insertPage, partsOf } from "./store.ts";

// What a sync has read so far, in the object's storage, where a kill leaves it.

/** Some 700 bytes each, sealed: a part stays under a megabyte. */
const DOCUMENTS_PER_PART = 1_000;

/** All pages of a sync that came; opened once in a life of the object. */
export async function answersOf(desk: Desk, runId: string): Promise<Answers> {
  if (desk.read?.run_id === runId) return desk.read.answers;
  const answers = new Map<string, Answer>();
  for (const { page, part, sealed } of partsOf(desk.sql, runId)) {
    const answer = await unsealJson<Answer>(desk, slotOf(runId, page, part), sealed);
    answers.set(page, joined(answers.get(page), answer));
  }
  desk.read = { run_id: runId, answers };
  return answers;
}

function joined(before: Answer | undefined, part: Answer): Answer {
  if (!before || !("documents" in before) || !("documents" in part)) return part;
  return { documents: [...before.documents, ...part.documents] };
}

/**
 * Keeps a page whole or not at all. @param also what becomes true with it, and first: of a file the job that its page is
 * of comes with it
 */
export async function keepAnswer(
  desk: Desk,
  { run_id, page, answer }: { run_id: string; page: string; answer: Answer },
  also: () => void,
): Promise<void> {
  const answers = await answersOf(desk, run_id);
  const parts = await Promise.all(partsIn(answer).map((part, i) => sealJson(desk, slotOf(run_id, page, i), part)));
  desk.storage.transactionSync(() => {
    also();
    insertPage(desk.sql, { run_id, page, parts });
  });
  desk.read = { run_id, answers: new Map([...answers, [page, answer]]) };
}

function partsIn(answer: Answer): Answer[] {
  if ("lines" in answer) return [answer];
  const parts: { documents: RcvDocument[] }[] = [];
  for (let i = 0; i < answer.documents.length; i += DOCUMENTS_PER_PART) {
    parts.push({ documents: answer.documents.slice(i, i + DOCUMENTS_PER_PART) });
  }
  return parts.length > 0 ? parts : [{ documents: [] }];
}

function slotOf(runId: string, page: string, part: number): { table: "pages"; row: string } {
  return { table: "pages", row: `${runId}|${page}|${part}` };
}
