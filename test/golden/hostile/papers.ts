// PDFs that hide, lie, loop and unfold.

import { bytesOf, deflated, pageOf, pdfOf, type PdfObject } from "../../unit/documents/files.ts";
import type { Hostile } from "./hostile.ts";
import type { Random } from "./random.ts";

export const CONTENT = deflated("BT /F1 12 Tf 72 700 Td (Total $ 45.670) Tj ET");

/** Zeros, of which each number is packed once. */
function megabytes(count: number): Uint8Array {
  const known = ZEROS.get(count) ?? deflated(new Uint8Array(count * 1_000_000));
  ZEROS.set(count, known);
  return known;
}

const ZEROS = new Map<number, Uint8Array>();

/** Every trick once, its numbers and names of chance. */
export function* papers(random: Random): Iterable<Hostile> {
  yield* active(random);
  yield* bombs(random);
  yield* trees(random);
}

const ACTS = [
  "JavaScript",
  "JS",
  "Launch",
  "EmbeddedFiles",
  "RichMedia",
  "XFA",
  "SubmitForm",
  "ImportData",
  "GoToE",
] as const;

function* active(random: Random): Iterable<Hostile> {
  const act = escaped(random.pick(ACTS), random);
  const hidden = { dictionary: "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode" };
  yield bomb(`/${act} in the catalogue`, pdfOf([{ dictionary: `/Type /Catalog /OpenAction << /S /${act} >>` }]));
  yield bomb(
    `/${act} in an object stream`,
    pageOf("/Filter /FlateDecode", CONTENT, [{ ...hidden, stream: deflated(`9 0 << /S /${act} /JS (x) >>`) }]),
  );
  yield bomb(
    `/${act} in an object stream without a filter`,
    pageOf("/Filter /FlateDecode", CONTENT, [
      { dictionary: "/Type /ObjStm /N 1 /First 4", stream: bytesOf(`9 0 << /S /${act} /JS (x) >>`) },
    ]),
  );
  yield bomb(
    `/${act} in an object stream that calls itself by escapes`,
    pageOf("/Filter /FlateDecode", CONTENT, [
      {
        dictionary: "/Ty#70e /Obj#53tm /N 1 /First 4 /Filter /FlateDecode",
        stream: deflated(`9 0 << /S /${act} /JS (x) >>`),
      },
    ]),
  );
  const encrypt = escaped("Encrypt", random);
  const codes = ["encrypted"] as const;
  const locked = pdfOf([{ dictionary: "/Type /Catalog" }], `/${encrypt} 9 0 R`);
  yield { name: `/${encrypt}`, bytes: locked, must: "refused", codes };
  const inStream = pageOf("/Filter /FlateDecode", CONTENT, [
    { dictionary: `/Type /XRef /${encrypt} 9 0 R /W [1 2 1] /Filter /FlateDecode`, stream: deflated("\0\0\0\0") },
  ]);
  yield { name: `/${encrypt} in a stream of references`, bytes: inStream, must: "refused", codes };
}

function* bombs(random: Random): Iterable<Hostile> {
  const size = random.pick([70, 90, 120] as const);
  yield bomb("Flate upon Flate", pageOf("/Filter [/FlateDecode /FlateDecode]", deflated(megabytes(size))));
  yield bomb("Flate upon Flate in short", pageOf("/F [/Fl /Fl]", deflated(megabytes(size))));
  yield bomb("three Flates", pageOf("/Filter [/Fl /Fl /Fl]", deflated(deflated(megabytes(size)))));
  yield bomb("one Flate", pageOf("/Filter /FlateDecode", megabytes(size)));
  yield bomb("one Flate and a false length", pdfOf([{ dictionary: "/Length 3 /Filter /Fl", stream: megabytes(size) }]));
  yield bomb("base 85 before Flate", pageOf("/Filter [/A85 /Fl]", bytesOf(`${"z".repeat(17_000_000)}~>`)));
  yield bomb("run lengths upon Flate", pageOf("/Filter [/Fl /RL]", megabytes(3)));
  yield bomb("Flate in hexadecimal", pageOf("/Filter [/AHx /Fl]", bytesOf("78da")));
  yield bomb("a filter elsewhere", pageOf("/Filter 5 0 R", megabytes(2)));
  const columns = 10 ** (5 + random.below(5));
  yield bomb(
    `a predictor of ${columns} columns`,
    pageOf(`/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns ${columns} >>`, CONTENT),
  );
  yield bomb("many small bombs", pdfOf([{ dictionary: "/Type /Catalog" }, ...many(random, 30, "/Filter /Fl")]));
  const cmap = deflated(`begincmap ${"<0000> <ffff> <0000> ".repeat(400_000)} endcmap`);
  yield bomb("a character map of 8 MB", pageOf("/Filter /Fl", CONTENT, [{ dictionary: "/Filter /Fl", stream: cmap }]));
  const ranges = deflated(
    `/CIDInit /ProcSet findresource begin begincmap ${"100 beginbfrange <0000> <ffff> <0000> endbfrange ".repeat(20_000)}`,
  );
  yield { name: "a character map of a thousand million characters", bytes: mapped(ranges), must: "bomb" };
  const glyphs = deflated("q 1 0 0 1 0 0 cm /G Do Q ".repeat(100_000));
  yield { name: "a content of 100,000 orders", bytes: pageOf("/Filter /Fl", glyphs), must: "bomb" };
  yield {
    name: "a content that saves without end",
    bytes: pageOf("/Filter /Fl", deflated("q ".repeat(1_900_000))),
    must: "bomb",
  };
  yield {
    name: "text without end",
    bytes: pageOf("/Filter /Fl", deflated(`BT /F1 1 Tf ${"(a) Tj ".repeat(500_000)} ET`)),
    must: "any",
  };
  yield {
    name: "one text of a megabyte",
    bytes: pageOf("/Filter /Fl", deflated(`BT /F1 1 Tf (${"a".repeat(3_000_000)}) Tj ET`)),
    must: "any",
  };
  yield {
    name: "paths without end",
    bytes: pageOf("/Filter /Fl", deflated("0 0 9 9 re f ".repeat(300_000))),
    must: "any",
  };
  const deep = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
  yield { name: "lists in lists", bytes: pdfOf([{ dictionary: `/Type /Catalog /X ${deep}` }]), must: "any" };
  yield { name: "lists in a content", bytes: pageOf("/Filter /Fl", deflated(deep)), must: "any" };
}

function many(random: Random, count: number, dictionary: string): PdfObject[] {
  const stream = megabytes(3 + random.below(1));
  return Array.from({ length: count }, () => ({ dictionary, stream }));
}

function mapped(cmap: Uint8Array): Uint8Array {
  return pdfOf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: "/Type /Pages /Kids [3 0 R] /Count 1" },
    {
      dictionary:
        "/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>",
    },
    { dictionary: "/Filter /FlateDecode", stream: CONTENT },
    {
      dictionary:
        "/Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [7 0 R]",
    },
    { dictionary: "/Filter /FlateDecode", stream: cmap },
    {
      dictionary:
        "/Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >>",
    },
  ]);
}

function* trees(random: Random): Iterable<Hostile> {
  const loop = random.pick(["2 0 R", "1 0 R", "3 0 R 2 0 R"] as const);
  const page = { dictionary: "/Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]" };
  const root = { dictionary: "/Type /Catalog /Pages 2 0 R" };
  yield any(
    "pages that are their own children",
    pdfOf([root, { dictionary: `/Type /Pages /Kids [${loop}] /Count 9` }, page]),
  );
  yield any(
    "a parent that is its own child",
    pdfOf([
      root,
      { dictionary: "/Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1" },
      { dictionary: "/Type /Page /Parent 3 0 R" },
    ]),
  );
  const kids = (count: number): string => Array.from({ length: count }, () => "3 0 R").join(" ");
  const often = 10_000 + random.below(5_000);
  yield {
    name: `${often} pages that are one`,
    bytes: pdfOf([root, { dictionary: `/Type /Pages /Kids [${kids(often)}] /Count ${often}` }, page]),
    must: "refused",
  };
  yield {
    name: `${often} pages under a count of one`,
    bytes: pdfOf([root, { dictionary: `/Type /Pages /Kids [${kids(often)}] /Count 1` }, page]),
    must: "any",
  };
  yield {
    name: "a count of two thousand million pages",
    bytes: pdfOf([root, { dictionary: "/Type /Pages /Kids [3 0 R] /Count 2000000000" }, page]),
    must: "any",
  };
  yield {
    name: "a negative count",
    bytes: pdfOf([root, { dictionary: "/Type /Pages /Kids [3 0 R] /Count -9" }, page]),
    must: "any",
  };
  const floors = Array.from({ length: 3_000 }, (_, i) => ({
    dictionary: `/Type /Pages /Kids [${i + 3} 0 R] /Count 1`,
  }));
  yield any("three thousand floors of pages", pdfOf([root, ...floors, page]));
  yield {
    name: "many pages",
    bytes: pdfOf([root, ...Array.from({ length: 11 + random.below(200) }, () => page)]),
    must: "refused",
    codes: ["too_large"],
  };
  yield {
    name: "too many objects",
    bytes: pdfOf(Array.from({ length: 20_000 }, () => ({ dictionary: "/A 1" }))),
    must: "bomb",
  };
  const form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Filter /Fl";
  yield bomb(
    "a form that paints itself",
    pageOf("/Filter /Fl", deflated("/X Do"), [{ dictionary: form, stream: deflated("/X Do /X Do") }]),
  );
  yield any("a font that paints with itself", typeThree());
}

function typeThree(): Uint8Array {
  return pdfOf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: "/Type /Pages /Kids [3 0 R] /Count 1" },
    {
      dictionary:
        "/Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>",
    },
    { dictionary: "/Filter /FlateDecode", stream: deflated("BT /F1 9 Tf (aaaa) Tj ET") },
    {
      dictionary:
        "/Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 6 0 R >> " +
        "/Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] /Resources << /Font << /F1 5 0 R >> >>",
    },
    { dictionary: "/Filter /FlateDecode", stream: deflated("9 0 d0 BT /F1 9 Tf (aaaa) Tj ET") },
  ]);
}

/** The name as it is, or with one letter as a number, which readers undo. */
function escaped(name: string, random: Random): string {
  const at = random.below(name.length + 1);
  if (at === name.length) return name;
  return `${name.slice(0, at)}#${name.charCodeAt(at).toString(16)}${name.slice(at + 1)}`;
}

function bomb(name: string, bytes: Uint8Array): Hostile {
  return { name: `a PDF: ${name}`, bytes, must: "bomb" };
}

export function any(name: string, bytes: Uint8Array): Hostile {
  return { name: `a PDF: ${name}`, bytes, must: "any" };
}
