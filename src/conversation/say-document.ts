import { tame } from "#kernel";
import { documentSaid } from "#locales";

const NAME_CHARS_MAX = 40;

/** A document of the SII's by its name: `Factura 99 de Molinos S.A.`; the name of a stranger comes tamed. */
export function documentNamed({ type, folio, name }: { type: number; folio: string; name: string }): string {
  const paper = `${documentSaid(type)} ${folio}`;
  const who = tame(name, NAME_CHARS_MAX);
  return who === "" ? paper : `${paper} de ${who}`;
}
