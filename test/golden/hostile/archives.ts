// What is no document at all: archives, programs, pages, markup that wants to be unfolded, noise.

import { gzipSync } from "node:zlib";
import { bytesOf, deflated } from "../../unit/documents/files.ts";
import type { Hostile } from "./hostile.ts";
import type { Random } from "./random.ts";

const HEADS: Readonly<Record<string, string>> = {
  "a ZIP": "PK\x03\x04\x14\x00\x00\x00\x08\x00",
  "an empty ZIP": "PK\x05\x06" + "\x00".repeat(18),
  "an office document": "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml",
  "an old office document": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
  "a 7z": "7z\xbc\xaf\x27\x1c\x00\x04",
  "a RAR": "Rar!\x1a\x07\x01\x00",
  "an old RAR": "Rar!\x1a\x07\x00",
  "an xz": "\xfd7zXZ\x00",
  "a bzip2": "BZh91AY&SY",
  "a tar": "boleta.jpg" + "\x00".repeat(247) + "ustar",
  "a Windows program": "MZ\x90\x00\x03",
  "a Linux program": "\x7fELF\x02\x01\x01",
  "a Java class": "\xca\xfe\xba\xbe\x00\x00\x00\x34",
  "a shell script": "#!/bin/sh\nrm -rf /\n",
  "a PostScript": "%!PS-Adobe-3.0\n{} loop\n",
  "a TIFF": "II*\x00\x08\x00\x00\x00",
  "a BMP": "BM\x36\x00\x00\x00\x00\x00\x00\x00",
  "an icon": "\x00\x00\x01\x00\x01\x00\x10\x10",
  "a JPEG 2000": "\x00\x00\x00\x0cjP  \r\n\x87\n",
  "an MP4": "\x00\x00\x00\x18ftypmp42",
  "a voice note": "OggS\x00\x02",
  "an MP3": "ID3\x03\x00\x00",
  "a web page": "<!DOCTYPE html><html><body>",
  "an SVG": "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>",
  "an RTF": "{\\rtf1\\ansi",
};

/** Each head with noise behind it, and markup and gzip that unfold without end. */
export function* archives(random: Random): Iterable<Hostile> {
  for (const [name, head] of Object.entries(HEADS)) {
    const bytes = Buffer.concat([bytesOf(head), random.bytes(random.below(4_000))]);
    yield { name, bytes: new Uint8Array(bytes), must: "refused", codes: ["unsupported_type"] };
  }
  yield { name: "nothing", bytes: new Uint8Array(), must: "refused", codes: ["corrupt"] };
  const [byte] = [random.bytes(1)];
  yield { name: "one byte", bytes: byte, must: "refused", codes: ["unsupported_type"] };
  yield { name: "white space", bytes: bytesOf(" \n".repeat(5_000)), must: "refused", codes: ["unsupported_type"] };
  yield { name: "noise", bytes: random.bytes(1 + random.below(40_000)), must: "refused" };
  const blank = new Uint8Array(25_000_000);
  yield { name: "25 MB of zeros", bytes: blank, must: "refused", codes: ["unsupported_type"] };
  yield { name: "noise of megabytes", bytes: new Uint8Array(4_000_000).fill(random.below(256)), must: "refused" };
  const zeros = new Uint8Array(30_000_000);
  yield { name: "a gzip bomb", bytes: new Uint8Array(gzipSync(zeros)), must: "bomb" };
  yield { name: "a bare deflate bomb", bytes: deflated(zeros), must: "bomb" };
  yield* markup();
}

function* markup(): Iterable<Hostile> {
  const lol = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
  const shapes: Readonly<Record<string, string>> = {
    "a billion laughs": `<?xml version="1.0"?><!DOCTYPE DTE [<!ENTITY l0 "lol">${lol}]><DTE>&l12;</DTE>`,
    "an XML that reads a file": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "an XML that calls a host": '<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://169.254.169.254/a.dtd"><a/>',
    "an SVG with entities": '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>',
    "an XML of a hundred thousand floors": `<?xml version="1.0"?>${"<a>".repeat(100_000)}`,
    "an XML with one endless attribute": `<?xml version="1.0"?><a b="${"x".repeat(2_000_000)}`,
    "a quadratic blow-up": `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "${"y".repeat(100_000)}">]><a>${"&x;".repeat(50_000)}</a>`,
    "entities of parameters": `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY % p "<!ENTITY q 'z'>"> %p; %p;]><a>&q;</a>`,
    "an XML of fifty thousand attributes": `<?xml version="1.0"?><a ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(" ")}/>`,
    "an XML of ten megabytes": `<?xml version="1.0"?><DTE>${"<Detalle>1</Detalle>".repeat(500_000)}</DTE>`,
    "an XML cut off": '<?xml version="1.0" encoding="ISO-8859-1"?><DTE version="1.0"><Documento ID="F1"><Enc',
    "a JSON of a hundred thousand floors": `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    "a JSON": '{"total": 45670}',
    "a CSV that is a formula": '=cmd|"/C calc"!A0,45670\n',
    "a web page that says it is a PDF": "<!DOCTYPE html>\n<html>\n%PDF-1.7\n</html>",
    "an XML in UTF-16": "\xff\xfe<\x00?\x00x\x00m\x00l\x00 \x00",
  };
  for (const [name, text] of Object.entries(shapes)) {
    const isBomb = text.includes("<!ENTITY");
    const code = isBomb ? "bomb" : (MARKUP_CODES[name] ?? "unsupported_type");
    yield { name, bytes: bytesOf(text), must: isBomb ? "bomb" : "refused", codes: [code] };
  }
}

/** What is an XML, and no document all the same. */
const MARKUP_CODES: Readonly<Record<string, string>> = {
  "an XML that calls a host": "corrupt",
  "an XML of a hundred thousand floors": "bomb",
  "an XML with one endless attribute": "corrupt",
  "an XML of fifty thousand attributes": "bomb",
  "an XML of ten megabytes": "too_large",
  "an XML cut off": "corrupt",
};
