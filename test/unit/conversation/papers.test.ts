import { expect, test } from "vitest";
import { blankExtraction, type Earlier, type Extraction, wayOf } from "#src/documents/index.ts";
import { isQueueCommand } from "#src/conversation/flows/queue.ts";
import { draftOf } from "#src/conversation/draft-of.ts";
import { compose } from "#src/conversation/compose.ts";
import { turn } from "#src/conversation/turn.ts";
import { actsOf, booksOf, heard, hearAll, hearSaid, membershipIn, say, talkIn, tap, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");

const BOLETA: Extraction = {
  ...BLANK,
  kind: "boleta",
  fields: {
    ...BLANK.fields,
    merchant: "SODIMAC S.A.",
    merchant_tax_id: "96792430-K",
    number: "482913377",
    date: "2026-11-18",
    total_minor: 45_670,
    category: "mantencion",
    items: [{ description: "TALADRO PERCUTOR 650W", quantity: 1, amount_minor: 45_670 }],
  },
  confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
  quality: { readable: true, problems: [] },
};

const EARLIER: Earlier = {
  id: "D0",
  at: "2026-11-15T15:00:00.000Z",
  paper: { kind: "boleta", merchant: "SODIMAC S.A.", total_minor: 45_670, currency: "CLP" },
};

let papers = 0;

const photo = (talk: Talk, extraction = BOLETA, maybe?: Earlier) =>
  hearSaid(talk, {
    kind: "document",
    caption: null,
    result: { outcome: "read", document_id: `D${++papers}`, extraction: structuredClone(extraction), maybe },
  });

const kinds = (taken: ReturnType<typeof turn>) => actsOf(taken).map(({ kind }) => kind);

const FOREIGN = {
  ...BOLETA,
  kind: "factura",
  fields: { ...BOLETA.fields, net_minor: 38_378, tax_minor: 7_292 },
} as const;

test.each([
  ["CL", { currency: "CLP", merchant_tax_id: "96792430-K" }, ["RUT: 96792430-K", "IVA: $7.292"]],
  ["CL", { currency: "PEN", merchant_tax_id: "20100066603" }, ["RUC: 20100066603", "IGV: PEN 72,92"]],
  ["CL", { currency: "ARS", merchant_tax_id: "30707382904" }, ["CUIT: 30707382904", "IVA: ARS 72,92"]],
  ["CO", { currency: "COP", merchant_tax_id: "900373115" }, ["NIT: 900373115", "IVA: $72,92"]],
  ["UY", { currency: "UYU", merchant_tax_id: "211003420017" }, ["RUT: 211003420017", "IVA: $72,92"]],
  ["PE", { currency: "USD", merchant_tax_id: "20100066603" }, ["RUC: 20100066603", "IGV: US$72.92"]],
  ["CL", { currency: "USD", merchant_tax_id: "1790016919001" }, ["RUC: 1790016919001", "IVA: US$72,92"]],
  ["EC", { currency: "USD", merchant_tax_id: "1790016919001" }, ["RUC: 1790016919001", "IVA: $72,92"]],
  ["CL", { currency: "USD", merchant_tax_id: null }, ["IVA: US$72,92"]],
])("a business of %s is shown a paper in the words of the country that issued it: %j", (home, issuer, lines) => {
  const talk = talkIn(home);
  photo(talk, { ...FOREIGN, fields: { ...FOREIGN.fields, ...issuer } });
  expect(talk.answer.split("\n")).toEqual(expect.arrayContaining(lines));
});

test("a paper of what was told before is linked to it, with what the person corrected and who said it", () => {
  const talk = talkIn();
  say(talk, "gasté 45.680 en un taladro");
  photo(talk);
  say(talk, "no");
  say(talk, "el total es 45.680");
  const [effect] = actsOf(say(talk, "sí"));
  expect(effect).toMatchObject({
    kind: "link_document",
    entry_id: "E1",
    declined: [],
    answers: [{ field: "total_minor", read: 45_670, said: 45_680, by: "contact:C" }],
  });
  expect(talk.answer).toContain("🔗 *Uní la boleta al egreso de $45.680* (taladro)");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Deshacer", "Editar"]);
});

test("two papers that are confirmed together never take the same entry", () => {
  const talk = talkIn();
  say(talk, "gasté 45.670 en un taladro");
  photo(talk);
  photo(talk, { ...BOLETA, fields: { ...BOLETA.fields, number: "2" } });
  expect(kinds(say(talk, "todos"))).toEqual(["link_document", "book_document"]);
});

test("of two that are alike it is asked, and any way to say which is understood", () => {
  const asked = () => {
    const talk = talkIn();
    say(talk, "gasté 45.670 en un taladro");
    say(talk, "gasté 45.670 en otro taladro");
    photo(talk);
    say(talk, "sí");
    expect(talk.answer).toContain("¿De cuál de estos es la boleta?");
    expect(talk.buttons.map(({ title }) => title)).toEqual(["1", "2", "No, es otro"]);
    return talk;
  };
  for (const words of ["1", "el primero", "la 1"]) {
    expect([words, actsOf(say(asked(), words))[0]]).toMatchObject([words, { kind: "link_document", entry_id: "E2" }]);
  }
  expect(actsOf(tap(asked(), "2"))[0]).toMatchObject({ kind: "link_document", entry_id: "E1" });
  for (const words of ["no", "no, es otro", "ninguno", "es otro gasto", "3"]) {
    expect([words, actsOf(say(asked(), words))[0]]).toMatchObject([
      words,
      { kind: "book_document", declined: ["E2", "E1"] },
    ]);
  }
  for (const words of ["cancela", "olvídalo", "deshacer"]) {
    expect([words, actsOf(say(asked(), words))[0]]).toMatchObject([
      words,
      { kind: "settle_document", state: "discarded" },
    ]);
  }
});

test("a question about a paper stays while something else is told, and is asked again", () => {
  const talk = talkIn();
  say(talk, "gasté 45 lucas en sodimac");
  photo(talk);
  say(talk, "sí");
  expect(talk.answer).toBe("¿Es el egreso de $45.000 «Pago a sodimac» de hoy?");
  say(talk, "vendí 10 lucas");
  expect(talk.answer).toContain("Sigue pendiente: ¿Es el egreso de $45.000");
  expect(actsOf(say(talk, "sí, es ese"))[0]).toMatchObject({ kind: "link_document", entry_id: "E1" });
});

test.each(["sí", "no", "ya", "1"])(
  "a bare «%s» after answers that did not name it books nothing: it is asked again",
  (text) => {
    const talk = talkIn();
    say(talk, "gasté 45 lucas en sodimac");
    photo(talk);
    for (const words of ["sí", "vendí 10 lucas", "vendí 20 lucas"]) say(talk, words);
    expect(talk.answer).not.toContain("Sigue pendiente");
    expect(actsOf(say(talk, text))).toEqual([]);
    expect(talk.answer).toBe("¿Es el egreso de $45.000 «Pago a sodimac» de hoy?");
    expect(actsOf(say(talk, "sí"))[0]).toMatchObject({ kind: "link_document", entry_id: "E1" });
  },
);

test.each([
  ["sí, es ese", "link_document"],
  ["es otro", "book_document"],
])("«%s» says what it is of, whatever was said between", (text, kind) => {
  const talk = talkIn();
  say(talk, "gasté 45 lucas en sodimac");
  photo(talk);
  for (const words of ["sí", "vendí 10 lucas", "vendí 20 lucas"]) say(talk, words);
  expect(actsOf(say(talk, text))[0]).toMatchObject({ kind });
});

test("a bare «sí» to what was named once more beside something else is of that", () => {
  const talk = talkIn();
  say(talk, "gasté 45 lucas en sodimac");
  photo(talk);
  for (const words of ["sí", "vendí 10 lucas"]) say(talk, words);
  expect(actsOf(say(talk, "sí"))[0]).toMatchObject({ kind: "link_document", entry_id: "E1" });
});

test("a shop that is told to be one of ours is known by that name from then on", () => {
  const talk = talkIn();
  say(talk, "le pagué 45.670 a Lalo");
  photo(talk, { ...BOLETA, fields: { ...BOLETA.fields, merchant: "VULCANIZACION EL RAPIDO", items: [] } });
  say(talk, "sí");
  const acts = actsOf(tap(talk, "Sí, es ese"));
  expect(acts.map(({ kind }) => kind)).toEqual(["link_document", "learn"]);
  expect(talk.rules).toMatchObject([{ kind: "same", match: "VULCANIZACION EL RAPIDO" }]);
});

test("a picture that looks like an earlier one asks whether it was sent, and both answers count", () => {
  const asked = () => {
    const talk = talkIn();
    photo(talk, BOLETA, EARLIER);
    expect(talk.answer).toContain(
      "Se parece mucho a la boleta de SODIMAC S.A. por $45.670 que me llegó el 15-11-2026: ¿ya la enviaste?",
    );
    expect(talk.buttons.map(({ title }) => title)).toEqual(["Es la misma", "Es otra"]);
    return talk;
  };
  for (const words of ["sí", "es la misma", "la misma", "ya la envié"]) {
    expect([words, actsOf(say(asked(), words))[0]]).toMatchObject([
      words,
      { kind: "settle_document", state: "discarded" },
    ]);
  }
  const other = asked();
  tap(other, "Es otra");
  expect(other.answer).toContain("¿Es correcto?");
  expect(kinds(say(other, "sí"))).toEqual(["book_document"]);
});

test("where it is asked whether it was sent, the number and the day of both are told", () => {
  const talk = talkIn();
  const paper = { kind: "boleta", merchant: "SODIMAC S.A.", total_minor: 45_670, currency: "CLP" } as const;
  photo(talk, BOLETA, { ...EARLIER, paper: { ...paper, number: null, date: "2026-11-14" } });
  expect(talk.answer).toContain("📄 Boleta 482913377 de SODIMAC S.A. por $45.670 (18-11-2026)");
  expect(talk.answer).toContain("a la boleta de SODIMAC S.A. por $45.670 (14-11-2026) que me llegó");
  photo(talk, BOLETA, { ...EARLIER, paper: { ...paper, number: "482913377", date: null } });
  expect(talk.answer).toContain("a la boleta 482913377 de SODIMAC S.A. por $45.670 que me llegó");
});

/** The same picture once more. */
const again = (talk: Talk, earlier: Earlier) =>
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "duplicate", document_id: "D99", earlier } });

test("a picture that comes again while it waits for its «sí» is shown again, with its buttons", () => {
  const talk = talkIn();
  photo(talk);
  expect(actsOf(again(talk, { ...EARLIER, id: `D${papers}`, waits: true }))).toEqual([]);
  expect(talk.answer).toContain("ya me llegó el 15-11-2026 y todavía no está anotado: espera tu respuesta.");
  expect(talk.answer).toContain("¿Es correcto?");
  expect(talk.answer).not.toContain("no lo anoté otra vez");
  expect(talk.buttons[0]?.id).toBe(`yes:D${papers}`);
  expect(kinds(say(talk, "sí"))).toEqual(["book_document"]);
  again(talk, { ...EARLIER, id: `D${papers}` });
  expect(talk.answer).toContain("no lo anoté otra vez");
});

test("one that came again while it is asked what it is of is asked about again", () => {
  const talk = talkIn();
  photo(talk, BOLETA, EARLIER);
  again(talk, { ...EARLIER, id: `D${papers}`, waits: true });
  expect(talk.answer).toContain("¿ya la enviaste?");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Es la misma", "Es otra"]);
});

test("one that waits elsewhere is told where it is taken up", () => {
  const talk = talkIn();
  again(talk, { ...EARLIER, id: "D777", waits: true });
  expect(talk.answer).toContain("todavía no está anotado: con *pendientes* se retoma.");
});

test("a document that came before is named, with the day on which it came", () => {
  const talk = talkIn();
  hearSaid(talk, {
    kind: "document",
    caption: null,
    result: { outcome: "duplicate", document_id: "D9", earlier: EARLIER },
  });
  expect(talk.answer).toContain("(la boleta de SODIMAC S.A. por $45.670, llegó el 15-11-2026)");
  const [unread, today] = [
    { id: "D0", at: EARLIER.at },
    { ...EARLIER, at: "2026-11-18T12:00:00.000Z" },
  ];
  for (const [earlier, words] of [
    [unread, "(llegó el 15-11-2026)"],
    [today, "(la boleta de SODIMAC S.A. por $45.670, llegó hoy)"],
  ] as const) {
    hearSaid(talk, { kind: "document", caption: null, result: { outcome: "duplicate", document_id: "D9", earlier } });
    expect(talk.answer).toContain(words);
  }
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "duplicate", document_id: "D9" } });
  expect(talk.answer).toContain("Ese documento ya lo tenía: no lo anoté otra vez.");
});

test("an altered copy of a document that is booked is said to be one, and nothing is asked or noted", () => {
  const talk = talkIn();
  const result = { outcome: "duplicate", document_id: "D9", earlier: EARLIER, altered: true } as const;
  expect(actsOf(hearSaid(talk, { kind: "document", caption: null, result }))).toEqual([]);
  expect(talk.answer).toContain("no lo anoté otra vez.\n⚠️ Timbre alterado: no corresponde al contenido");
  expect(talk.answer).not.toContain("¿");
});

test("an altered copy that was let go once its «sí» came is said to be one", () => {
  const reply = { parts: [{ part: "booked" as const, ref: 0, evidence: [], verdict: null }], reply_to: null };
  const said = (altered?: true) =>
    compose(
      { ...reply, today: "2026-11-18" },
      [{ kind: "not_waiting", ...(altered && { altered }) }],
      membershipIn("CL"),
    ).text;
  expect(said()).toBe("Ese documento ya no está pendiente.");
  expect(said(true)).toContain("Ese documento ya no está pendiente.\n⚠️ Timbre alterado");
});

test.each(["pagada", "pagué la mitad", "pagué 50 lucas y debo el resto", "a crédito"])(
  "«%s» beside a document that came before is not taken up, and that is said with the words for it",
  (caption) => {
    const talk = talkIn();
    const result = { outcome: "duplicate", document_id: "D9", earlier: EARLIER } as const;
    expect(actsOf(hearSaid(talk, { kind: "document", caption, result }))).toEqual([]);
    expect(talk.answer).toContain(`Lo que venía escrito («${caption}») no lo anoté.`);
    expect(talk.answer).toContain("basta con *pagué la factura* y su número");
    hearSaid(talk, { kind: "document", caption: "la del almacén", result });
    expect(talk.answer).not.toContain("no lo anoté.");
  },
);

test("«deshacer» parts a paper from its entry, «bórralo» takes the entry", () => {
  const talk = talkIn();
  say(talk, "gasté 5 lucas en pan");
  const [undo] = actsOf(say(talk, "deshacer"));
  expect(undo).toMatchObject({ kind: "undo", parting: true });
  const other = talkIn();
  say(other, "gasté 5 lucas en pan");
  expect(actsOf(say(other, "bórralo"))[0]).not.toHaveProperty("parting");
});

test("another category for an issuer holds for its next paper, by its name or its number", () => {
  const talk = talkIn();
  photo(talk);
  say(talk, "no");
  say(talk, "era para equipamiento");
  say(talk, "sí");
  photo(talk, { ...BOLETA, fields: { ...BOLETA.fields, merchant: "Sodimac", number: "3" } });
  expect(talk.answer).toContain("Categoría sugerida: Equipamiento");
  const nameless = talkIn();
  const unnamed = { ...BOLETA, fields: { ...BOLETA.fields, merchant: null } };
  photo(nameless, unnamed);
  say(nameless, "no");
  say(nameless, "era para equipamiento");
  say(nameless, "sí");
  photo(nameless, { ...unnamed, fields: { ...unnamed.fields, number: "4" } });
  expect(nameless.answer).toContain("Categoría sugerida: Equipamiento");
});

test("what waits is listed, and taken up by its number", () => {
  const talk = talkIn();
  const draft = draftOf({ document_id: "D7", message_id: "doc-D7", extraction: BOLETA, own_tax_id: null });
  const unread = draftOf({ document_id: "D8", message_id: "doc-D8", extraction: BLANK, own_tax_id: null });
  const waiting = [
    { draft, waits: "review" as const, earlier: null },
    { draft: unread, waits: "review" as const, earlier: null },
    { draft, waits: "answer" as const, earlier: EARLIER },
  ];
  const ask = (text: string, dialogue = talk.dialogue) => {
    const books = { ...booksOf(talk), waiting };
    return turn(dialogue, [heard(talk, { kind: "text", text, voice: false })], books);
  };
  const listed = ask("pendientes");
  expect(listed.reply && compose(listed.reply, [], membershipIn("CL")).text).toContain(
    "📄 *Documentos pendientes*\n" +
      "1. Boleta de SODIMAC S.A. por $45.670 (18-11-2026): por revisar\n" +
      "2. Documento: por revisar\n" +
      "3. Boleta de SODIMAC S.A. por $45.670 (18-11-2026): con una pregunta\n" +
      "¿Cuál vemos? Basta con su número.",
  );
  const first = ask("1", listed.dialogue);
  expect(first.effects).toMatchObject([{ kind: "settle_document", document_id: "D7", state: "needs_confirmation" }]);
  expect(first.reply?.reply_to).toBeNull();
  expect(ask("sí", first.dialogue).effects[0]).toMatchObject({ kind: "book_document", document_id: "D7" });
  expect(ask("2", listed.dialogue).reply?.parts).toMatchObject([{ part: "draft" }]);
  expect(ask("la última", listed.dialogue).reply?.parts).toMatchObject([{ part: "ask_twin" }]);
  expect(ask("9", listed.dialogue).effects).toEqual([]);
  expect(ask("sí", listed.dialogue).reply?.parts).toMatchObject([{ part: "draft", draft: { document_id: "D7" } }]);
  waiting.shift();
  waiting.pop();
  const settled = ask("1", listed.dialogue);
  expect(settled.effects).toEqual([]);
  expect(settled.reply?.parts).toEqual([{ part: "document_settled" }]);
});

test("the command that lists what waits is known in all its wordings, and is no other", () => {
  for (const text of [
    "pendientes",
    "Documentos pendientes",
    "ver mis pendientes",
    "boletas por confirmar",
    "¿Qué está pendiente?",
    "que hay pendiente",
    "documentos por revisar",
    "pending documents",
    "documentos pendentes",
  ]) {
    expect([text, isQueueCommand(text)]).toEqual([text, true]);
  }
  for (const text of [
    "deudas pendientes",
    "pagos pendientes",
    "cuentas pendientes",
    "tengo un pago pendiente de 20 lucas",
  ]) {
    expect([text, isQueueCommand(text)]).toEqual([text, false]);
  }
});

test("a paper of a hundred long items fits under its buttons", () => {
  const talk = talkIn();
  const description = "ARTICULO DE NOMBRE LARGUISIMO QUE NO TERMINA NUNCA";
  const items = Array.from({ length: 100 }, () => ({ description, quantity: 1, amount_minor: 999_999_999 }));
  const series = "S".repeat(40);
  photo(talk, {
    ...BOLETA,
    kind: "factura",
    authenticity: { verdict: "altered", reasons: [] },
    quality: { readable: true, problems: ["blur"] },
    fields: { ...BOLETA.fields, items, series, merchant: "M".repeat(300), receiver_tax_id: "76543210-3" },
  });
  expect(Array.from(talk.answer).length).toBeLessThanOrEqual(1_024);
  expect(talk.answer).toMatch(/… y \d+ más/);
  expect(talk.answer).toContain("Salió movida");
});

const CREDIT_NOTE: Extraction = {
  ...BOLETA,
  kind: "nota_credito",
  fields: { ...BOLETA.fields, number: "77", total_minor: 12_000 },
};

test("a credit note from a seller is money that comes back from them", () => {
  const talk = talkIn();
  photo(talk, CREDIT_NOTE);
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    {
      kind: "book_document",
      entry: { type: "ingreso", amount_minor: 12_000, category: "otros_ingresos", counterparty: "SODIMAC S.A." },
    },
  ]);
});

test("a credit note that the business issued itself is money that it gives back", () => {
  const own = { ...CREDIT_NOTE, fields: { ...CREDIT_NOTE.fields, merchant_tax_id: "76123456-0" } };
  expect(wayOf(own, "76123456-0")).toBe("egreso");
  expect(wayOf({ ...own, kind: "factura" }, "76123456-0")).toBe("ingreso");
  expect(wayOf(own, null)).toBe("ingreso");
});

/** A talk of the business whose papers these are. */
function talkOfIssuer(): Talk {
  const talk = talkIn();
  talk.dialogue = { ...talk.dialogue, membership: { ...membershipIn("CL"), tax_id: "96792430-K" } };
  return talk;
}

test("what the business issued itself is booked with nobody, and a credit note of its own under no purchase", () => {
  const sold = talkOfIssuer();
  photo(sold);
  expect(actsOf(say(sold, "sí"))).toMatchObject([
    { entry: { type: "ingreso", category: "ventas", counterparty: null, amount_minor: 45_670 } },
  ]);
  const returned = talkOfIssuer();
  photo(returned, CREDIT_NOTE);
  expect(actsOf(say(returned, "sí"))).toMatchObject([
    { entry: { type: "egreso", category: null, counterparty: null, amount_minor: 12_000 } },
  ]);
});

test("a paper whose way a person turns around is booked with nobody: it is their own", () => {
  const talk = talkIn();
  photo(talk, CREDIT_NOTE);
  say(talk, "no");
  say(talk, "no, fue un egreso");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { type: "egreso", category: null, counterparty: null } }]);
});

test("a discount shows one sign, and a quantity that was read is shown", () => {
  const talk = talkIn();
  const items = [
    { description: "HARINA 1KG", quantity: 3, amount_minor: 3_690 },
    { description: "QUESO", quantity: 0.5, amount_minor: 4_000 },
    { description: "PAN", quantity: 1, amount_minor: 1_000 },
    { description: "DESCUENTO", quantity: null, amount_minor: -1_500 },
  ];
  photo(talk, { ...BOLETA, fields: { ...BOLETA.fields, items } });
  expect(talk.answer).toContain(
    "1. 3 × HARINA 1KG - $3.690\n2. 0,5 × QUESO - $4.000\n3. PAN - $1.000\n4. DESCUENTO -$1.500",
  );
});

const media = { kind: "image", id: "M", mime_type: "image/jpeg", sha256: null, filename: null, url: null } as const;

test("while pictures are still being read, «sí» and «pendientes» are told so, and it ends with them", () => {
  const talk = talkIn();
  const sent = [1, 2].map(() => heard(talk, { kind: "paper", media, line: "L", caption: null }));
  hearAll(talk, sent);
  for (const words of ["sí", "pendientes", "no"]) {
    say(talk, words);
    expect([words, talk.answer]).toEqual([words, expect.stringContaining("Todavía estoy leyendo 2 documentos")]);
  }
  const result = { outcome: "read", document_id: "DR", extraction: structuredClone(BOLETA) } as const;
  for (const { id, at } of sent) {
    const said = { kind: "document", caption: null, result } as const;
    hearAll(talk, [{ id, at, said, about: null, gone: false }]);
  }
  say(talk, "pendientes");
  expect(talk.answer).toContain("Documentos pendientes");
});

test("a reading of which nothing is heard any more is not told for ever", () => {
  const talk = talkIn();
  hearSaid(talk, { kind: "paper", media, line: "L", caption: null });
  talk.said += 10 * 60;
  say(talk, "sí");
  expect(talk.answer).toContain("No tengo nada pendiente de confirmar");
});

test.each(["fue el 3 de diciembre", "3 de diciembre", "sí, pero fue el 3 de diciembre"])(
  "«%s» of a paper in November: last year's day is asked, and not booked in silence",
  (words) => {
    const talk = talkIn();
    photo(talk);
    expect(kinds(say(talk, words))).toEqual([]);
    expect(talk.answer).toContain("Este año ese día aún no llega, así que puse 03-12-2025. ¿Está bien así?");
    say(talk, "fue el 16");
    expect(talk.answer).toContain("¿Es correcto?");
    expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { date: "2026-11-16" } }]);
  },
);

test.each(["fue el 3 de diciembre de 2025", "fue el 3 de noviembre", "fue ayer"])(
  "«%s» of a paper is not doubted",
  (words) => {
    const talk = talkIn();
    photo(talk);
    say(talk, words);
    expect(talk.answer).toContain("¿Es correcto?");
  },
);

test("a paper without a day says that it is booked as of today, and takes another", () => {
  const talk = talkIn();
  photo(talk, { ...BOLETA, fields: { ...BOLETA.fields, date: null } });
  expect(talk.answer).toContain("📅 No leí la fecha: la anoto con la de hoy.");
  say(talk, "es de ayer");
  expect(talk.answer).not.toContain("No leí la fecha");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { date: "2026-11-17", amount_minor: 45_670 } }]);
});
