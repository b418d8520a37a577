// How cells of a sheet look (ECMA-376, SpreadsheetML styles). Number formats are written as the format has them; a program
// shows them with the marks of its own country.

import { XML_HEAD } from "./xml.ts";

/** Each is one entry of `cellXfs`, in this order. `quoted`: text that looks like a formula and is none. */
export const LOOKS = [
  "plain",
  "title",
  "head",
  "text",
  "quoted",
  "pesos",
  "count",
  "percent",
  "utm",
  "day",
  "total_text",
  "total_pesos",
  "total_day",
] as const;
export type Look = (typeof LOOKS)[number];

export function lookNumber(look: Look): number {
  return LOOKS.indexOf(look);
}

const FORMATS = { pesos: 3, count: 3, percent: 164, utm: 165, day: 166 } as const;
const [PLAIN, BOLD, LARGE] = [0, 1, 2];
const [NONE, SHADED] = [0, 2];
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const TOP = '<alignment vertical="top"/>';

const XFS: Readonly<Record<Look, string>> = {
  plain: xf({}),
  title: xf({ font: LARGE }),
  head: xf({ font: BOLD, fill: SHADED, inside: WRAPPED }),
  text: xf({ inside: WRAPPED }),
  quoted: xf({ inside: WRAPPED, more: ' quotePrefix="1"' }),
  pesos: xf({ format: FORMATS.pesos, inside: TOP }),
  count: xf({ format: FORMATS.count, inside: TOP }),
  percent: xf({ format: FORMATS.percent, inside: TOP }),
  utm: xf({ format: FORMATS.utm, inside: TOP }),
  day: xf({ format: FORMATS.day, inside: TOP }),
  total_text: xf({ font: BOLD, inside: WRAPPED }),
  total_pesos: xf({ font: BOLD, format: FORMATS.pesos, inside: TOP }),
  total_day: xf({ font: BOLD, format: FORMATS.day, inside: TOP }),
};

type Xf = { font?: number; fill?: number; format?: number; inside?: string; more?: string };

function xf({ font = PLAIN, fill = NONE, format = 0, inside = "", more = "" }: Xf): string {
  const applied = 'applyFont="1" applyFill="1" applyNumberFormat="1" applyAlignment="1"';
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" ${applied}${more}>${inside}</xf>`;
}

const FONT = '<name val="Calibri"/><family val="2"/>';

export const STYLES = `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0##%"/><numFmt numFmtId="165" formatCode="#,##0.0000"/>\
<numFmt numFmtId="166" formatCode="dd\\-mm\\-yyyy"/></numFmts>\
<fonts count="3"><font><sz val="11"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font><font><b/><sz val="14"/>${FONT}</font></fonts>\
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/><bgColor indexed="64"/></patternFill></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="${LOOKS.length}">${LOOKS.map((look) => XFS[look]).join("")}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
