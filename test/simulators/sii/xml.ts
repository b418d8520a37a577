// XML, read into elements with the prefixes they were written with, and written in canonical form. Independent of the
// bot's own reader on purpose: what one gets wrong the other has to notice.
import { SaxesParser } from "saxes";

export type Element = {
  /** With its prefix. */
  name: string;
  local: string;
  attributes: [name: string, value: string][];
  children: (Element | string)[];
};

const XML_CHARS_MAX = 200_000;

/** Null where it is no XML. */
export function readXml(text: string): Element | null {
  if (text.length > XML_CHARS_MAX) return null;
  const parser = new SaxesParser();
  const open: Element[] = [];
  let root: Element | null = null;
  let isBroken = false;
  parser.on("error", () => (isBroken = true));
  parser.on("doctype", () => (isBroken = true));
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, local: localOf(name), attributes: Object.entries(attributes), children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const hear = (said: string): void => void open.at(-1)?.children.push(said);
  parser.on("text", hear);
  parser.on("cdata", hear);
  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  return isBroken ? null : root;
}

function localOf(name: string): string {
  return name.split(":").at(-1) ?? name;
}

export function textIn(element: Element | null): string {
  return (element?.children ?? []).map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}

/** The first of that local name, in the order of the document; the element itself counts. */
export function descendant(element: Element, local: string): Element | null {
  if (element.local === local) return element;
  for (const child of element.children) {
    const found = typeof child === "string" ? null : descendant(child, local);
    if (found !== null) return found;
  }
  return null;
}

/** The text of the first of that name, without the blanks around; null where there is none. */
export function wordOf(element: Element, local: string): string | null {
  const found = descendant(element, local);
  return found === null ? null : textIn(found).trim();
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

type Namespaces = ReadonlyMap<string, string>;
const NONE: Namespaces = new Map();

/**
 * Inclusive canonical XML 1.0 without comments of an element within its document.
 * @param omit an element that is left out: the signature of an enveloped one
 */
export function canonical(root: Element, target: Element, omit: Element | null = null): string {
  return write(target, { scope: scopeOf(root, target, NONE) ?? NONE, written: NONE, omit });
}

/** Namespaces in force around the target. */
function scopeOf(element: Element, target: Element, around: Namespaces): Namespaces | null {
  if (element === target) return around;
  const scope = withOwn(element, around);
  for (const child of element.children) {
    const found = typeof child === "string" ? null : scopeOf(child, target, scope);
    if (found !== null) return found;
  }
  return null;
}

function withOwn({ attributes }: Element, around: Namespaces): Namespaces {
  const own = attributes.filter(([name]) => isNamespace(name)).map(([name, uri]) => [prefixOf(name), uri] as const);
  return new Map([...around, ...own]);
}

function isNamespace(name: string): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

function prefixOf(name: string): string {
  return name === "xmlns" ? "" : name.slice("xmlns:".length);
}

type Around = { scope: Namespaces; written: Namespaces; omit: Element | null };

function write(element: Element, { scope, written, omit }: Around): string {
  const inForce = withOwn(element, scope);
  const fresh = [...inForce].filter(([prefix, uri]) => (written.get(prefix) ?? "") !== uri);
  const namespaces = fresh.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([prefix, uri]) => declared(prefix, uri));
  const space = ([name]: [string, string]): string =>
    name.includes(":") ? (inForce.get(name.split(":")[0] ?? "") ?? "") : "";
  const attributes = element.attributes
    .filter(([name]) => !isNamespace(name))
    .toSorted((a, b) => (`${space(a)} ${localOf(a[0])}` < `${space(b)} ${localOf(b[0])}` ? -1 : 1))
    .map(([name, value]) => ` ${name}="${attributeText(value)}"`);
  const inner = element.children
    .filter((child) => child !== omit)
    .map((child) =>
      typeof child === "string" ? plainText(child) : write(child, { scope: inForce, written: inForce, omit }),
    );
  return `<${element.name}${namespaces.join("")}${attributes.join("")}>${inner.join("")}</${element.name}>`;
}

function declared(prefix: string, uri: string): string {
  return prefix === "" ? ` xmlns="${attributeText(uri)}"` : ` xmlns:${prefix}="${attributeText(uri)}"`;
}

function plainText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#xD;");
}

function attributeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#x9;")
    .replaceAll("\n", "&#xA;")
    .replaceAll("\r", "&#xD;");
}
