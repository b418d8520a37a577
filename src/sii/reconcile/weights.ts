import type { Weighing } from "#match";

/**
 * How much each sign speaks for a document of the register and an entry being of one purchase or sale: fitted by logistic
 * regression on the seeded months of test/golden/rcv-matches, where a test keeps both alike. Other than of papers, for an
 * invoice is written days before or after its money moves, and names nothing that was bought.
 */
export const RCV_WEIGHING = {
  bias: -5.3,
  weights: {
    amount_exact: 1.5,
    amount_distinctive: 0.8,
    amount_net: 0.8,
    amount_tip: -1.6,
    amount_rounded: -2.7,
    date_near: 5.8,
    date_before: -0.9,
    tax_id_same: 1.5,
    tax_id_other: -1.7,
    name_same: 3.3,
    name_near: 3.8,
    name_other: -2.6,
    folio_same: 1.7,
    folio_other: -8.7,
    category_same: 0.5,
    category_other: -2.6,
    debt: 1.1,
  },
} as const satisfies Weighing;
