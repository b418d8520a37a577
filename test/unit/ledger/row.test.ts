import { expect, test } from "vitest";
import { digestOf, type Draft } from "#src/ledger/row.ts";
import { sha256Hex } from "#src/security/index.ts";

const draft = (settles_id: string | null): Draft => ({
  row: {
    tenant_id: "T",
    id: "E",
    type: "egreso",
    direction: "por_pagar",
    loan: false,
    amount_minor: 100,
    net_minor: null,
    tax_minor: null,
    currency: "CLP",
    date: "2026-11-18",
    due_date: null,
    recorded_at: "2026-11-18T15:00:00.000Z",
    recorded_by: "contact:c1",
    concept_sealed: "s1",
    category: null,
    counterparty_sealed: "s2",
    counterparty_key: "k1",
    source: "whatsapp",
    source_ref_sealed: "s3",
    source_key: "k2",
    document_id: null,
    reverses_id: null,
    replaces_id: null,
    settles_id,
  },
  postings: [{ debit: "pasivo:por_pagar", credit: "activo:caja", amount_minor: 100, currency: "CLP" }],
});

const FIELDS =
  '"T","E","egreso","por_pagar",false,100,null,null,"CLP","2026-11-18",null,"2026-11-18T15:00:00.000Z","contact:c1",' +
  '"s1",null,"s2","k1","whatsapp","s3","k2",null,null,null,[["pasivo:por_pagar","activo:caja",100,"CLP"]]';

test("what names no debt has the digest that it had before a debt could be named", async () => {
  expect(await digestOf([draft(null)])).toBe(await sha256Hex(`[["v1",${FIELDS}]]`));
});

test("the debt that a payment names is part of its digest", async () => {
  expect(await digestOf([draft("D1")])).toBe(await sha256Hex(`[["v2","D1",${FIELDS}]]`));
});
