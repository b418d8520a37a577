// Whether two records are of one purchase, and what speaks for it: it knows no paper, no tax office and no books of its own.

export { isSameCompany, likeness, type Alias } from "./company.ts";
export { matchPaper, type Match } from "./match.ts";
export { scoreNumbered, scoreOf, type Reason, type Scored } from "./score.ts";
export {
  isDistinctive,
  MATCH_DAYS_MAX,
  ROUNDING_SHARE_MAX,
  signsOf,
  type Candidate,
  type Evidence,
  type Sign,
} from "./signs.ts";
export type { Weighing } from "./weights.ts";
export { categoryOf } from "./category.ts";
export { categoryTaughtFor, holds } from "./taught.ts";
