import type { Guess } from "#ai";

/** A model's guess that names nothing. */
export const BLANK: Guess = {
  type: null,
  amount: null,
  currency: null,
  concept: null,
  category: null,
  counterparty: null,
  date: null,
};
