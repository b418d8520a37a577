import { keyAt, type Message } from "../words/message.ts";
import { allPhrases, type Found } from "../words/phrases.ts";
import { tokenAt } from "../words/tokens.ts";
import type { Clause } from "./clauses.ts";
import { isPersonAt } from "./name.ts";

// Own money: between the till and the bank, or out of both for oneself.

/** «a la cuenta vista», «del cajero»: where own money lies. */
export function ownAccounts(message: Message, clause: Clause): Found<true>[] {
  const found = allPhrases(message.tongue.own_accounts, message.tokens, clause);
  // «en efectivo» is how it was paid, not where it went.
  return found.filter((one) => {
    if (keyAt(message, one.from) === "efectivo" && keyAt(message, one.from - 1) === "en") return false;
    const ours = [one.from - 1, one.from].some((at) => /^(?:mi|mis|nuestra|nuestras)$/.test(keyAt(message, at)));
    return ours || !/^cuentas?$/.test(keyAt(message, one.to - 1)) || !isOfSomebody(message, one.to);
  });
}

/** «a la cuenta 12345678 de Juan», «a la cuenta de mi hermana». */
function isOfSomebody(message: Message, from: number): boolean {
  const of = tokenAt(message.tokens, from).kind === "number" ? from + 1 : from;
  if (!message.tongue.dates.of.has(keyAt(message, of))) return false;
  const whose = message.tongue.names.articles.has(keyAt(message, of + 1)) ? of + 2 : of + 1;
  return isPersonAt(message, whose);
}

/** «saqué 10 lucas del cajero»: out of the bank, into the till. */
export function isWithdrawn(message: Message, clause: Clause): boolean {
  const words = message.tokens.slice(clause.from, clause.to).map(({ key }) => key);
  const till = words.some((word) => TILLS.has(word));
  return !till && words.some((word) => DRAWS.test(word)) && words.some((word) => BANKS.has(word));
}

export const WITHDRAWN = { from: "banco", to: "caja" } as const;
const DRAWS = /^(?:saqu?e|saco|sacamos|sacar|retir[eo]|retiramos|retirar|retiro|gire|giramos|girar|saquei|withdrew)$/;
const BANKS: ReadonlySet<string> = new Set("banco cajero cuenta banca caixa bank atm account".split(" "));
const TILLS: ReadonlySet<string> = new Set("caja cajita till".split(" "));

/** «saqué 50 lucas de la caja para mis cosas»: the till is only where it came from. */
export function isForMe(message: Message, clause: Clause): boolean {
  for (let at = clause.from; at < clause.to - 1; at++) {
    if (!FOR.has(keyAt(message, at))) continue;
    if (OWN.has(keyAt(message, at + 1)) || (keyAt(message, at + 1) === "la" && keyAt(message, at + 2) === "casa"))
      return true;
    for (let thing = at + 1; thing < at + FOR_REACH_TOKENS && thing < clause.to; thing++) {
      if (PRIVATE.has(keyAt(message, thing))) return true;
    }
  }
  return false;
}

const FOR: ReadonlySet<string> = new Set("para pa pal pra for".split(" "));
const OWN: ReadonlySet<string> = new Set("mi mis nosotros mim myself me".split(" "));
const PRIVATE: ReadonlySet<string> = new Set(
  "cumple cumpleanos regalo colegio casa familia hijo hija hijos personal personales".split(" "),
);
const FOR_REACH_TOKENS = 6;
