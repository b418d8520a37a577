import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dte, type DteFile, readDteFile } from "#dte";
import { dte, envelope, file, TODAY } from "../../golden/dte/make.ts";

const GENUINE = file(envelope([dte({ folio: 41 }), dte({ folio: 42, net: 1_000, tax: 190 })]));

test("whatever is changed of a file, what still counts as signed says what it said", async () => {
  const before = await read(GENUINE);
  expect(before?.documents.map((document) => "signed" in document && document.signed.valid)).toEqual([true, true]);
  const said = new Map(
    before?.documents.flatMap((each) => ("dte" in each ? [[each.dte.folio, spoken(each.dte)]] : [])),
  );
  await fc.assert(
    fc.asyncProperty(change(), async (changed) => {
      const after = await read(changed);
      const signed = after?.documents.filter((each) => "dte" in each && each.signed.valid) ?? [];
      const sayNow = signed.flatMap((each) => ("dte" in each ? [spoken(each.dte)] : []));
      expect(sayNow).toEqual(sayNow.map(({ folio }) => said.get(folio)));
    }),
    { numRuns: 2_000 },
  );
});

/** Its stamp is judged by itself, to the letter: a comment let into it is no change of the document, and breaks it. */
function spoken(said: Dte): Dte {
  return { ...said, timbre: null };
}

async function read(bytes: Uint8Array): Promise<DteFile | null> {
  const answer = await readDteFile(bytes, TODAY);
  return answer.ok ? answer.value : null;
}

const TOKENS = [
  "<",
  ">",
  "&amp;",
  "&#65;",
  "<!-- x -->",
  "<![CDATA[1]]>",
  "<x/>",
  ' ID="F41T33"',
  " ",
  "\r\n",
  "9",
  "</MntTotal>",
  "<MntTotal>1</MntTotal>",
];

/** Bytes turned over, cut out, written twice or moved, and pieces of markup let in. */
function change(): fc.Arbitrary<Uint8Array> {
  const place = fc.nat(GENUINE.length - 1);
  const flipped = fc
    .tuple(place, fc.integer({ min: 1, max: 255 }))
    .map(([at, bits]) => spliced(at, 1, [(GENUINE[at] ?? 0) ^ bits]));
  const cut = fc.tuple(place, fc.integer({ min: 1, max: 400 })).map(([at, length]) => spliced(at, length, []));
  const twice = fc
    .tuple(place, fc.integer({ min: 1, max: 3_000 }))
    .map(([at, length]) => spliced(at, 0, GENUINE.subarray(at, at + length)));
  const moved = fc
    .tuple(place, place, fc.integer({ min: 1, max: 800 }))
    .map(([at, from, length]) => spliced(at, 0, GENUINE.subarray(from, from + length)));
  const letIn = fc
    .tuple(place, fc.constantFrom(...TOKENS))
    .map(([at, token]) => spliced(at, 0, Buffer.from(token, "latin1")));
  return fc.oneof(flipped, cut, twice, moved, letIn);
}

function spliced(at: number, gone: number, put: ArrayLike<number>): Uint8Array {
  return Uint8Array.from([...GENUINE.subarray(0, at), ...Array.from(put), ...GENUINE.subarray(at + gone)]);
}
