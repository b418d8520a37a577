import type { CivilDate, Month } from "#kernel";
import type { TaxTold } from "#language";
import type { ClaimLine, TaxBrief, TaxProfile } from "#sii";

// What a turn wants to know of the business's taxes, and what came of it.

export type TaxEffect =
  /** The taxes of a month as the tax service has it. */
  | { kind: "taxes"; month: Month }
  /** What falls due at the tax service; within `days` where some are meant. */
  | { kind: "taxes_due"; days: { from: CivilDate; to: CivilDate } | null }
  /** What was told of how the business is taxed. `month`: of the remanente, null where none was named. */
  | { kind: "tax_profile"; told: TaxTold; month: Month | null; today: CivilDate };

export type TaxOutcome =
  /** `brief`: null where nothing of the tax service was ever seen of that month. */
  | { kind: "taxes"; brief: TaxBrief | null; connected: boolean; due: TaxBrief["due"]; month: Month }
  /** The form that is due next, null where none is in the days that were meant; purchases whose eight days run. */
  | {
      kind: "taxes_due";
      f29: { month: Month; due: TaxBrief["due"]; brief: TaxBrief | null } | null;
      lines: ClaimLine[];
    }
  /** `kept`: null where it can't be so. */
  | { kind: "tax_profile"; told: TaxTold; kept: TaxProfile | null; month: Month };

export type TaxPart =
  | { part: "taxes"; ref: number; asks: "vat" | "f29" | "due" }
  | { part: "taxes_due" | "tax_profile"; ref: number }
  /** Nobody knows which remanente is meant; what was told is not taken back but told again. */
  | { part: "tax_unclear" | "tax_stays" };
