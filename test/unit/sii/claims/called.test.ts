import { expect, test } from "vitest";
import { linesCalled } from "#src/sii/claims/called.ts";

const NAMES = ["COMERCIAL NORTE", "SILVA Y YAÑEZ", "NORTE GRANDE SPA", "MOLINOS SAN CRISTOBAL S.A."];

test.each([
  ["silva", ["SILVA Y YAÑEZ"]],
  ["yanez silva", ["SILVA Y YAÑEZ"]],
  ["comercial", ["COMERCIAL NORTE"]],
  ["comercial norte", ["COMERCIAL NORTE"]],
  ["norte", ["COMERCIAL NORTE", "NORTE GRANDE SPA"]],
  ["Molinos San Cristóbal", ["MOLINOS SAN CRISTOBAL S.A."]],
  ["molino", ["MOLINOS SAN CRISTOBAL S.A."]],
])("«%s» calls %o", (said, names) => {
  const lines = NAMES.map((name) => ({ name }));
  expect(linesCalled(lines, said).map(({ name }) => name)).toEqual(names);
});

test.each(["no", "si", "ya", "y", "sa", "de la", "mol", "molinos del sur", "norte silva", "quiero la de silva", ""])(
  "«%s» calls nobody",
  (said) => {
    expect(
      linesCalled(
        NAMES.map((name) => ({ name })),
        said,
      ),
    ).toEqual([]);
  },
);
