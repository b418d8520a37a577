import { expect, it } from "vitest";
import { emptyAnswer } from "../../simulators/openai/schema-answer.ts";

const receipt = {
  type: "object",
  properties: {
    merchant: { type: ["string", "null"] },
    total_minor: { anyOf: [{ type: "integer" }, { type: "null" }] },
    kind: { type: "string", enum: ["boleta", "factura", "unknown"] },
    readable: { type: "boolean" },
    items: { type: "array", items: { type: "object", properties: {} } },
    seller: { $ref: "#/$defs/seller" },
    note: { type: "string" },
  },
  $defs: { seller: { type: "object", properties: { tax_id: { type: ["string", "null"] } } } },
};

it("answers every schema with nothing", () => {
  expect(emptyAnswer(receipt, null)).toEqual({
    merchant: null,
    total_minor: null,
    kind: "unknown",
    readable: false,
    items: [],
    seller: { tax_id: null },
    note: "",
  });
});

it("tells the ordered lies, wherever the schema has their names", () => {
  expect(emptyAnswer(receipt, { total_minor: 999, tax_id: "1-9", unasked: true })).toMatchObject({
    total_minor: 999,
    seller: { tax_id: "1-9" },
    merchant: null,
  });
  expect(emptyAnswer(receipt, { unasked: true })).not.toHaveProperty("unasked");
});

it("ends on a schema that holds itself", () => {
  const node = {
    $ref: "#/$defs/node",
    $defs: { node: { type: "object", properties: { next: { $ref: "#/$defs/node" } } } },
  };
  expect(() => emptyAnswer(node, null)).not.toThrow();
});
