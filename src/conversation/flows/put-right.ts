import { fold, nameKey } from "#kernel";
import { classify, type ClassifyRequest } from "#language";
import { likeness } from "#match";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { hearCorrection } from "./correct.ts";
import { askDiscount, newestPaper, renumber } from "./draft.ts";
import { asWritten, plainly } from "./plainly.ts";

// What is printed on a paper and neither an amount nor a day: its seller, its number, a discount.

/** «no es panadería San José, es panadería San Juan», «el folio es 2232», «me hicieron 500 de descuento». */
export function putRight(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  return rename(mind, item, request) || renumberSaid(mind, item, request) || tellDiscount(mind, item, request);
}

/** The other seller, of the paper that is shown or else of what was booked last. False for all other words. */
function rename(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const now = sellerOf(mind, item);
  const name = now === null ? null : (contrasted(request.text, now) ?? called(request));
  if (name === null || NO_NAME.test(fold(name)) || isCategory(name, request)) return false;
  hearCorrection(mind, item, { patch: { counterparty: name }, needs_clarification: false });
  return true;
}

/** «es del banco», «es otra». */
const NO_NAME = /^(?:de|del|para|un|una|otr[oa]|mi|lo|en|con|por)\b/;

/** «no es panadería, es insumos» says what it was for. */
function isCategory(name: string, request: ClassifyRequest): boolean {
  return !/\s/.test(name) && classify(request).patch?.category !== undefined;
}

function sellerOf(mind: Mind, item: Heard): string | null {
  const entry = item.about ?? mind.dialogue.last?.entry ?? null;
  return newestPaper(mind, item)?.draft.extraction.fields.merchant ?? entry?.counterparty ?? null;
}

/** `B` of «no es A, es B» and «es B, no A», where A is the seller as it was read. */
function contrasted(text: string, now: string): string | null {
  const said = text.trim().replace(/[.! ]+$/, "");
  const [, before, after] = WRONG_FIRST.exec(fold(said)) ?? [];
  if (before !== undefined && after !== undefined) return isNow(before, now) ? asWritten(said, after) : null;
  const [, right, wrong] = WRONG_LAST.exec(fold(said)) ?? [];
  return right !== undefined && wrong !== undefined && isNow(wrong, now) ? asWritten(said, right) : null;
}

const IS = "(?:es|era|fue|se llama)";
const SELLER = "(?:(?:el|la) (?:proveedor|tienda|comercio|negocio|local|vendedor|nombre) )?";
const WRONG_FIRST = new RegExp(
  `^(?:no,? )?${SELLER}no ${IS} (?:(?:de )?(?:la|el|los) )?(.+?)(?:[,;.]? (?:sino|si no)(?: que)?(?: ${IS})?| ?[,;.] ?(?:${SELLER}${IS})| ${IS}) (?:(?:de )?(?:la|el|los) )?(.+)$`,
);
const WRONG_LAST = new RegExp(
  `^(?:no,? )?${SELLER}${IS} (?:(?:la|el|los) )?(.+?),? (?:y )?no (?:${IS} )?(?:(?:la|el|los) )?(.+)$`,
);

/** «san jose» is «PANADERIA SAN JOSE». */
function isNow(said: string, now: string): boolean {
  const [words, name] = [nameKey(said), nameKey(now)];
  return words !== "" && (` ${name} `.includes(` ${words} `) || likeness(now, said, []) === "same");
}

/** «el proveedor es panadería San Juan»: a seller that is called after what it sells is no category. */
function called(request: ClassifyRequest): string | null {
  const text = request.text.trim().replace(/[.! ]+$/, "");
  const [, name] = CALLED.exec(fold(text)) ?? [];
  if (name === undefined) return null;
  const { type, patch } = classify(request);
  const isThing = type === "correccion" && patch?.category !== undefined && patch.counterparty === undefined;
  return isThing || type === "otro" ? asWritten(text, name) : null;
}

const CALLED =
  /^(?:no,? )?(?:el|la) (?:nombre del? )?(?:proveedor|tienda|comercio|vendedor|razon social)(?: correct[oa])? (?:es|era|se llama) (?:la |el )?((?!(?:de|del|muy|para|en|un|una|mi|otr[oa]|la|el|nuev[oa]|bien|mal)\b)\p{L}[\p{L}\d.&' -]{2,60})$/u;

function renumberSaid(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  const [, number] = NUMBER.exec(plainly(request.text)) ?? [];
  if (!open || number === undefined) return false;
  renumber(mind, item, { open, number });
  return true;
}

const NUMBER =
  /^(?:no )?(?:(?:el|la|o|the) )?(?:folio|numero|nro|n[°º]|number)(?: de (?:la )?(?:boleta|factura|documento))?(?: correcto)? (?:es|era|is|e)(?: el| la| o)? (\d{1,12})(?: (?:porfa|por favor|gracias|no \d+))?$/;

/** A discount was taken off the total, or is still to be: nobody guesses which. */
function tellDiscount(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  const said = plainly(request.text);
  if (!open || open.draft.extraction.fields.total_minor === null || request.text.includes("?")) return false;
  if (!DISCOUNT.test(said) || said.split(" ").length > WORDS_MAX) return false;
  askDiscount(mind, item, open);
  return true;
}

const WORDS_MAX = 10;
const DISCOUNT =
  /\b(?:hicieron|hizo|dieron|dio|aplicaron|tenia|tiene|trae|con|falta|falto|fue|era|eran|fueron|had|got|deram)\b.*\b(?:descuento|dcto|rebaja|desconto|discount)\b|^(?:el )?(?:descuento|dcto|rebaja) (?:es|era|fue|de)\b/;
