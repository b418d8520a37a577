import { expect, test } from "vitest";
import { nitCheckDigit, readCnpj, readCpf, readNit, readRfc, readRucEc, readTaxId } from "#kernel";

/** In use by companies, offices and persons of each country. */
const GENUINE: Readonly<Record<string, readonly string[]>> = {
  UY: ["220018800014", "140157860014", "214102340016", "080139130010", "040016670018"],
  CO: ["860.065.795-6", "890.680.023-5", "800112806-2", "8909009431", "800256161 - 9", "1118534248-0", "52.238.803-1"],
  EC: ["1792060346001", "0991208291001", "1768045130001", "1260001700001", "1803557964001", "0602910945001"],
  BR: ["33.000.167/0001-01", "93015006000890", "06337087001579", "12ABC34501DE35"],
  MX: ["TFS011012M18", "VAME720111AA4", "AA&0607148I0", "BAÑ930616R66"],
  PE: ["20193655492", "10108344739"],
  AR: ["20300953655", "34546198105"],
  CL: ["76827950-0", "76563850-K"],
};
const cases = Object.entries(GENUINE).flatMap(([country, ids]) => ids.map((id) => [country, id] as const));

test.each(cases)("%s: %s is genuine", (country, id) => {
  expect(readTaxId(id, country)).not.toBeNull();
});

/** Of a hundred ids with one digit changed, how many still pass: two remainders of a division by 11 may share a digit. */
const FORGIVEN_PERCENT: Readonly<Record<string, number>> = { CL: 0, UY: 0, CO: 3, PE: 3, AR: 3, BR: 3, EC: 6 };

test.each(Object.entries(FORGIVEN_PERCENT))(
  "%s: an id with one digit changed is refused, %d %% at most pass",
  (country, most) => {
    const mutants = (GENUINE[country] ?? []).flatMap((id) => {
      // What an Ecuadorian RUC says of the establishment stands outside its check digit.
      const checked = Array.from(id.slice(0, country === "EC" ? 9 : id.length));
      return checked.flatMap((digit, at) =>
        /\d/.test(digit)
          ? "0123456789"
              .split("")
              .filter((other) => other !== digit)
              .map((other) => id.slice(0, at) + other + id.slice(at + 1))
          : [],
      );
    });
    const passing = mutants.filter((mutant) => readTaxId(mutant, country) !== null);
    expect((100 * passing.length) / mutants.length).toBeLessThanOrEqual(most);
  },
);

test("writes each in its one form", () => {
  expect(readNit("900.123.456-8")).toBe("900123456-8");
  expect(readNit("900123456-7")).toBeNull();
  expect(readNit("900123456")).toBeNull();
  expect(nitCheckDigit("800199436")).toBe("4");
  expect(readCnpj("33.000.167/0001-01")).toBe("33000167000101");
  expect(readCpf("529.982.247-25")).toBe("52998224725");
  expect(readTaxId("UY 214102340016", "UY")).toBe("214102340016");
});

test.each([
  ["the general public of Mexico", readRfc("XAXX010101000")],
  ["a Mexican born on no day", readRfc("VAME721311AA4")],
  ["all final consumers of Ecuador", readRucEc("9999999999999")],
  ["a CNPJ of zeros", readCnpj("00000000000000")],
  ["a CPF of ones", readCpf("11111111111")],
])("takes %s for nobody", (_, read) => {
  expect(read).toBeNull();
});
