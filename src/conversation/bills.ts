// What people call a bill, and who sends it: «la luz» is what is owed to Enel.

const BILLS: readonly (readonly [called: RegExp, sender: RegExp])[] = [
  [
    /\b(?:luz|electricidad|energia|electricity)\b/,
    /\b(?:enel|cge|chilquinta|saesa|frontel|edelmag|luz|electri\p{L}+|edenor|edesur|edelap|epec|pluz|hidrandina|electro\p{L}+|codensa|afinia|cemig|cpfl|copel|energisa|celpe|coelba)\b/u,
  ],
  [
    /\b(?:agua|water)\b/,
    /\b(?:aguas?|essbio|esval|nuevosur|suralis|essal|smapa|sedapa[lr]|sedalib|aysa|absa|acueducto|sabesp|copasa|sanepar|cedae|embasa)\b/,
  ],
  [
    /\bgas\b/,
    /\b(?:gas(?:co|es|valpo)?|metrogas|lipigas|abastible|intergas|naturgy|camuzzi|ecogas|vanti|surtigas|solgas|comgas|ultragaz|liquigas)\b/,
  ],
  [
    /\b(?:telefono|celular|internet|cable|plan|phone)\b/,
    /\b(?:entel|movistar|wom|vtr|claro|gtd|telsur|mundo|directv|telecom|telecentro|fibertel|personal|tigo|bitel|vivo|tim)\b/,
  ],
];

/** Whether a bill that is called so comes from that company. @param words folded, as is `company` */
export function isBillOf(words: string, company: string): boolean {
  return BILLS.some(([called, sender]) => called.test(words) && sender.test(company));
}
