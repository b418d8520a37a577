import { isVerbAt } from "../dealings/cue.ts";
import { isPersonAt, isPreposition, nameAt } from "../dealings/name.ts";
import { keyAt, type Message } from "../words/message.ts";
import { written } from "../words/tokens.ts";
import { isNegated } from "./negation.ts";

const PARTIES: ReadonlySet<string> = new Set(
  "proveedor proveedora cliente clienta vendedor comercio comprador tienda supplier customer fornecedor".split(" "),
);
const CALLED: ReadonlySet<string> = new Set("era eran fue es llama llamaba was is foi :".split(" "));

/** Who it was: «el proveedor era Comercial Nahuel», «fue la señora Olga», «a Pedro, no a Juan». */
export function nameSaid(message: Message, from: number): string | null {
  const end = message.tokens.length;
  let name: string | null = null;
  for (let at = Math.max(0, from - 1); at < end; at++) {
    const called = isCalled(message, at);
    if ((!called && !isPreposition(message, at)) || isWhich(message, at)) continue;
    const place = nameAt(message, at + 1, end);
    if (place && !isNegated(message, at) && !NOBODY.has(keyAt(message, place.from)))
      name = called ? written(message, place) : (name ?? written(message, place));
  }
  return name;
}

/** «el proveedor era …», «fue la señora …», «me lo pagó la señora …»: somebody is named right behind. */
function isCalled(message: Message, at: number): boolean {
  if (CALLED.has(keyAt(message, at)))
    return PARTIES.has(keyAt(message, at - 1)) || isPersonAt(message, behindArticle(message, at + 1));
  return isVerbAt(message, at) && message.tongue.names.titles.has(keyAt(message, behindArticle(message, at + 1)));
}

/** «lo de sodimac fueron 21.990»: which one it was. */
function isWhich(message: Message, at: number): boolean {
  return message.tongue.dates.of.has(keyAt(message, at)) && IT.has(keyAt(message, at - 1));
}

const IT: ReadonlySet<string> = new Set("lo la el los las".split(" "));

function behindArticle(message: Message, at: number): number {
  return message.tongue.names.articles.has(keyAt(message, at)) ? at + 1 : at;
}

const NOBODY: ReadonlySet<string> = new Set(
  "usted verdad verdade realidad eso isso vez serio fecha monto categoria nombre persona dia valor reves dolares pesos soles euros efectivo transferencia tarjeta neto iva total subtotal folio numero descuento propina".split(
    " ",
  ),
);

/** «doña Chela»: a name, though it be a thing's. */
export function isTitled(message: Message, at: number): boolean {
  return message.tongue.names.titles.has(keyAt(message, at - 1));
}

/** «el nombre del proveedor es …»: what follows is a name, though it be a thing's. */
export function isRenaming(message: Message): boolean {
  return message.tokens.some((token) => token.key === "nombre" || PARTIES.has(token.key));
}
