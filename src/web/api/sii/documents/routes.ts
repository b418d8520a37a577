import { createRoute, type z } from "@hono/zod-openapi";
import { CLAIM_WORDS, SII_WORDS } from "#locales";
import { claim, listKept, type ClaimAction, type Claimed, type KeptQuery } from "#sii";
import type { Api } from "../../api.ts";
import { viewerOf, writerOf, type Caller } from "../../caller.ts";
import { answers, IdParam, only, refused, takes } from "../../describe.ts";
import { refusal, refusalInWords } from "../../errors.ts";
import type { ApiPorts } from "../../ports.ts";
import { unmarked } from "../unmarked.ts";
import {
  AcceptBody,
  ClaimBody,
  ClaimedShape,
  SiiDocumentPageShape,
  SiiDocumentsQuery,
  shownClaim,
  shownKept,
} from "./shapes.ts";

/** What the SII lists of a business, and what the business says of its purchases, for good. */
export function siiDocumentRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(LIST), async (c) => {
    const viewer = await viewerOf(ports, c.get("caller"));
    const { period, side, state, cursor = null, limit } = c.req.valid("query");
    const query: KeptQuery = {
      cursor,
      limit,
      ...(period && { month: period }),
      ...(side && { side }),
      ...(state && { state }),
    };
    const page = await listKept(viewer, query);
    if (!page.ok) throw refusal("invalid", [{ field: "cursor", problem: "is none of ours" }]);
    const { documents, next_cursor } = page.value;
    const now = ports.clock.now();
    return c.json({ documents: documents.map((each) => shownKept(each, now)), next_cursor }, 200);
  });

  app.openapi(guarded(ACCEPT), async (c) => {
    const { action } = c.req.valid("json");
    const said = await say(ports, c.get("caller"), { document_id: c.req.valid("param").id, action });
    return c.json(said, 200);
  });

  app.openapi(guarded(CLAIM), async (c) => {
    const { action } = c.req.valid("json");
    const said = await say(ports, c.get("caller"), { document_id: c.req.valid("param").id, action });
    return c.json(said, 200);
  });
}

type Saying = { document_id: string; action: ClaimAction };

async function say(ports: ApiPorts, caller: Caller, saying: Saying): Promise<z.output<typeof ClaimedShape>> {
  const writer = await writerOf(ports, caller, "sii.claim");
  const claimed = await claim(writer, saying, ports.sii.claiming());
  if (claimed.outcome !== "registered") throw refusedClaim(claimed);
  return { outcome: "registered", existed: claimed.existed, document: shownClaim(claimed.line) };
}

function refusedClaim(claimed: Exclude<Claimed, { outcome: "registered" }>): ReturnType<typeof refusal> {
  switch (claimed.outcome) {
    case "not_found":
      return refusal("not_found");
    case "not_connected":
      return refusal("sii_not_connected");
    case "stopped":
      return refusal("sii_stopped");
    case "refused": {
      const { reason, received_at, line } = claimed;
      const message = CLAIM_WORDS.reasons[reason];
      const details = { reason, received_at, document: shownClaim(line) };
      return refusalInWords(409, { code: "sii_claim_refused", message, details });
    }
    case "hindered":
    case "unknown": {
      const details = { reason: claimed.trouble, said: claimed.outcome === "hindered" ? "no" : "unknown" };
      const message = unmarked(CLAIM_WORDS.held_up(SII_WORDS.in_the_way(claimed.trouble)));
      return refusalInWords(503, { code: "sii_unavailable", message, details });
    }
  }
}

const tags = ["SII"];

const LIST = createRoute({
  method: "get",
  path: "/api/sii/documents",
  tags,
  summary: "Documents of the SII's register",
  description:
    "What is kept of the Registro de Compras y Ventas, newest first, each with the entry that stands for it. Of a purchase that waits (`state=pendiente`) `until`, `days_left` and `hours_left` tell how long it may still be accepted or claimed.",
  security: only("read:sii"),
  request: { query: SiiDocumentsQuery },
  responses: { 200: answers("A page of documents", SiiDocumentPageShape), ...refused(400, 404) },
});

const FOR_GOOD =
  "Said to the SII for good, so `confirm` must be true; said twice it is said once. Owners and admins. 409 `sii_claim_refused` where it may not be said (`details.reason`: `late` is past the eight days); 503 `sii_unavailable` where the SII does not answer: `details.said` is `no`, or `unknown` where it may have heard, which the same request looks up first when it is made again.";

const ACCEPT = createRoute({
  method: "post",
  path: "/api/sii/documents/{id}/accept",
  tags,
  summary: "Accept a purchase",
  description: `ACD accepts its content, ERM says that it was delivered. ${FOR_GOOD}`,
  security: only("write:sii"),
  request: { params: IdParam, ...takes(AcceptBody, { confirm: true }) },
  responses: { 200: answers("It is accepted", ClaimedShape), ...refused(400, 403, 404, 409, 413, 415, 503) },
});

const CLAIM = createRoute({
  method: "post",
  path: "/api/sii/documents/{id}/claim",
  tags,
  summary: "Claim against a purchase",
  description: `RCD claims its content, RFP a part of the goods that is missing, RFT all of them. ${FOR_GOOD}`,
  security: only("write:sii"),
  request: { params: IdParam, ...takes(ClaimBody, { confirm: true, action: "RCD" }) },
  responses: { 200: answers("It is claimed", ClaimedShape), ...refused(400, 403, 404, 409, 413, 415, 503) },
});
