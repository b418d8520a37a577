import { fold } from "#kernel";
import type { Heard, SiiTold } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { SECRET_TAKEN_OUT } from "../without-secret.ts";
import { sourceRef } from "./book.ts";
import { endReading } from "./still-reading.ts";

// What people ask of the connection with Chile's tax service, and what it has to tell.

export type SiiCommand = "connect" | "sync" | "disconnect" | "status";

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
];

function wishes(): string {
  return "(?:quiero |quisiera |necesito |puedo |puedes |como |me |por favor |porfa |te )*";
}

/** The command that a text is; null where it says anything else. */
export function siiCommandOf(text: string): SiiCommand | null {
  const said = fold(text)
    .replace(/[¿?¡!,:;"«»“”]+/g, " ")
    .replace(/\.(?!i)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return COMMANDS.find(([words]) => words.test(said))?.[1] ?? null;
}

/** Only Chile has that office. */
export function hearSiiCommand(mind: Mind, item: Heard, words: string): boolean {
  if (mind.dialogue.membership?.country !== "CL") return false;
  const command = siiCommandOf(words);
  if (command === null) return false;
  mind.reply_to = item.id;
  if (command === "connect") mind.parts.push({ part: "sii_link" });
  else {
    const ref = mind.effects.push({ kind: "sii", asks: command, source_ref: sourceRef(item.id, "sii") }) - 1;
    mind.parts.push({ part: "sii_answer", ref });
  }
  return true;
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
  mind.parts.push({ part: "sii_told", told });
}
