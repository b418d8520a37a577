import { expect, test } from "vitest";
import { parseTimbre } from "#dte";
import { paperIdOf } from "#src/documents/paper-id.ts";
import { isProvenPurchase, wayOf } from "#src/documents/proof.ts";
import { readDteDocuments } from "#src/documents/read/dte.ts";
import { merge } from "#src/documents/read/merge.ts";
import type { Read } from "#src/documents/extraction.ts";
import { paperIdOf as paperIdOfListed } from "#src/sii/keep/paper-id.ts";
import { dte, file, type Made, TODAY } from "../../golden/dte/make.ts";
import { ANDES, document, rut } from "../sii/reconcile/made.ts";

const OWN = "97975000-5";
const SUPPLIER = ANDES.rut;
const [ONE, OTHER] = [rut(76_543_210), rut(77_654_321)];

test("an electronic document and the line that lists it are one paper", async () => {
  const bought = { issuer: SUPPLIER, receiver: OWN, folio: 12 };
  for (const type of [33, 34, 43, 56, 61]) {
    expect(paperIdOf(await read({ ...bought, type }))).toEqual(listed({ type, side: "compra" }));
  }
});

test("a factura de compra of ours and the line that lists it are one paper, and no sale of ours", async () => {
  const ours = { issuer: OWN, receiver: SUPPLIER, folio: 12 };
  const purchase = await read({ ...ours, type: 46 });
  expect(paperIdOf(purchase)).toEqual(listed({ type: 46, side: "compra" }));
  expect(paperIdOf(purchase)).not.toEqual(paperIdOf(await read({ ...ours, type: 33 })));
  expect(paperIdOf(await read({ ...ours, type: 33 }))).toEqual(listed({ type: 33, side: "venta" }));
});

test("of two customers each has a factura de compra of that folio", async () => {
  const sold = [ONE, OTHER].map((issuer) => read({ type: 46, issuer, receiver: OWN, folio: 12 }));
  const [one, other] = (await Promise.all(sold)).map(paperIdOf);
  expect(one).toEqual(listed({ type: 46, side: "venta", rut: ONE }));
  expect(other).toEqual(listed({ type: 46, side: "venta", rut: OTHER }));
  expect(one).not.toEqual(other);
});

test("in a factura de compra the receiver has sold, by its XML and by its stamp", async () => {
  const ours = { type: 46, issuer: OWN, receiver: SUPPLIER, receiverName: "Agrícola Los Andes" };
  const theirs = { type: 46, issuer: ONE, receiver: OWN };
  for (const how of [read, readStamp]) {
    const purchase = await how(ours);
    expect(purchase).toMatchObject({
      sii_type: 46,
      fields: { merchant: "Agrícola Los Andes", merchant_tax_id: SUPPLIER, receiver_tax_id: OWN },
    });
    expect(wayOf(purchase, OWN)).toBe("egreso");
    const sale = await how(theirs);
    expect(wayOf(sale, OWN)).toBe("ingreso");
    expect(isProvenPurchase({ ...sale, authenticity: { verdict: "authentic", reasons: [] } }, OWN)).toBe(false);
  }
});

test.each([
  [39, "boleta"],
  [41, "boleta"],
  [52, "guia"],
])("of type %d a photo without its stamp is still the same paper", async (type, kind) => {
  const signed = await read({ type, issuer: SUPPLIER, receiver: OWN });
  const { sii_type: _, ...printed } = signed;
  expect(paperIdOf(signed)).toMatchObject({ kind });
  expect(paperIdOf(signed)).toEqual(paperIdOf(printed));
});

function listed({ rut: of = SUPPLIER, ...given }: { type: number; side: "compra" | "venta"; rut?: string }) {
  return paperIdOfListed(document({ ...given, folio: "12", counterparty: { ...ANDES, rut: of } }), OWN);
}

async function read(made: Made): Promise<Read> {
  const answer = await readDteDocuments(file(dte(made)), { country: "CL", today: TODAY });
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.value;
}

async function readStamp(made: Made): Promise<Read> {
  const timbre = parseTimbre(/<TED.*<\/TED>/.exec(dte(made))?.[0] ?? "");
  if (timbre === null) throw new Error("no stamp");
  const judgement = { verdict: "unverified", reasons: [] } as const;
  const stamp = { timbre, judgement: { ...judgement, reasons: [] } };
  return merge({ stamp, qr: null, text: null, problems: [] }, { country: "CL", today: TODAY });
}
