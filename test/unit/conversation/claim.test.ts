import { expect, test } from "vitest";
import type { ClaimLine } from "#sii";
import { claimCommandOf } from "#src/conversation/flows/claim.ts";
import { compose } from "#src/conversation/compose.ts";
import { actsOf, heard, hearAll, membershipIn, say, talkIn, tap, type Talk } from "./talking.ts";

const ACD = ["ACD"];
const RCD = ["RCD"];

test.each([
  ["aceptar factura 99", { folio: "99", name: null }, ACD],
  ["acepta la 99", { folio: "99", name: null }, ACD],
  ["Quiero aceptar la factura N° 99 de Molinos San Cristóbal", { folio: "99", name: "molinos san cristobal" }, ACD],
  ["aceptar la factura de Molinos", { folio: null, name: "molinos" }, ACD],
  ["acusar recibo de la factura 99", { folio: "99", name: null }, ["ERM"]],
  ["reclamar la 99", { folio: "99", name: null }, RCD],
  ["reclamar la 99 (de Envases del Sur)", { folio: "99", name: "envases del sur" }, RCD],
  ["rechaza la factura 6200", { folio: "6200", name: null }, RCD],
  ["reclamar factura 99 porque el precio está malo", { folio: "99", name: null }, RCD],
  ["reclamar 99 por falta de mercadería", { folio: "99", name: null }, ["RFT", "RFP"]],
  ["reclamar la factura 99 por falta total", { folio: "99", name: null }, ["RFT"]],
  ["reclamar la 99 porque no llegó", { folio: "99", name: null }, ["RFT"]],
  ["reclamar la 99 de Norte Grande, llegó incompleta", { folio: "99", name: "norte grande" }, ["RFP"]],
  ["reclamar 99 porque faltaron cajas", { folio: "99", name: null }, ["RFP"]],
])("«%s» names %o and asks for %o", (text, named, actions) => {
  expect(claimCommandOf(text)).toEqual({ named, actions });
});

test.each([
  "acepto",
  "aceptar",
  "acepta 99 lucas de Pedro",
  "reclamar la plata a Pedro",
  "reclamé 20 lucas al banco",
  "pagué la factura 99",
  "reclamos por factura",
])("«%s» names no document", (text) => {
  expect(claimCommandOf(text)).toBeNull();
});

function line(folio: string, name: string): ClaimLine {
  const left = { until: "2026-11-20T15:00:00", days: 2, hours: 3, is_over: false };
  const amounts = { total: 99_960, tax: 15_960 };
  const party = { issuer: "76455871-K", name, date: "2026-11-12", received_at: "2026-11-12T15:00:00" };
  return { id: `D${folio}`, side: "compra", state: "pendiente", type: 33, folio, ...party, ...amounts, left };
}

function asked(text: string, lines: ClaimLine[] = [line("99", "Molinos S.A.")]): Talk {
  const talk = { ...talkIn(), look: { is: "found" as const, lines } };
  say(talk, text);
  return talk;
}

test("shows the document, its days and what it would mean, and does nothing before «sí»", () => {
  const talk = { ...talkIn(), look: { is: "found" as const, lines: [line("99", "Molinos S.A.")] } };
  expect(actsOf(say(talk, "aceptar factura 99")).map(({ kind }) => kind)).toEqual(["claim_look"]);
  expect(talk.answer).toContain("*Factura 99 de Molinos S.A.* por $99.960, del 12-11-2026");
  expect(talk.answer).toContain("Quedan *2 días y 3 horas*, hasta el 20-11-2026 15:00.");
  expect(talk.answer).toContain("su IVA de $15.960 pasa a tu crédito");
  expect(actsOf(say(talk, "sí"))).toEqual([{ kind: "claim", document_id: "D99", action: "ACD" }]);
});

test.each([
  [1, 0, "Queda *1 día*"],
  [0, 1, "Queda *1 hora*"],
  [0, 0, "Queda *menos de una hora*"],
  [1, 1, "Quedan *1 día y 1 hora*"],
  [0, 5, "Quedan *5 horas*"],
])("of %i days and %i hours it says «%s»", (days, hours, words) => {
  const own = line("99", "Molinos S.A.");
  const left = { until: "2026-11-20T15:00:00", days, hours, is_over: false };
  expect(asked("aceptar factura 99", [{ ...own, left }]).answer).toContain(`${words}, hasta el 20-11-2026 15:00.`);
});

test.each(["no", "cancela", "olvídalo"])("«%s» leaves it as it is", (text) => {
  const talk = asked("reclamar la 99");
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(actsOf(say(talk, "sí"))).toEqual([]);
});

test("its buttons mean it, once", () => {
  const talk = asked("reclamar la 99");
  const { buttons } = talk;
  expect(actsOf(tap(talk, "Sí"))).toEqual([{ kind: "claim", document_id: "D99", action: "RCD" }]);
  talk.buttons = buttons;
  expect(actsOf(tap(talk, "Sí"))).toEqual([]);
});

test("after something else was booked «sí» shows it again and says nothing", () => {
  const talk = asked("reclamar la 99");
  say(talk, "gasté 5 lucas en pan");
  expect(actsOf(say(talk, "sí")).map(({ kind }) => kind)).toEqual(["claim_look"]);
});

test("whether all of the goods are missing or a part is asked, and said by neither «sí» alone", () => {
  const talk = asked("reclamar la 99 por falta de mercadería");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Faltó todo", "Faltó una parte", "No"]);
  expect(actsOf(say(talk, "sí")).map(({ kind }) => kind)).toEqual(["claim_look"]);
  expect(actsOf(say(talk, "una parte"))).toMatchObject([{ kind: "claim_look", actions: ["RFP"] }]);
  expect(actsOf(say(talk, "sí"))).toEqual([{ kind: "claim", document_id: "D99", action: "RFP" }]);
});

test.each([["2"], ["la segunda"], ["la de Envases"]])("of two of one folio it is asked which: «%s»", (text) => {
  const talk = asked("aceptar la 99", [line("99", "Molinos S.A."), { ...line("99", "Envases del Sur"), id: "D99b" }]);
  expect(talk.answer).toContain("¿Cuál?");
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(talk.answer).toContain("Envases del Sur");
  expect(actsOf(say(talk, "sí"))).toEqual([{ kind: "claim", document_id: "D99b", action: "ACD" }]);
});

const MOLINOS = line("99", "Molinos S.A.");
const ENVASES = { ...line("99", "Envases del Sur"), id: "D99b", date: "2026-11-14" };

test("of two of one folio each has its row and its button, and neither «sí» nor a name that both have takes one", () => {
  const talk = asked("reclamar la 99", [MOLINOS, ENVASES]);
  expect(talk.answer).toContain("*1.* Factura 99 de Molinos S.A.: $99.960, del 12-11-2026");
  expect(talk.answer).toContain("*2.* Factura 99 de Envases del Sur: $99.960, del 14-11-2026");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["1. Molinos S.A.", "2. Envases del Sur"]);
  expect(actsOf(say(talk, "sí"))).toEqual([]);
  expect(talk.answer).toContain("¿Cuál?");
  expect(actsOf(tap(talk, "2. Envases del Sur"))).toEqual([]);
  expect(talk.answer).toContain("*Factura 99 de Envases del Sur* por $99.960, del 14-11-2026");
  expect(actsOf(tap(talk, "Sí"))).toEqual([{ kind: "claim", document_id: "D99b", action: "RCD" }]);
});

test("a name that several have is asked about again", () => {
  const talk = asked("reclamar la 99", [line("99", "Molinos A"), { ...line("99", "Molinos B"), id: "D99b" }]);
  expect(actsOf(say(talk, "la de Molinos"))).toEqual([]);
  expect(talk.answer).toContain("¿Cuál?");
});

test("one that is closed is asked about beside one that waits, and once it is chosen nothing is left to agree to", () => {
  const talk = asked("reclamar la 99", [ENVASES, { ...MOLINOS, state: "registro" }]);
  expect(talk.answer).toContain("*2.* Factura 99 de Molinos S.A.: $99.960, del 12-11-2026 (ya aceptada)");
  say(talk, "la de Molinos");
  expect(talk.answer).toContain("⚠️ *Factura 99 de Molinos S.A.*: ya está aceptada");
  expect(actsOf(say(talk, "sí"))).toEqual([]);
});

test("what is closed and alone is told so, and «sí» claims nothing", () => {
  const talk = asked("reclamar la 99", [{ ...line("99", "Molinos S.A."), state: "reclamado" }]);
  expect(talk.answer).toContain("ya está reclamada");
  expect(actsOf(say(talk, "sí"))).toEqual([]);
});

test("what is said in the same breath waits until the document was shown", () => {
  const talk = { ...talkIn(), look: { is: "found" as const, lines: [line("99", "Molinos S.A.")] } };
  const items = ["reclamar la 99", "sí"].map((text) => heard(talk, { kind: "text", text, voice: false }));
  expect(hearAll(talk, items).consumed).toBe(1);
});

test.each([
  ["maintenance", "el SII está en mantención."],
  ["wrong_key", "Con *conectar sii* te doy otro enlace."],
] as const)("a claim that %s kept from the SII is promised by nobody: it is to be said again", (trouble, words) => {
  const claimed = { outcome: "hindered", line: line("99", "Molinos S.A."), trouble } as const;
  const reply = { parts: [{ part: "claim_end" as const, ref: 0 }], reply_to: null, today: "2026-11-18" };
  const { text } = compose(reply, [{ kind: "claim", claimed, action: "RCD" }], membershipIn("CL"));
  expect(text).toContain(words);
  expect(text).toContain("dímelo otra vez");
  expect(text).not.toMatch(/sigo/i);
});

test.each([
  ["Molinos S.A.", "Factura 99 de Molinos S.A. Ya"],
  ["Molinos", "Factura 99 de Molinos. Ya"],
])("of «%s» the sentence ends with one dot", (name, words) => {
  const claimed = { outcome: "registered", line: line("99", name), existed: false } as const;
  const reply = { parts: [{ part: "claim_end" as const, ref: 0 }], reply_to: null, today: "2026-11-18" };
  expect(compose(reply, [{ kind: "claim", claimed, action: "ACD" }], membershipIn("CL")).text).toContain(words);
});

test("purchases that wait have no numbers, which would be taken for folios", () => {
  const reply = { parts: [{ part: "claims_pending" as const, ref: 0 }], reply_to: null, today: "2026-11-18" };
  const lines = [line("99", "Molinos"), line("6200", "Envases")];
  const { text } = compose(reply, [{ kind: "claims_pending", lines, connected: true }], membershipIn("CL"));
  expect(text).toContain("• Factura 99 de Molinos: $99.960");
  expect(text).toContain("• Factura 6200 de Envases: $99.960");
  expect(text).not.toContain("*1.*");
});

test("outside Chile nobody has such a register", () => {
  expect(actsOf(say(talkIn("PE"), "aceptar factura 99"))).toEqual([]);
});

test("for good it is said by «sí» alone: «ya dale» has it shown again, and so has the button of an old card", () => {
  const talk = asked("aceptar factura 99");
  for (const words of ["ya dale", "ok", "dale", "sí?"]) {
    expect(actsOf(say(talk, words)).map(({ kind }) => kind)).not.toContain("claim");
  }
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "claim" }]);
  const old = asked("aceptar factura 99");
  const [button] = old.buttons;
  const late = { ...heard(old, { kind: "choice", id: button?.id ?? "", title: "" }) };
  expect(actsOf(hearAll(old, [{ ...late, at: late.at + 16 * 60_000 }]))).toMatchObject([{ kind: "claim_look" }]);
});
