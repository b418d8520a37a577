import { expect, test } from "vitest";
import { classify, type LastEntry, type Reading } from "#src/language/index.ts";
import { TAX_CODE_COUNTRIES } from "#documents";
import { ruleCommandOf } from "#src/conversation/flows/rules.ts";
import { isScanCommand } from "#src/conversation/flows/scan.ts";
import { isNamed, removalNamed } from "#src/conversation/flows/undo.ts";
import { wordsOf, type Words } from "#src/locales/index.ts";
import { EXPENSE } from "./spoken.ts";

// What we tell people to write, we understand.

const COUNTRIES = [
  ["es-CL", "CL", "CLP"],
  ["es-PE", "PE", "PEN"],
  ["es-AR", "AR", "ARS"],
  ["es-MX", "MX", "MXN"],
  ["en", "US", "USD"],
  ["pt-BR", "BR", "BRL"],
] as const;

const ENTRY = { concept: null, counterparty: null };

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
  const { help } = wordsOf(locale);
  const examples = examplesIn(help).filter((example) => example !== "lucas");
  // The scan page is offered where papers carry a code that is read.
  expect(examples.filter(isScanCommand)).toEqual(TAX_CODE_COUNTRIES.has(country) ? ["escanear"] : []);
  const read = readings(help.replace("*escanear*", ""), { country, currency });
  expect(read.map((reading) => reading.type)).toEqual([
    "ingreso",
    "egreso",
    "egreso",
    "deuda",
    "ingreso",
    "egreso",
    "consulta",
    "consulta",
    "consulta",
    "consulta",
    "correccion",
    "correccion",
    "correccion",
    "otro",
  ]);
  expect(read.slice(0, -1).filter((reading) => reading.needs_clarification)).toEqual([]);
  expect(read[2]?.movements).toHaveLength(2);
  expect(read[5]?.movements[0]?.currency).not.toBe(currency);
  expect(ruleCommandOf(examples.at(-1) ?? "")).toEqual({ asks: "list" });
});

/** What a phone shows without scrolling, about. */
const SCREEN_CHARS_MAX = 750;

test.each(COUNTRIES)("%s: the help stays one screen", (locale) => {
  expect(wordsOf(locale).help.length).toBeLessThan(SCREEN_CHARS_MAX);
  expect(wordsOf(locale).help.split("\n")).toHaveLength(8);
});

test.each(COUNTRIES)("%s: what a second undo tells people to say names what stands before", (locale) => {
  for (const type of ["ingreso", "egreso", "deuda", "transferencia"] as const) {
    const said = examplesIn(wordsOf(locale).before_undone({ ...EXPENSE, type, concept: null })).at(-1) ?? "";
    expect(removalNamed(said)).not.toBeNull();
    expect(isNamed({ ...ENTRY, type }, removalNamed(said) ?? "")).toBe(true);
  }
});

test.each(COUNTRIES)("%s: what was let go can be told again as it says", (locale, country, currency) => {
  const [told] = readings(wordsOf(locale).dropped(["$1"]), { country, currency });
  expect(told).toMatchObject({ type: "egreso", needs_clarification: false, movements: [{ category: "alimentacion" }] });
});

test.each(COUNTRIES)("%s: every wording of a correction changes something", (locale, country, currency) => {
  const words = wordsOf(locale);
  const patches = (text: string) =>
    readings(text, { country, currency }).map((reading) => Object.keys(reading.patch ?? {}));
  expect(patches(words.what_to_correct)).toEqual([["amount_minor"], ["date"], ["category"], ["delete"]]);
  const ofPaper = [["amount_minor"], ["date"], ["category"], ["counterparty"], ["delete"]];
  expect(patches(words.document_edit)).toEqual(ofPaper);
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
