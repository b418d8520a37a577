// A strict reading of a stranger's XML: no DOCTYPE, no entity of its own, no processing instruction, and an end to everything.

import { err, ok, type Result } from "#kernel";
import { SaxesParser, type SaxesTagNS } from "saxes";
import type { XmlAttribute, XmlElement } from "./tree.ts";

/** Six hundred invoices of 8 kB. */
export const XML_CHARS_MAX = 5_000_000;
/** An item of an invoice in its envelope lies seven deep, a signature's key nine. */
export const XML_DEPTH_MAX = 32;
/** The root of an envelope has five, declarations of namespaces included. */
export const XML_ATTRIBUTES_MAX = 16;
/**
 * Elements, attributes, sections and comments. Five hundred boletas of six items, which one envelope may hold, are 62,000; at
 * five million characters nothing genuine has more than 180,000. So many take 60 MB at most where pointers have eight bytes
 * (a `<a>x</a>` 290 bytes, an attribute 180), and 0.7 s.
 */
export const XML_NODES_MAX = 200_000;
/** Declared by an element and those around it; an envelope of .NET has five. Each may be written out again for each element. */
export const XML_NAMESPACES_MAX = 32;
/** Parsed so much at once, so that a limit is met before the whole is read. */
const CHUNK_CHARS = 65_536;

export type XmlRefusal = {
  reason:
    | "too_large"
    | "too_deep"
    | "too_many_attributes"
    | "too_many_namespaces"
    | "too_many_nodes"
    | "doctype"
    | "processing_instruction"
    | "xml_version"
    | "not_well_formed";
  detail: string;
};

/** Parses a whole document and gives its root. Comments are dropped, CDATA is text. */
export function parseXml(text: string): Result<XmlElement, XmlRefusal> {
  if (text.length > XML_CHARS_MAX) return err({ reason: "too_large", detail: `${text.length} characters` });
  const building = {
    text,
    open: [] as Building[],
    root: null as Building | null,
    nodes: 0,
    attributes: 0,
    declared: 0,
  };
  const parser = parserInto(building);
  try {
    for (let at = 0; at < text.length; at += CHUNK_CHARS) parser.write(text.slice(at, at + CHUNK_CHARS));
    parser.close();
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    return err(fault.refusal);
  }
  return building.root ? ok(building.root) : err({ reason: "not_well_formed", detail: "no element" });
}

type Building = XmlElement & { children: (XmlElement | string)[] };
type Site = {
  text: string;
  open: Building[];
  root: Building | null;
  nodes: number;
  attributes: number;
  declared: number;
};

/** Thrown inside the parser's events, the only way out of them. */
class Refused extends Error {
  readonly refusal: XmlRefusal;
  constructor(refusal: XmlRefusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

function refuse(reason: XmlRefusal["reason"], detail: string): never {
  throw new Refused({ reason, detail });
}

function parserInto(site: Site): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (fault) => refuse("not_well_formed", fault.message));
  parser.on("xmldecl", ({ version }) => {
    if (version !== "1.0") refuse("xml_version", String(version));
  });
  parser.on("doctype", () => refuse("doctype", "a document type declaration"));
  parser.on("processinginstruction", ({ target }) => refuse("processing_instruction", target));
  parser.on("opentagstart", () => void (site.attributes = 0));
  parser.on("attribute", () => {
    site.attributes += 1;
    counted(site);
    if (site.attributes > XML_ATTRIBUTES_MAX) refuse("too_many_attributes", `more than ${XML_ATTRIBUTES_MAX}`);
  });
  parser.on("opentag", (tag) => enter(site, tag, parser.position));
  parser.on("closetag", () => leave(site, parser.position));
  parser.on("text", (text) => void site.open.at(-1)?.children.push(text));
  parser.on("comment", () => counted(site));
  parser.on("cdata", (text) => {
    counted(site);
    site.open.at(-1)?.children.push(text);
  });
  return parser;
}

function enter(site: Site, tag: SaxesTagNS, behind: number): void {
  const attributes = Object.values(tag.attributes);
  if (site.open.length >= XML_DEPTH_MAX) refuse("too_deep", `more than ${XML_DEPTH_MAX}`);
  counted(site);
  const parent = site.open.at(-1) ?? null;
  const element: Building = {
    name: tag.name,
    local: tag.local,
    uri: tag.uri,
    attributes: attributes.length === 0 ? NONE : attributes.filter(({ uri }) => uri !== XMLNS).map(attribute),
    declared: attributes.length === 0 ? NOTHING : new Map(Object.entries(tag.ns)),
    children: [],
    parent,
    // No attribute's value has a «<» in it.
    from: site.text.lastIndexOf("<", behind - 1),
    to: behind,
  };
  site.declared += element.declared.size;
  if (site.declared > XML_NAMESPACES_MAX) refuse("too_many_namespaces", `more than ${XML_NAMESPACES_MAX}`);
  parent?.children.push(element);
  site.root ??= element;
  site.open.push(element);
}

/** Most elements have no attribute: two things less to make for each of a flood of them. */
const NONE: readonly XmlAttribute[] = [];
const NOTHING: ReadonlyMap<string, string> = new Map();
const XMLNS = "http://www.w3.org/2000/xmlns/";

function counted(site: Site): void {
  site.nodes += 1;
  if (site.nodes > XML_NODES_MAX) refuse("too_many_nodes", `more than ${XML_NODES_MAX}`);
}

function attribute({ name, local, uri, value }: XmlAttribute): XmlAttribute {
  return { name, local, uri, value };
}

function leave(site: Site, behind: number): void {
  const element = site.open.pop();
  if (!element) return;
  element.to = behind;
  site.declared -= element.declared.size;
}
