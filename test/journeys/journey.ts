// Reads a conversation written down as text. The form of the files is told in README.md beside them.

export type Journey = { title: string; settings: Settings; steps: Step[] };

export type Settings = {
  /** Digits, or a business-scoped id of a person who shows no number. */
  phone: string;
  /** The business-scoped id beside the phone, where it is not the one that goes with the number. */
  userId: string | null;
  name: string | null;
  /** Without the key of a model. */
  keyless: boolean;
};

/** One message of the person, and the answers that are expected before the next one. */
export type Step = { line: number; act: Act; expected: string[] };

export type Act = { kind: string; argument: string; quote: Reference | null; words: string };

/** The n-th message of the person, or the n-th answer of the bot, counted from 1. */
export type Reference = { of: "message" | "answer"; nth: number };

/** @throws Error naming the line that cannot be read */
export function readJourney(text: string): Journey {
  const journey: Journey = {
    title: "",
    settings: { phone: "", userId: null, name: null, keyless: false },
    steps: [],
  };
  let before = "";
  text.split("\n").forEach((raw, i) => {
    const line = raw.trimEnd();
    if (line.startsWith(">"))
      journey.steps.push({ line: i + 1, act: readAct(line.slice(1).trim(), i + 1), expected: [] });
    else if (line.startsWith("<")) expect(journey, line.slice(1).replace(/^ /, ""), before.startsWith("<"));
    else if (line.startsWith("#")) journey.title ||= line.slice(1).trim();
    else if (line !== "") set(journey.settings, line, i + 1);
    before = line;
  });
  if (journey.settings.phone === "") throw new Error(`«${journey.title}» has no line «teléfono: …»`);
  return journey;
}

/** Lines of `<` that touch are one answer. */
function expect({ steps }: Journey, line: string, continues: boolean): void {
  const expected = steps.at(-1)?.expected ?? [];
  if (continues) expected.push(`${expected.pop() ?? ""}\n${line}`);
  else expected.push(line);
}

function set(settings: Settings, line: string, number: number): void {
  const [name = "", value = ""] = line.split(/:\s*/, 2);
  if (name === "teléfono") settings.phone = value;
  else if (name === "identificador") settings.userId = value;
  else if (name === "nombre") settings.name = value;
  else if (line === "sin modelo") settings.keyless = true;
  else throw new Error(`line ${number} is no message, no answer and no setting: ${line}`);
}

const BRACKET = /^\[(.+?)\]\s*/;
const KIND =
  /^(foto|archivo|nota de voz|botón|sticker|ubicación|contacto|video|encuesta|pedido|vacío|reacción|edita|borra)\b[\s:]*(.*)$/;
const QUOTE = /^responde a(?: la respuesta)? (\d+)$/;

function readAct(text: string, line: number): Act {
  const act: Act = { kind: "texto", argument: "", quote: null, words: text };
  for (let bracket = BRACKET.exec(act.words); bracket; bracket = BRACKET.exec(act.words)) {
    const [all, inside = ""] = bracket;
    const quoted = QUOTE.exec(inside);
    const known = KIND.exec(inside);
    if (quoted) act.quote = { of: inside.includes("respuesta") ? "answer" : "message", nth: Number(quoted[1]) };
    else if (known) [, act.kind = "", act.argument = ""] = known;
    else throw new Error(`line ${line} does something that nobody knows: [${inside}]`);
    act.words = act.words.slice(all.length);
  }
  return act;
}

/** Whether an answer is the expected one; `…` stands for any words. */
export function agrees(expected: string, actual: string): boolean {
  const literal = expected.split("…").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${literal.join("[^]*?")}$`).test(actual);
}
