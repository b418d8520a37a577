import { dateIn, firstDayOf, lastDayOf, monthOf, type CivilDate, type Month } from "#kernel";
import { filerOf, nextF29 } from "#sii";
import type { Part } from "../effect.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { MONTHS_SAID, monthSaid } from "./month-said.ts";
import { plainly } from "./plainly.ts";

// «f29», «cuándo vence el iva», «facturas por aceptar», «informe de impuestos de octubre».

export type TaxCommand = { asks: "vat" | "f29" | "due" | "pending" | "report"; month: Month | null };

const WISH =
  "(?:(?:quiero|quisiera|necesito|dame|damelo|mandame|enviame|pasame|muestrame|hazme|genera|generame|ver|puedes|me|te|el|la|mi|un|una|por favor|porfa|lucas|hola|oye|y|oe) )*";
const WHEN = `(?: (?:de|del|en|para))?(?: (?:el )?(?:este mes|mes|mes pasado|mes anterior|(?:${MONTHS_SAID})(?: (?:de |del )?20\\d\\d)?))?`;
const TAX = "(?:iva|f ?29|formulario ?29|impuestos?)";

const COMMANDS: readonly (readonly [RegExp, TaxCommand["asks"]])[] = [
  [
    new RegExp(
      `^${WISH}(?:informe|reporte)(?: mensual)?(?: de| del)? ?(?:los )?(?:impuestos?|iva|sii|f ?29|tributario|tributaria)${WHEN}(?: (?:en )?pdf)?$`,
    ),
    "report",
  ],
  [
    new RegExp(
      `^(?:cuando|hasta cuando|que dia|para cuando)(?: se| me| hay que| tengo que| debo)? (?:vence|vencen|pag(?:o|a|ar)|declar(?:o|a|ar)|toca|present(?:o|ar))(?: pagar| declarar)?(?: el| los| mi| de)? ${TAX}${WHEN}$`,
    ),
    "due",
  ],
  [new RegExp(`^(?:vencimiento|fecha|plazo)(?: de pago)?(?: de| del)?(?: los)? ${TAX}${WHEN}$`), "due"],
  [new RegExp(`^${WISH}(?:mis |los )?impuestos${WHEN}$`), "f29"],
  [new RegExp(`^${WISH}(?:borrador (?:de |del )?)?(?:f ?29|formulario ?29)${WHEN}$`), "f29"],
  [
    /^(?:(?:que|cuales|cuantas|ver|muestrame|lista|tengo|hay|las|mis|son|me|quedan) )*(?:(?:facturas?|documentos?|compras?) )?(?:(?:que )?(?:tengo|hay|quedan) )?(?:por|pendientes? (?:de|por)|sin) (?:aceptar(?: o reclamar)?|reclamar)(?: (?:en|del) (?:el )?sii)?$/,
    "pending",
  ],
  [
    /^(?:(?:las|mis|ver) )*(?:facturas?|documentos?) pendientes (?:del|en el|de) (?:sii|impuestos internos)$/,
    "pending",
  ],
];

/** What somebody asks of their taxes; null where it is anything else. @param today where the business is */
export function taxCommandOf(text: string, today: CivilDate): TaxCommand | null {
  const said = plainly(text);
  const asks = COMMANDS.find(([words]) => words.test(said))?.[1];
  return asks ? { asks, month: monthSaid(said, today) } : null;
}

/** Whether it is asked of the form that is due next, which depends on how the business files. */
export function wantsFiler(text: string, today: CivilDate): boolean {
  const command = taxCommandOf(text, today);
  return command !== null && command.month === null && command.asks !== "pending";
}

/** Only Chile's taxes are known here. */
export function hearTaxCommand(mind: Mind, item: Heard, words: string): boolean {
  const { membership } = mind.dialogue;
  if (membership?.country !== "CL") return false;
  // To what is open it is an answer: what was paid for.
  if (plainly(words) === "impuestos" && mind.dialogue.open.length > 0) return false;
  const today = dateIn(item.at, membership.time_zone);
  const command = taxCommandOf(words, today);
  if (command === null) return false;
  const { asks } = command;
  if (asks === "pending") {
    mind.parts.push({ part: "claims_pending", ref: mind.effects.push({ kind: "claims_pending" }) - 1 });
    return true;
  }
  const month = command.month ?? nextDue(mind, today);
  if (asks !== "report") askTaxes(mind, { asks, month, name: month });
  else {
    const ref = mind.effects.push({ kind: "taxes", month }) - 1;
    mind.parts.push({ part: "report_link", ref, month });
  }
  return true;
}

/** The month whose form is to be filed next: until its day that of the month before. */
function nextDue({ books }: Mind, today: CivilDate): Month {
  return nextF29({ today, filer: filerOf({ filer: books.filer ?? null }), days: null })?.month ?? monthOf(today);
}

type AskedTaxes = { asks: "vat" | "f29" | "due"; month: Month; name: string };

/**
 * The tax of a month: in Chile as the tax service has it, and where it has nothing, or elsewhere, what the books hold of it.
 * @param asked `name`: of the month, as totals are shown
 */
export function askTaxes(mind: Mind, { asks, month, name }: AskedTaxes): void {
  const isChile = mind.dialogue.membership?.country === "CL";
  const unless = isChile ? mind.effects.push({ kind: "taxes", month }) - 1 : undefined;
  const told: Part[] = unless === undefined ? [] : [{ part: "taxes", ref: unless, asks }];
  if (asks === "due") return void mind.parts.push(...told);
  for (const metric of ["tax_debit", "tax_credit"] as const) {
    const query = { metric, from: firstDayOf(month), to: lastDayOf(month), category: null, counterparty: null };
    const ref = mind.effects.push({ kind: "total", query }) - 1;
    mind.parts.push({ part: "total", ref, query, period: name, ...(unless !== undefined && { unless }) });
  }
  mind.parts.push(...told);
}
