/**
 * A bare figure in the scale of the amount it replaces: 45 after 54.000 is 45.000. Of 45, 45.000 and 45.000.000 the one
 * nearest in size is meant; where bare figures are no thousands (soles), only a difference of ten times moves it. A
 * million is only meant where it is as large: 1 after 54.000 is 1.000.
 * @param literal minor units, as written @param like minor units of the amount replaced
 */
export function inScaleOf(literal: number, like: number, eager: boolean): number {
  const distance = (amount: number) => Math.abs(Math.log10(amount / like));
  const bias = eager ? 0 : 1;
  let best = literal;
  for (const factor of [1_000, 1_000_000]) {
    const scaled = literal * factor;
    const near = factor === 1_000 || distance(scaled) < 1;
    if (near && Number.isSafeInteger(scaled) && distance(scaled) + bias < distance(best)) best = scaled;
  }
  return best;
}
