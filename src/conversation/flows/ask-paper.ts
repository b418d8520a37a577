import { newestOf } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { plainly } from "./plainly.ts";

// «¿es auténtica?», «¿ya la mandé?», «quién es el proveedor»: what is asked about the paper that is shown, or was booked last.

/** `office`: whether the tax office knows of it. */
export type PaperAsk = "proof" | "office" | "sent" | "seller";

/** Tells what is known of a paper, and how many there are. False for words that ask nothing of it. */
export function hearPaperAsked(mind: Mind, item: Heard, text: string): boolean {
  const said = plainly(text).replace(HEAD, "");
  if (COUNT.test(said)) return countPapers(mind, said);
  const asks = askOf(said, text.includes("?"));
  if (asks === null) return false;
  const document_id = paperMeant(mind, item);
  if (document_id === null) {
    // Without a paper «¿quién es el proveedor?» asks of something else.
    if (asks === "sent" || asks === "seller") return false;
    mind.parts.push({ part: "no_paper_at_hand" });
    return true;
  }
  const ref = mind.effects.push({ kind: "about_paper", document_id }) - 1;
  mind.parts.push({ part: "about_paper", ref, asks });
  return true;
}

/** The paper that was shown last, else that of the entry which was quoted or booked last. */
function paperMeant({ dialogue }: Mind, { about }: Heard): string | null {
  if (about?.document_id) return about.document_id;
  const open = newestOf(dialogue.open.filter((each) => each.kind === "document" || each.kind === "paper"));
  const { last } = dialogue;
  if (open && open.at >= (last?.at ?? 0)) return open.draft.document_id;
  return last?.entry.document_id ?? open?.draft.document_id ?? null;
}

/** Of a month or a day nobody counts papers: better nothing than another figure. */
function countPapers(mind: Mind, said: string): true {
  if (PERIOD.test(said)) mind.parts.push({ part: "cannot_tell" });
  else mind.parts.push({ part: "papers_counted", ref: mind.effects.push({ kind: "count_papers" }) - 1 });
  return true;
}

/** What the words ask of a paper; null where they ask nothing of one. @param isAsked with a question mark */
export function askOf(said: string, isAsked: boolean): PaperAsk | null {
  if (OFFICE.test(said)) return "office";
  if (PROOF.test(said)) return "proof";
  if (SELLER.test(said)) return "seller";
  return isAsked && SENT.test(said) ? "sent" : null;
}

const HEAD = /^(?:(?:y|e|oye|hola|pero|lucas|una consulta|una pregunta|dime|me dices|sabes si|and|hey) )+(?=\S)/;
const NOUN =
  "(?:boleta|factura|documento|timbre|comprobante|papel|foto|voucher|recibo|nota(?: de credito| fiscal)?|receipt|invoice|document)";
const THE = "(?:esta|este|esa|ese|esto|eso|la|el|lo|mi|su|o|a|essa|esse|the|this|that|it)";
const PAPER = `(?:${THE} )*(?:${NOUN} )?(?:electronic[oa] )?`;
const AFTER = `(?: ${THE}(?: ${NOUN})?(?: electronic[oa])?)?`;
const TRUE =
  "(?:autentic[oa]|verdader[oa]|de verdad|real|legal|legitim[oa]|valid[oa]|fals[oa]|falsificad[oa]|truch[oa]|chant[oa]|adulterad[oa]|alterad[oa]|original|verificad[oa]|verdadeir[oa]|authentic|genuine|fake|valid)";

const PROOF = new RegExp(
  `^(?:${[
    `${PAPER}(?:sera|es|era|esta|seria|sea|e|is) (?:una? )?(?:${THE} )*(?:${NOUN} )?${TRUE}${AFTER}(?: o (?:no|es )?(?:${TRUE})?)?`,
    `is ${PAPER}${TRUE}`,
    `(?:me )?(?:puedes |podrias |se puede )?(?:verificar|comprobar|validar|verificas|compruebas|validas|verifica|comprueba|valida)(?:l[ao])?${AFTER}(?: si es ${TRUE})?`,
    `(?:revisa|ve|mira|fijate|comprueba|verifica) si ${PAPER}es ${TRUE}`,
    `(?:puedo )?confi(?:ar|o) en${AFTER}`,
    `(?:como )?(?:se|sabes) (?:si )?(?:que )?es ${TRUE}`,
  ].join("|")})$`,
);

const OFFICE_NAME =
  "(?:(?:en|con|por|ante|a|al) )?(?:el |la )?(?:sii|impuestos internos|servicio de impuestos(?: internos)?|sunat|afip|arca|sat|dian|receita)";
const OFFICE = new RegExp(
  `^(?:${PAPER}(?:ya )?(?:esta|aparece|figura|existe|sale|quedo|fue)(?: (?:registrad|declarad|informad|emitid|subid|inscrit|valid|recibid|aceptad)[oa])? ${OFFICE_NAME}${AFTER}` +
    `|(?:ya )?(?:la |lo )?(?:revisaste|consultaste|verificaste|buscaste|chequeaste|viste|puedes (?:ver|consultar|revisar|buscar)(?:la|lo)?) ?${PAPER}${OFFICE_NAME}` +
    `|(?:el )?(?:sii) (?:la |lo )?(?:tiene|conoce|reconoce|recibio)${AFTER})$`,
);

const SENT =
  /^(?:(?:esta|esa|este|la|lo) )?(?:no )?(?:ya )?(?:te )?(?:(?:la|lo|esta|esa|este) )?(?:ya )?(?:te )?(?:la |lo )?(?:habia |he |habre )?(?:mande|mandado|envie|enviado|pase|pasado|subi|subido|tenias|tienes|enviei|sent)(?: (?:antes|ya|esta|esa|la boleta|esta boleta|la factura|esta factura))*$|^(?:(?:esta|la|es) )*(?:boleta |factura )?(?:esta |es )?(?:repetid|duplicad)[oa]$|^did i (?:already )?send (?:it|this)(?: already| before)?$/;

const SELLER = new RegExp(
  `^(?:${[
    `(?:quien|cual|que|quem|qual) (?:es|era|fue|e) (?:(?:el|la|o|a) )?(?:nombre del? )?(?:proveedor|vendedor|emisor|tienda|local|negocio|empresa|comercio|fornecedor)(?: (?:de|del|da|do) ${THE}(?: ${NOUN})?)?`,
    `de (?:quien|que (?:local|tienda|empresa|proveedor|negocio)) (?:es|era)${AFTER}`,
    "quien (?:me )?(?:la|lo) (?:emitio|vendio|hizo)",
    `who is the (?:seller|supplier|vendor)|who sold (?:it|this)`,
  ].join("|")})$`,
);

const DAYS =
  "hoy|ayer|(?:en )?(?:est[ea]|el|la) (?:mes|semana|año|ano|dia)(?: pasad[oa])?|(?:en )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|today|this (?:week|month)";
const PAPERS =
  "(?:boletas?|facturas?|documentos?|papeles|fotos?|comprobantes?|recibos?|notas|receipts?|invoices?|documents?)";
const COUNT = new RegExp(
  `^(?:cuant[oa]s|quant[oa]s|how many) ${PAPERS}(?: (?:y|o|and|e) ${PAPERS})? (?:(?:yo )?(?:te )?(?:he|hemos|llevo|llevamos) (?:mandad|enviad|subid|pasad)[oa]s?|(?:te )?(?:mande|mandamos|envie|enviamos|subi|pase|enviei)|(?:me )?(?:tienes|has recibido|has leido|tienes guardad[oa]s|recibiste|leiste|guardaste)|have i sent|did i send)(?: (?:ya|yo|en total|hasta ahora|a la fecha|mi[oa]s|guardad[oa]s|${DAYS}))*$`,
);

const PERIOD = new RegExp(` (?:${DAYS})$`);
