import { nameKey } from "#kernel";
import type { Rule } from "#ledger";
import { isSameCompany } from "./company.ts";

// What corrections have taught of whoever sells or buys.

/** The category that was taught for whoever sold or bought: by name, by another name of theirs, by tax id. */
export function categoryTaughtFor(
  { name, tax_id }: { name: string | null; tax_id: string | null },
  { rules, side }: { rules: readonly Rule[]; side: "income" | "expense" },
): string | null {
  const same =
    name === null ? [] : rules.filter((rule) => rule.kind === "same" && nameKey(rule.match) === nameKey(name));
  const names = [name, ...same.map((rule) => (rule.kind === "same" ? rule.name : null)), tax_id];
  const own = rules.filter((rule) => rule.kind === "category" && rule.side === side);
  for (const each of names) {
    const rule = each === null ? undefined : own.find(({ match }) => holds(each, match) || isSameCompany(each, match));
    if (rule?.kind === "category") return rule.category;
  }
  return null;
}

/** Whole words: «Copec» stands in «Copec Ñuñoa», «pan» does not stand in «pantalón». */
export function holds(words: string, match: string): boolean {
  const key = nameKey(match);
  return key !== "" && ` ${nameKey(words)} `.includes(` ${key} `);
}
