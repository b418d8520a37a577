// Canonical XML 1.0 without comments (W3C, REC-xml-c14n-20010315) of one element: what a signature over it signs.

import { compareText } from "#kernel";
import type { XmlAttribute, XmlElement } from "./tree.ts";

/** Prefix → URI, the default namespace under the empty prefix. */
export type Namespaces = ReadonlyMap<string, string>;

/** The namespaces in scope around an element. */
export function namespacesAround(element: XmlElement): Namespaces {
  const scope = new Map<string, string>();
  const ancestors: XmlElement[] = [];
  for (let above = element.parent; above; above = above.parent) ancestors.unshift(above);
  for (const { declared } of ancestors) {
    for (const [prefix, uri] of declared) if (prefix !== "xml") scope.set(prefix, uri);
  }
  return scope;
}

/**
 * The canonical text of an element and all in it. @param around the namespaces in scope around it: those of its document,
 * or others, where it was signed before it was put there
 */
export function canonical(element: XmlElement, around: Namespaces): string {
  const parts: string[] = [];
  const scope = scopeOf(element, around);
  const rendered = Array.from(scope).filter(([prefix, uri]) => prefix !== "" || uri !== "");
  write(element, { parts, scope, rendered, attributes: [...element.attributes, ...inherited(element)] });
  return parts.join("");
}

type Writing = {
  parts: string[];
  scope: Namespaces;
  rendered: [prefix: string, uri: string][];
  attributes: readonly XmlAttribute[];
};

function write(element: XmlElement, { parts, scope, rendered, attributes }: Writing): void {
  parts.push("<", element.name);
  for (const [prefix, uri] of rendered.toSorted(([a], [b]) => compareText(a, b))) {
    parts.push(prefix === "" ? ' xmlns="' : ` xmlns:${prefix}="`, escapedValue(uri), '"');
  }
  for (const { name, value } of attributes.toSorted(byUriThenName))
    parts.push(" ", name, '="', escapedValue(value), '"');
  parts.push(">");
  for (const child of element.children) {
    if (typeof child === "string") parts.push(escapedText(child));
    else writeChild(child, scope, parts);
  }
  parts.push("</", element.name, ">");
}

/** Of its namespaces those are written that its parent does not have so already. */
function writeChild(element: XmlElement, above: Namespaces, parts: string[]): void {
  const scope = scopeOf(element, above);
  const rendered = Array.from(element.declared).filter(
    ([prefix, uri]) => (above.get(prefix) ?? "") !== uri && prefix !== "xml",
  );
  write(element, { parts, scope, rendered, attributes: element.attributes });
}

function scopeOf(element: XmlElement, around: Namespaces): Namespaces {
  if (element.declared.size === 0) return around;
  const scope = new Map(around);
  for (const [prefix, uri] of element.declared) if (prefix !== "xml") scope.set(prefix, uri);
  return scope;
}

const XML = "http://www.w3.org/XML/1998/namespace";

/** `xml:space`, `xml:lang` of its ancestors, the nearest first: the element that is cut out takes them along. */
function inherited(element: XmlElement): XmlAttribute[] {
  const taken = new Set(element.attributes.filter(({ uri }) => uri === XML).map(({ local }) => local));
  const found: XmlAttribute[] = [];
  for (let above = element.parent; above; above = above.parent) {
    for (const attribute of above.attributes.filter(({ uri, local }) => uri === XML && !taken.has(local))) {
      taken.add(attribute.local);
      found.push(attribute);
    }
  }
  return found;
}

function byUriThenName(a: XmlAttribute, b: XmlAttribute): number {
  return compareText(a.uri, b.uri) || compareText(a.local, b.local);
}

const IN_TEXT: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
const IN_VALUE: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};

/** Apostrophes and quotes stay as they are: whoever escapes them signs something else. */
function escapedText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => IN_TEXT[character] ?? character);
}

function escapedValue(text: string): string {
  return text.replace(/[&<"\t\n\r]/g, (character) => IN_VALUE[character] ?? character);
}
