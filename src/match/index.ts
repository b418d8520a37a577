// Whether two records are of one purchase, and what speaks for it: it knows no paper, no tax office and no books of its own.

export { isSameCompany, likeness, type Alias } from "./company.ts";
export { categoryOf } from "./category.ts";
export { matchPaper, type Match, type Scored } from "./match.ts";
export { isDistinctive, MATCH_DAYS_MAX, ROUNDING_SHARE_MAX, signsOf, type Candidate, type Evidence } from "./signs.ts";
export { categoryTaughtFor, holds } from "./taught.ts";
