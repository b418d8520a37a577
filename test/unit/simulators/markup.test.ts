import { expect, it } from "vitest";
import { readMarkup } from "../../simulators/phone/public/markup.ts";
import type { Piece } from "../../simulators/phone/public/markup.ts";

/** The tree as one line: `b(x)` for bold, and so on. */
function line(pieces: Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : `${piece.mark}(${line(piece.pieces)})`)).join("");
}

it.each([
  ["*Hola* Rosa", "bold(Hola) Rosa"],
  ["_x *y* z_", "italic(x bold(y) z)"],
  ["~no~ ok", "strike(no) ok"],
  ["`a*b*`", "code(a*b*)"],
  ["```\n1 *x*\n2\n```", "mono(1 *x*\n2)"],
  ["2*3*4", "2*3*4"],
  ["* no *", "bullet(no *)"],
  ["*no cierra", "*no cierra"],
  ["a_b_c", "a_b_c"],
  ["**", "**"],
  ["> cita", "quote(cita)"],
  ["- uno\n- dos", "bullet(uno)\nbullet(dos)"],
  ["ver https://a.cl/x_y_z.", "ver link(https://a.cl/x_y_z)."],
  ["javascript:alert(1) ftp://x", "javascript:alert(1) ftp://x"],
  ["<b>*x*</b> <script>alert(1)</script>", "<b>bold(x)</b> <script>alert(1)</script>"],
  ["", ""],
])("reads %j", (text, tree) => {
  expect(line(readMarkup(text))).toBe(tree);
});

it("only ever links http and https", () => {
  const links = (pieces: Piece[]): string[] =>
    pieces.flatMap((piece) =>
      typeof piece === "string" ? [] : [...(piece.href === undefined ? [] : [piece.href]), ...links(piece.pieces)],
    );
  const hostile = 'https://ok.cl javascript:x data:text/html,x *http://b.cl* https://"><img src=x>';
  expect(links(readMarkup(hostile)).every((href) => /^https?:\/\/[^\s<>"]+$/.test(href))).toBe(true);
});

it("reads 4096 hostile characters in a blink", () => {
  const started = performance.now();
  readMarkup("*_~".repeat(1365));
  readMarkup("*a ".repeat(1365));
  readMarkup("```".repeat(1365));
  expect(performance.now() - started).toBeLessThan(1000);
});
