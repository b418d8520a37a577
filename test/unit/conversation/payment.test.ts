import { expect, test } from "vitest";
import { actsOf, hearAll, heard, say, tap, talkIn, type Talk } from "./talking.ts";

/** A talk in which these were said before. */
function after(...said: string[]): Talk {
  const talk = talkIn();
  for (const words of said) say(talk, words);
  return talk;
}

test("a payment of the one open debt settles it, in whatever spelling the name comes", () => {
  const talk = after("le fié 40 lucas a don Pedro");
  expect(actsOf(say(talk, "don pedro me pagó 12 lucas"))).toMatchObject([
    {
      entry: {
        type: "ingreso",
        direction: "por_cobrar",
        settles_id: "E1",
        amount_minor: 12_000,
        category: null,
        counterparty: "don Pedro",
      },
    },
  ]);
  expect(talk.answer).toContain("Te quedan debiendo $28.000.");
  say(talk, "Pedro me pagó 28 lucas");
  expect(talk.answer).toContain("Con esto la deuda queda pagada.");
});

test("what we pay settles what we owe", () => {
  const talk = after("le debo 100 lucas a la distribuidora");
  expect(actsOf(say(talk, "le pagué 10 lucas a la distribuidora"))).toMatchObject([
    { entry: { type: "egreso", direction: "por_pagar", settles_id: "E1" } },
  ]);
  expect(talk.answer).toContain("Le quedas debiendo $90.000.");
});

test("a loan is paid back as a loan, by the name of whoever lent it", () => {
  const talk = after("me prestaron 500 lucas en el banco");
  expect(actsOf(say(talk, "abono 30 lucas a la deuda con el banco"))).toMatchObject([
    { entry: { type: "egreso", direction: "por_pagar", settles_id: "E1", loan: true, amount_minor: 30_000 } },
  ]);
  expect(talk.answer).toContain("Le quedas debiendo $470.000.");
});

test("a payment that names its own purpose is a purchase, unless the debt was for just that", () => {
  const talk = after("le debo 100 lucas a la distribuidora");
  const [bought] = actsOf(say(talk, "le pagué 10 lucas de harina a la distribuidora"));
  expect(bought).toMatchObject({ entry: { direction: null, concept: "harina" } });
  const flour = after("le debo 50 lucas de harina a la distribuidora");
  expect(actsOf(say(flour, "le pagué 10 lucas de harina a la distribuidora"))).toMatchObject([
    { entry: { settles_id: "E1", concept: "harina" } },
  ]);
});

test.each(["vendí 10 lucas a don Pedro", "le vendí 10 lucas de pan a don Pedro", "compré 10 lucas a don Pedro"])(
  "«%s» is no payment of what don Pedro owes",
  (words) => {
    const talk = after("le fié 40 lucas a don Pedro", "le debo 40 lucas a don Pedro");
    expect(actsOf(say(talk, words))).toMatchObject([{ entry: { direction: null } }]);
  },
);

test("a debt in another currency is another debt", () => {
  const talk = after("le fié 40 lucas a don Pedro");
  expect(actsOf(say(talk, "don Pedro me pagó 12 dólares"))).toMatchObject([{ entry: { direction: null } }]);
});

test("several open debts are named, oldest first, and the chosen one is paid", () => {
  const talk = after("le fié 40 lucas a don Pedro", "le fié 25 lucas de pan a don Pedro");
  expect(actsOf(say(talk, "don pedro me pagó 12 lucas"))).toEqual([]);
  expect(talk.answer).toContain("Hay varias deudas abiertas de *don Pedro*. ¿Cuál pagó?");
  expect(talk.answer).toContain("1. Venta fiada a don Pedro, 18-11-2026: $40.000\n2. pan, 18-11-2026: $25.000");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["18-11: $40.000", "18-11: $25.000", "La más antigua"]);
  expect(actsOf(tap(talk, "18-11: $25.000"))).toMatchObject([
    { entry: { settles_id: "E2", amount_minor: 12_000, source_ref: "whatsapp:wamid.3:0" } },
  ]);
  expect(talk.answer).toContain("Te quedan debiendo $53.000.");
  expect(talk.dialogue.open).toEqual([]);
});

test.each([
  ["la más antigua", "E1"],
  ["2", "E2"],
  ["la de 25", "E2"],
  ["la del pan", "E2"],
  ["la última", "E2"],
])("«%s» says which debt is paid", (words, debt) => {
  const talk = after("le fié 40 lucas a don Pedro", "le fié 25 lucas de pan a don Pedro", "don Pedro me pagó 12 lucas");
  expect(actsOf(say(talk, words))).toMatchObject([{ entry: { settles_id: debt, amount_minor: 12_000 } }]);
});

test("more debts than buttons are a numbered list with the oldest as its last line", () => {
  const owed = ["40 lucas", "25 lucas de pan", "10 lucas de leche"].map((what) => `le fié ${what} a don Pedro`);
  const talk = after(...owed, "don Pedro me pagó 12 lucas");
  expect(talk.answer).toMatch(/\n1\. .*\n2\. pan.*\n3\. leche.*\n4\. La más antigua$/);
  expect(talk.buttons).toEqual([]);
  expect(actsOf(say(talk, "3"))).toMatchObject([
    { entry: { settles_id: "E3", amount_minor: 10_000 } },
    { entry: { settles_id: "E1", amount_minor: 2_000 } },
  ]);
  const other = after(...owed, "don Pedro me pagó 12 lucas");
  expect(actsOf(say(other, "4"))).toMatchObject([{ entry: { settles_id: "E1", amount_minor: 12_000 } }]);
});

test("of two open questions the newer one takes the answer", () => {
  const talk = after("le fié 40 lucas a don Pedro", "le fié 25 lucas de pan a don Pedro", "don Pedro me pagó 12 lucas");
  say(talk, "pagué el arriendo");
  expect(actsOf(say(talk, "25 lucas"))).toMatchObject([{ entry: { type: "egreso", amount_minor: 25_000 } }]);
  expect(actsOf(say(talk, "la del pan"))).toMatchObject([{ entry: { settles_id: "E2", amount_minor: 12_000 } }]);
});

test("a debt and its payment in one message are booked together", () => {
  const talk = after("hola");
  expect(actsOf(say(talk, "le fié 40 lucas a don Pedro y don Pedro me pagó 10 lucas"))).toMatchObject([
    { entry: { type: "deuda", amount_minor: 40_000 } },
    { entry: { type: "ingreso", direction: "por_cobrar", category: null, amount_minor: 10_000 } },
  ]);
});

test("a payment that names nobody asks whose debt it pays", () => {
  const talk = after("le fié 40 lucas a don Pedro", "le fié 20 lucas de pan a Ana", "me abonaron 15 lucas");
  expect(talk.answer).toContain("1. Venta fiada a don Pedro, 18-11-2026: $40.000\n2. Ana: pan, 18-11-2026: $20.000");
  expect(actsOf(say(talk, "la de Ana"))).toMatchObject([{ entry: { settles_id: "E2", counterparty: "Ana" } }]);
});

test("a purpose that only one of them has needs no question", () => {
  const talk = after("le fié 40 lucas a don Pedro", "le fié 25 lucas de pan a don Pedro");
  expect(actsOf(say(talk, "don Pedro me pagó 12 lucas del pan"))).toMatchObject([{ entry: { settles_id: "E2" } }]);
});

test("something else said while we ask which debt stays itself, and the question waits", () => {
  const talk = after("le fié 40 lucas a don Pedro", "le fié 25 lucas de pan a don Pedro", "don Pedro me pagó 12 lucas");
  expect(actsOf(say(talk, "vendí 40 lucas"))).toMatchObject([{ entry: { direction: null, amount_minor: 40_000 } }]);
  expect(actsOf(say(talk, "la más antigua"))).toMatchObject([{ entry: { settles_id: "E1", amount_minor: 12_000 } }]);
});

test("a correction while we ask changes what is asked about", () => {
  const talk = after("le fié 40 lucas a don Pedro", "le fié 25 lucas de pan a don Pedro", "don Pedro me pagó 12 lucas");
  expect(actsOf(say(talk, "no, eran 15"))).toEqual([]);
  expect(actsOf(say(talk, "la más antigua"))).toMatchObject([{ entry: { settles_id: "E1", amount_minor: 15_000 } }]);
});

test("«bórralo» while we ask lets the payment go", () => {
  const talk = after("le fié 40 lucas a don Pedro", "le fié 25 lucas de pan a don Pedro", "don Pedro me pagó 12 lucas");
  expect(actsOf(say(talk, "bórralo"))).toEqual([]);
  expect(talk.dialogue.open).toEqual([]);
});

test("more than the debt asks what the rest was", () => {
  const talk = after("le fié 25 lucas a don Pedro");
  say(talk, "don pedro me pagó 40 lucas");
  expect(talk.answer).toContain("es de $25.000, y pagó $15.000 más");
  expect(actsOf(tap(talk, "Deuda y venta"))).toMatchObject([
    { entry: { settles_id: "E1", amount_minor: 25_000, source_ref: "whatsapp:wamid.2:0" } },
    { entry: { direction: null, category: "ventas", amount_minor: 15_000, source_ref: "whatsapp:wamid.2:1" } },
  ]);
});

test("more than the debt may be another sale altogether", () => {
  const talk = after("le fié 25 lucas a don Pedro", "don pedro me abonó 40 lucas");
  expect(actsOf(tap(talk, "Es otra venta"))).toMatchObject([
    { entry: { direction: null, category: "ventas", amount_minor: 40_000 } },
  ]);
});

test("«sí» answers what the rest was; «no» leaves it all unbooked", () => {
  const talk = after("le debo 25 lucas a Soprole", "le pagué 40 lucas a Soprole");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Deuda y gasto", "Es otro gasto"]);
  expect(actsOf(say(talk, "sí"))).toHaveLength(2);
  const other = after("le debo 25 lucas a Soprole", "le pagué 40 lucas a Soprole");
  expect(actsOf(say(other, "no"))).toEqual([]);
  expect(other.answer).toContain("no anoté $40.000");
});

test("a payment of all that somebody owes pays each of the debts", () => {
  const talk = after("le fié 40 lucas a don Pedro", "le fié 25 lucas de pan a don Pedro");
  expect(actsOf(say(talk, "don pedro me pagó 65 lucas"))).toMatchObject([
    { entry: { settles_id: "E1", amount_minor: 40_000 } },
    { entry: { settles_id: "E2", amount_minor: 25_000 } },
  ]);
});

test.each([
  ["le fié 40 lucas a don Pedro", "don pedro me pagó todo"],
  ["le fié 40 lucas a doña Lupe", "ya me pagó doña Lupe"],
  ["le debo 40 lucas a la distribuidora", "le pagué el resto a la distribuidora"],
  ["le debo 40 lucas a la distribuidora", "le pagué lo que le debía a la distribuidora"],
  ["le debo 40 lucas al panadero", "pagué la deuda del panadero"],
  ["le debo 40 lucas a Soprole", "le pagué el resto"],
])("after «%s», «%s» is those 40.000", (owed, paid) => {
  const talk = after(owed);
  expect(actsOf(say(talk, paid))).toMatchObject([{ entry: { settles_id: "E1", amount_minor: 40_000 } }]);
  expect(talk.answer).toContain(`🔎 «${paid.slice(0, 30)}`);
  expect(talk.answer).toContain("» → $40.000\nCon esto la deuda queda pagada.");
});

test("without a debt the amount is asked for, and the question says whose payment it was", () => {
  const talk = after();
  expect(actsOf(say(talk, "don Pedro me pagó todo"))).toEqual([]);
  expect(talk.answer).toContain("¿Cuánto te pagó don Pedro?");
  expect(actsOf(say(talk, "12 lucas"))).toMatchObject([
    { entry: { type: "ingreso", amount_minor: 12_000, counterparty: "don Pedro", concept: "Pago de don Pedro" } },
  ]);
});

test("«pagué el arriendo» without a debt asks how much it was", () => {
  const talk = after();
  say(talk, "pagué el arriendo");
  expect(talk.answer).toContain("¿Cuánto gastaste en arriendo?");
});

test("what was called a payment of a debt is booked as said, and no debt that was found is told", () => {
  const talk = after("vendí 10 lucas a don Pedro");
  expect(actsOf(say(talk, "don Pedro me abonó 5 lucas"))).toMatchObject([
    { entry: { direction: "por_cobrar", amount_minor: 5_000 } },
  ]);
  expect(talk.answer).toContain("No encontré una deuda abierta de *don Pedro*.");
});

test("two payments of one breath pay the same debt one after the other", () => {
  const talk = after("le fié 20 lucas a don Pedro");
  const taken = hearAll(
    talk,
    ["don Pedro me pagó 12 lucas", "don Pedro me pagó 8 lucas"].map((text) =>
      heard(talk, { kind: "text", text, voice: false }),
    ),
  );
  expect(taken.consumed).toBe(2);
  expect(actsOf(taken)).toMatchObject([{ entry: { settles_id: "E1" } }, { entry: { settles_id: "E1" } }]);
  expect(talk.answer).toContain("Con esto la deuda queda pagada.");
});

test("a payment waits for the debt that was told in the same breath", () => {
  const talk = after();
  const texts = ["le fié 40 lucas a don Pedro", "don Pedro me pagó 12 lucas"];
  const items = texts.map((text) => heard(talk, { kind: "text", text, voice: false }));
  expect(hearAll(talk, items).consumed).toBe(1);
  expect(actsOf(hearAll(talk, items.slice(1)))).toMatchObject([{ entry: { settles_id: "E1" } }]);
});

test.each([
  { country: "BR", said: ["vendi fiado 40 reais para o Pedro", "o Pedro me pagou 15 reais"], owed: "R$ 25,00" },
  { country: "US", said: ["Peter owes me 40 dollars", "Peter paid me 15 dollars"], owed: "$25.00" },
  { country: "AR", said: ["le debo 40 lucas a Pedro", "le pagué 15 lucas a Pedro"], owed: "$25.000,00" },
])("$country: after $said, $owed are left", ({ country, said, owed }) => {
  const talk = talkIn(country);
  for (const words of said) say(talk, words);
  expect(talk.answer).toContain({ BR: "Ainda te devem", US: "They still owe you", AR: "Le quedás debiendo" }[country]);
  expect(talk.answer).toContain(` ${owed}.\n\n`);
});

test.each([
  ["Pedro me pagó la mitad", 10_000],
  ["Pedro me pagó un cuarto", 5_000],
])("«%s» is that part of the debt", (text, amount_minor) => {
  expect(actsOf(say(after("le fié 20 lucas a Pedro"), text))).toMatchObject([
    { entry: { direction: "por_cobrar", settles_id: "E1", amount_minor } },
  ]);
});

test("the other half is what is left; how much «una parte» is must be asked", () => {
  const talk = after("le fié 20 lucas a Pedro", "Pedro me pagó la mitad");
  expect(actsOf(say(talk, "Pedro me pagó una parte"))).toEqual([]);
  expect(talk.answer).toBe("¿Cuánto te pagó Pedro?");
  say(talk, "cancela");
  expect(actsOf(say(talk, "Pedro me pagó la otra mitad"))).toMatchObject([{ entry: { amount_minor: 10_000 } }]);
  expect(talk.answer).toContain("Con esto la deuda queda pagada.");
});

test.each(["Pedro me pagó 5 lucas y me queda debiendo 15", "Pedro me pagó 5 lucas, me debe 15"])(
  "«%s» says what is left of the debt, and makes no other",
  (text) => {
    const talk = after("le fié 20 lucas a Pedro");
    expect(actsOf(say(talk, text))).toMatchObject([{ entry: { type: "ingreso", amount_minor: 5_000 } }]);
    expect(talk.answer).toContain("Te quedan debiendo $15.000.");
  },
);

test("what is left is told once, after the last of several payments", () => {
  const talk = after("le fié 4 lucas a Carla", "le fié 6 lucas a Carla", "Carla me pagó todo");
  expect(talk.answer.match(/queda/g)).toEqual(["queda"]);
});

test("«todo» of somebody who owes nothing says so", () => {
  expect(after("vendí 4 lucas a Ana", "Ana me pagó todo").answer).toBe(
    "No encontré una deuda abierta de *Ana*. ¿Cuánto te pagó Ana?",
  );
});

test.each([
  ["le debo 100 lucas a Juan", "le pagué 50 lucas a Juan y le debo el resto", "Le quedas debiendo $50.000."],
  ["le fié 90 lucas a la Ana", "la Ana me pagó 50 lucas y me debe el resto", "Te quedan debiendo $40.000."],
  ["debo 300 lucas de arriendo", "pagué 50 lucas del arriendo y el resto a fin de mes", "Le quedas debiendo $250.000."],
])("after «%s», «%s» pays part of it, and the books know the rest", (owed, paid, left) => {
  const talk = after(owed);
  expect(actsOf(say(talk, paid))).toMatchObject([{ entry: { settles_id: "E1", amount_minor: 50_000 } }]);
  expect(talk.answer).toContain(left);
});

test("with nothing owed, what is left to be paid is asked, and then both are booked", () => {
  const talk = after("pagué 50 lucas del arriendo y debo el resto");
  expect(talk.answer).toContain("¿Cuánto queda por pagar, sin contar los $50.000?");
  expect(actsOf(say(talk, "250 lucas"))).toMatchObject([
    { entry: { type: "egreso", amount_minor: 50_000 } },
    { entry: { type: "deuda", direction: "por_pagar", amount_minor: 250_000 } },
  ]);
});

test("the answer may say with whom it was and for what, which holds of what was paid as well", () => {
  const talk = after("pagué 50 lucas y debo el resto");
  const of = { counterparty: "Pedro", concept: "mercadería" };
  expect(actsOf(say(talk, "150 lucas a Pedro por mercadería"))).toMatchObject([
    { entry: { type: "egreso", amount_minor: 50_000, ...of } },
    { entry: { type: "deuda", direction: "por_pagar", amount_minor: 150_000, ...of } },
  ]);
});

test("another deal is no answer to what is left", () => {
  const talk = after("pagué 50 lucas y debo el resto");
  expect(actsOf(say(talk, "vendí 80 lucas a Juan"))).toMatchObject([
    { entry: { type: "ingreso", amount_minor: 80_000 } },
  ]);
});

test.each([
  ["Pedro me pagó 5 lucas y me debe 15", [5_000]],
  ["Pedro me pagó 5 lucas y me debe 10", [5_000]],
  ["Pedro me pagó 5 lucas y me debe 15 de pan", [5_000]],
  ["Pedro me pagó 5 lucas y me debe 40 de pan", [5_000, 40_000]],
])("after Pedro owed 20, «%s» books %j", (words, amounts) => {
  const acts = actsOf(say(after("Pedro me debe 20 lucas"), words));
  expect(acts.map((act) => ("entry" in act ? act.entry.amount_minor : null))).toEqual(amounts);
});

test.each([
  ["le debo 49 lucas a Enel", "pagué la luz", 49_000],
  ["le debo 49 lucas a Enel", "pagué 20 lucas de luz", 20_000],
  ["le debo 18 lucas a Aguas Andinas", "pagué la cuenta del agua", 18_000],
  ["le debo 30 lucas a Movistar", "pagué el internet", 30_000],
])("after «%s», «%s» pays it", (owed, paid, amount_minor) => {
  expect(actsOf(say(after(owed), paid))).toMatchObject([{ entry: { settles_id: "E1", amount_minor } }]);
});

test.each([
  ["le debo 18 lucas a Aguas Andinas", "pagué 20 lucas de luz"],
  ["le debo 49 lucas a Enel", "pagué 20 lucas de pan"],
])("after «%s», «%s» is an expense of its own", (owed, paid) => {
  expect(actsOf(say(after(owed), paid))).toMatchObject([{ entry: { direction: null, amount_minor: 20_000 } }]);
});

test.each([
  ["gasté 20 lucas en pan", "no, lo debo", { type: "deuda", category: "alimentacion" }],
  ["vendí 20 lucas a Juan", "me lo debe", { type: "deuda", category: "ventas" }],
])("after «%s», «%s» is owed under the same category", (told, words, patch) => {
  expect(actsOf(say(after(told), words))).toMatchObject([{ kind: "correct", patch }]);
});

test("what came in after all is of no category of purchases", () => {
  const acts = actsOf(say(after("gasté 20 lucas en pan"), "no, fue un ingreso"));
  expect(acts.map((act) => ("patch" in act ? act.patch : null))).toEqual([{ type: "ingreso" }]);
});
