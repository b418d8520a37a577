import { z } from "@hono/zod-openapi";
import { SII_WORDS } from "#locales";
import { FAULTS_LISTED_MAX, type FileFaults, type FileTold } from "#sii";
import { refusalInWords } from "../errors.ts";
import { unmarked } from "../sii/unmarked.ts";

/** A file of the SII's register is no document: what it lists goes into the books by a run of its own. */
export function registerTaken(told: FileTold): z.output<typeof RegisterShape> {
  if (told.about === "file_refused") throw registerRefused(told);
  const { run_id, documents, faults } = told;
  return { id: null, status: "received", run_id, documents, ...shownFaults(faults) };
}

function registerRefused({ reason, detail, faults }: Extract<FileTold, { about: "file_refused" }>) {
  const message = unmarked(SII_WORDS.file_refused[reason](detail));
  const details = faults && shownFaults(faults);
  return refusalInWords(422, { code: `register_${reason}`, message, details });
}

function shownFaults({ count, first }: FileFaults): Pick<z.output<typeof RegisterShape>, "faults" | "faults_count"> {
  return { faults: first, faults_count: count };
}

type FaultReason = keyof typeof SII_WORDS.faults;

/** Those that the chat has words for. */
const FAULT_REASONS = Object.keys(SII_WORDS.faults) as [FaultReason, ...FaultReason[]];

export const RegisterShape = z
  .object({
    id: z.null().openapi({ description: "It is no document" }),
    status: z.literal("received"),
    run_id: z.string().openapi({ description: "What came of it stands in `last_run` of `GET /api/sii/status`" }),
    documents: z.int().openapi({ description: "So many lines are documents" }),
    faults: z
      .array(
        z.object({
          line: z.int().openapi({ description: "From 1, the head included" }),
          reason: z.enum(FAULT_REASONS),
        }),
      )
      .openapi({ description: `Lines that are none, and of which nothing is booked: the first ${FAULTS_LISTED_MAX}` }),
    faults_count: z.int().openapi({ description: "All of them" }),
  })
  .openapi("ReceivedRegister");
