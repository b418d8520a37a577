// The names that the tax report has words for; what bears one elsewhere fits in, or does not compile.

export type Uses = Readonly<
  Record<"giro" | "supermarket" | "real_estate" | "fixed_asset" | "common_use" | "unrecoverable", string>
>;

export type Regimes = Readonly<Record<"pro_pyme" | "pro_pyme_over" | "transparent" | "general", string>>;

export type CaveatName =
  | "never_asked"
  | "no_summary"
  | "summary_differs"
  | "unknown_type"
  | "unknown_tax"
  | "additional_tax"
  | "no_factor"
  | "whole_factor"
  | "withheld_unsaid"
  | "liquidation_issued"
  | "liquidation_commission"
  | "boleta_note"
  | "undocumented";

export type DifferenceName =
  | "not_booked"
  | "annuls_booked"
  | "no_paper"
  | "alike"
  | "wrong_rut"
  | "summary_differs"
  | "proposal_differs";

export type Assumption =
  | "only_booked"
  | "as_of_last_look"
  | "pending_left_out"
  | "pending_accepted"
  | "totals_in_doubt"
  | "rest_at_mean"
  | "no_previous"
  | "month_over";

export type NoProjection = "nothing_booked" | "never_asked" | "too_few_months" | "not_begun";
