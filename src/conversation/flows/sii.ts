import { addMonths, fold, monthOf, type CivilDate, type Month } from "#kernel";
import { isPast } from "#reminders";
import type { Open } from "../dialogue.ts";
import type { SiiTap } from "../effect.ts";
import type { Heard, SiiTold } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { SECRET_TAKEN_OUT } from "../without-secret.ts";
import { sourceRef } from "./book.ts";
import { MONTHS_SAID, monthSaid } from "./month-said.ts";
import { localDate, timeZoneOf } from "./request.ts";
import { endReading } from "./still-reading.ts";

// What people ask of the connection with Chile's tax service, and what it has to tell.

export type SiiCommand = "connect" | "sync" | "disconnect" | "status" | "validate";

const MONTH = `(?:${MONTHS_SAID})`;

const OFFICE = "(?:el |al |del |con el |en el |mi |los? )?(?:sii|s\\.i\\.i\\.?|impuestos internos)";

/** Nothing but the wish; the first that is found counts. */
const COMMANDS: readonly (readonly [RegExp, SiiCommand])[] = [
  [
    new RegExp(
      `^(?:${wishes()})?(?:desconect\\w+|desvincul\\w+|quit\\w+|borr\\w+|elimin\\w+)(?: la| mi)?(?: conexion| credencial| clave| certificado)?(?: de| con| a)? ?${OFFICE}$`,
    ),
    "disconnect",
  ],
  [
    new RegExp(
      `^(?:${wishes()})?(?:conect\\w+|vincul\\w+|enlaz\\w+|engancha\\w*)(?:te|me|nos)?(?: mi (?:empresa|negocio|rut|certificado|clave))?(?: a| con)? ?${OFFICE}$`,
    ),
    "connect",
  ],
  [
    new RegExp(
      `^(?:${wishes()})?(?:sincroniz\\w+|actualiz\\w+|revis\\w+|le(?:e|er)|mir\\w+|trae(?:r|me)?|baja(?:r|me)?)(?: las? facturas?| los documentos| las compras(?: y ventas)?| las ventas)?(?: de| en| con| a)? ?${OFFICE}$`,
    ),
    "sync",
  ],
  [
    new RegExp(
      `^(?:como (?:va|esta|anda)|estado(?: de)?(?: la conexion)?(?: con| del?)?|estas? conectado(?: a| con)?|esta conectado(?: a| con)?) ?${OFFICE}$`,
    ),
    "status",
  ],
  [/^sii$/, "connect"],
  [
    new RegExp(
      `^(?:${wishes()})?(?:valid\\w+|cuadr\\w+|concili\\w+|compar\\w+|diferencias?)(?: (?:el|la|los|las|mi|mis|mes|libros?|compras?|ventas?|y|de|del|con|este|pasado|${MONTH}|20\\d\\d))*(?: ?${OFFICE})?(?: (?:de |del |en )?(?:este mes|mes pasado|${MONTH})(?: (?:de )?20\\d\\d)?)?$`,
    ),
    "validate",
  ],
];

function wishes(): string {
  return "(?:quiero |quisiera |necesito |puedo |puedes |como |me |por favor |porfa |te )*";
}

const COURTESY = /(?: (?:porfa|por favor|porfavor|ahora|altiro|al tiro|de nuevo|otra vez|gracias))+$/;

/** The command that a text is; null where it says anything else. */
export function siiCommandOf(text: string): SiiCommand | null {
  const said = fold(text)
    .replace(/[¿?¡!,:;"«»“”]+/g, " ")
    .replace(/\.(?!i)/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(COURTESY, "");
  return COMMANDS.find(([words]) => words.test(said))?.[1] ?? null;
}

/** Only Chile has that office. */
export function hearSiiCommand(mind: Mind, item: Heard, words: string): boolean {
  if (mind.dialogue.membership?.country !== "CL") return false;
  const command = siiCommandOf(words);
  if (command === null) return false;
  mind.reply_to = item.id;
  if (command === "connect") mind.parts.push({ part: "sii_link" });
  else if (command === "validate") validateMonth(mind, item, monthMeant(words, localDate(mind, item.at)));
  else {
    const ref = mind.effects.push({ kind: "sii", asks: command, source_ref: sourceRef(item.id, "sii") }) - 1;
    mind.parts.push({ part: "sii_answer", ref });
  }
  return true;
}

/** The month that is named, else the last that has ended. */
function monthMeant(words: string, today: CivilDate): Month {
  return monthSaid(fold(words), today) ?? addMonths(monthOf(today), -1);
}

/** Tells what parts a month from the tax service, and asks whether to look. */
function validateMonth(mind: Mind, item: Heard, month: Month): void {
  const ref = mind.effects.push({ kind: "sii_validate", month, tap: null, source_ref: sourceRef(item.id, "sii") }) - 1;
  mind.parts.push({ part: "sii_validated", ref });
  openReview(mind, item, month);
}

/** «sí» and «no» answer whether a month is looked at. */
export function openReview(mind: Mind, item: Heard, month: Month): void {
  const { open } = mind.dialogue;
  mind.dialogue.open = [
    ...open.filter(({ kind }) => kind !== "sii_review"),
    { kind: "sii_review", month, at: item.at },
  ];
}

/** «sí» or «no» to whether the differences are looked at. */
export function settleSiiReview(
  mind: Mind,
  item: Heard,
  { open, agreed }: { open: Extract<Open, { kind: "sii_review" }>; agreed: boolean },
): void {
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open);
  if (!agreed) return void mind.parts.push({ part: "sii_later" });
  showDifference(mind, item, { month: open.month, tap: "first" });
}

const TAP = /^(\d{4}-\d{2}):([0-9a-f]{12}):(\d{1,3}):([a-z_]+)$/;

/** `<month>:<short key>:<index>:<what it does>`: what a button of a difference says. */
export function tapDifference(mind: Mind, item: Heard, argument: string): void {
  const [, month, key = "", index = "", does = ""] = TAP.exec(argument) ?? [];
  if (month === undefined) return void mind.parts.push({ part: "nothing_pending" });
  if (key === FIRST_KEY) return showDifference(mind, item, { month, tap: "first" });
  showDifference(mind, item, { month, tap: { key, index: Number(index), does: does as SiiTap["does"] } });
}

/** The button that begins. */
export const FIRST_KEY = "000000000000";

function showDifference(mind: Mind, item: Heard, { month, tap }: { month: Month; tap: SiiTap | "first" }): void {
  mind.dialogue.open = mind.dialogue.open.filter(({ kind }) => kind !== "sii_review");
  const ref = mind.effects.push({ kind: "sii_validate", month, tap, source_ref: sourceRef(item.id, "sii") }) - 1;
  mind.parts.push({ part: "sii_difference", ref });
}

/** Somebody wrote a key into the chat: it was taken out before anything was kept, and the page for it is offered. */
export function hearSecret(mind: Mind, item: Heard, words: string): boolean {
  if (words !== SECRET_TAKEN_OUT) return false;
  mind.reply_to = item.id;
  mind.parts.push({ part: "sii_secret_typed" });
  if (mind.dialogue.membership?.country === "CL") mind.parts.push({ part: "sii_link" });
  return true;
}

/** So many are in the books within a second or two: only that is told. */
const SOON_DOCUMENTS_MAX = 200;

/** What a sync brought, or what came of connecting. */
export function hearSii(mind: Mind, item: Heard, told: SiiTold): void {
  // The file of a photo that was being read is read.
  endReading(mind, item);
  if (told.about === "file_taken" && told.documents <= SOON_DOCUMENTS_MAX) return;
  if (told.about === "reminder" && isPast(told.reminder, item.at, timeZoneOf(mind))) return;
  mind.parts.push({ part: "sii_told", told });
  if (told.about === "validation" && told.told.open > 0) openReview(mind, item, told.told.month);
}
