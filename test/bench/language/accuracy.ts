import { CORPUS, countryOf, HARD, HARD_HELD, HELD, TUNED } from "../../golden/utterances/corpus.ts";
import { missed, percentOf, verdictsOf } from "../../golden/utterances/gate.ts";
import { f1, scored, type Score, type Share } from "../../golden/utterances/score.ts";
import { TAGS, type Utterance } from "../../golden/utterances/utterance.ts";
import type { Claim } from "../report.ts";
import { printTable, type Row } from "../table.ts";

const PARTS = [
  { name: "tuned", messages: TUNED },
  { name: "held out", messages: HELD },
];

const HEAD = [
  "messages",
  "single amounts",
  "silently wrong",
  "falsely booked",
  "asked",
  "needless",
  "type",
  "several, F1",
  "date",
  "party",
  "category",
  "corrections",
  "questions",
];

/** Shown, and not promised. */
const HARD_PARTS = [
  { name: "roundabout", messages: HARD },
  { name: "roundabout, held out", messages: HARD_HELD },
];

/** A row for every kind of message and every country, of each part of the corpus apart; and the gate. */
export function printAccuracy(): void {
  const countries = [...new Set(CORPUS.map(countryOf))];
  for (const { name, messages } of PARTS) {
    printTable(
      [`reading, ${name}`, ...HEAD],
      [
        ...TAGS.map((tag) => rowOf(tag, messages, (one) => one.tag === tag)),
        ...countries
          .filter((country) => messages.some((one) => countryOf(one) === country))
          .map((country) => rowOf(country, messages, (one) => countryOf(one) === country)),
        rowOf("all", messages, () => true),
      ],
    );
  }
  printTable(
    ["reading, written to mislead", ...HEAD],
    HARD_PARTS.map(({ name, messages }) => rowOf(name, messages, () => true)),
  );
  const parts = PARTS.map(({ messages }) => verdictsOf(scored(messages)));
  printTable(
    ["the gate of reading", "promised", ...PARTS.flatMap(({ name }) => [name, ""])],
    (parts[0] ?? []).map(({ name, promised }, i) => [
      name,
      promised,
      ...parts.flatMap((verdicts) => [verdicts[i]?.reached ?? "", verdicts[i]?.holds ? "pass" : "FAIL"]),
    ]),
  );
}

export function accuracyClaims(): Claim[] {
  return PARTS.map(({ name, messages }) => {
    const broken = verdictsOf(scored(messages)).filter(({ holds }) => !holds);
    const but = broken.map((one) => `${one.name} ${one.reached}, not ${one.promised}`).join("; ");
    return [
      `${messages.length} messages, ${name}, are read as promised (but ${but === "" ? "nothing" : but})`,
      broken.length === 0,
    ];
  });
}

function rowOf(name: string, messages: readonly Utterance[], belongs: (one: Utterance) => boolean): Row {
  return [name, ...cellsOf(scored(messages.filter(belongs)))];
}

function cellsOf(score: Score): Row {
  return [
    String(score.messages),
    cell(score.amounts),
    String(score.silently_wrong),
    String(score.falsely_booked),
    cell(score.asked),
    cell(missed(score.needless)),
    cell(score.types),
    score.several.told === 0 ? "–" : f1(score).toFixed(3),
    cell(score.dates),
    cell(score.parties),
    cell(score.categories),
    cell(score.corrections),
    cell(score.questions),
  ];
}

function cell(share: Share): string {
  return share.of === 0 ? "–" : percentOf(share);
}
