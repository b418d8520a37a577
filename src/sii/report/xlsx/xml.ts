// Text inside XML, whoever wrote it.

/** Without what XML 1.0 has no way to write, and with its own marks written out. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(UNWRITABLE, "")
    .replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
}

// oxlint-disable-next-line no-control-regex -- they are what it takes out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
