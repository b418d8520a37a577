import { expect, test } from "vitest";
import { noWork, tooMuch, withContent, withForm, withPicture, type Work } from "#src/documents/pdf-content.ts";
import { guardPdf } from "#src/documents/pdf-guard.ts";
import { bytesOf, pdfOf, type PdfObject } from "./files.ts";

const page = (content: string, work: Work = noWork()) => withContent(work, bytesOf(content));
const form = (content: string, work: Work = noWork()) => withForm(work, bytesOf(content));
const picture = (content: string) => withPicture(noWork(), bytesOf(content));
const mapOf = (ranges: number) => page("1 beginbfrange <0000> <ffff> <0000> endbfrange ".repeat(ranges));

test.each([
  ["500 saved states", page("q ".repeat(500)), null],
  ["501 saved states", page("q ".repeat(501)), "501 saved states"],
  ["states restored before they are saved", page("Q ".repeat(600) + "q ".repeat(501)), "501 saved states"],
  ["states restored in texts", page("q (Q) Tj ".repeat(501)), "501 saved states"],
  ["states restored in texts within texts", page("q (\\) (Q) Q) Tj ".repeat(501)), "501 saved states"],
  ["states restored in comments", page("q % Q\n".repeat(501)), "501 saved states"],
  ["states restored in samples of a picture", page("q BI ID Q EI ".repeat(501)), "501 saved states"],
  ["states that two streams of a page save", page("q ".repeat(260), page("q ".repeat(260))), "520 saved states"],
  ["states saved and restored without end", page("q 1 0 0 1 0 0 cm Q ".repeat(9_000)), null],
  ["orders a real page has", page("0 0 9 9 re f ".repeat(100_000)), null],
  ["too many orders", page("0 0 9 9 re f ".repeat(150_001)), "300001 orders"],
  [
    "orders in what says that it is a picture",
    picture(`%\x01\x02${"\xf0".repeat(9_000)}\nf ` + "f ".repeat(300_001)),
    "300001 orders",
  ],
  ["letters in what is a picture", picture("aZ ".repeat(300_001)), null],
  ["5,000 paintings", page("/G Do ".repeat(5_000)), null],
  ["5,001 paintings, the last at the very end", page(`${"/G Do ".repeat(5_000)}/G Do`), "5001 paintings"],
  ["as many shown characters as fit", page(`(${"a".repeat(400_000)}) Tj`), null],
  ["one shown character more", page(`(${"a".repeat(400_001)}) Tj`), "400001 shown characters"],
  ["thirty whole planes in maps", mapOf(30), null],
  ["thirty-one whole planes in maps", mapOf(31), "2031616 mapped characters"],
  ["a form painted a thousand times", page("/F Do ".repeat(1_000), form("f ".repeat(250))), null],
  ["a long form painted a thousand times", page("/F Do ".repeat(1_000), form("f ".repeat(299))), "301299 orders"],
])("measures %s", (_, work, excess) => {
  expect(tooMuch(work, new Set())).toBe(excess);
});

test("a form that paints pictures multiplies nothing, one that paints forms does", () => {
  const work = page(
    "/Fm0 Do ",
    form("/Im0 Do ".repeat(25), form("/Fm1 Do ".repeat(600), form("/Fm2 Do ".repeat(600)))),
  );
  expect(tooMuch(work, new Set(["Im0"]))).toMatch(/orders$/);
  expect(tooMuch(work, new Set(["Im0", "Fm1", "Fm2"]))).toBeNull();
});

/** Ten pages, each a form with the paper's pictures, as programs write them that fill in templates. */
function template(pictures: string, more: PdfObject[] = []): Uint8Array {
  const refer = (count: number, from: number) => Array.from({ length: count }, (_, i) => `${from + i} 0 R`).join(" ");
  const text = "BT 1 0 0 1 0 0 Tm (hola) Tj ET ".repeat(60);
  return pdfOf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: `/Type /Pages /Kids [${refer(10, 3)}] /Count 10` },
    ...Array.from({ length: 10 }, (_, i) => ({
      dictionary: `/Type /Page /Parent 2 0 R /Contents 13 0 R /Resources << /XObject << /Fm0 ${14 + i} 0 R >> >>`,
    })),
    { dictionary: "", stream: bytesOf("q /Fm0 Do Q ".repeat(10)) },
    ...Array.from({ length: 10 }, () => ({
      dictionary: `/Type /XObject /Subtype /Form /Resources << /XObject << ${pictures} >> >>`,
      stream: bytesOf(`${text}/Im0 Do /Im1 Do /Im1 Do`),
    })),
    { dictionary: "/Type /XObject /Subtype /Image /Width 9 /Height 9", stream: bytesOf("\xff".repeat(81)) },
    ...more,
  ]);
}

test("ten pages that are forms with three pictures each are no bomb", () => {
  expect(guardPdf(template("/Im0 24 0 R /Im1 24 0 R"))).toMatchObject({ ok: true });
});

test.each([
  ["names a form under one of the names", template("/Im0 24 0 R /Im1 14 0 R")],
  ["hides the reference behind a comment", template("/Im0 24 0 R /Im1 24 0 R /Im1 %\n14 0 R")],
  ["writes the number of the form strangely", template("/Im0 24 0 R /Im1 24 0 R /Im1 14.0 0 R")],
  [
    "names a form of another page",
    template("/Im0 24 0 R /Im1 25 0 R", [{ dictionary: "/Subtype /Form", stream: bytesOf("f") }]),
  ],
])("a template that %s is one", (_, pdf) => {
  expect(guardPdf(pdf)).toMatchObject({ ok: false, error: { code: "bomb" } });
});

/** Twelve forms, each of which paints the next one ten times. */
function nested(subtype: string, last: string): Uint8Array {
  const forms = Array.from({ length: 12 }, (_, i) => ({
    dictionary: `/Type /XObject ${subtype} /Resources << /XObject << /G ${i + 3} 0 R >> >>`,
    stream: bytesOf(`${"/G Do ".repeat(9)}/G Do${last}`),
  }));
  return pdfOf([{ dictionary: "", stream: bytesOf("/G Do") }, ...forms, { dictionary: "/Length 0" }]);
}

const ORDERS = "f ".repeat(300_001);

test.each([
  ["forms within forms", nested("/Subtype /Form", " ")],
  ["forms that end in their last painting", nested("/Subtype /Form", "")],
  ["forms whose subtype stands elsewhere", nested("/Subtype 9 0 R", " ")],
  ["forms whose subtype stands behind a comment", nested("/Subtype %\n/Form", " ")],
  ["forms that hold the word of a picture", nested("/X << /Subtype /Image >> /Subtype /Form", " ")],
  ["forms that say both", nested("/Subtype /Image /Subtype /Form", " ")],
  ["forms behind an escaped parenthesis", nested("/A#28 /Subtype /Form", " ")],
  [
    "orders in a picture behind samples",
    pdfOf([{ dictionary: "/Subtype /Image", stream: bytesOf(`%${"\xf0".repeat(9_000)}\n${ORDERS}`) }]),
  ],
  [
    "a form that paints itself",
    pdfOf([{ dictionary: "/Subtype /Form /Resources << /XObject << /X 1 0 R >> >>", stream: bytesOf("/X Do") }]),
  ],
])("refuses %s", (_, pdf) => {
  expect(guardPdf(pdf)).toMatchObject({ ok: false, error: { code: "bomb" } });
});
