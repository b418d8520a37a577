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

/** How many attributes of an element and all in it are an `ID` of that value, in any spelling of their name. */
export function bearersOf(whole: XmlElement, id: string): number {
  let bearers = 0;
  const left = [whole];
  for (let element = left.pop(); element; element = left.pop()) {
    bearers += element.attributes.filter(({ local, value }) => local.toLowerCase() === "id" && value === id).length;
    left.push(...childElements(element));
  }
  return bearers;
}
