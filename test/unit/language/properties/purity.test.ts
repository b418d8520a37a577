import fc from "fast-check";
import { expect, test } from "vitest";
import { answer, classify, type ClassifyRequest, type LastEntry, type Reading } from "#language";
import { LAST, read } from "../read.ts";
import { hostile } from "./hostile.ts";

const COUNTRIES = ["CL", "PE", "AR", "MX", "CO", "UY", "BR", "ES", "US", "PY", "XX"];
const DAYS = ["2026-11-18", "2026-01-01", "2024-02-29", "2026-12-31"];

const request: fc.Arbitrary<ClassifyRequest> = fc.record({
  text: hostile.map((text) => text.slice(0, 400)),
  country: fc.constantFrom(...COUNTRIES),
  channel: fc.constantFrom("text" as const, "voice" as const),
  today: fc.constantFrom(...DAYS),
  last: fc.constantFrom<(LastEntry | null)[]>(null, LAST, { ...LAST, state: "pending_confirmation" }),
});

test("the same request is read the same, whatever was read before it, and is left as it was", () => {
  fc.assert(
    fc.property(request, fc.array(request, { maxLength: 4 }), (asked, between) => {
      const before = structuredClone(asked);
      const first = classify(frozen(asked));
      const kept = structuredClone(first);
      for (const other of between) classify(other);
      expect(classify(structuredClone(before))).toEqual(kept);
      expect(first).toEqual(kept);
      expect(asked).toEqual(before);
    }),
    { numRuns: 1_500 },
  );
});

test("no two readings share an object, so that nobody who changes one changes the other", () => {
  fc.assert(
    fc.property(request, request, (asked, other) => {
      const first = new Set(objectsIn(classify(asked)));
      const shared = [...objectsIn(classify(asked)), ...objectsIn(classify(other))].filter((each) => first.has(each));
      expect(shared).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("an answer leaves the open question as it was, and is taken the same way twice", () => {
  const open = fc.constantFrom(read("gasté 80 lucas"), read("gasté 45 en pan"), read("gasté en bencina"));
  fc.assert(
    fc.property(open, request, (asked, given) => {
      const before = structuredClone(asked);
      const completed = answer(frozen(asked), given.text, given);
      expect(answer(structuredClone(before), given.text, given)).toEqual(completed);
      expect(asked).toEqual(before);
    }),
    { numRuns: 500 },
  );
});

const QUESTIONS = [
  {
    country: "CL",
    verbs: ["gasté", "vendí", "pagué", "compré", "cobré", "me deben", "debo", "me pagaron", "transferí"],
    money: ["20 lucas", "$20.000", "20 mil pesos", "un palo", "20.000", "45", "UF 3", "US$ 100"],
    things: ["en pan", "de luz", "a Juan", "de arriendo", "en bencina", "por las tortas", "ayer", "este mes", ""],
    asking: ["cuánto", "cuántas lucas", "qué", "en qué", "cuándo", "a quién", "quién me"],
    forms: [
      "¿VERB MONEY THING?",
      "¿ya VERB los MONEY THING?",
      "¿ASKING VERB THING?",
      "ASKING VERB THING",
      "¿ASKING VERB THING, más de MONEY?",
      "¿es verdad que VERB MONEY THING?",
      "¿anotaste que VERB MONEY THING?",
    ],
  },
  {
    country: "BR",
    verbs: ["gastei", "vendi", "paguei", "comprei", "recebi", "devo", "me devem"],
    money: ["R$ 20,00", "20 reais", "mil reais", "1.500 reais"],
    things: ["em pão", "de luz", "para João", "de aluguel", "ontem", "este mês", ""],
    asking: ["quanto", "quantos reais", "o que", "em que", "quando", "para quem"],
    forms: ["VERB MONEY THING?", "já VERB os MONEY THING?", "ASKING VERB THING?", "ASKING eu VERB THING"],
  },
  {
    country: "US",
    verbs: ["spend", "sell", "pay", "buy", "owe", "receive"],
    money: ["$20", "20 bucks", "1,500 dollars", "two grand"],
    things: ["on bread", "for rent", "to John", "yesterday", "this month", ""],
    asking: ["how much", "how many dollars", "what", "when", "who"],
    forms: ["did I VERB MONEY THING?", "ASKING did I VERB THING?", "ASKING did I VERB THING", "do I VERB MONEY THING?"],
  },
];

test.each(QUESTIONS)("a question books nothing in $country, though it names a verb, an amount and a thing", (row) => {
  const words = fc.record({
    VERB: fc.constantFrom(...row.verbs),
    MONEY: fc.constantFrom(...row.money),
    THING: fc.constantFrom(...row.things),
    ASKING: fc.constantFrom(...row.asking),
  });
  fc.assert(
    fc.property(words, fc.constantFrom(...row.forms), (said, form) => {
      const filled = Object.entries(said).reduce((text, [name, word]) => text.replace(name, word), form);
      const text = filled.replace(/ +(?=[?,]|$)/g, "");
      expect([text, booked(read(text, row.country))]).toEqual([text, []]);
    }),
    { numRuns: 1_500 },
  );
});

test("a reading that is a question about the books holds no movement, whatever the text", () => {
  fc.assert(
    fc.property(request, (asked) => {
      const reading = classify(asked);
      expect(reading.type === "consulta" ? booked(reading) : []).toEqual([]);
      expect(reading.needs_clarification).toBe(reading.question !== null);
    }),
    { numRuns: 1_500 },
  );
});

/** The amounts that would be written down without another word. */
function booked({ movements, needs_clarification }: Reading): (number | null)[] {
  return needs_clarification ? [] : movements.map(({ amount_minor }) => amount_minor);
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

function objectsIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}
