// What of a foreign answer may stand in a log: what it is like, never what it says of a taxpayer. A body is a page with
// somebody's name, a token, a RUT; its length, its first element and its codes find the fault as well.

const SAID_CHARS_MAX = 120;

/** A few words in which the SII tells a reason (GLOSA, faultstring, a title): without numbers, names of keys, or what is quoted. */
export function said(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, SAID_CHARS_MAX)
    .replace(/"[^"]*"?|«[^»]*»?|'[^']*'|‘[^’]*’?|“[^”]*”?/g, "«…»")
    .replace(RUT_OR_NUMBER, "#")
    .replace(TOKEN, "…");
}

/** `76.543.210-3`, `76543210-3`, and any number that may be one's folio, amount or phone. */
const RUT_OR_NUMBER = /\d{1,3}(?:\.\d{3})+(?:-?[\dkK])?\b|\d{4,}(?:-?[\dkK]\b)?/g;
/** What no word looks like: letters among digits, or capitals within. */
const TOKEN = /\b(?=\w*(?:\d|[a-z][A-Z]))\w{8,}\b/g;

/** Of which kind a body is, and how long. */
export function outline(body: string): string {
  const first = /<(?![?!])([\w:.-]{1,40})/.exec(body.slice(0, HEAD_CHARS))?.[1];
  const kind = first === undefined ? (/^\s*[[{]/.test(body) ? "JSON" : "text") : `<${first}>`;
  return `${kind} of ${body.length} characters`;
}

const HEAD_CHARS = 2_000;

/** A page of trouble: its title and its dotted code stand for all its words. */
export function pageOutline(status: number, body: string): string {
  const title = /<title[^>]*>([^<]{1,200})/i.exec(body)?.[1] ?? "";
  const code = /\b\d{2}\.\d{2}\.\d{3}\.\d{3}\.\d{3}\.\d{1,3}\b/.exec(body)?.[0];
  return [String(status), outline(body), said(title), code].filter((part) => part).join(", ");
}

/** Where somebody is sent: host and path, for what is behind them may be a session. @param location as the header has it */
export function placeOf(location: string): string {
  const url = URL.parse(location, "https://same.host");
  return url === null
    ? outline(location)
    : `${url.host}${url.pathname.slice(0, SAID_CHARS_MAX)}`.replace(/\d{5,}/g, "#");
}
