import { exports } from "cloudflare:workers";
import { expect, inject, test } from "vitest";
import { fromBase64, type Result } from "#kernel";
import type { Extraction, Unreadable } from "#src/documents/extraction.ts";
import { dte, file } from "../../golden/dte/make.ts";
import { deflated, jpegHeader, pageOf } from "../../unit/documents/files.ts";

type ReaderDoor = {
  default: { fetch(request: Request): Promise<Response> };
  Reader: {
    read(
      bytes: Uint8Array | ArrayBuffer,
      options: { country: string; today: string },
    ): Promise<Result<Extraction, Unreadable>>;
  };
};
const reader = exports as unknown as ReaderDoor;

const receipt = (name: string) => fromBase64(inject("receipts")[name] ?? "");
const read = (bytes: Uint8Array, country = "CL") => reader.Reader.read(bytes, { country, today: "2026-11-20" });

test("reads a photographed boleta in workerd", async () => {
  expect(await read(receipt("boleta-sodimac.jpg"))).toMatchObject({
    ok: true,
    value: { read_from: "ocr", fields: { merchant: "SODIMAC S.A.", total_minor: 45_670, date: "2026-11-18" } },
  });
});

test("decodes and verifies a stamp in workerd", async () => {
  const stamped = {
    read_from: "timbre",
    fields: { number: "118", total_minor: 117_810 },
    authenticity: { verdict: "test_document" },
  };
  expect(await read(receipt("factura-timbre.jpg"))).toMatchObject({ ok: true, value: stamped });
  expect(await read(receipt("factura-timbre.pdf"))).toMatchObject({ ok: true, value: stamped });
});

test("reads the text of a PDF in workerd", async () => {
  expect(await read(receipt("factura-texto.pdf"))).toMatchObject({
    ok: true,
    value: { read_from: "pdf-text", fields: { total_minor: 117_810, net_minor: 99_000 } },
  });
});

test("reads a Peruvian code in workerd", async () => {
  expect(await read(receipt("boleta-peru-qr.jpg"), "PE")).toMatchObject({
    ok: true,
    value: { read_from: "qr", fields: { total_minor: 4_330 } },
  });
});

test("verifies the signature and the stamp of an electronic document in workerd", async () => {
  expect(await read(file(dte({ folio: 7 })))).toMatchObject({
    ok: true,
    value: {
      kind: "factura",
      read_from: "xml",
      fields: { merchant: "RUT DE PRUEBA", number: "7", total_minor: 45_670, net_minor: 38_378, tax_minor: 7_292 },
      authenticity: { verdict: "test_document", reasons: ["certification_key"] },
    },
  });
  const altered = dte().replace("<MntTotal>45670", "<MntTotal>15670");
  expect(await read(file(altered))).toMatchObject({ ok: true, value: { authenticity: { verdict: "altered" } } });
});

test("takes an ArrayBuffer as well as bytes", async () => {
  const { buffer } = receipt("factura-texto.pdf");
  expect(await reader.Reader.read(buffer, { country: "CL", today: "2026-11-20" })).toMatchObject({ ok: true });
});

test("documents sent at once are each answered", async () => {
  const answers = await Promise.all(
    ["factura-timbre.jpg", "factura-texto.pdf", "boleta-sodimac.jpg"].map((name) => read(receipt(name))),
  );
  expect(answers.map((answer) => answer.ok && answer.value.fields.total_minor)).toEqual([117_810, 117_810, 45_670]);
});

test.each([
  ["a program", new TextEncoder().encode("MZ this is not a picture"), "unsupported_type"],
  ["a bomb", pageOf("/Filter [/FlateDecode /FlateDecode]", deflated(deflated(new Uint8Array(9_000_000)))), "bomb"],
  ["a bomb of one stream", pageOf("/Filter /FlateDecode", deflated(new Uint8Array(64_000_000))), "bomb"],
  ["a picture of 60 megapixels", jpegHeader(10_000, 6_000), "too_large"],
  ["a JPEG cut off", receipt("boleta-sodimac.jpg").slice(0, 700), "corrupt"],
])("answers %s by its code in workerd", async (_, bytes, code) => {
  expect(await read(bytes)).toMatchObject({ ok: false, error: { code } });
});

test("has nothing to say over HTTP", async () => {
  const response = await reader.default.fetch(new Request("https://reader.example/"));
  expect(response.status).toBe(404);
});
