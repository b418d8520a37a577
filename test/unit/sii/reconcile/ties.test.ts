import { expect, test } from "vitest";
import type { KnownPaper } from "#sii";
import { keyOf } from "#src/sii/rcv/document.ts";
import { tiesOf } from "#src/sii/reconcile/ties.ts";
import { ANDES, books, document, entry, OWN } from "./made.ts";

// Our sale 12 and our factura de compra 12: of both we are the issuer.
const SALE = document({ type: 33, side: "venta", folio: "12" });
const PURCHASE = document({ type: 46, side: "compra", folio: "12" });

const paper = (id: string, given: Partial<KnownPaper>): KnownPaper => ({
  id,
  kind: "factura",
  issuer_tax_id: OWN,
  receiver_tax_id: ANDES.rut,
  number: "12",
  ...given,
});

test("each of two papers of one folio ties the document of its own type", () => {
  const [sold, bought] = [entry({ document_id: "P33", type: "ingreso" }), entry({ document_id: "P46" })];
  const papers = [paper("P33", { sii_type: 33 }), paper("P46", { sii_type: 46 })];
  const ties = tiesOf([SALE, PURCHASE], books({ entries: [sold, bought], papers }));
  expect(ties.get(keyOf(SALE))).toEqual([sold]);
  expect(ties.get(keyOf(PURCHASE))).toEqual([bought]);
});

test("a paper that was read by its print ties what is of its kind, electronic or not", () => {
  const photo = entry({ document_id: "P" });
  const known = books({ entries: [photo], papers: [paper("P", { issuer_tax_id: ANDES.rut, number: "0012" })] });
  for (const type of [30, 33, 43]) {
    const listed = document({ type, folio: "12" });
    expect(tiesOf([listed], known).get(keyOf(listed))).toEqual([photo]);
  }
});
