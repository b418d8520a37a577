import { expect, test } from "vitest";
import { blankExtraction, type DocumentOutcome, type Extraction, type QualityProblem, type Verdict } from "#documents";
import { isScanCommand } from "#src/conversation/flows/scan.ts";
import { quotable } from "#src/conversation/links/scan.ts";
import { readLinkToken, writeLinkToken } from "#src/conversation/links/token.ts";
import type { Turn } from "#src/conversation/turn.ts";
import { actsOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

test.each([
  "escanear",
  "Escanear.",
  "escanea",
  "ESCANEA LA BOLETA",
  "¿puedo escanear una factura?",
  "quiero escanear",
  "escáner",
  "scan",
  "scanner",
  "scan my receipt",
  "escaneie a nota fiscal",
  "digitalizar",
  "escanear el timbre",
])("«%s» asks for the scan page", (text) => {
  expect(isScanCommand(text)).toBe(true);
});

test.each([
  "pagué 5 lucas por escanear",
  "escaneé 20 hojas, 2 lucas",
  "scanner 45 lucas",
  "vendí un escáner en 80 lucas",
  "escanear 10",
  "escandalo",
  "",
])("«%s» does not", (text) => {
  expect(isScanCommand(text)).toBe(false);
});

test("gives one link to who asks, in the words of their country, and books nothing", () => {
  const talk = talkIn("AR");
  const taken = say(talk, "escanear");
  expect(linkOf(taken)).toEqual([{ part: "scan_link", why: "asked", replaces: null }]);
  expect(talk.answer).toContain("Abrí este enlace");
  expect(taken.effects).toEqual([]);
});

test("asks for no model, no books and no second link", () => {
  const talk = talkIn();
  hearSaid(talk, { kind: "text", text: "escanear", voice: true });
  expect(talk.answer.match(/sirve una vez/g)).toHaveLength(1);
});

test.each<[string, Partial<Extraction>, string[]]>([
  ["whose stamp is printed but was not read", { text: "SODIMAC\nTimbre Electrónico SII\nRes. 80" }, ["no_code"]],
  ["whose stamp OCR misspells", { text: "TIMBRE  ELECTR0NICO S.I.I." }, ["no_code"]],
  ["of whose stamp only the last line was read", { text: "Res. 80 - Verifique documento: www.sii.cl" }, ["no_code"]],
  ["that is a PDF", { text: "Timbre Electrónico SII", read_from: "pdf-text" }, []],
  ["that is blurred", { text: "SODIMAC", quality: blurred(["blur"]) }, ["quality"]],
  ["that is sharp and has no stamp", { text: "SODIMAC" }, []],
  ["whose stamp was read", { text: "Timbre Electrónico", read_from: "timbre" }, []],
  ["whose QR was read", { quality: blurred(["glare"]), read_from: "qr" }, []],
])("offers the page beside a paper %s", (_, read, why) => {
  const talk = talkIn();
  const taken = hearPaper(talk, { ...paper("not_applicable"), ...read });
  expect(linkOf(taken).map((part) => part.why)).toEqual(why);
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Sí", "No"]);
});

test("offers it where a photo could not be read, and not where another trouble needs another file", () => {
  const trouble = (code: "unreadable" | "encrypted"): DocumentOutcome => ({
    outcome: "trouble",
    document_id: "D1",
    trouble: code,
  });
  expect(linkOf(hearResult(talkIn(), trouble("unreadable")))).toMatchObject([{ why: "quality", replaces: "D1" }]);
  expect(linkOf(hearResult(talkIn(), trouble("encrypted")))).toEqual([]);
});

test("offers it only where papers carry a code that is read here", () => {
  const blurry = { ...paper("not_applicable"), quality: blurred(["blur"]) };
  expect(linkOf(hearPaper(talkIn("PE"), blurry))).toHaveLength(1);
  expect(linkOf(hearPaper(talkIn("US"), blurry))).toEqual([]);
});

test("a stamp that was scanned is booked at once, as one in a photo is", () => {
  const talk = talkIn();
  const taken = hearScan(talk, paper("authentic"), { replaces: null });
  expect(actsOf(taken)).toMatchObject([{ kind: "book_document", document_id: "S1", entry: { amount_minor: 45_670 } }]);
  expect(talk.buttons.map(({ title }) => title)).toContain("Deshacer");
});

test("takes the place of the photo for which it was scanned, so that nothing is booked twice", () => {
  const talk = talkIn();
  hearPaper(talk, paper("not_applicable"));
  const taken = hearScan(talk, paper("authentic"), { replaces: "D1" });
  expect(actsOf(taken)).toMatchObject([
    { kind: "settle_document", document_id: "D1", state: "discarded" },
    { kind: "book_document", document_id: "S1" },
  ]);
  expect(talk.dialogue.open).toEqual([]);
});

test.each([
  ["CONDICIÓN DE PAGO: CRÉDITO 30 DÍAS", "pagada", { type: "egreso", due_date: null }],
  ["CONDICIÓN DE PAGO: CRÉDITO 30 DÍAS", "a 60 días", { type: "deuda", due_date: "2027-01-16" }],
  ["", "a 30 días", { type: "deuda", due_date: "2026-12-17" }],
  ["CONDICIÓN DE PAGO: CRÉDITO 30 DÍAS", null, { type: "deuda", due_date: "2026-12-17" }],
])("of a photo that prints «%s» it keeps that it is «%s»", (text, words, entry) => {
  const talk = talkIn();
  hearPaper(talk, { ...paper("not_applicable"), kind: "factura", text });
  if (words !== null) say(talk, words);
  const taken = hearScan(talk, { ...paper("authentic"), kind: "factura" }, { replaces: "D1" });
  expect(actsOf(taken)).toContainEqual(expect.objectContaining({ entry: expect.objectContaining(entry) }));
});

test("a stamp that is filed at once says so where another paper is in the picture", () => {
  const talk = talkIn();
  const text = ["BOLETA ELECTRONICA N° 10482", "TOTAL $ 45.670", "BOLETA ELECTRONICA N° 993", "TOTAL: 2.000"].join(
    "\n",
  );
  hearPaper(talk, { ...paper("authentic"), read_from: "timbre", text });
  expect(talk.entries).toHaveLength(1);
  expect(talk.answer).toContain("Parece que vienen dos papeles");
});

test("takes its place even where the photo's total was misread", () => {
  const talk = talkIn();
  hearPaper(talk, withFields({ total_minor: 45_678 }));
  hearScan(talk, paper("test_document"), { replaces: "D1" });
  expect(waiting(talk)).toEqual(["S1"]);
});

test("leaves the photo waiting where the code is another paper's", () => {
  const talk = talkIn();
  hearPaper(talk, withFields({ total_minor: 990, number: "77" }));
  hearScan(talk, withFields({ number: "118" }), { replaces: "D1" });
  expect(waiting(talk)).toEqual(["D1", "S1"]);
});

test("is told apart from a photo that was confirmed meanwhile: the purchase stands already", () => {
  const talk = talkIn();
  hearPaper(talk, paper("not_applicable"));
  say(talk, "sí");
  expect(talk.entries).toHaveLength(1);
  const taken = hearScan(talk, paper("authentic"), { replaces: "D1" });
  expect(taken.reply?.parts).toEqual([{ part: "document_duplicate", earlier: null }]);
  expect(actsOf(taken)).toEqual([{ kind: "settle_document", document_id: "S1", state: "discarded" }]);
});

test("a code that says no total contradicts no purchase: the photo's stands", () => {
  const talk = talkIn();
  hearPaper(talk, paper("not_applicable"));
  say(talk, "sí");
  const taken = hearScan(talk, withFields({ total_minor: null }), { replaces: "D1" });
  expect(taken.reply?.parts).toEqual([{ part: "document_duplicate", earlier: null }]);
  expect(actsOf(taken)).toEqual([{ kind: "settle_document", document_id: "S1", state: "discarded" }]);
});

test("asks where the photo was confirmed with another total than the stamp says", () => {
  const talk = talkIn();
  hearPaper(talk, withFields({ total_minor: 45_678 }));
  say(talk, "sí");
  const taken = hearScan(talk, paper("authentic"), { replaces: "D1" });
  expect(taken.effects).toEqual([]);
  expect(waiting(talk)).toEqual(["S1"]);
});

test("quotes no message that never was", () => {
  expect(quotable("scan:0123")).toBeNull();
  expect(quotable("wamid.1")).toBe("wamid.1");
  expect(quotable(null)).toBeNull();
});

test("a token holds the conversation and the secret, in digits and small letters", () => {
  for (const fill of ["0", "f", "a"]) {
    const token = { conversation: fill.repeat(64), secret: fill.repeat(32) };
    const written = writeLinkToken(token);
    expect(written).toMatch(/^[0-9a-z]{75}$/);
    expect(readLinkToken(written)).toEqual(token);
  }
});

test.each(["", "abc", "z".repeat(75), "0".repeat(76), "A".repeat(75), `${"0".repeat(74)} `, "١".repeat(75)])(
  "«%s» is no token",
  (text) => {
    expect(readLinkToken(text)).toBeNull();
  },
);

function paper(verdict: Verdict): Extraction {
  const blank = blankExtraction("CL");
  const fields = { ...blank.fields, total_minor: 45_670, date: "2026-11-17", merchant: "Sodimac" };
  return { ...blank, kind: "boleta", fields, authenticity: { verdict, reasons: [] } };
}

function withFields(fields: Partial<Extraction["fields"]>): Extraction {
  const read = paper("not_applicable");
  return { ...read, fields: { ...read.fields, ...fields } };
}

function blurred(problems: QualityProblem[]): Extraction["quality"] {
  return { readable: true, problems };
}

function hearPaper(talk: Talk, extraction: Extraction): Turn {
  return hearResult(talk, { outcome: "read", document_id: "D1", extraction });
}

function hearResult(talk: Talk, result: DocumentOutcome): Turn {
  return hearSaid(talk, { kind: "document", caption: null, result });
}

function hearScan(talk: Talk, extraction: Extraction, scanned: { replaces: string | null }): Turn {
  const read = { ...extraction, read_from: "timbre" } as const;
  const result = { outcome: "read", document_id: "S1", extraction: read } as const;
  return hearSaid(talk, { kind: "document", caption: null, result, scanned });
}

function linkOf({ reply }: Turn) {
  return (reply?.parts ?? []).flatMap((part) => (part.part === "scan_link" ? [part] : []));
}

function waiting({ dialogue }: Talk): string[] {
  return dialogue.open.flatMap((each) => (each.kind === "document" ? [each.draft.document_id] : []));
}

test("the scan page is offered after a photo nobody could read, but not after one with no paper in it", () => {
  const unread = (blank?: true) =>
    hearSaid(talkIn(), {
      kind: "document",
      caption: null,
      result: { outcome: "trouble", document_id: "D", trouble: "unreadable", blank },
    });
  expect(linkOf(unread())).toMatchObject([{ part: "scan_link", why: "quality", replaces: "D" }]);
  expect(linkOf(unread(true))).toEqual([]);
});
