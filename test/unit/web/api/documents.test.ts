import { expect, test } from "vitest";
import { err, ok } from "#src/kernel/index.ts";
import { downloadHeaders, mimeTypeOf } from "#src/web/api/documents/file.ts";
import { entryOfPaper, provenEntry } from "#src/web/api/documents/proven-entry.ts";
import { BOLETA, desk, outcome, png, readsBoleta } from "./desk.ts";

const errorOf = async (response: Response) =>
  (await response.json<{ error: { code: string; message: string } }>()).error;

const HUGE_GIF = Uint8Array.of(...new TextEncoder().encode("GIF89a"), 255, 255, 255, 255, 0, 0, 0, 0x3b);

const TWENTY_PAGES = `%PDF-1.4\n${Array.from({ length: 20 }, (_, i) => `${i + 1} 0 obj\n<< /Type /Page >>\nendobj\n`).join("")}trailer\n<< >>\n%%EOF\n`;

const LOCKED_PDF =
  "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R /Encrypt 2 0 R >>\n%%EOF\n";

test("reads a picture and answers what was read, without a tenant or a store", async () => {
  const answer = await desk({ reader: readsBoleta }).upload("/api/documents/extract", png(600, 900));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual(BOLETA);
});

test("hands the reader the bytes, the country that was named and the day it is there", async () => {
  const seen: unknown[] = [];
  const { upload } = desk({
    clock: { now: () => Date.parse("2026-11-18T03:30:00Z") },
    reader: async (bytes, options) => {
      seen.push([bytes.byteLength, options.country, options.today]);
      return ok(BOLETA);
    },
  });
  await upload("/api/documents/extract", png(600, 900), { country: "PE" });
  await upload("/api/documents/extract", png(600, 900));
  await upload("/api/documents/extract", png(600, 900), { country: "AR" });
  expect(seen).toEqual([
    [33, "PE", "2026-11-17"],
    [33, "CL", "2026-11-18"],
    [33, "AR", "2026-11-18"],
  ]);
});

const stamped = async () => ok({ ...BOLETA, read_from: "timbre" as const });

test("lets a model fill only what no code proves, and asks it nothing of a stamp", async () => {
  let asked = 0;
  const vision = async () => {
    asked += 1;
    return null;
  };
  await desk({ reader: readsBoleta, vision }).upload("/api/documents/extract", png(600, 900));
  expect(asked).toBe(1);
  await desk({ reader: stamped, vision }).upload("/api/documents/extract", png(600, 900));
  expect(asked).toBe(1);
});

test("tells why a file can't be read by a code and a sentence that a shopkeeper understands", async () => {
  const { upload } = desk();
  const cases: [string, Blob, string, string][] = [
    ["a text", new Blob(["hola"]), "unsupported_type", "Ese tipo de archivo no lo puedo leer"],
    ["nothing at all", new Blob([]), "corrupt", "llegó dañado"],
    ["a picture of 50.000 by 50.000", png(50_000, 50_000), "too_large", "demasiado grande"],
    ["a locked PDF", new Blob([LOCKED_PDF]), "encrypted", "tiene clave"],
    ["a GIF of a header that states a huge picture", new Blob([HUGE_GIF]), "corrupt", "dañado"],
    ["a PDF of twenty pages", new Blob([TWENTY_PAGES]), "too_large", "demasiadas páginas"],
    ["a dot", png(4, 4), "unreadable", "foto más clara"],
  ];
  for (const [what, file, code, words] of cases) {
    const answer = await upload("/api/documents/extract", file);
    expect([what, answer.status]).toEqual([what, 422]);
    const error = await errorOf(answer);
    expect([what, error.code]).toEqual([what, code]);
    expect(error.message).toContain(words);
  }
});

const seesOnlyBlur = async () =>
  err({ code: "unreadable" as const, detail: "no words over 60", problems: ["blur" as const] });

test("passes on what the reader could not read, with what a better picture would need and no detail of the log", async () => {
  const answer = await desk({ reader: seesOnlyBlur }).upload("/api/documents/extract", png(600, 900));
  expect(answer.status).toBe(422);
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ error: { code: "unreadable", details: { problems: ["blur"] } } });
  expect(text).not.toContain("no words over 60");
});

test.each(["ZZ", "QQ", "AA"])("refuses %s, which is no country", async (country) => {
  expect(await outcome(await desk().upload("/api/documents/extract", png(600, 900), { country }))).toBe("400 invalid");
});

test("refuses a form without one file, or with a country of its own", async () => {
  const { asOperator, upload } = desk({ reader: readsBoleta });
  const post = (form: FormData) => asOperator("/api/documents/extract", { method: "POST", body: form });
  const words = new FormData();
  words.set("file", "hola");
  const twice = new FormData();
  twice.append("file", png(600, 900));
  twice.append("file", png(600, 900));
  for (const form of [new FormData(), words, twice]) expect((await post(form)).status).toBe(400);
  expect(await outcome(await upload("/api/documents/extract", png(600, 900), { country: "Chile" }))).toBe(
    "400 invalid",
  );
  const broken = {
    method: "POST",
    headers: { "Content-Type": "multipart/form-data; boundary=x" },
    body: "--y\r\nno form",
  };
  expect(await outcome(await asOperator("/api/documents/extract", broken))).toBe("400 malformed");
});

test.each(["country", "file"])("says of a form's «%s» that came twice that it must come once", async (field) => {
  const form = new FormData();
  form.append("file", png(600, 900));
  form.append("country", "CL");
  form.append(field, field === "file" ? png(600, 900) : "PE");
  const answer = await desk({ reader: readsBoleta }).asOperator("/api/documents/extract", {
    method: "POST",
    body: form,
  });
  expect(await answer.json()).toMatchObject({
    error: { code: "invalid", details: [{ field, problem: "must be given once" }] },
  });
});

test.each(["state=review&state=refused", "limit=1&limit=2", "cursor=a&cursor=b&cursor=c"])(
  "says of ?%s that it must come once",
  async (query) => {
    const answer = await desk().asOperator(`/api/documents?${query}`);
    const { error } = await answer.json<{ error: { details: unknown } }>();
    expect([answer.status, error.details]).toEqual([
      400,
      [{ field: query.split("=")[0], problem: "must be given once" }],
    ]);
  },
);

test("refuses an upload over 25 MiB", async () => {
  const large = new Blob([new Uint8Array(25 * 1_024 * 1_024)]);
  expect(await outcome(await desk().upload("/api/documents/extract", large))).toBe("413 too_large");
});

const isAway = async () => {
  throw new Error("reader worker unreachable at 10.0.0.1");
};

test("answers 500 and nothing of the fault where the reader is away", async () => {
  const answer = await desk({ reader: isAway }).upload("/api/documents/extract", png(600, 900));
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("10.0.0.1");
});

test("hands a file out as an attachment of a type that is no page", () => {
  for (const mime_type of ["text/html", "image/svg+xml", "application/xml", "text/html; charset=utf-8", null]) {
    const headers = downloadHeaders({ id: "01J", mime_type });
    expect(headers).toMatchObject({
      "Content-Type": "application/octet-stream",
      "Content-Disposition": 'attachment; filename="document-01J.bin"',
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
    });
  }
  expect(downloadHeaders({ id: "01J", mime_type: "application/pdf" })["Content-Disposition"]).toContain(
    "document-01J.pdf",
  );
});

test("knows a file by its bytes", async () => {
  expect(mimeTypeOf(new Uint8Array(await png(1, 1).arrayBuffer()))).toBe("image/png");
  expect(mimeTypeOf(new TextEncoder().encode("<html>"))).toBe("application/octet-stream");
});

const PROVEN = {
  ...BOLETA,
  read_from: "timbre" as const,
  authenticity: { verdict: "authentic" as const, reasons: [] },
};
const paper = { document_id: "01J", own_tax_id: "77000000-7", today: "2026-11-18" };

test("books at once what a stamp proves", () => {
  expect(provenEntry({ ...paper, extraction: PROVEN })).toEqual({
    type: "egreso",
    direction: null,
    amount_minor: 12_990,
    net_minor: null,
    tax_minor: null,
    currency: "CLP",
    date: "2026-11-17",
    due_date: null,
    concept: "Boleta 1234, Almacén La Esquina",
    category: "alimentacion",
    counterparty: "Almacén La Esquina",
    source: "api",
    source_ref: "api:document:01J",
    document_id: "01J",
  });
});

const invoice = (tax_minor: number) => {
  const fields = { ...PROVEN.fields, total_minor: 11_900, net_minor: 10_000, tax_minor };
  return provenEntry({ ...paper, extraction: { ...PROVEN, kind: "factura", fields } });
};

test("keeps the tax of an invoice where its parts make the whole", () => {
  expect(invoice(1_900)).toMatchObject({ net_minor: 10_000, tax_minor: 1_900 });
  expect(invoice(1_800)).toMatchObject({ net_minor: null, tax_minor: null });
});

test("books nothing that is not proven, not bought, or not whole", () => {
  for (const verdict of ["test_document", "altered", "unverified", "not_applicable"] as const) {
    expect([
      verdict,
      provenEntry({ ...paper, extraction: { ...PROVEN, authenticity: { verdict, reasons: [] } } }),
    ]).toEqual([verdict, null]);
  }
  for (const kind of ["nota_credito", "nota_debito", "guia", "comprobante", "unknown"] as const) {
    expect([kind, provenEntry({ ...paper, extraction: { ...PROVEN, kind } })]).toEqual([kind, null]);
  }
  for (const total_minor of [null, 0, -1]) {
    expect(provenEntry({ ...paper, extraction: { ...PROVEN, fields: { ...PROVEN.fields, total_minor } } })).toBeNull();
  }
  expect(provenEntry({ ...paper, own_tax_id: "76123456-0", extraction: PROVEN })).toBeNull();
});

test("books with nobody what the business issued itself, a credit note as money that went back", () => {
  const own = { ...paper, own_tax_id: "76123456-0" };
  expect(entryOfPaper({ ...own, extraction: BOLETA })).toMatchObject({
    type: "ingreso",
    category: "ventas",
    counterparty: null,
  });
  expect(entryOfPaper({ ...own, extraction: { ...BOLETA, kind: "nota_credito" } })).toMatchObject({
    type: "egreso",
    category: null,
    counterparty: null,
  });
});
