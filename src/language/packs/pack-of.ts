import { AR } from "./ar.ts";
import { BR } from "./br.ts";
import { CL } from "./cl.ts";
import { CO } from "./co.ts";
import { ES } from "./es.ts";
import { genericPack } from "./generic.ts";
import { MX } from "./mx.ts";
import type { Pack } from "./pack.ts";
import { PE } from "./pe.ts";
import { US } from "./us.ts";
import { UY } from "./uy.ts";

const packs = new Map<string, Pack>([AR, BR, CL, CO, ES, MX, PE, US, UY].map((pack) => [pack.country, pack]));

/**
 * How money is said in a country: `CL` has lucas.
 * @param country ISO 3166-1 alpha-2; any: one without a pack gets the generic one
 */
export function packOf(country: string): Pack {
  const known = packs.get(country);
  if (known) return known;
  const pack = genericPack(country);
  // An unknown code comes from outside: only the countries we name are kept, so that the map stays small.
  if (pack.country.length === 2 && packs.size < PACKS_MAX) packs.set(country, pack);
  return pack;
}

const PACKS_MAX = 300;
