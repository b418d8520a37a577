import { z } from "@hono/zod-openapi";
import { CivilDay } from "../../shapes.ts";
import { DocumentShape } from "../shapes.ts";

const TEXT_CHARS_MAX = 120;

const Text = z.string().trim().min(1).max(TEXT_CHARS_MAX);

export const AnswerShape = z
  .strictObject({
    fields: z
      .strictObject({
        total_minor: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
        date: CivilDay,
        merchant: Text,
        merchant_tax_id: z.string().regex(/^[A-Z0-9&Ñ.\-/]{5,20}$/, "is no tax id"),
        number: Text,
        category: z.string().regex(/^[a-z0-9_]{1,40}$/, "is no category"),
      })
      .partial()
      .optional(),
    entry_id: z.string().max(40).nullable().optional(),
    sent_before: z.boolean().optional(),
  })
  .refine((said) => Object.values(said).some((value) => value !== undefined), "answers nothing")
  .openapi("DocumentAnswer");

export const ANSWER_EXAMPLE = { fields: { total_minor: 45670, date: "2026-11-18" } };

const CandidateShape = z
  .object({
    entry_id: z.string(),
    score: z.number().openapi({ description: "0–1" }),
    reasons: z
      .array(z.object({ sign: z.string(), says: z.number() }))
      .openapi({ description: "What speaks for it (over 0) and against it, in log-odds, strongest first" }),
  })
  .openapi("MatchCandidate");

export const DecidedShape = DocumentShape.extend({
  candidates: z
    .array(CandidateShape)
    .openapi({ description: "Entries that it may be of; empty where nothing is asked" }),
}).openapi("DecidedDocument");
