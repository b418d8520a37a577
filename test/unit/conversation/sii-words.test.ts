import { expect, test } from "vitest";
import { monthSaid } from "#src/conversation/flows/month-said.ts";
import { siiCommandOf } from "#src/conversation/flows/sii.ts";
import { tellsKey, withoutSecret } from "#src/conversation/without-secret.ts";
import type { Inbound } from "#src/channels/index.ts";
import { actsOf, say, talkIn } from "./talking.ts";

test.each([
  ["conectar sii", "connect"],
  ["Quiero conectar el SII", "connect"],
  ["cómo conecto mi empresa al sii?", "connect"],
  ["conéctate con el SII porfa", "connect"],
  ["vincular impuestos internos", "connect"],
  ["SII", "connect"],
  ["desconectar sii", "disconnect"],
  ["desconecta el sii", "disconnect"],
  ["borra mi clave del sii", "disconnect"],
  ["quita la conexión con el SII", "disconnect"],
  ["sincroniza el sii", "sync"],
  ["actualiza el SII", "sync"],
  ["revisa el sii", "sync"],
  ["trae las facturas del sii", "sync"],
  ["¿cómo está el sii?", "status"],
  ["estado sii", "status"],
  ["¿estás conectado al SII?", "status"],
  ["validar sii", "validate"],
  ["valida octubre con el sii", "validate"],
  ["validar sii este mes", "validate"],
  ["cuadrar el mes con el sii", "validate"],
  ["compara mis compras y ventas con el sii", "validate"],
])("«%s» is the command %s", (words, command) => {
  expect(siiCommandOf(words)).toBe(command);
});

test.each([
  "pagué 50 lucas al sii",
  "pagué el iva en el sii 120 lucas",
  "conecté la impresora nueva 30 lucas",
  "revisa la venta de ayer",
  "borra la última",
  "me llegó una carta del sii",
  "compré cable para conectar el router 5 lucas",
  "validé la tarjeta bip 2 lucas",
  "actualiza el precio a 3 lucas",
])("«%s» is none", (words) => {
  expect(siiCommandOf(words)).toBeNull();
});

test.each([
  ["validar sii", "2026-10"],
  ["validar sii este mes", "2026-11"],
  ["valida septiembre", "2026-09"],
  ["valida setiembre", "2026-09"],
  ["valida noviembre con el sii", "2026-11"],
  ["valida diciembre", "2025-12"],
  ["valida enero 2025", "2025-01"],
  ["validar sii mes pasado", "2026-10"],
])("«%s» is of %s", (words, month) => {
  expect(actsOf(say(talkIn(), words))).toMatchObject([{ kind: "sii_validate", month }]);
});

test.each([
  ["f29 de octubre", "2026-10"],
  ["este mes", "2026-11"],
  ["el mes anterior", "2026-10"],
  ["del mayorista", null],
  ["setiembre de 2024", "2024-09"],
])("in «%s» the month %s is named", (words, month) => {
  expect(monthSaid(words, "2026-11-22")).toBe(month);
});

test.each([
  "mi clave del sii es Gato2024",
  "clave: 123456",
  "la clave tributaria es perro.99",
  "Clave SII Luna2019",
  "contraseña del sii = aB3$xyz",
  "mi RUT es 76.111.111-6 y mi clave es gato123",
  "76.111.111-6 Gato2024",
  "password: hunter2",
  "te mando la clave de internet del sii: 4455aa",
])("«%s» tells a key", (words) => {
  expect(tellsKey(words)).toBe(true);
});

test.each([
  "pagué 45 lucas por la clave del wifi",
  "la clave es vender barato",
  "cuál es la clave?",
  "quiero cambiar mi clave del sii",
  "no me acuerdo de la clave del sii",
  "vendí 150 lucas a 76.111.111-6",
  "76.111.111-6",
  "76.111.111-6 150000",
  "factura 123 de Clavería Ltda por 45000",
  "compré un candado con clave 12 lucas",
  "gasté 5 lucas en pan",
])("«%s» tells none", (words) => {
  expect(tellsKey(words)).toBe(false);
});

const message = (content: Inbound["content"]): Inbound => ({ content }) as Inbound;

test("what tells a key is kept without it, a caption as well", () => {
  const text = withoutSecret(message({ kind: "text", text: "mi clave es gato123" }));
  expect(JSON.stringify(text)).not.toContain("gato123");
  const media = { kind: "image", id: "m", mime_type: "image/jpeg", sha256: null, filename: null, url: null } as never;
  const photo = withoutSecret(message({ kind: "media", media, caption: "clave: gato123" }));
  expect(photo.content).toMatchObject({ caption: null });
  const plain = message({ kind: "text", text: "gasté 5 lucas en pan" });
  expect(withoutSecret(plain)).toBe(plain);
});
