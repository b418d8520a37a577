// Seeds and what is given for them: a seed lives two minutes, and once.
import { MINUTE_MS } from "../state/chile.ts";
import { isKnown } from "../state/office.ts";
import type { Environment, SiiOffice } from "../state/office.ts";
import { openByCertificate } from "../state/sessions.ts";
import { judge } from "./signed-seed.ts";
import type { Refusal } from "./signed-seed.ts";

const SEED_MS = 2 * MINUTE_MS;

export function newSeed(office: SiiOffice): string {
  const seed = String(office.next()).padStart(12, "0");
  office.seeds.set(seed, office.now());
  return seed;
}

export type Granted = { token: string; rut: string };

/** A seed that was given back is spent, whatever becomes of it. */
export function grantToken(office: SiiOffice, text: string, environment: Environment): Granted | Refusal {
  const judged = judge(text);
  if ("state" in judged) return judged;
  const born = office.seeds.get(judged.seed);
  office.seeds.delete(judged.seed);
  if (born === undefined) return { state: "08", gloss: "NO Existe SEED" };
  if (office.now() - born > SEED_MS) return { state: "08", gloss: "TIME-OUT DEL SEED" };
  const { rut, from, to } = judged.certificate;
  if (rut === null) return { state: "-3", gloss: "Certificado sin RUT" };
  if (office.now() < from || office.now() > to) return { state: "-3", gloss: "Certificado vencido o aún no vigente" };
  if (!isKnown(office, rut))
    return { state: "-07", gloss: `RUT ${rut} no habilitado para autenticación con certificado` };
  return { token: openByCertificate(office, rut, environment).token, rut };
}
