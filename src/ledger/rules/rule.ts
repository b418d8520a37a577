// What corrections have taught. It holds for what comes after it; nothing that is booked changes.

export type Side = "income" | "expense";

export type Rule =
  /** «Copec» → `combustible`: what is spent at, or earned from, whatever holds the match. */
  | { id: string; kind: "category"; match: string; category: string; side: Side }
  /** «gomes» is «Gómez». */
  | { id: string; kind: "same"; match: string; name: string }
  /** «Gomes» is not «Gómez», and nobody is asked again. */
  | { id: string; kind: "distinct"; match: string; name: string };

type WithoutId<R> = R extends Rule ? Omit<R, "id"> : never;

export type NewRule = WithoutId<Rule>;
