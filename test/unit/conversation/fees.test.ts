import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, hearSaid, say, talkIn } from "./talking.ts";

const BLANK = blankExtraction("CL");
const FEE: Extraction = {
  ...BLANK,
  kind: "boleta",
  fields: { ...BLANK.fields, merchant: "JUAN PEREZ SOTO", number: "312", date: "2026-11-18", total_minor: 169_500 },
  confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
  quality: { readable: true, problems: [] },
  text: "BOLETA DE HONORARIOS ELECTRONICA\nN° 312\nTotal Honorarios: 200.000\n15,25% Retenido: 30.500\nTotal: 169.500",
};

test("of a fee the gross and what is withheld are told, and what is paid is booked", () => {
  const talk = talkIn();
  const result = { outcome: "read" as const, document_id: "D", extraction: FEE };
  hearSaid(talk, { kind: "document", caption: null, result });
  expect(talk.answer).toContain("Honorarios de $200.000 menos la retención de $30.500: se paga el líquido, $169.500.");
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    { entry: { type: "egreso", amount_minor: 169_500, tax_minor: null } },
  ]);
});

test("of a fee that the business itself bills, the client withholds, and it is no tax to pay", () => {
  const talk = talkIn();
  if (talk.dialogue.membership) talk.dialogue.membership.tax_id = "12345678-5";
  const extraction = { ...FEE, fields: { ...FEE.fields, merchant_tax_id: "12345678-5" } };
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id: "D", extraction } });
  expect(talk.answer).toContain("te pagan el líquido, $169.500. La retención la paga tu cliente al fisco");
  expect(talk.answer).not.toContain("La retención se paga aparte");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { type: "ingreso", amount_minor: 169_500 } }]);
});
