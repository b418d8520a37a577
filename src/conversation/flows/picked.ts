import { fold } from "#kernel";
import { readConcept, type ClassifyRequest } from "#language";
import { newestOf } from "../dialogue.ts";
import { quotesEntry, type Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { meantBy } from "./amount-meant.ts";
import { confirmAll, editDocument, type OpenDocument } from "./draft.ts";
import { endNamed, placeNamed } from "./place.ts";
import { plainly } from "./plainly.ts";
import { listOpen } from "./queue.ts";
import { tellReading } from "./still-reading.ts";
import { isNamed } from "./undo.ts";
import { lastDocument, openDocuments } from "./which.ts";

// «todas menos la de la luz», «la primera no, la segunda sí»: of several papers some are right.

/** Which of the papers that wait are right and which are not. False for all other words. */
export function answerPicked(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestOf(mind.dialogue.open);
  const isAbout = open?.kind === "which" || open?.kind === "document" || open?.kind === "queue";
  const documents = openDocuments(mind);
  if (!isAbout || quotesEntry(item) || documents.length < 2) return false;
  const context = { mind, documents, request };
  const [, rest] = ALL_BUT.exec(plainly(request.text)) ?? [];
  return rest === undefined ? answerEach(item, context) : answerAllBut(item, rest, context);
}

type Context = { mind: Mind; documents: OpenDocument[]; request: ClassifyRequest };

/** What is left out waits on; where nobody knows which that is, they are listed and nothing is booked. */
function answerAllBut(item: Heard, rest: string, { mind, documents, request }: Context): true {
  const context = { mind, documents, request };
  const left = rest.split(/ (?:y|ni|e|and) /).flatMap((words): (OpenDocument | null)[] => {
    return groupIn(words, documents) ?? [meantIn(words, context)];
  });
  if (left.includes(null)) listOpen(mind, item);
  else {
    confirmAll(
      mind,
      item,
      documents.filter((each) => !left.includes(each)),
    );
    tellReading(mind, item);
  }
  return true;
}

const ALL_BUT =
  /^(?:(?:si|ya|dale|ok|okey|anota|confirma|confirmar|guarda|registra) )*(?:a )?(?:tod[oa]s|all)(?: (?:l[oa]s|ell[oa]s))?(?: (?:documentos|boletas|facturas|fotos))? (?:menos|excepto|salvo|except|but|exceto) (.+)$/;

function answerEach(item: Heard, { mind, documents, request }: Context): boolean {
  const clauses = fold(request.text)
    .split(/[,;.]+| (?:y|pero|e|and|but) (?=(?:la|el|a|o|the) )/)
    .map(plainly)
    .filter((clause, at, all) => clause !== "" && !(at === 0 && all.length > 1 && AGREED.test(clause)));
  const said = clauses.flatMap((clause) => verdictsIn(clause, { mind, documents, request }));
  if (said.length === 0 || said.includes(null)) return false;
  const right = documents.filter((each) => said.some((one) => one?.open === each && one.right));
  const wrong = said.find((one) => one !== null && !one.right);
  confirmAll(mind, item, right);
  // One question at a time: what else is wrong waits on.
  if (wrong) editDocument(mind, item, wrong.open);
  return true;
}

const AGREED = /^(?:si+|sip|sim|yes|ya|ok|okey|dale|claro)$/;

type Verdict = { open: OpenDocument; right: boolean };

/** «las dos primeras», «las dos últimas no»: a verdict on each of them. */
function verdictsIn(clause: string, context: Context): (Verdict | null)[] {
  const [, no, which = "", right] = GROUP.exec(clause) ?? [];
  const group = groupIn(which, context.documents);
  if (!group) return [verdictIn(clause, context)];
  const isRight = no === undefined && !WRONG.test(right ?? "");
  return group.map((open) => ({ open, right: isRight }));
}

/** Those at one end of what waits; null where the words name no such, or more than there are. */
function groupIn(words: string, documents: OpenDocument[]): OpenDocument[] | null {
  const count = endNamed(words);
  if (count === null || Math.abs(count) > documents.length) return null;
  return count > 0 ? documents.slice(0, count) : documents.slice(count);
}

/** «la de la farmacia no», «la segunda sí»; null where the clause says anything else. */
function verdictIn(clause: string, context: Context): Verdict | null {
  const [, no, which, right] = VERDICT.exec(clause) ?? [];
  if (which === undefined || (no === undefined) === (right === undefined)) return null;
  const open = meantIn(which, context);
  return open && { open, right: right !== undefined && !WRONG.test(right) };
}

const WRONG = /^(?:no|nao)\b|mal$/;
const GROUP =
  /^(?:(?:solo|solamente|si|sip|ya|dale|anota|confirma|registra|only) )*(?:(no) )?(.+?)(?: (si|sip|ok|estan bien|bien|correctas|no|no van|estan mal|sim|nao|yes))?$/;
const VERDICT =
  /^(?:(no) )?((?:la|el|a|o|the) .+?)(?: (si|sip|ok|esta bien|esta buena|bien|correcta|no|no va|esta mal|sim|nao|yes))?$/;

/** The one paper of those words: its place, its amount, its kind, its shop or what is bought there; null where none or several. */
function meantIn(words: string, { mind, documents, request }: Context): OpenDocument | null {
  const place = placeNamed(words);
  if (place) return (place.place < 0 ? lastDocument(mind) : documents[place.place - 1]) ?? null;
  const name = words.replace(ARTICLES, "");
  if (/\d/.test(name)) return byAmount(name, { mind, documents, request });
  return (
    onlyOf(documents, ({ draft }) => KINDS[name] === draft.extraction.kind) ??
    onlyOf(documents, ({ draft }) => isNamed(asNamed(draft), name)) ??
    byThing(name, { mind, documents, request })
  );
}

const ARTICLES =
  /^(?:(?:la|el|los|las|lo|a|o|the) )?(?:(?:boleta|factura|foto|documento) (?=de |del ))?(?:(?:de|del|da|do|of) )?(?:(?:la|el|los|las|the) )?/;

const KINDS: Readonly<Record<string, string>> = { boleta: "boleta", factura: "factura", voucher: "comprobante" };

function asNamed({ type, concept, extraction }: OpenDocument["draft"]) {
  return { type, concept, counterparty: extraction.fields.merchant };
}

function byAmount(words: string, { documents, request }: Context): OpenDocument | null {
  const totals = documents.map(({ draft }) => draft.extraction.fields.total_minor);
  const currency = documents[0]?.draft.extraction.fields.currency ?? "";
  return documents[meantBy(words, totals, { currency, request })] ?? null;
}

/** «la de la luz» of ENEL: the only one of that category. */
function byThing(name: string, { documents, request }: Context): OpenDocument | null {
  const category = readConcept(name, request)?.category ?? null;
  return category === null ? null : onlyOf(documents, ({ draft }) => draft.extraction.fields.category === category);
}

function onlyOf(documents: readonly OpenDocument[], isMeant: (open: OpenDocument) => boolean): OpenDocument | null {
  const [only, ...more] = documents.filter(isMeant);
  return more.length === 0 ? (only ?? null) : null;
}
