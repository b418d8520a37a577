import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { ROOT } from "#src/commands/programs.ts";
import { fileTypeOf } from "#src/documents/index.ts";
import { SII_WORDS } from "#src/locales/index.ts";
import { IMPORT_DOCUMENTS_MAX } from "#src/sii/import/import.ts";
import { readRcvCsv } from "#src/sii/rcv/csv.ts";

const README = readFileSync(`${ROOT}README.md`, "utf8");

test("people are told as many documents a file as are taken", () => {
  const most = IMPORT_DOCUMENTS_MAX.toLocaleString("de-DE");
  expect(SII_WORDS.file_refused.too_many_documents("6000")).toContain(`hasta ${most} de una vez`);
  expect(README).toContain(`hasta ${most} documentos por archivo`);
});

test("a workbook is no register, as the README says", () => {
  const sheet = "<worksheet><row><c><t>Nro</t></c><c><t>Tipo Doc</t></c><c><t>Folio</t></c></row></worksheet>";
  const xlsx = zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/worksheets/sheet1.xml": strToU8(sheet) });
  expect(readRcvCsv(xlsx)).toMatchObject({ ok: false, error: { reason: "no_rcv" } });
  expect(fileTypeOf(xlsx)).toBe("unknown");
  expect(README).toContain("en Excel (XLSX) no lo lee");
});
