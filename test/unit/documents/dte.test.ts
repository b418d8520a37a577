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
