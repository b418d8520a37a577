// WhatsApp's text marks as a tree: *bold* _italic_ ~strike~ ```mono``` `code`, quotes and links. Pure: the page makes
// elements of it, and text stays text.

export type Mark = "bold" | "italic" | "strike" | "mono" | "code" | "quote" | "bullet" | "link";
export type Piece = string | { mark: Mark; pieces: Piece[]; href?: string };

/** Reads a whole message, line by line but for ``` blocks. */
export function readMarkup(text: string): Piece[] {
  return text.split(/(```[\s\S]+?```)/).flatMap((part): Piece[] => {
    const block = /^```([\s\S]+)```$/.exec(part)?.[1];
    if (block !== undefined) return [{ mark: "mono", pieces: [block.replaceAll(/^\n|\n$/g, "")] }];
    return part === "" ? [] : readLines(part);
  });
}

function readLines(text: string): Piece[] {
  return text.split("\n").flatMap((line, index): Piece[] => {
    const start: Piece[] = index === 0 ? [] : ["\n"];
    const quote = /^> (.+)$/.exec(line)?.[1];
    if (quote !== undefined) return [...start, { mark: "quote", pieces: readSpans(quote) }];
    const bullet = /^[-*] (.+)$/.exec(line)?.[1];
    if (bullet !== undefined) return [...start, { mark: "bullet", pieces: readSpans(bullet) }];
    return [...start, ...readSpans(line)];
  });
}

const MARK_OF: Readonly<Record<string, Mark>> = { "*": "bold", _: "italic", "~": "strike", "`": "code" };
const LINK = /^https?:\/\/[^\s<>"]*[^\s<>".,;:!?)*_~'\]]/;
const WORD = /[\p{L}\p{N}]/u;

function readSpans(text: string): Piece[] {
  const pieces: Piece[] = [];
  let plain = "";
  let at = 0;
  const flush = (): void => {
    if (plain !== "") pieces.push(plain);
    plain = "";
  };
  while (at < text.length) {
    const link = isWordBefore(text, at) ? undefined : LINK.exec(text.slice(at))?.[0];
    const end = link === undefined ? closing(text, at) : -1;
    if (link !== undefined) {
      flush();
      pieces.push({ mark: "link", pieces: [link], href: link });
      at += link.length;
    } else if (end > 0) {
      flush();
      const mark = MARK_OF[text[at] ?? ""] ?? "code";
      const inner = text.slice(at + 1, end);
      pieces.push({ mark, pieces: mark === "code" ? [inner] : readSpans(inner) });
      at = end + 1;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return pieces;
}

/** Where the mark that opens here closes, or -1: marks hug their words and stand at word borders. */
function closing(text: string, at: number): number {
  const sign = text[at] ?? "";
  const opens = sign in MARK_OF && !isWordBefore(text, at) && /^\S$/.test(text.charAt(at + 1));
  if (!opens) return -1;
  for (let end = text.indexOf(sign, at + 2); end !== -1; end = text.indexOf(sign, end + 1)) {
    if (/\S/.test(text.charAt(end - 1)) && !WORD.test(text.charAt(end + 1))) return end;
  }
  return -1;
}

function isWordBefore(text: string, at: number): boolean {
  return at > 0 && WORD.test(text[at - 1] ?? "");
}
