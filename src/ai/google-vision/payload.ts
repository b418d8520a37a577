import { z } from "zod";

/** A corner; a coordinate of 0 is left out. */
const Vertex = z.object({ x: z.number().default(0), y: z.number().default(0) });

const Word = z.object({
  boundingBox: z.object({ vertices: z.array(Vertex).min(1) }),
  symbols: z.array(z.object({ text: z.string().max(8) })),
  confidence: z.number().min(0).max(1).default(0),
});

const listOf = <T extends z.ZodType>(item: T) => z.array(item).default([]);
const Paragraph = z.object({ words: listOf(Word) });
const Block = z.object({ paragraphs: listOf(Paragraph) });
const Page = z.object({ blocks: listOf(Block) });

/** The answer of `images:annotate` with DOCUMENT_TEXT_DETECTION, as far as it is read. */
export const Annotated = z.object({
  responses: z
    .array(
      z.object({
        fullTextAnnotation: z.object({ pages: listOf(Page) }).nullish(),
        error: z.object({ code: z.number().optional() }).nullish(),
      }),
    )
    .min(1),
});
