import { expect, test } from "vitest";
import { classify, type LastEntry, type Reading } from "#src/language/index.ts";
import { wordsOf, type Words } from "#src/locales/index.ts";

// What we tell people to write, we understand.

const COUNTRIES = [
  ["es-CL", "CL", "CLP"],
  ["es-PE", "PE", "PEN"],
  ["es-AR", "AR", "ARS"],
  ["es-MX", "MX", "MXN"],
  ["en", "US", "USD"],
  ["pt-BR", "BR", "BRL"],
] as const;

type Place = { country: string; currency: string };

/** The examples of a sentence: quoted, and in bold where they are a command. */
function examplesIn(text: string): string[] {
  return [...text.matchAll(/[«“]([^»”]+)[»”]|\*([^*]+)\*/g)].flatMap(([, quoted, bold]) => quoted ?? bold ?? []);
}

function readings(text: string, { country, currency }: Place): Reading[] {
  const last: LastEntry = {
    type: "egreso",
    amount_minor: 5_000,
    currency,
    concept: "pan",
    category: "alimentacion",
    counterparty: null,
    date: "2026-11-18",
    state: "recorded",
  };
  const said = examplesIn(text).filter((example) => example !== "lucas");
  return said.map((example) => classify({ text: example, country, channel: "text", today: "2026-11-18", last }));
}

test.each(COUNTRIES)("%s: the examples of the welcome would be booked at once", (locale, country, currency) => {
  const [sale, expense, ...more] = readings(wordsOf(locale).welcome_invitation, { country, currency });
  expect(more).toEqual([]);
  expect(sale).toMatchObject({ type: "ingreso", needs_clarification: false });
  expect(sale?.movements[0]?.counterparty).toMatch(/XYZ/);
  expect(expense).toMatchObject({ type: "egreso", needs_clarification: false });
  expect(expense?.movements[0]?.category).toBe("combustible");
});

test.each(COUNTRIES)("%s: everything the help offers is understood", (locale, country, currency) => {
  const types = readings(wordsOf(locale).help, { country, currency }).map((reading) => reading.type);
  expect(types).toEqual([
    "ingreso",
    "egreso",
    "consulta",
    "consulta",
    "consulta",
    "correccion",
    "correccion",
    "correccion",
  ]);
});

test.each(COUNTRIES)("%s: every wording of a correction changes something", (locale, country, currency) => {
  const words = wordsOf(locale);
  for (const text of [words.what_to_correct, words.document_edit]) {
    const patches = readings(text, { country, currency }).map((reading) => Object.keys(reading.patch ?? {}));
    expect(patches).toEqual([["amount_minor"], ["date"], ["category"], ["delete"]]);
  }
});

const COMMANDS: [keyof Pick<Words, "document_is_right" | "cannot_tell" | "off_topic">, Reading["type"][]][] = [
  ["document_is_right", ["si", "no"]],
  ["cannot_tell", ["consulta", "consulta"]],
  ["off_topic", ["ayuda"]],
];

test.each(COUNTRIES)("%s: the words in bold are commands", (locale, country, currency) => {
  for (const [key, types] of COMMANDS) {
    const read = readings(wordsOf(locale)[key], { country, currency });
    expect(read.map((reading) => reading.type)).toEqual(types);
  }
});
