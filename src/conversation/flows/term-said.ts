import { creditIn, type Credit } from "#documents";
import { fold, type CivilDate } from "#kernel";
import { classify, type ClassifyRequest } from "#language";
import { plainly } from "./plainly.ts";

// What words say of how a paper is paid. Pure.

export type Term =
  /** `on`: the day that was named. */
  | { how: "paid"; on: CivilDate | null }
  /** `credit`: until when, where that is said. */
  | { how: "owed"; credit: Credit | null };

export type Words = { request: ClassifyRequest; issued_on: CivilDate | null };

/** What a whole sentence says of the payment and nothing beside it; null where it says anything else. */
export function termIn(text: string, words: Words): Term | null {
  // «no, fue al contado» corrects; «no está pagada» says the contrary.
  const said = fold(text)
    .replace(/^\W*(?:no|nao) *[,.;]+/, "")
    .replace(AGREED, "")
    .replace(COURTESY, "");
  const whole = sentenceIn(plainly(said), words);
  if (whole) return whole;
  const clauses = said.split(/[,;]/).map((clause) => sentenceIn(plainly(clause), words));
  return clauses.length > 1 ? owedIn(clauses) : null;
}

/** «…, gracias». */
export const COURTESY = /[,. ]+(?:po|pues|gracias|porfa|por favor|please|thanks)[.! ]*$/;

/** «sí, pagada»: it is right, and that is how it is paid. */
export function isAgreed(text: string): boolean {
  return AGREED.test(fold(text));
}

const AGREED = /^\W*(?:si+|sip|sim|yes|ok|okey|dale|claro|correcto|exacto)\b\W*(?:(?:pero|mas|but) )?(?=\w)/;

/** «me la fiaron, vence el viernes»: each of the clauses says that it is owed, and one of them until when. */
function owedIn(clauses: readonly (Term | null)[]): Term | null {
  const owed = clauses.map((term) => (term?.how === "owed" ? term : null));
  if (owed.includes(null)) return null;
  return {
    how: "owed",
    credit: owed.map((term) => term?.credit ?? null).findLast((credit) => credit !== null) ?? null,
  };
}

function sentenceIn(words: string, context: Words): Term | null {
  const said = words.replace(PAPER, "").replace(PAPER_PAID, "$1");
  const denied = DENIAL.exec(said);
  // «no la pagué ayer» may have been paid today: only what is affirmed may say how or when beside it.
  if (!denied) return affirmed(said.replace(/^(?:ya|todavia|aun) (?=.)/, ""), context);
  return contraryOf(said.slice(denied[0].length).replace(/ (?:nada|nothing|todavia|aun|ainda|yet)\b/g, ""), context);
}

/** What is so where these words are not. */
function contraryOf(words: string, context: Words): Term | null {
  const until = NOT_BEFORE.exec(words);
  if (until) {
    const term = owedUntil(words.replace(/ (?:ate|until) /, " hasta "), context);
    return term?.how === "owed" ? { how: "owed", credit: until[1] === undefined ? null : term.credit } : null;
  }
  const denied = plainTerm(words, context);
  if (denied?.how === "paid") return { how: "owed", credit: null };
  // «no es a 30 días» leaves open when it is paid instead.
  const isBare = denied?.how === "owed" && (denied.credit === null || isOpen(denied.credit));
  return isBare ? { how: "paid", on: null } : null;
}

/** «no la pago hasta el viernes», «no la pago el viernes»: not yet, and in one of them until when. */
const NOT_BEFORE = new RegExp(
  "^(?:(?:la|lo|a|o) )?(?:pago|pagare|voy a pagar(?:la|lo)?|vamos a pagar(?:la|lo)?|pagarei|vou pagar) " +
    "(?:(hasta|ate|until) )?(?!(?:despues|luego|mas|otro|cuando|depois|later)\\b)",
);

const PAPER =
  /^(?:(?:la|esta|una|el|este|esa|ese|a|essa|the|this|that) )?(?:factura|boleta|compra|fatura|nota|invoice) (?=.)/;

/** «pagué la factura», «todavía no pago la boleta»; «pagué la factura de luz» keeps what it says of the light. */
const PAPER_PAID =
  /^((?:[a-z]+ ){0,4}?(?:pag(?:o|ue|amos|aron|ado|ada|ar|uei)|cancel(?:e|amos|ada|ado)|saldada|abonada|paid|pay|deb(?:o|emos)|debiendo|devo|owe|vence)) (?:tod[oa] )?(?:(?:la|esta|el|este|a|the|this) )?(?:factura|boleta|compra|fatura|nota|invoice)(?= |$)/;

function isOpen({ days, due }: Credit): boolean {
  return days === null && due === null;
}

const DENIAL =
  /^(?:(?:aun|todavia|ainda|pero|eso|it|ya|ja) )*(?:(?:is |was )?not|isnt|no|nao|nunca)(?: (?:aun|todavia|ainda|yet))? /;

/** With how and when it was paid beside it. */
function affirmed(words: string, context: Words): Term | null {
  // «la pago el viernes» is still to come, «pagada el viernes» is not.
  const term = owedUntil(words, context) ?? plainTerm(words.replace(HOW_PAID, ""), context);
  if (term?.how !== "paid") return term;
  const [, day = null] = PAID_DAY.exec(words) ?? [];
  return { how: "paid", on: day === null ? null : dayPaid(day, context) };
}

function plainTerm(words: string, { issued_on }: Words): Term | null {
  const said = words.replace(/^(?:(?:es|fue|era|eso|esta|e|foi|it|is|its|was) )+/, "");
  if (PAID.test(said)) return { how: "paid", on: null };
  if (UNPAID.test(said) || OWED.test(said)) return { how: "owed", credit: null };
  const bare = counted(said);
  if (!TERM.test(bare)) return null;
  const printed = bare.replace(/\bcredit\b/, "credito").replace(/\b(?:due|se paga|a pagar|para pagar)\b/, "vence");
  const credit = creditIn([`condicion de pago: ${printed}`], issued_on);
  return credit && { how: "owed", credit };
}

/** «la pago a treinta días», «me dieron 30 días plazo» as a paper prints it: «a 30 días». */
function counted(words: string): string {
  const said = COUNTS.reduce((text, [spoken, days]) => text.replace(spoken, days), words)
    .replace(PAID_AT, "")
    .replace(GIVEN, "$1")
    .replace(HAVING, "$1")
    .replace(/(\d) y (?=\d)/g, "$1 ")
    .replace(/(?<=dias?) (?:(?:de )?(?:plazo|credito)|corridos|para pagar(?:la|lo)?)$/, "");
  return said.replace(/^a (15|30|45|60|90|120)$/, "a $1 dias");
}

const SPOKEN: Readonly<Record<string, number>> = {
  quince: 15,
  veinte: 20,
  "cuarenta y cinco": 45,
  treinta: 30,
  sesenta: 60,
  noventa: 90,
  "ciento veinte": 120,
};

const COUNTS: readonly (readonly [RegExp, string])[] = [
  ...Object.entries(SPOKEN).map(([word, days]) => [new RegExp(`\\b${word}(?= dias?\\b)`), String(days)] as const),
  [/^(.*\b)?a una semana$/, "$1a 7 dias"],
  [/^(.*\b)?a dos semanas$/, "$1a 14 dias"],
  [/^(.*\b)?a (?:un|1) mes$/, "$1a 30 dias"],
  [/^(.*\b)?a (?:dos|2) meses$/, "$1a 60 dias"],
];

/** «la pago a 30 días», «la compré a crédito», «me la vendieron a 30 días»: what leads to a term. */
const PAID_AT = new RegExp(
  "^(?:(?:me|nos|se|yo|y) )*(?:(?:la|lo|los|las|o) )?(?:" +
    [
      "pag(?:o|amos|are|aremos|a|aria)|pagarei|compr(?:e|amos)|qued(?:o|a|amos)|dej(?:e|o|aron|amos)|vendieron|dieron",
      "(?:voy|vamos|hay|tengo|tenemos|debo|vou)(?: a| que)? pagar(?:la|lo)?",
    ].join("|") +
    ") (?=(?:a|al|con) )",
);

const DAYS = "(?:\\d{1,3} )*\\d{1,3} dias?";
const GIVEN = new RegExp(
  `^(?:me|nos) (?:dan|dieron|dio|da|dejaron) (?:un )?(?:(?:plazo|credito) (?:de |a )?)?(${DAYS})`,
);
/** «tengo 30 días» of what? */
const HAVING = new RegExp(
  `^(?:tengo|tenemos) (?:(?:un )?(?:plazo|credito) (?:de |a )?(?=${DAYS}$)|(?=${DAYS} (?:de plazo|plazo|para pagar)))(${DAYS})`,
);

/** «vence el 5 de diciembre», «la pago el viernes», «la pago después». */
function owedUntil(words: string, context: Words): Term | null {
  const [, day] = UNTIL.exec(words) ?? [];
  if (day === undefined || TODAY.test(day) || TERM.test(words)) return null;
  if (IS_LATER.test(day)) return { how: "owed", credit: null };
  const due = dayDue(day, context);
  return due === null ? null : { how: "owed", credit: { due, days: null } };
}

/** A day without its year is the first one since the paper was issued; «el viernes» and «en 15 días» count from today. */
function dayDue(day: string, { request, issued_on }: Words): CivilDate | null {
  const today =
    /^(?!e[nm] ).*\d/.test(day) && issued_on !== null && issued_on < request.today ? issued_on : request.today;
  const text = `le debo 1000 a Pedro para ${day.replace(/\botr(?=[oa] (?:semana|mes))/, "proxim")}`;
  const { movements, needs_clarification } = classify({ ...request, country: "CL", text, today, last: null });
  const [movement] = movements;
  const isDayAlone = movements.length === 1 && movement?.amount_minor === 1_000 && !needs_clarification;
  return isDayAlone ? movement.due_date : null;
}

function dayPaid(day: string, { request }: Words): CivilDate | null {
  const text = `compré pan por 1000 ${day}`;
  const { movements } = classify({ ...request, country: "CL", text, last: null });
  const [movement] = movements;
  return movements.length === 1 && movement?.evidence.some(({ field }) => field === "date") ? movement.date : null;
}

const MEANS = "(?:tarjeta|transferencia|debito|redcompra|efectivo|cartao|pix|card|cash|dinheiro)";
const WEEKDAY = "(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)";
const DAY_PAID =
  `(?:ayer|hoy|anteayer|antes de ayer|ontem|hoje|today|yesterday|el ${WEEKDAY}(?: pasado)?|hace \\d{1,2} dias?|` +
  "el \\d{1,2}(?:[-/]\\d{1,2}(?:[-/]\\d{2,4})?| de [a-z]{4,10}(?: del? \\d{4})?)?)";
const PAYING = "(?<=paid|pag[oa]|pagad[oa]|pague|paguei|pagamos|cancelad[oa]|cancele)";
const HOW_PAID = new RegExp(`${PAYING}(?: (?:${DAY_PAID}|al contado|(?:con|por|en|em|no|by|in) ${MEANS}))+$`);
const PAID_DAY = new RegExp(` (${DAY_PAID})(?: .*)?$`);

const PAID =
  /^(?:(?:al|de) )?contado$|^(?:ya )?(?:(?:esta|fue|quedo|e|foi|it is|its|is) )?(?:ya )?(?:pagad[oa]|pag[oa]|paid|cancelad[oa]|abonad[oa]|saldad[oa]|quitad[oa])$|^(?:ya )?(?:(?:la|lo) )?(?:pague|pago|pagamos|cancele|he pagado)(?: ya| tod[oa]| complet[oa]| enter[oa])?$|^(?:ja )?(?:a |o )?paguei(?: ja)?$|^i (?:have )?paid(?: it)?$|^(?:en|a la|em|con|por) (?:efectivo|vista|dinheiro|tarjeta|transferencia)$|^a vista$/;

const UNPAID = /^(?:queda |quedo )?(?:por pagar|sin pagar|impag[oa]|unpaid)$/;

/** «la debo», «me la fiaron», «quedé debiendo». */
const OWED =
  /^(?:(?:yo|se|les?) )*(?:(?:la|lo|a) )?(?:debo|debemos|adeudo|devo|(?:quedo|quede|quedamos|queda|quedan|estoy|estamos) debiendo(?:la|lo)?|(?:queda|quedo|quede) a deber|i owe it)$|^(?:me|nos) (?:la|lo) fi(?:aron|o)$|^(?:(?:la|lo) )?(?:compre |tengo |pedi )?(?:(?:al? )?fiad[oa])$/;

const LATER =
  "despues|luego|mas (?:adelante|tarde|rato)|otro dia|cuando pueda|depois|mais tarde|later|(?:la|a) proxima (?:vez|compra|visita)";

/** A day and nothing beside it: «vence la luz el viernes» is of something else. */
const DAY_DUE = [
  `(?:(?:este|el|proximo) )*${WEEKDAY}(?: (?:proximo|que viene))?`,
  "(?:pasado )?manana|hoy|amanha|hoje|today|tomorrow|(?:a )?fin(?:es)? de(?: este)? mes",
  "(?:el )?(?:dia )?\\d{1,2}(?:[-/]\\d{1,2}(?:[-/]\\d{2,4})?| de [a-z]{4,10}(?: del? \\d{4})?| del? (?:proximo mes|mes que viene))?",
  "(?:la|el) (?:proxim[oa]|otr[oa]) (?:semana|mes)|(?:la semana|el mes) que viene|e[nm] \\d{1,2} dias?|en (?:una|dos|tres) semanas?|en un mes",
].join("|");

const WHO_PAYS = [
  "(?:me |nos )?(?:la|lo) fi(?:aron|o)|(?:se )?(?:la|lo) debo",
  "(?:a |o )?(?:(?:la|lo) )?(?:pagare|pago|voy a pagar(?:la|lo)?|vamos a pagar(?:la|lo)?|pagarei|vou pagar)",
  "(?:(?:es|e) )?(?:se paga|vence|vencimiento|vencimento|a pagar|para pagar|due)",
].join("|");

const UNTIL = new RegExp(`^(?:${WHO_PAYS}) (?:(?:hasta|para|on) )?(${DAY_DUE}|${LATER})$`);
const IS_LATER = new RegExp(`^(?:${LATER})$`);

/** «la pago hoy»: it is done, or as good as done. */
const TODAY = /^(?:hoy|hoje|today)\b/;

const COUNTED = "(?:\\d{1,3} )*\\d{1,3} (?:dias?|days?)(?: (?:de la )?(?:fecha|factura|fecha factura))?";
const NET = "net \\d{1,3}";
const DATED =
  "(?:(?:el|em|on|o|dia) )*(?:20\\d{2}-\\d{1,2}-\\d{1,2}|\\d{1,2}[-/ ]\\d{1,2}[-/ ](?:20)?\\d{2}|\\d{1,2} (?:de )?[a-z]{3,10} (?:del? )?20\\d{2})";
const CREDIT = "(?:credito|plazos?|prazo|credit|cuenta corriente)";
const ENDS = "(?:vence|vencimiento|vencimento|due|se paga|a pagar|para pagar)";

/** «a 30 días», «es a crédito», «crédito, vence el 18-12-2026». */
const TERM = new RegExp(
  `^(?:(?:a|al|con|em|en|on|net|forma de pago|condicion de pago|compra|venta) )*` +
    `(?:${CREDIT}|(?:${CREDIT} (?:a |de |por )?)?(?:${COUNTED}|${NET})|(?:${CREDIT} )?(?:${ENDS} )?(?:${DATED}|(?:en|a|em|in) ${COUNTED}))$`,
);
