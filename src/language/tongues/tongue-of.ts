import { ENGLISH } from "./english/english.ts";
import { PORTUGUESE } from "./portuguese/portuguese.ts";
import { SPANISH } from "./spanish/spanish.ts";
import type { Tongue } from "./tongue.ts";

const TONGUES: Readonly<Record<Tongue["name"], Tongue>> = { es: SPANISH, pt: PORTUGUESE, en: ENGLISH };

/** The words of a language: `tongueOf("es")`. */
export function tongueOf(name: Tongue["name"]): Tongue {
  return TONGUES[name];
}
