import { classify, type LastEntry, type Movement, type Reading } from "#language";

/** A Wednesday. */
export const TODAY = "2026-11-18";

/** What is read of a text in a country, Chile when none is named. */
export function read(text: string, country = "CL", last: LastEntry | null = null): Reading {
  return classify({ text, country, channel: "text", today: TODAY, last });
}

/** The one movement that a text tells of. Throws where there is none or are several. */
export function movementOf(text: string, country = "CL"): Movement {
  const { movements } = read(text, country);
  const [movement] = movements;
  if (!movement || movements.length > 1) throw new Error(`${movements.length} movements in «${text}»`);
  return movement;
}

/** The amounts of a text in minor units, in their order. */
export function amountsOf(text: string, country = "CL"): (number | null)[] {
  return read(text, country).movements.map((movement) => movement.amount_minor);
}

export const LAST: LastEntry = {
  type: "egreso",
  amount_minor: 54_000,
  currency: "CLP",
  concept: "bencina",
  category: "combustible",
  counterparty: null,
  date: TODAY,
  state: "recorded",
};
