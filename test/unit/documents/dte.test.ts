import { expect, test } from "vitest";
import { readDteDocuments } from "#src/documents/read/dte.ts";
import { dte, envelope, file, TODAY } from "../../golden/dte/make.ts";

const CONTEXT = { country: "CL", today: TODAY };

test("what cannot be read of an envelope is told beside what can", async () => {
  const broken = dte({ folio: 28 }).replace("<MntTotal>45670<", "<MntTotal>mil<");
  const read = await readDteDocuments(file(envelope([broken, dte({ folio: 29 })])), CONTEXT);
  expect(read).toMatchObject({ ok: true, value: { fields: { number: "29" }, unread: ["MntTotal: mil"] } });
  expect(await readDteDocuments(file(envelope([broken])), CONTEXT)).toMatchObject({
    error: { code: "unreadable", detail: "MntTotal: mil" },
  });
});

const TWO = envelope([dte({ folio: 31 }), dte({ folio: 32 })]);

test.each<[what: string, xml: string, notes: string[]]>([
  ["as it was signed", TWO, []],
  [
    "whose cover was changed",
    TWO.replace("<RutReceptor>76543210-3", "<RutReceptor>77111222-8"),
    ["envelope_digest_differs"],
  ],
  ["that lost a document", TWO.replace(/<DTE (?:(?!<DTE).)*<\/DTE>(?=<\/SetDTE>)/s, ""), ["envelope_digest_differs"]],
  ["that nobody signed", `<EnvioDTE><SetDTE>${dte()}</SetDTE></EnvioDTE>`, ["envelope_signature_missing"]],
  ["that is a backup's bare set", `<SetDTE>${dte()}</SetDTE>`, []],
])("of an envelope %s its documents are told so, and stay what they are", async (_, xml, notes) => {
  const read = await readDteDocuments(file(xml), CONTEXT);
  const documents = read.ok ? [read.value, ...(read.value.others ?? [])] : [];
  expect(documents.length).toBeGreaterThan(0);
  for (const { authenticity } of documents) {
    expect(authenticity).toEqual({ verdict: "test_document", reasons: ["certification_key", ...notes] });
  }
});
