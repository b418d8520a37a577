import fc from "fast-check";
import { expect, test } from "vitest";
import { FORM_HEADER_BYTES_MAX, FORM_PARTS_MAX, readForm } from "#src/web/api/form.ts";
import { utf8 } from "#src/kernel/index.ts";

const TYPE = "multipart/form-data; boundary=x";
const FILE = 'Content-Disposition: form-data; name="file"; filename="boleta.jpg"';

function read(body: string, type = TYPE): unknown {
  const form = readForm(utf8(body), type);
  if (!form.ok) return form.error.reason;
  return form.value.map(([name, value]) => [name, typeof value === "string" ? value : value.filename]);
}

test("reads what the platform writes: any names, texts and bytes, in their order", async () => {
  const name = fc.stringMatching(/^[\w áñ.-]{1,20}$/).map((text) => text.trim() || "x");
  const part = fc.record({ name, text: fc.string({ unit: "grapheme" }), file: fc.option(fc.uint8Array()) });
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: FORM_PARTS_MAX }), async (parts) => {
      const form = new FormData();
      for (const { name: key, text, file } of parts) {
        if (file) form.append(key, new File([new Uint8Array(file)], `${key}.jpg`));
        else form.append(key, text);
      }
      const sent = new Request("http://lucas/", { method: "POST", body: form });
      const got = readForm(new Uint8Array(await sent.arrayBuffer()), sent.headers.get("Content-Type") ?? "");
      // A form ends its lines as HTTP does.
      const lines = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, "\r\n");
      expect(got).toEqual({
        ok: true,
        value: parts.map(({ name: key, text, file }) => [
          key,
          file ? { filename: `${key}.jpg`, bytes: new Uint8Array(file) } : lines(text),
        ]),
      });
    }),
  );
});

test("takes a boundary in quotes, a file of no bytes, a name as often as it stands there", () => {
  expect(read(`--a b\r\n${FILE}\r\n\r\n\r\n--a b--`, 'multipart/form-data; boundary="a b"')).toEqual([
    ["file", "boleta.jpg"],
  ]);
  const country = 'Content-Disposition: form-data; name="country"\r\n\r\n';
  expect(read(`--x\r\n${country}CL\r\n--x\r\n${country}PE\r\n--x--\r\n`)).toEqual([
    ["country", "CL"],
    ["country", "PE"],
  ]);
});

test.each([
  ["nothing", ""],
  ["another boundary", `--y\r\n${FILE}\r\n\r\nabc\r\n--y--\r\n`],
  ["an end that never came", `--x\r\n${FILE}\r\n\r\nabc`],
  ["half a boundary", `--x\r\n${FILE}\r\n\r\nabc\r\n--`],
  ["a part without a name", "--x\r\nContent-Type: image/jpeg\r\n\r\nabc\r\n--x--"],
])("refuses %s", (_, body) => {
  expect(read(body)).toBe("not_a_form");
});

test("says which limit a form breaks", () => {
  expect(read(`--x\r\n${FILE}; ${"a".repeat(FORM_HEADER_BYTES_MAX)}\r\n\r\nabc\r\n--x--`)).toBe("header_too_long");
  expect(read(`${`--x\r\n${FILE}\r\n\r\nabc\r\n`.repeat(FORM_PARTS_MAX + 1)}--x--`)).toBe("too_many_parts");
});

test("refuses a text that is no UTF-8 and a Content-Type without a boundary", () => {
  const latin1 = Uint8Array.from('--x\r\nContent-Disposition: form-data; name="country"\r\n\r\n\xf1\r\n--x--', (char) =>
    char.charCodeAt(0),
  );
  expect(readForm(latin1, TYPE)).toEqual({ ok: false, error: { reason: "not_a_form" } });
  for (const type of ["multipart/form-data", "multipart/form-data; boundary=", `${TYPE}${"x".repeat(70)}`])
    expect([type, read(`--x\r\n${FILE}\r\n\r\nabc\r\n--x--`, type)]).toEqual([type, "not_a_form"]);
});
