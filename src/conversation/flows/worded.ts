import { tame } from "#kernel";
import type { Movement, Reading } from "#language";
import { wordsOf } from "#locales";
import type { Membership } from "../dialogue.ts";
import { showAmount } from "../show.ts";

/** A question in the business's own words, saying what it asks about: the payment of doña Lupe, the freight. */
export function worded(reading: Reading, membership: Membership | null): Reading {
  const question = membership === null ? null : questionOf(reading, membership);
  return question === null ? reading : { ...reading, question };
}

function questionOf({ asks, movements }: Reading, membership: Membership): string | null {
  const words = wordsOf(membership.locale);
  const movement = movements.find((each) => asks !== "amount" || each.amount_minor === null);
  if (!movement) return null;
  const { concept, counterparty, amount_minor, currency } = movement;
  const [paid] = movements;
  if (asks === "amount" && isRestOf(movement, paid)) {
    return words.ask_left(movement.direction ?? "por_pagar", showAmount(paid.amount_minor, currency, membership));
  }
  if (asks === "amount") return concept === null ? null : words.ask_amount(kindOf(movement), tame(concept));
  const what = concept === null || isVerb(concept) ? counterparty : concept;
  if (asks !== "direction" || movements.length > 1 || amount_minor === null || what === null) return null;
  return words.ask_direction(showAmount(amount_minor, currency, membership), tame(what));
}

/** «pagué 50 lucas y debo el resto». */
function isRestOf(movement: Movement, paid: Movement | undefined): paid is Movement & { amount_minor: number } {
  if (!paid || paid === movement || movement.type !== "deuda") return false;
  return paid.type !== "deuda" && paid.amount_minor !== null;
}

/** «transferí» alone is no purpose: it is a verb that nobody knows. «café» and «maní» end like one, and are bought. */
function isVerb(concept: string): boolean {
  return PAST.test(concept) && !BOUGHT.has(concept.toLowerCase());
}

const PAST = /^\p{L}+(?:é|í|ó|aste|iste|ei|ou)$/iu;

/** What is bought, sold or paid and ends as a verb of the past does. */
const BOUGHT: ReadonlySet<string> = new Set(
  (
    "ají maní té café paté puré filé consomé canapé suflé panqué bisté bufé rosé corsé carné chalé quinqué parqué bidé" +
    " tupé peroné bebé comité cabaré jabalí colibrí rubí alhelí bisturí esquí maniquí capó paletó popó" +
    " picolé crepé jacaré chaminé rapé acarajé jiló cipó pó" +
    " dominó plató bistró rondó contraste traste desgaste engaste chiste quiste lei"
  ).split(" "),
);

function kindOf({ type }: Movement): "ingreso" | "egreso" | "deuda" {
  return type === "transferencia" ? "egreso" : type;
}
