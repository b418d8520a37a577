import { decimalsOf } from "#kernel";
import { readAmount, type ClassifyRequest } from "#language";

type Reckoning = { currency: string; request: ClassifyRequest };

/** Which of the amounts is named, literally or in its own scale; -1 where none is, or more than one. */
export function meantBy(words: string, amounts: readonly (number | null)[], { currency, request }: Reckoning): number {
  const context = { country: request.country, currency };
  const literal = readAmount(words, context);
  const isNamed = (amount: number | null): boolean => {
    if (amount === null) return false;
    if (amount === literal || decimalsOf(currency) > 0) return amount === literal;
    const like = readAmount(words, { ...context, like: amount });
    return like === amount || (like !== null && isRounded(amount, like));
  };
  const named = amounts.flatMap((amount, at) => (isNamed(amount) ? [at] : []));
  return named.length === 1 ? (named[0] ?? -1) : -1;
}

/** «la de 45» of a paper of 45.670: nobody spells a total out. */
function isRounded(amount: number, said: number): boolean {
  return said >= THOUSAND && said % THOUSAND === 0 && Math.floor(amount / THOUSAND) * THOUSAND === said;
}

const THOUSAND = 1_000;
