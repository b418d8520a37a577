// Pages written by hand, small enough to see, in the shape of the SII's.
import { sourceOf, type Source } from "#src/rates/sources.ts";

export type Row = readonly [day: string, value: string];

/** A page with these month tables, under `<h2>` headings, and other things at its foot. */
export function pageWith(months: Readonly<Record<string, readonly Row[]>>, title = "U.F. 2026"): Uint8Array {
  const tables = Object.entries(months).map(
    ([name, rows]) =>
      `<table class='table'><tbody><tr><th colspan='6'><h2>${name}</h2></th></tr>${rows.map(rowOf).join("")}</tbody></table>`,
  );
  const foot = "<div class='pie'><table><tr><th>1</th><td>99.999,99</td></tr></table></div>";
  return bytesOf(`<html><head><title>${title}</title></head><body>${tables.join("\n")}${foot}</body></html>\n`);
}

function rowOf([day, value]: Row): string {
  return `<tr><th width='40'><strong>${day}</strong></th>\n<td width='200'>${value}</td></tr>`;
}

export function bytesOf(html: string): Uint8Array {
  return new TextEncoder().encode(html);
}

export const UF = knownSource("UF");
export const DOLLAR = knownSource("USD");

function knownSource(currency: string): Source {
  const source = sourceOf(currency, "CL");
  if (source === null) throw new Error(`no source of ${currency}`);
  return source;
}
