import { expect, test } from "vitest";
import { EXPENSE_CATEGORIES, INCOME_CATEGORIES } from "#src/language/index.ts";
import { wordsOf } from "#src/locales/index.ts";
import { spokenBy } from "./spoken.ts";

const SPANISH = ["es-CL", "es-PE", "es-AR", "es-MX"];
const EVERY = [...SPANISH, "en", "pt-BR"];

const HOME = wordsOf("es-CL");

/** Meta's limits, in code points. */
const BUTTON_TITLE_CHARS_MAX = 20;
const TEXT_CHARS_MAX = 4_096;
/** A text under which buttons stand. */
const BODY_CHARS_MAX = 1_024;

test("each locale is a pack of its own", () => {
  expect(new Set(EVERY.map(wordsOf))).toHaveLength(EVERY.length);
});

test.each(EVERY)("%s says something under every key", (locale) => {
  const spoken = spokenBy(wordsOf(locale));
  expect(spoken.map(({ key }) => key)).toEqual(expect.arrayContaining(spokenBy(HOME).map(({ key }) => key)));
  expect(spoken).toHaveLength(spokenBy(HOME).length);
  expect(spoken.filter(({ text }) => text.trim() === "" || /undefined|null|NaN|\[object/.test(text))).toEqual([]);
});

test("a locale that we don't have is answered in Chilean Spanish", () => {
  expect(wordsOf("es-CO")).toBe(HOME);
  expect(wordsOf("")).toBe(HOME);
});

/** What the contract words, in every country that writes Spanish. */
const WELCOME = "👋 ¡Hola! Te acabo de registrar automáticamente.";
const INVITATION = "Envíame una foto o PDF de tu boleta/factura y la analizaré por ti";

test.each(SPANISH)("%s opens as the contract words it, with an example of a text and one of a voice note", (locale) => {
  const words = wordsOf(locale);
  expect(words.welcome).toBe(WELCOME);
  expect(words.welcome_invitation.startsWith(`${INVITATION}.\n\n`)).toBe(true);
  expect(words.welcome_invitation).toMatch(/«vendí .*».*(?:nota de voz|audio): «pagué .*»/);
});

test.each(EVERY)("%s marks nothing bold that it does not close", (locale) => {
  const broken = spokenBy(wordsOf(locale)).filter(({ text }) => text.split("\n").some((line) => !closesItsMarks(line)));
  expect(broken).toEqual([]);
});

function closesItsMarks(line: string): boolean {
  const plain = line.replace(/(?<![\p{L}\p{N}])\*(?=\S)[^*]*(?<=\S)\*(?![\p{L}\p{N}])/gu, "");
  return !/[*_~`]/.test(plain);
}

test.each(EVERY)("%s fits WhatsApp's buttons and messages", (locale) => {
  const words = wordsOf(locale);
  const titles = Object.values(words.buttons);
  expect(titles.filter((title) => length(title) > BUTTON_TITLE_CHARS_MAX || title !== title.trim())).toEqual([]);
  // «No, es otro» is said of a person and of a purchase, never in the same answer.
  const { another_one: _, ...apart } = words.buttons;
  expect(new Set(Object.values(apart))).toHaveLength(titles.length - 1);
  const spoken = spokenBy(words);
  expect(spoken.filter(({ text }) => length(text) > TEXT_CHARS_MAX)).toEqual([]);
  const buttoned = spoken.filter(({ key }) => /^(booked|corrected|document|edited|deleted|which|country)/.test(key));
  expect(buttoned.filter(({ text }) => length(text) > BODY_CHARS_MAX)).toEqual([]);
});

function length(text: string): number {
  return Array.from(text).length;
}

test.each(EVERY)("%s names every category and account of the books, and no two alike", (locale) => {
  const { categories, accounts, months, weekdays } = wordsOf(locale);
  expect(Object.keys(categories).toSorted()).toEqual([...INCOME_CATEGORIES, ...EXPENSE_CATEGORIES].toSorted());
  const advances = ["pagado_antes", "recibido_antes"];
  expect(Object.keys(accounts).toSorted()).toEqual(
    [...advances, "banco", "por_cobrar", "por_pagar", "prestamos"].toSorted(),
  );
  for (const names of [Object.values(categories), months, weekdays]) expect(new Set(names)).toHaveLength(names.length);
  expect(months).toHaveLength(12);
});

/** Where a locale says one of these whole words; the two sentences of the contract are nobody's slip. */
function slips(locale: string, words: string): string[] {
  const pattern = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu");
  return spokenBy(wordsOf(locale)).flatMap(({ key, text }) => {
    const slip = pattern.exec(text.replace(WELCOME, "").replace(INVITATION, ""));
    return slip ? [`${key}: ${slip[0]}`] : [];
  });
}

const ENGLISH =
  "the|your?|and|please|send|amount|receipts?|invoices?|date|income|expenses?|yes|undo|edit|delete|photos?|tax|with" +
  "|was|is|it|this|file|help|cash|balance|summary|category|today|document";
const PORTUGUESE = "você|não|uma|um|mensagem|arquivo|nota fiscal|entrada|hoje|ontem|sim|escreva|mande|pode|caixa";
const CASTILIAN = "el|los|las|con|y|puedes|mensaje|archivo|boleta|monto|hoy|ayer|sí|escribe|mándame|caja|deshacer";

test.each(SPANISH)("%s has no word of English or Portuguese", (locale) => {
  expect(slips(locale, `${ENGLISH}|for`)).toEqual([]);
  expect(slips(locale, PORTUGUESE)).toEqual([]);
});

test("English has no word of Spanish or Portuguese", () => {
  expect(slips("en", `${CASTILIAN}|${PORTUGUESE}`)).toEqual([]);
  expect(spokenBy(wordsOf("en")).filter(({ text }) => /[¿¡«»]|(?=\p{L})[^a-z]/iu.test(text))).toEqual([]);
});

test("Portuguese has no word of Spanish or English", () => {
  expect(slips("pt-BR", `${CASTILIAN}|${ENGLISH}`)).toEqual([]);
  expect(spokenBy(wordsOf("pt-BR")).filter(({ text }) => /[¿¡«»ñ]/i.test(text))).toEqual([]);
});

const TU =
  "puedes|quieres|tienes|debes|quedas|llevas|dime|di|olvida|cuéntame(?:lo)?|envíame|mándame|escríbeme(?:l[oa])?|escribes?|mandas|grabas|responde" +
  "|mándamelos?|prueba con|pídeselo|bórralo|aquí";
const VOS =
  "podés|querés|tenés|debés|quedás|llevás|decime|decí|olvidá|mandámelos?|cont[aá]me(?:lo)?|mandame|escribime|escribímelo|escribís?|escribí|mandás|grabás|respondé" +
  "|probá|pedíselo|borralo|acá";

test("Argentina says «vos» in all but the two sentences of the contract", () => {
  expect(slips("es-AR", TU)).toEqual([]);
  expect(slips("es-AR", VOS).length).toBeGreaterThan(20);
});

test.each(["es-CL", "es-PE", "es-MX"])("%s says «tú»", (locale) => {
  expect(slips(locale, VOS)).toEqual([]);
  expect(slips(locale, TU).length).toBeGreaterThan(20);
});

test("only Chile speaks of the SII and its timbre; none names a tax or a tax number that the paper's country has not told", () => {
  expect(slips("es-CL", "SII|timbre").length).toBeGreaterThan(0);
  for (const locale of EVERY.slice(1)) expect(slips(locale, "SII|timbre")).toEqual([]);
  for (const locale of EVERY) expect(slips(locale, "RUT|RUC|CUIT|RFC|NIT|CNPJ|IVA|IGV")).toEqual([]);
});

test.each([
  ["es-CL", ["documento", "documentos"], ["segundo", "segundos"]],
  ["es-PE", ["documento", "documentos"], ["segundo", "segundos"]],
  ["es-AR", ["comprobante", "comprobantes"], ["segundo", "segundos"]],
  ["es-MX", ["documento", "documentos"], ["segundo", "segundos"]],
  ["en", ["document", "documents"], ["second", "seconds"]],
  ["pt-BR", ["documento", "documentos"], ["segundo", "segundos"]],
])("%s counts one and several", (locale, papers, seconds) => {
  const words = wordsOf(locale);
  for (const [i, count] of [1, 2].entries()) {
    expect(words.which_documents(count)).toMatch(new RegExp(` ${count} ${papers[i]}\\b`));
    expect(words.too_fast(count)).toMatch(new RegExp(` ${count} ${seconds[i]}\\b`));
  }
});

test.each([
  ["es-MX", "Estados Unidos"],
  ["en", "United States"],
  ["pt-BR", "Estados Unidos"],
])("%s calls a country by its name, and a code that is none by itself", (locale, name) => {
  expect(wordsOf(locale).country_set("US", "USD")).toContain(`${name}, `);
  expect(wordsOf(locale).country_set("Narnia", "USD")).toContain("Narnia, ");
});
