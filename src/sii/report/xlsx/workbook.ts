// The report as a workbook (ECMA-376), a sheet for each part of it.

import { strToU8, zipSync } from "fflate";
import { TAX_REPORT } from "#locales";
import type { TaxReport } from "../report.ts";
import { sheetsOf } from "../sheets.ts";
import { STYLES } from "./styles.ts";
import { worksheet } from "./worksheet.ts";
import { escaped, XML_HEAD } from "./xml.ts";

/** The same report gives the same bytes. */
export function reportXlsx(report: TaxReport): Uint8Array {
  const sheets = sheetsOf(report);
  const numbers = sheets.map((_, nth) => nth + 1);
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(numbers),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(sheets.map(({ name }) => name)),
    "xl/_rels/workbook.xml.rels": relations([
      ...numbers.map((number): [string, string] => ["worksheet", `worksheets/sheet${number}.xml`]),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": STYLES,
    ...Object.fromEntries(
      sheets.map((sheet, nth) => [`xl/worksheets/sheet${nth + 1}.xml`, worksheet(sheet, TAX_REPORT.more)]),
    ),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]));
  return zipSync(files, { mtime: ZIP_TIME, level: 6 });
}

/** A zip has to name a time, and knows none before 1980; the report's own stands in it. */
const ZIP_TIME = "1980-01-01T12:00:00";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes(numbers: readonly number[]): string {
  const part = (path: string, type: string): string =>
    `<Override PartName="${path}" ContentType="${SHEET}.${type}+xml"/>`;
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>${part("/xl/workbook.xml", "sheet.main")}${part("/xl/styles.xml", "styles")}\
${numbers.map((number) => part(`/xl/worksheets/sheet${number}.xml`, "worksheet")).join("")}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], nth) => `<Relationship Id="rId${nth + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, nth) => `<sheet name="${escaped(name)}" sheetId="${nth + 1}" r:id="rId${nth + 1}"/>`);
  const space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return `${XML_HEAD}<workbook xmlns="${space}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets></workbook>`;
}
