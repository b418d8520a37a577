import { expect, test } from "vitest";
import { unmarked } from "#src/web/api/sii/unmarked.ts";

test.each([
  ["Con *conectar sii* te doy otro enlace.", "Con «conectar sii» te doy otro enlace."],
  ["*a* y *b*", "«a» y «b»"],
  ["2 * 3", "2 * 3"],
])("«%s» is %s where nothing reads WhatsApp's formatting", (words, plain) => {
  expect(unmarked(words)).toBe(plain);
});
