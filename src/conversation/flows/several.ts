import type { ClassifyRequest } from "#language";
import { newestOf } from "../dialogue.ts";
import { quotesEntry, type Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { confirmAll, confirmDocument, type OpenDocument } from "./draft.ts";
import { COUNTS, placeNamed } from "./place.ts";
import { plainly } from "./plainly.ts";
import { countReading, tellReading } from "./still-reading.ts";
import { documentsToConfirm, lastDocument, openDocuments, whichDocuments } from "./which.ts";

/** «todos», «los dos», «solo el último»: which of the papers that wait are right. False for all other words. */
export function answerSeveral(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  if (quotesEntry(item)) return false;
  const open = newestOf(mind.dialogue.open);
  const isAbout = open?.kind === "which" || open?.kind === "document";
  const documents = documentsToConfirm(mind);
  const said = plainly(request.text).replace(AGREEING, "").replace(POLITE, "");
  const count = countIn(said);
  if (count === null) return isAbout && documents.length > 1 && confirmOnly(mind, item, said);
  return (isAbout || !open) && confirmCounted(mind, item, { documents, count });
}

type Counted = { documents: readonly OpenDocument[]; count: number | "all" };

function confirmCounted(mind: Mind, item: Heard, { documents, count }: Counted): boolean {
  const coming = countReading(mind, item);
  if (documents.length < 2) {
    // «todas» before they are shown, or when the first one is; of others the total is asked first.
    const isAllShown = count === "all" || count === openDocuments(mind).length;
    return (coming > 0 || (documents.length > 0 && isAllShown)) && confirmShown(mind, item, documents);
  }
  const isAll = count === "all" || count === documents.length || count === documents.length + coming;
  if (isAll) return confirmShown(mind, item, documents);
  // «los dos» of three leaves open which two.
  whichDocuments(mind, item);
  return true;
}

/** Those that are still being read are not: they are told of, and shown before they are booked. */
function confirmShown(mind: Mind, item: Heard, documents: readonly OpenDocument[]): true {
  confirmAll(mind, item, documents);
  tellReading(mind, item);
  return true;
}

/** How many are meant, where all that were shown are. */
function countIn(said: string): number | "all" | null {
  const [, counted] = COUNTED.exec(said) ?? [];
  if (counted !== undefined) return COUNTS[counted] ?? Number(counted);
  return ALL.test(said) ? "all" : null;
}

/** «solo el último»; a place alone is any answer's. */
function confirmOnly(mind: Mind, item: Heard, said: string): boolean {
  const place = ONLY.test(said) ? placeNamed(said.replace(ONLY, ""))?.place : undefined;
  const open =
    place === undefined ? undefined : place < 0 ? lastDocument(mind) : documentsToConfirm(mind).at(place - 1);
  if (open) confirmDocument(mind, item, open);
  return open !== undefined;
}

const AGREEING =
  /^(?:(?:si+|sip|sim|yes|ok|okey|ya|dale|claro|confirm(?:a|ar|e|o|al[oa]s|emos|em)?|anot(?:a|ar|e|al[oa]s)|registra(?:r|l[oa]s)?|book|record)(?: |$))+/;
const POLITE = /(?: (?:po|pues|porfa|por favor|gracias|please|nomas))+$/;
const NOUN = "(?: (?:documentos?|papeles|comprobantes?|boletas?|facturas?|recibos?|fotos?|receipts?|invoices?))?";
const ALL = new RegExp(
  `^(?:a )?(?:tod[oa]s|ambos|ambas|tudo|all|all of them|both)(?: (?:ell[oa]s|l[oa]s|os|as))?${NOUN}$`,
);
const COUNTED = new RegExp(
  `^(?:(?:tod[oa]s )?(?:l[oa]s|os|as|all) )(dos|dois|duas|tres|cuatro|quatro|cinco|seis|two|three|[2-9])${NOUN}$`,
);
const ONLY = /^(?:nada mas que|so|solo|solamente|only|just) /;
