import { setOf, type NumberWords } from "../tongue.ts";

const UNITS = "uno dos tres cuatro cinco seis siete ocho nueve".split(" ");
const TEENS = "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve".split(" ");
const TENS = "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ");
const HUNDREDS =
  "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split(" ");

/** As they are spelled and as they are typed: «veintitrés», «ventitres», «treintaicinco», «diesiseis». */
export const SPANISH_NUMBERS: NumberWords = {
  values: spellings(),
  and: "y",
  hundreds: setOf("cientos cientas"),
  half: setOf("medio media"),
  one: setOf("un una uno"),
};

function spellings(): Record<string, number> {
  const values: Record<string, number> = { ciento: 100, sien: 100, dies: 10, sinco: 5, kinientos: 500 };
  TEENS.forEach((word, i) => (values[word] = i + 10));
  TENS.forEach((word, i) => (values[word] = i * 10 + 20));
  HUNDREDS.forEach((word, i) => {
    values[word] = (i + 1) * 100;
    values[word.replace(/os$/, "as")] = (i + 1) * 100;
  });
  [...UNITS, "un", "una"].forEach((word, i) => {
    const unit = i < UNITS.length ? i + 1 : 1;
    if (i < UNITS.length) values[word] = unit;
    if (unit > 5) for (const head of ["diesi", "diezi"]) values[head + word] = 10 + unit;
    for (const head of ["veinti", "venti", "veintei", "beinti"]) values[head + word] = 20 + unit;
    TENS.slice(1).forEach((ten, nth) => {
      for (const head of [`${ten}i`, `${ten}y`, `${ten.slice(0, -1)}i`]) values[head + word] = 30 + nth * 10 + unit;
    });
  });
  return values;
}
