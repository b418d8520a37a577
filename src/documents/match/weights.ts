// How much each sign speaks for or against a paper and an entry being of the same purchase: log-odds, fitted by logistic
// regression on the seeded pairs of test/golden/matches (`fit.ts` there prints this table, and a test keeps both alike).

export type Sign =
  | "amount_exact"
  | "amount_distinctive"
  | "amount_tip"
  | "amount_rounded"
  | "date_near"
  | "date_before"
  | "name_same"
  | "name_near"
  | "name_other"
  | "thing_named"
  | "thing_other"
  | "folio_same"
  | "folio_other"
  | "category_same"
  | "category_other"
  | "debt";

export const BIAS = -1.3;

export const WEIGHTS: Readonly<Record<Sign, number>> = {
  amount_exact: 1.1,
  amount_distinctive: 0.6,
  amount_tip: -1.1,
  amount_rounded: -0.2,
  date_near: 1.8,
  date_before: -6.8,
  name_same: 2.4,
  name_near: 2.7,
  name_other: -1.2,
  thing_other: -2.8,
  thing_named: 1.5,
  folio_same: 1.8,
  folio_other: -7.6,
  category_same: 1.7,
  category_other: -3.3,
  debt: 0,
};
