import type { CivilDate, Currency } from "#kernel";
import { faultFields, logProblem } from "#telemetry";
import { convert } from "./convert.ts";
import { valueOn, type RatePorts } from "./value-on.ts";

/** An amount in a currency that is not the country's own, and the day on which it moved. */
export type Asked = { amount_minor: number; currency: Currency; date: CivilDate; country: string };

/** The same in the country's currency; `on` is the day whose value it was reckoned by, never later than asked. */
export type Equivalent = { amount_minor: number; currency: Currency; on: CivilDate };

/**
 * What a foreign amount was worth at home on its day; null where no authority is known or it can't be asked now. It
 * never throws: it stands beside an amount that is booked already, and an answer does not fail for its sake. It takes
 * no longer than the two page loads of a first of January (8 s each), and a few ms once the year is known.
 */
export async function equivalent(ports: RatePorts, asked: Asked): Promise<Equivalent | null> {
  try {
    const rate = await valueOn(ports, asked);
    if (rate === null) return null;
    const amount_minor = convert(asked.amount_minor, asked.currency, rate);
    return amount_minor === null ? null : { amount_minor, currency: rate.quote, on: rate.on };
  } catch (fault) {
    logProblem("rates.broke", faultFields(fault));
    return null;
  }
}
