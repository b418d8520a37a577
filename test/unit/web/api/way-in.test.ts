import { expect, test } from "vitest";
import { wayInOf } from "#src/web/api/sii/credential.ts";

const asked = (clave: string) => wayInOf({ rut: "76.543.210-3", kind: "clave", clave }, Date.UTC(2026, 10, 18));

test.each(["panaderia26", "Abc1", "ñandu2026!", "a.b_c-d#1"])("«%s» may be a clave", (clave) => {
  expect(asked(clave)).toMatchObject({ ok: true, value: { credential: { rut: "76543210-3", clave } } });
});

test.each(["", "abc", "a".repeat(26), "mi clave 1", "<script>1", `o"r"1=1`, "x' or 1=1", "../etc/passwd", "a;b|c&d"])(
  "«%s» is none, and the SII is not asked",
  (clave) => {
    expect(asked(clave)).toEqual({ ok: false, error: { reason: "clave" } });
  },
);
