import { createRoute } from "@hono/zod-openapi";
import { shown } from "#documents";
import type { Api } from "../../api.ts";
import { writerOf } from "../../caller.ts";
import { answers, IdParam, only, refused, takes } from "../../describe.ts";
import { answerPaper, confirmPaper, discardPaper, type Decided } from "../decide.ts";
import { AnswerShape, ANSWER_EXAMPLE, DecidedShape } from "./shapes.ts";

/** What waits for a person, decided. */
export function reviewRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(CONFIRM), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "entry.record");
    return c.json(decided(await confirmPaper(writer, c.req.valid("param").id, ports)), 200);
  });

  app.openapi(guarded(DISCARD), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "document.update");
    return c.json(decided(await discardPaper(writer, c.req.valid("param").id, ports)), 200);
  });

  app.openapi(guarded(ANSWER), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "entry.record");
    const asked = { id: c.req.valid("param").id, said: c.req.valid("json") };
    return c.json(decided(await answerPaper(writer, asked, ports)), 200);
  });
}

const tags = ["Documents"];
const security = only("write:documents");

const CONFIRM = createRoute({
  method: "post",
  path: "/api/documents/{id}/confirm",
  tags,
  summary: "Confirm what was read",
  description:
    "Linked to the entry that was told before it where one is surely its own, else booked. Where it may be of an entry, nothing is written: it is `needs_answer`, and `candidates` tells which, and why. Confirmed again it changes nothing. A test document (`test_document`), a dispatch guide and a quotation are 409: nothing was sold with them.",
  security,
  request: { params: IdParam },
  responses: { 200: answers("The document as it stands now", DecidedShape), ...refused(400, 403, 404, 409) },
});

const DISCARD = createRoute({
  method: "post",
  path: "/api/documents/{id}/discard",
  tags,
  summary: "Let a document go unbooked",
  description: "What is booked is not discarded: its entry is reversed.",
  security,
  request: { params: IdParam },
  responses: { 200: answers("The document as it stands now", DecidedShape), ...refused(400, 403, 404, 409) },
});

const ANSWER = createRoute({
  method: "post",
  path: "/api/documents/{id}/answer",
  tags,
  summary: "Answer what is asked of a document",
  description:
    "`fields` stay with the document beside what was read; `entry_id` names the entry that it is of, or `null` for none of the candidates; `sent_before` says whether it is the earlier one that it looks like.",
  security,
  request: { params: IdParam, ...takes(AnswerShape, ANSWER_EXAMPLE) },
  responses: { 200: answers("The document as it stands now", DecidedShape), ...refused(400, 403, 404, 409) },
});

function decided({ document, candidates }: Decided) {
  return {
    ...shown(document),
    candidates: candidates.map(({ entry, score, reasons }) => ({ entry_id: entry.id, score, reasons })),
  };
}
