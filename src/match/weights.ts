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

export const BIAS = 1.2;

export const WEIGHTS: Readonly<Record<Sign, number>> = {
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
};
