// An XML document as what was parsed of it; made by `parse` alone.

export type XmlAttribute = { name: string; local: string; uri: string; value: string };

export type XmlElement = {
  /** As written, its prefix included. */
  name: string;
  local: string;
  /** Its namespace; empty where it has none. */
  uri: string;
  /** Without declarations of namespaces. */
  attributes: readonly XmlAttribute[];
  /** Namespaces that it declares: prefix → URI; the default one has the empty prefix. */
  declared: ReadonlyMap<string, string>;
  children: readonly (XmlElement | string)[];
  parent: XmlElement | null;
  /** Where it stands in the text that was parsed: its first character, and the one behind its last. */
  from: number;
  to: number;
};

export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** The children of a local name, whatever their namespace: SII documents come with theirs and without. */
export function childrenNamed(element: XmlElement, local: string): XmlElement[] {
  return childElements(element).filter((child) => child.local === local);
}

/** The only child of that name; null where there is none, or more than one: nobody says which would be meant. */
export function onlyChild(element: XmlElement, local: string): XmlElement | null {
  const [child, ...more] = childrenNamed(element, local);
  return child && more.length === 0 ? child : null;
}

/** The text of an element without elements in it, its ends trimmed; null where it has some. */
export function textOf(element: XmlElement): string | null {
  const texts = element.children.filter((child) => typeof child === "string");
  return texts.length < element.children.length ? null : texts.join("").trim();
}

export function attributeOf(element: XmlElement, name: string): string | null {
  return element.attributes.find((attribute) => attribute.name === name)?.value ?? null;
}

/** How many elements of a document carry an `ID` of that value, in any spelling of the attribute's name. */
export function bearersOf(root: XmlElement, id: string): number {
  const known = idsOf.get(root) ?? countIds(root);
  idsOf.set(root, known);
  return known.get(id) ?? 0;
}

/** Counted once per document: an envelope asks for each of its two thousand. */
const idsOf = new WeakMap<XmlElement, ReadonlyMap<string, number>>();

function countIds(root: XmlElement): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const left = [root];
  for (let element = left.pop(); element; element = left.pop()) {
    for (const { local, value } of element.attributes) {
      if (local.toLowerCase() === "id") counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    left.push(...childElements(element));
  }
  return counts;
}
