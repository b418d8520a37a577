/** Text that is HTML already: made by `html`, never from a string at hand. */
export type Html = { readonly markup: string };

type Part = string | number | Html | readonly Html[];

/** HTML with every inserted text escaped. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: strings.reduce((text, string, i) => text + markupOf(parts[i - 1] ?? "") + string) };
}

/** Text as it stands, for what is not markup: the style, which is ours. */
export function verbatim(text: string): Html {
  return { markup: text };
}

/** `code` in backticks, and blank lines as paragraphs; all else is text. */
export function prose(text: string): Html[] {
  return text.split(/\n{2,}/).map((paragraph) => html`<p>${codes(paragraph)}</p>`);
}

/** A line of prose without a paragraph around it. */
export function codes(text: string): Html[] {
  return text.split("`").map((piece, i) => (i % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
}

function markupOf(part: Part): string {
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return part.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
