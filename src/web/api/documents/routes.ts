import { createRoute } from "@hono/zod-openapi";
import {
  extract,
  findDocument,
  listDocuments,
  outcomesIn,
  readFile,
  shown,
  troubleOf,
  type DocumentOutcome,
  type Extraction,
  type ReadingPorts,
  type SentFile,
  type StoredDocument,
} from "#documents";
import { assert, dateIn, oneLine } from "#kernel";
import type { FileTold } from "#sii";
import { profileOfCountry, profileOfTenant, type Tenant, type Writer } from "#tenants";
import type { Api } from "../api.ts";
import { viewerOf, writerOf, type Caller } from "../caller.ts";
import { answers, IdParam, only, refused } from "../describe.ts";
import { refusal } from "../errors.ts";
import type { FormFile } from "../form.ts";
import type { ApiPorts } from "../ports.ts";
import { fileProven } from "./decide.ts";
import { downloadHeaders, mimeTypeOf, sha256Of } from "./file.ts";
import { provenEntry } from "./proven-entry.ts";
import { registerTaken, RegisterShape } from "./register.ts";
import {
  DocumentPageShape,
  DocumentShape,
  DocumentsQuery,
  ExtractForm,
  ExtractedShape,
  ReceivedShape,
  UploadForm,
} from "./shapes.ts";
import { unreadable } from "./unreadable.ts";

const HOME_COUNTRY = "CL";
/** Who pays for what is read for no tenant. */
const OPERATOR = "operator";
const FILENAME_CHARS_MAX = 240;

export function documentRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(UPLOAD), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "document.receive");
    const sent = await sentFile(c.req.valid("form").file, writer, ports);
    const outcome = await readFile(writer, sent, await readingPorts(ports));
    if (outcome.outcome === "list") return c.json(registerTaken(outcome.told as FileTold), 202);
    const documents: Received[] = [];
    for (const each of outcomesIn(outcome)) documents.push(await received(writer, each, ports));
    const [first, ...others] = documents;
    assert(first, "a file of the API is a document at least");
    const { id, status, reason } = first;
    if (status === "refused") throw unreadable(reason, profileOfTenant(writer.tenant).locale, { id });
    return c.json({ ...first, ...(others.length > 0 && { documents }) }, 201);
  });

  app.openapi(guarded(LIST), async (c) => {
    const viewer = await viewerOf(ports, c.get("caller"));
    const { limit, cursor = null, state } = c.req.valid("query");
    return c.json(await listDocuments(viewer, { states: state === undefined ? null : [state], limit, cursor }), 200);
  });

  app.openapi(guarded(SHOW), async (c) => {
    const document = await findDocument(await viewerOf(ports, c.get("caller")), c.req.valid("param").id);
    if (!document) throw refusal("not_found");
    return c.json(shown(document), 200);
  });

  app.openapi(guarded(DOWNLOAD), async (c) => {
    const document = await findDocument(await viewerOf(ports, c.get("caller")), c.req.valid("param").id);
    const file = document?.r2_key == null ? null : await ports.bucket.get(document.r2_key);
    if (!document || !file) throw refusal("not_found");
    return new Response(file.body, { headers: downloadHeaders(document) });
  });

  app.openapi(guarded(EXTRACT), async (c) => {
    const { reader, develop, vision, ocr, clock } = ports;
    const { file, country: named } = c.req.valid("form");
    const country = named ?? (await tenantOf(ports, c.get("caller")))?.country ?? HOME_COUNTRY;
    const home = profileOfCountry(country);
    const today = dateIn(clock.now(), home?.time_zone ?? "UTC");
    const payer = c.get("caller").tenant_id ?? OPERATOR;
    const read = await extract(file.bytes, { country, today, payer }, { reader, develop, vision, ocr, clock });
    if (!read.ok) throw unreadable(troubleOf(read.error), home?.locale ?? "es-CL", problemsOf(read.error));
    const [first, ...others] = read.value;
    return c.json(first && others.length === 0 ? first : { documents: read.value }, 200);
  });
}

const tags = ["Documents"];

/** A file and nothing else; each part once. */
const asForm = <T extends typeof UploadForm>(schema: T) =>
  ({ body: { required: true, content: { "multipart/form-data": { schema } } } }) as const;

const UPLOAD = createRoute({
  method: "post",
  path: "/api/documents",
  tags,
  summary: "Upload a receipt or an invoice",
  description:
    "Kept and read as if it had been sent in the chat: a purchase whose stamp verifies is booked at once, unless an entry that was told before is its own, which it is then linked to; anything else waits in `needs_confirmation`, `needs_answer` or `review`, and a twin of an earlier one is `discarded`. What can't be a document at all is 422. An envelope of several electronic documents files each of them; `documents` then says how far each got. A CSV of the SII's register is no document but a list of them: 202 names the run that carries it into the books, and the first lines that are no document; the same file again books nothing twice.",
  security: only("write:documents"),
  request: asForm(UploadForm),
  responses: {
    201: answers("Received, and how far its reading got", ReceivedShape),
    202: answers("A register of the SII was received, and goes into the books", RegisterShape),
    ...refused(400, 403, 404, 413, 415, 422),
  },
});

const LIST = createRoute({
  method: "get",
  path: "/api/documents",
  tags,
  summary: "List documents",
  description: "Newest first.",
  security: only("read:documents"),
  request: { query: DocumentsQuery },
  responses: { 200: answers("A page of documents", DocumentPageShape), ...refused(400, 404) },
});

const SHOW = createRoute({
  method: "get",
  path: "/api/documents/{id}",
  tags,
  summary: "A document, what was read of it and its entry",
  security: only("read:documents"),
  request: { params: IdParam },
  responses: { 200: answers("The document", DocumentShape), ...refused(400, 404) },
});

const DOWNLOAD = createRoute({
  method: "get",
  path: "/api/documents/{id}/file",
  tags,
  summary: "The file that was kept",
  description: "A PDF as it was sent; a picture without its metadata (place, time, device).",
  security: only("read:documents"),
  request: { params: IdParam },
  responses: {
    200: {
      description: "An attachment",
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    },
    ...refused(400, 404),
  },
});

const EXTRACT = createRoute({
  method: "post",
  path: "/api/documents/extract",
  tags,
  summary: "Read a file and keep nothing",
  description:
    "`country` tells how the paper writes numbers and dates: the tenant's, or CL. The operator needs no tenant here. A Chilean electronic document (DTE, EnvioDTE, EnvioBOLETA) is read from its XML; an envelope of several answers `documents`.",
  security: only("use:extract"),
  request: asForm(ExtractForm),
  responses: { 200: answers("What was read", ExtractedShape), ...refused(400, 403, 404, 413, 415, 422) },
});

/** What a document job gets of the API's world: by name, for there are tokens in it. */
async function readingPorts({
  archive,
  bucket,
  reader,
  develop,
  vision,
  ocr,
  entropy,
  clock,
  list,
}: ApiPorts): Promise<ReadingPorts> {
  return { archive: await archive(), bucket, reader, develop, vision, ocr, entropy, clock, list };
}

async function sentFile({ bytes, filename }: FormFile, { tenant }: Writer, ports: ApiPorts): Promise<SentFile> {
  return {
    contact_id: null,
    conversation: null,
    source: "api",
    source_ref: `api:${ports.entropy.id()}`,
    file: {
      bytes,
      sha256: await sha256Of(bytes),
      mime_type: mimeTypeOf(bytes),
      filename: oneLine(filename, FILENAME_CHARS_MAX) || null,
    },
    country: tenant.country,
    today: dateIn(ports.clock.now(), tenant.time_zone),
  };
}

type Received = Pick<StoredDocument, "id" | "reason" | "entry_id"> & { status: StoredDocument["state"] };

/** How far a document of a file got. */
async function received(writer: Writer, outcome: DocumentOutcome, ports: ApiPorts): Promise<Received> {
  assert(outcome.document_id !== null, "a file of the API was received");
  if (outcome.outcome === "read" && !outcome.maybe) await bookIfProven(writer, outcome, ports);
  const document = await findDocument(writer, outcome.document_id);
  assert(document, "a document that was just received is there");
  const { id, state, reason, entry_id } = document;
  return { id, status: state, reason, entry_id };
}

/** What verifies is booked at once, as in the chat; all else waits for a person. */
async function bookIfProven(
  writer: Writer,
  read: { document_id: string; extraction: Extraction },
  ports: ApiPorts,
): Promise<void> {
  const { tax_id, time_zone } = writer.tenant;
  const today = dateIn(ports.clock.now(), time_zone);
  if (provenEntry({ ...read, own_tax_id: tax_id, today })) await fileProven(writer, read.document_id, ports);
}

/** The caller's own tenant, or the one the operator named; null for an operator who named none. */
async function tenantOf(ports: ApiPorts, caller: Caller): Promise<Tenant | null> {
  return caller.tenant_id === null ? null : (await viewerOf(ports, caller)).tenant;
}

function problemsOf({ problems }: { problems?: string[] }): { problems: string[] } | undefined {
  return problems === undefined ? undefined : { problems };
}
