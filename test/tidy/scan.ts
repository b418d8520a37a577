// Reads TypeScript only as far as the house rules need: words and signs, without what stands in comments and strings.

const KINDS = ["space", "comment", "string", "word", "number", "sign", "template", "regex"] as const;
type Kind = (typeof KINDS)[number];

/** A string's text is what stands between its quotes. */
export type Token = { kind: Kind; text: string; line: number };

export type Import = { specifier: string; line: number };

export type Scan = { tokens: Token[]; comments: Token[] };

type Cursor = Scan & { text: string; at: number; line: number; braces: number; templates: number[] };

// One alternative a kind, tried in this order; templates and regular expressions are tried before.
const PIECE = new RegExp(
  [
    /(?<space>\s+)/u,
    /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)/u,
    /(?<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/u,
    /(?<word>[\p{L}_$#][\p{L}\p{N}_$]*)/u,
    /(?<number>\d[\w.]*)/u,
    /(?<sign>\?\.|[\s\S])/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "uy",
);
const REGEX = /\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/uy;
/** From a backtick, or from the brace that ends an inserted expression, to the next of these. */
const TEMPLATE = /[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/uy;

export function scan(text: string): Scan {
  const cursor: Cursor = { text, at: 0, line: 1, braces: 0, templates: [], tokens: [], comments: [] };
  while (cursor.at < text.length) take(cursor, pieceAt(cursor));
  return { tokens: cursor.tokens, comments: cursor.comments };
}

/** Every module a file names: import, export from, import() and the import("…") of a type. */
export function importsOf({ tokens }: Scan): Import[] {
  return tokens
    .filter((token, index) => token.kind === "string" && followsImport(tokens, index))
    .map(({ text, line }) => ({ specifier: text, line }));
}

/**
 * The lines where `words`, in a row, are used as code. `port.fetch` is another object's member, `typeof fetch` and
 * `{ fetch: … }` only name it; `globalThis.fetch` is a use.
 */
export function usesOf({ tokens }: Scan, words: readonly string[]): number[] {
  return [...tokens.keys()]
    .filter((start) => words.every((word, offset) => isCode(tokens[start + offset], word)))
    .filter((start) => !isMember(tokens, start) && !isDeclared(tokens, start, start + words.length))
    .map((start) => tokens[start]?.line ?? 0);
}

function pieceAt(cursor: Cursor): Pick<Token, "kind" | "text"> {
  const template = opensOrResumesTemplate(cursor) ? matchAt(TEMPLATE, cursor) : null;
  if (template) return { kind: "template", text: template[0] };
  const regex = isValue(cursor.tokens.at(-1)) ? null : matchAt(REGEX, cursor);
  if (regex) return { kind: "regex", text: regex[0] };
  const piece = matchAt(PIECE, cursor);
  const kind = KINDS.find((name) => piece?.groups?.[name] !== undefined);
  return { kind: kind ?? "sign", text: piece?.[0] ?? cursor.text.charAt(cursor.at) };
}

function take(cursor: Cursor, { kind, text }: Pick<Token, "kind" | "text">): void {
  const { line, tokens, comments } = cursor;
  if (kind === "comment") comments.push({ kind, text, line });
  else if (kind !== "space") tokens.push({ kind, text: kind === "string" ? text.slice(1, -1) : text, line });
  if (kind === "template") countTemplates(cursor, text);
  if (kind === "sign") cursor.braces += text === "{" ? 1 : text === "}" ? -1 : 0;
  cursor.at += text.length;
  cursor.line += text.split("\n").length - 1;
}

function opensOrResumesTemplate({ text, at, braces, templates }: Cursor): boolean {
  return text[at] === "`" || (text[at] === "}" && templates.at(-1) === braces);
}

function countTemplates({ templates, braces }: Cursor, text: string): void {
  if (text.startsWith("}")) templates.pop();
  if (text.endsWith("${")) templates.push(braces);
}

function matchAt(pattern: RegExp, { text, at }: Cursor): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** After a value a slash divides; after anything else it opens a regular expression. */
function isValue(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === "sign") return /^[)\]}]$/.test(token.text);
  return token.kind !== "word" || !/^(?:return|typeof|case|in|of|do|else|void|yield|await)$/.test(token.text);
}

function followsImport(tokens: Token[], index: number): boolean {
  const [before, beforeThat] = [tokens[index - 1], tokens[index - 2]];
  if (isCode(before, "from") || isCode(before, "import")) return true;
  return isCode(before, "(") && isCode(beforeThat, "import");
}

function isMember(tokens: Token[], index: number): boolean {
  const [owner, dot] = tokens.slice(Math.max(0, index - 2), index);
  return /^\??\.$/.test(dot?.text ?? "") && owner?.text !== "globalThis";
}

function isDeclared(tokens: Token[], from: number, to: number): boolean {
  const isKey = isCode(tokens[to], ":") || (isCode(tokens[to], "?") && isCode(tokens[to + 1], ":"));
  return isKey || ["typeof", "function", "async", "get"].some((word) => isCode(tokens[from - 1], word));
}

function isCode(token: Token | undefined, text: string): boolean {
  return (token?.kind === "word" || token?.kind === "sign") && token.text === text;
}
