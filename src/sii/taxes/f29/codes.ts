/**
 * Lines of the F29 that are spoken of by name, by the code of their amount: its sums, and what nobody but the owner knows.
 * Those that a document stands in are known to `line-rules` alone.
 */
export const F29 = {
  debits: 538,
  previous: 504,
  credits: 537,
  /** One of both stands in a form: there is something to pay, or something left for the next month. */
  vat: 89,
  remanente: 77,
  workers_tax: 48,
  fees_withheld: 151,
  directors_withheld: 153,
  ppm_base: 563,
  /** The only one whose value is no amount: percent. */
  ppm_rate: 115,
  ppm: 62,
  subtotal: 595,
  retained: 596,
  determined: 547,
  payable: 91,
} as const;
