import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#kernel";
import { compose } from "#src/conversation/compose.ts";
import { duringSilence, nextDue } from "#src/conversation/flows/waiting.ts";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, heard, hearAll, hearSaid, NOON, say, talkIn, type Talk } from "./talking.ts";

const SECOND = 1_000;
/** When the first thing was said, and asked about. */
const ASKED = NOON + SECOND;

test("a question waits two hours, is asked once more, and is let go after a day", () => {
  const talk = asked("gasté como 80 lucas");
  expect(nextDue(talk.dialogue, ASKED)).toBe(ASKED + 2 * HOUR_MS);
  expect(silence(talk, ASKED + 2 * HOUR_MS - 1)).toBeNull();
  expect(silence(talk, ASKED + 2 * HOUR_MS)).toBe("Sigue pendiente: ¿En qué gastaste esos $80.000?");
  expect(silence(talk, ASKED + 2 * HOUR_MS)).toBeNull();
  expect(nextDue(talk.dialogue, ASKED + 3 * HOUR_MS)).toBe(ASKED + DAY_MS);
  expect(silence(talk, ASKED + DAY_MS)).toBe("");
  expect(talk.dialogue.open).toEqual([]);
  expect(nextDue(talk.dialogue, ASKED + DAY_MS)).toBeNull();
});

test("the same question makes the same reminder, so that a kill in between sends no second one", () => {
  const { dialogue } = asked("gasté como 80 lucas");
  const now = ASKED + 2 * HOUR_MS;
  const [first, second] = [now, now + MINUTE_MS].map((at) => duringSilence(dialogue, { now: at, today: "2026-11-18" }));
  expect(first?.key).toBe("question:wamid.1:" + ASKED);
  expect(second?.key).toBe(first?.key);
});

test("its buttons are offered again", () => {
  const talk = asked("gasté 45 en pan");
  expect(silence(talk, ASKED + 2 * HOUR_MS)).toBe("Sigue pendiente: ¿$45 o $45.000?");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["$45", "$45.000"]);
});

test("what waits together is asked again together, once", () => {
  const talk = asked("gasté como 80 lucas");
  say(talk, "gasté 45 en pan");
  const told = silence(talk, ASKED + 2 * HOUR_MS);
  expect(told).toBe("Siguen pendientes:\n• ¿En qué gastaste esos $80.000?\n• ¿$45 o $45.000?");
  expect(silence(talk, ASKED + 3 * HOUR_MS)).toBeNull();
  expect(silence(talk, ASKED + 8 * HOUR_MS)).toBeNull();
});

test("after its reminder the question is answered like any other", () => {
  const talk = asked("gasté como 80 lucas");
  silence(talk, ASKED + 2 * HOUR_MS);
  expect(actsOf(sayAt(talk, "en bencina", ASKED + 3 * HOUR_MS))).toMatchObject([
    { entry: { amount_minor: 80_000, category: "combustible", source_ref: "whatsapp:wamid.1:0" } },
  ]);
  expect(nextDue(talk.dialogue, ASKED + 3 * HOUR_MS)).toBeNull();
});

test("a question that is asked again because its answer did not do gets no second reminder", () => {
  const talk = asked("pagué el flete");
  silence(talk, ASKED + 2 * HOUR_MS);
  sayAt(talk, "45", ASKED + 3 * HOUR_MS);
  expect(talk.answer).toContain("¿$45 o $45.000?");
  expect(nextDue(talk.dialogue, ASKED + 3 * HOUR_MS)).toBe(ASKED + 3 * HOUR_MS + DAY_MS);
});

// Santiago is three hours behind UTC in November: noon is 15:00 UTC.
test.each([
  ["19:59", 7 * HOUR_MS + 59 * MINUTE_MS, "21:59"],
  ["20:00", 8 * HOUR_MS, "08:00"],
  ["23:30", 11.5 * HOUR_MS, "08:00"],
  ["05:45", 17.75 * HOUR_MS, "08:00"],
  ["06:10", 18 * HOUR_MS + 10 * MINUTE_MS, "08:10"],
])("a question asked at %s is asked again at %3$s local time", (_, after, at) => {
  const talk = talkIn();
  sayAt(talk, "gasté como 80 lucas", NOON + after);
  const due = nextDue(talk.dialogue, NOON + after) ?? 0;
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "America/Santiago", timeStyle: "short" });
  expect(clock.format(due)).toBe(at);
  expect(silence(talk, due)).toContain("Sigue pendiente");
});

test("an alarm that rings late, at night, wakes nobody", () => {
  const talk = asked("gasté como 80 lucas");
  const late = NOON + 11 * HOUR_MS;
  expect(silence(talk, late)).toBeNull();
  expect(nextDue(talk.dialogue, late)).toBe(NOON + 20 * HOUR_MS);
});

test("no reminder once Meta's window is closed", () => {
  const talk = asked("gasté como 80 lucas");
  talk.dialogue.last_heard_at = ASKED - 23 * HOUR_MS;
  expect(nextDue(talk.dialogue, ASKED)).toBe(ASKED + DAY_MS);
});

test("what was let go is told in one line with the next thing that is said", () => {
  const talk = asked("gasté como 80 lucas");
  silence(talk, ASKED + DAY_MS);
  sayAt(talk, "vendí 10 lucas", ASKED + 30 * HOUR_MS);
  expect(talk.answer).toMatch(
    /^No anoté \$80\.000: quedó sin respuesta\. Mándamelo de nuevo si quieres\.\n\n✅ \*Ingreso anotado: \$10\.000\*/,
  );
  sayAt(talk, "vendí 20 lucas", ASKED + 31 * HOUR_MS);
  expect(talk.answer).not.toContain("No anoté");
});

test("an answer that comes after a day finds no question, even where no alarm rang", () => {
  const talk = asked("gasté como 80 lucas");
  expect(actsOf(sayAt(talk, "en bencina", ASKED + DAY_MS + HOUR_MS))).toEqual([]);
  expect(talk.answer).toContain("No anoté $80.000");
});

test("several that were let go are one line", () => {
  const talk = asked("gasté como 80 lucas");
  say(talk, "gasté como 30 lucas");
  silence(talk, ASKED + DAY_MS + HOUR_MS);
  sayAt(talk, "hola", ASKED + 26 * HOUR_MS);
  expect(talk.answer.split("\n")[0]).toBe(
    "No anoté $80.000 y $30.000: quedaron sin respuesta. Mándamelos de nuevo si quieres.",
  );
});

test("a document is asked about once, and then goes to review", () => {
  const talk = talkIn();
  say(talk, "hola");
  hearPaper(talk);
  const at = NOON + 2 * SECOND;
  talk.dialogue.last_heard_at = at;
  expect(silence(talk, at + 2 * HOUR_MS)).toBe(
    "Sigue pendiente: el documento de Sodimac por $45.670. ¿Es correcto? *Sí* o *no*.",
  );
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Sí", "No"]);
  const over = duringSilence(talk.dialogue, { now: at + DAY_MS, today: "2026-11-19" });
  expect(over?.effects).toEqual([{ kind: "settle_document", document_id: "D1", state: "review" }]);
  const taken = sayAt(talk, "hola", at + DAY_MS + HOUR_MS);
  expect(taken.effects).toEqual([{ kind: "settle_document", document_id: "D1", state: "review" }]);
  expect(talk.answer).toContain(
    "No anoté el documento de Sodimac por $45.670: quedó sin confirmar y lo guardé para revisarlo.",
  );
});

test("a shared prefix is asked about again, and what was kept for it is told", () => {
  const talk = talkIn("US", false);
  sayAt(talk, "sold 150 to Rose", ASKED);
  expect(silence(talk, ASKED + 2 * HOUR_MS)).toContain("which country is your business in?");
  silence(talk, ASKED + DAY_MS);
  sayAt(talk, "hi", ASKED + 25 * HOUR_MS);
  expect(talk.answer).toContain("I did not record “sold 150 to Rose”");
});

test("an edited message that nobody confirms and an [Editar] that nobody answers end after two hours, in silence", () => {
  const talk = asked("gasté 20 lucas en bencina");
  hearSaid(talk, { kind: "edit", text: "gasté 25 lucas en bencina" }, talk.entries[0] ?? null);
  hearSaid(talk, { kind: "choice", id: "edit:E1", title: "Editar" });
  expect(talk.dialogue.open).toHaveLength(2);
  expect(silence(talk, NOON + 3 * HOUR_MS)).toBe("");
  expect(talk.dialogue.open).toEqual([]);
  expect(talk.dialogue.let_go).toEqual([]);
});

function asked(text: string): Talk {
  const talk = talkIn();
  say(talk, text);
  talk.dialogue.last_heard_at = ASKED;
  return talk;
}

function sayAt(talk: Talk, text: string, at: number): ReturnType<typeof say> {
  talk.dialogue.last_heard_at = at;
  return hearAll(talk, [{ ...heard(talk, { kind: "text", text, voice: false }), at }]);
}

/** What is said unasked at `now`: null where nothing was due, empty where it was without a word. */
function silence(talk: Talk, now: number): string | null {
  const waited = duringSilence(talk.dialogue, { now, today: "2026-11-18" });
  const { membership } = talk.dialogue;
  if (!waited || !membership) return null;
  talk.dialogue = waited.dialogue;
  if (!waited.reply) return "";
  const said = compose(waited.reply, [], membership);
  talk.buttons = said.buttons;
  return said.text;
}

function hearPaper(talk: Talk): void {
  const blank = blankExtraction("CL");
  const fields = { ...blank.fields, total_minor: 45_670, date: "2026-11-17", merchant: "Sodimac" };
  const extraction: Extraction = { ...blank, kind: "boleta", fields };
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id: "D1", extraction } });
}
