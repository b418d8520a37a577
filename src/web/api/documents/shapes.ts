import { z } from "@hono/zod-openapi";
import { DOCUMENT_KINDS, STATES } from "#documents";
import { Limit, NextCursor, orNull } from "../describe.ts";
import type { FormFile } from "../form.ts";
import { CivilDay, Country, CurrencyCode } from "../shapes.ts";

const Amount = z.int().nullable();
const Confidence = z.number().min(0).max(1);

export const ExtractionShape = z
  .object({
    kind: z.enum(DOCUMENT_KINDS),
    sii_type: z.int().optional().openapi({
      description: "The SII's type of a Chilean electronic document (33, 61 …), by its stamp or its XML; else absent",
      example: 33,
    }),
    read_from: z.enum(["timbre", "qr", "xml", "pdf-text", "ocr", "vision"]),
    fields: z
      .object({
        merchant: z.string().nullable(),
        merchant_tax_id: z.string().nullable().openapi({ example: "76123456-0" }),
        receiver_tax_id: z.string().nullable(),
        series: z.string().nullable(),
        number: z.string().nullable(),
        date: CivilDay.nullable(),
        currency: CurrencyCode,
        total_minor: Amount,
        net_minor: Amount,
        tax_minor: Amount,
        exempt_minor: Amount,
        items: z.array(z.object({ description: z.string(), quantity: z.number().nullable(), amount_minor: Amount })),
        category: z.string().nullable(),
      })
      .openapi({ description: "What was not read is null, never guessed" }),
    confidence: z.object({ overall: Confidence, total: Confidence, date: Confidence, merchant: Confidence }),
    authenticity: z.object({
      verdict: z.enum(["authentic", "test_document", "altered", "unverified", "not_applicable"]),
      reasons: z.array(z.string()),
    }),
    quality: z.object({
      readable: z.boolean(),
      problems: z.array(z.enum(["blur", "glare", "cropped", "too_small"])),
    }),
    text: z.string().openapi({ description: "All that was read; a stranger's words" }),
  })
  .openapi("Extraction");

export const ExtractedShape = z.union([ExtractionShape, z.object({ documents: z.array(ExtractionShape) })]);

const State = z.enum(STATES);

const AnsweredShape = z
  .object({
    field: z.string().openapi({
      description: "Of `fields`; or `term`: how it is paid, `paid`, `credit`, in so many days or on a day",
    }),
    read: z.union([z.string(), z.number()]).nullable(),
    said: z.union([z.string(), z.number()]).nullable(),
    by: z.string().openapi({ example: "contact:01JCZX9E40Q5V7N8B6M4K2J0HG" }),
    at: z.string().openapi({ format: "date-time" }),
  })
  .openapi("FieldAnswer");

export const DocumentShape = z
  .object({
    id: z.string(),
    state: State,
    reason: z.string().nullable().openapi({ description: "Why it is discarded, refused, asked about or under review" }),
    mime_type: z.string().nullable(),
    bytes: z.int().nullable(),
    sha256: z.string().nullable(),
    filename: z.string().nullable(),
    extraction: orNull(ExtractionShape).openapi({ description: "As it was read" }),
    answers: z.array(AnsweredShape).openapi({ description: "What people said of its fields; the last word counts" }),
    entry_id: z.string().nullable(),
    match: z
      .object({ entry_id: z.string(), by: z.enum(["booking", "link"]) })
      .nullable()
      .openapi({ description: "Booked from it, or told before it came and linked to it" }),
    twin_id: z.string().nullable().openapi({ description: "The earlier document that it is taken for" }),
    created_at: z.string().openapi({ format: "date-time" }),
    updated_at: z.string().openapi({ format: "date-time" }),
  })
  .openapi("Document");

export const DocumentPageShape = z
  .object({ documents: z.array(DocumentShape), next_cursor: NextCursor })
  .openapi("DocumentPage");

const DOCUMENTS_LIMIT_MAX = 200;
const DOCUMENTS_LIMIT_DEFAULT = 50;
const DOCUMENT_ID = /^[0-9A-Z]{26}$/;

export const DocumentsQuery = z.object({
  state: State.optional().openapi({ description: "Only those that stand so" }),
  limit: Limit(DOCUMENTS_LIMIT_MAX, DOCUMENTS_LIMIT_DEFAULT),
  cursor: z.string().regex(DOCUMENT_ID, "is not a cursor of ours").optional(),
});

const UploadedFile = z
  .custom<FormFile>((value) => value instanceof Object && "bytes" in value, "must be one file")
  .openapi({
    type: "string",
    format: "binary",
    description:
      "JPG, PNG, WebP, GIF, HEIC, PDF or the XML of electronic documents, known by its bytes and not its name; to be kept, also a CSV of the SII's register, whose name tells the RUT, the month and the list: RCV_COMPRA_REGISTRO_76123456-0_202610.csv",
  });

export const UploadForm = z.object({ file: UploadedFile });

export const ExtractForm = z.object({ file: UploadedFile, country: Country.optional() });

const Received = z.object({
  id: z.string(),
  status: State,
  reason: z.string().nullable(),
  entry_id: z.string().nullable(),
});

export const ReceivedShape = Received.extend({
  documents: z
    .array(Received)
    .optional()
    .openapi({ description: "All that the file holds, where it is more than one" }),
}).openapi("ReceivedDocument");
