import type { Pack } from "../packs/pack.ts";
import type { Movement } from "../reading.ts";
import { messageOf } from "../words/message.ts";
import { taxed, taxOf } from "./tax.ts";

/**
 * A movement whose amount has just been settled, with the tax that its words asked for added or taken out: «100 más IVA»
 * answered with «lucas» is 119.000.
 */
export function retaxed(pack: Pack, movement: Movement): Movement {
  const said = movement.evidence.find((one) => one.field === "tax");
  if (!said || pack.tax_percent === null || movement.amount_minor === null) return movement;
  const message = messageOf(said.text, pack.country, { today: movement.date });
  const tax = taxOf(message, 0, message.tokens.length);
  if (!tax) return movement;
  const { gross_minor, net_minor, tax_minor } = taxed(movement.amount_minor, tax.kind, pack.tax_percent);
  return { ...movement, amount_minor: gross_minor, net_minor, tax_minor };
}
