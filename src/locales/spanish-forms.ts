import { capital } from "#kernel";
import { listed, nameOf, NOUNS } from "./spanish-waiting.ts";
import type { DebtSide, ShownEntry, Words } from "./words.ts";

/** The verbs in which «tú» and «vos» differ, where countries that write Spanish share a sentence. */
export type SpanishForms = {
  /** Of «decir», with a pronoun and alone. */
  tell_me: string;
  say: string;
  write: string;
  reply: string;
  forget: string;
  send_it: string;
  send_them: string;
  want: string;
  still_owe: string;
  have_so_far: string;
};

export const TU: SpanishForms = {
  tell_me: "dime",
  say: "di",
  write: "escribe",
  reply: "responde",
  forget: "olvida",
  send_it: "mándamelo",
  send_them: "mándamelos",
  want: "quieres",
  still_owe: "quedas",
  have_so_far: "llevas",
};

export const VOS: SpanishForms = {
  tell_me: "decime",
  say: "decí",
  write: "escribí",
  reply: "respondé",
  forget: "olvidá",
  send_it: "mandámelo",
  send_them: "mandámelos",
  want: "querés",
  still_owe: "quedás",
  have_so_far: "llevás",
};

/** The sentences in which «tú» and «vos» differ by their verbs alone. */
export function spokenWith(forms: SpanishForms) {
  return {
    calm: `Te leo con calma. Si algo quedó mal anotado, ${forms.tell_me} qué era y lo corrijo.`,
    let_go: (what: readonly string[]) =>
      what.length === 1
        ? `No anoté ${listed(what)}: quedó sin respuesta. ${capital(forms.send_it)} de nuevo si ${forms.want}.`
        : `No anoté ${listed(what)}: quedaron sin respuesta. ${capital(forms.send_them)} de nuevo si ${forms.want}.`,
    dropped: (what: readonly string[]) =>
      `Listo, no anoté ${listed(what)}. Si ${forms.want} anotarlo, ${forms.send_it} completo: «gasté 1500 en pan».`,
    before_undone: (entry: ShownEntry) =>
      `Antes de eso está: ${nameOf(entry)}. Para deshacer eso, ${forms.reply} a ese mensaje o ${forms.say} «deshacer ${NOUNS[entry.type]}».`,
    still_owed: (side: DebtSide, amount: string | null) => {
      if (amount === null) return "Con esto la deuda queda pagada. 👌";
      return side === "por_cobrar" ? `Te quedan debiendo ${amount}.` : `Le ${forms.still_owe} debiendo ${amount}.`;
    },
    rules: (rows: readonly string[]) =>
      [
        "🧠 *Lo que aprendí de tus correcciones*",
        ...rows,
        "",
        `Para borrar una, ${forms.write} «${forms.forget} la regla 1».`,
      ].join("\n"),
    rule_unknown: `No encuentro esa regla. ${capital(forms.write)} *mis reglas* para verlas.`,
    month_total: (amount: string, category: string) =>
      `${capital(forms.have_so_far)} ${amount} en ${category} este mes.`,
  } satisfies Partial<Words>;
}
