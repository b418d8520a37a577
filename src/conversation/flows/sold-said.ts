import { fold } from "#kernel";
import { asPayer } from "./as-payer.ts";
import { asWritten, plainly } from "./plainly.ts";
import { COURTESY, termIn, type Term, type Words } from "./term-said.ts";

// What words say of a paper that the person issued: that it is their sale, to whom, and how that is paid. Pure.

export type Sold = { customer: string | null; term: Term | null };

/** «factura que emití, venta al colegio», «es una venta mía, a 30 días»; null where anything else is said. */
export function soldIn(text: string, words: Words): Sold | null {
  const said = fold(text).trim().replace(COURTESY, "").replace(HEAD, "");
  const clauses = said.split(BETWEEN).filter((clause) => plainly(clause) !== "");
  const read = clauses.map((clause) => clauseIn(clause.trim(), words));
  if (!read.some((one) => one?.sale) || read.includes(null)) return null;
  const customer = read.map((one) => one?.customer ?? null).find((one) => one !== null) ?? null;
  const term = read.map((one) => one?.term ?? null).findLast((one) => one !== null) ?? null;
  return { customer: customer === null ? null : asWritten(text, customer), term };
}

type Clause = Sold & { sale: boolean };

function clauseIn(clause: string, words: Words): Clause | null {
  const said = clause.replace(/[.!]+$/, "").replace(HEAD, "");
  for (const form of SALES) {
    const found = form.exec(said);
    const rest = found && tailIn(said.slice(found[0].length).trim(), words);
    if (rest) return { ...rest, sale: true };
  }
  return termOf(said, words);
}

/** Nothing, how it is paid, or to whom it was sold. */
function tailIn(tail: string, words: Words): Sold | null {
  if (tail === "") return { customer: null, term: null };
  const term = termIn(tail, words);
  if (term) return { customer: null, term };
  const [, name, paid] = BUYER.exec(tail) ?? [];
  if (name === undefined) return null;
  const customer = SOMEBODY.test(name) ? null : name;
  return paid === undefined ? { customer, term: null } : { customer, term: termIn(paid, words) };
}

/** «me la deben», «me pagan el viernes»: who is owed has sold it. */
function termOf(said: string, words: Words): Clause | null {
  const term = OWED_TO_US.test(said) ? OWED : termIn(asPayer(said), words);
  const sale = term?.how === "owed" && asPayer(said) !== said;
  return term && { customer: null, term, sale: sale || OWED_TO_US.test(said) };
}

const OWED: Term = { how: "owed", credit: null };
const OWED_TO_US = /^(?:(?:es|esta|queda) )?por cobrar$/;

const HEAD =
  /^(?:(?:si|sip|ya|ah|oye|pero|sino|es que|en realidad|mira|ojo|perdon|yes|actually),? +|(?:no|nao), *|(?:eso|esto|esa|esta|ese|este|isso|this|that) (?=(?:es|era|fue|la|lo|e|foi|is|se) ))+/;
const BETWEEN = /[;,]|\.(?=\s)| (?:y|e|and) (?=(?:me|nos|la|lo|es|fue|queda|todavia|aun|no|se|vence|a \d|pagan?)\b)/;

const PAPER = "(?:factura|boleta|fatura|nota fiscal|invoice|documento)";
const MINE = "(?:mi[oa]s?|nuestr[oa]s?|propi[oa]|minha|nossa|del negocio|de mi (?:negocio|empresa)|de la empresa)";
const US = "(?:mi|nosotros|mi empresa|mi negocio|la empresa)";
const ISSUED = "(?:emiti|emitimos|facture|facturamos|extendi|extendimos|emitimos|fature[i]?)";
const MADE = `(?:${ISSUED}|hice|hicimos|gire|mande|mandamos|envie|enviamos|saque)`;
const ONE = "(?:(?:una?|la|el|mi|mis|nuestra|esta|esa|uma|a|my|the) )?";
const IS = "(?:(?:es|era|fue|son|e|foi|is|its|it is|it was) )?";

const SALES: readonly RegExp[] = [
  `${IS}${ONE}(?:ventas?|vendas?|sales?|ingresos?)(?: (?:${MINE}|que hice|que hicimos|hecha))*`,
  `${IS}(?:mi|nuestra|minha) ${PAPER} de (?:venta|venda)s?`,
  `${IS}${ONE}${PAPER} (?:de ventas? )?(?:${MINE}|emitid[oa] por ${US}|que (?:(?:yo|nosotros|le|les) )*${MADE}(?: yo)?|de (?:mi|una|nuestra) venta)`,
  `(?:(?:yo|nosotros|le|les|se|eu|a|i) )*(?:(?:la|lo|a|o) )?(?:${ISSUED}|issued)(?: (?:yo|nosotros|it|this|eu|mismo|misma|(?:esto|eso|(?:esta|esa|la) ${PAPER})))*`,
  `(?:(?:yo|le|les|se|eu|i) )*(?:(?:la|lo|a|o) )(?:vendi|vendimos|vendemos)(?: (?:yo|nosotros))?`,
  `(?:(?:yo|le|les|eu|i) )*(?:vendi|vendimos|vendemos|sold)(?: (?:yo|nosotros|esto|eso|isso|todo|todo esto|it|this|(?:esta|esa|la) mercaderia))+`,
  `(?:yo )?(?:soy|somos|fui|sou) (?:el |la |los |o )?(?:emisor(?:es)?|vendedor(?:es)?|proveedor(?:es)?|(?:quien(?:es)? |que )(?:la |lo )?(?:vend|emit)[a-z]+)`,
  `(?:el |la )?(?:emisor|vendedor|proveedor) (?:soy yo|somos nosotros)`,
].map((form) => new RegExp(`^${form}(?= |$)`));

const BUYER =
  /^(?:al?|para|pal?|ao|para o|to) (?:(?:el|la|los|las|una?|o|the) )?((?!\d|mi cuenta|credito|contado|plazo)\p{L}[\p{L}\d.&' -]{1,60}?)(?: (al? (?:credito|contado|plazo|\d{1,3} dias?)))?$/u;
const SOMEBODY = /^(?:(?:mi|my) )?(?:client[ea]s?|customer)$/;
