// Who is known to the SII: a business or a person, with its clave and those who may act for it.
import { z } from "zod";
import { isRut, plainRut } from "./rut.ts";

const rut = z
  .string()
  .transform((text) => plainRut(text) ?? "")
  .refine((text) => text !== "" && isRut(text), "no RUT, or its check digit is wrong");

export const taxpayerSchema = z.strictObject({
  rut,
  name: z.string().min(1).max(100),
  clave: z.string().min(1).max(40).default("clave123"),
  /** People whose session or certificate may look at this business, besides its own. */
  agents: z.array(rut).max(20).default([]),
  regime: z.enum(["pro_pyme", "pro_pyme_over", "transparent", "general"]).default("pro_pyme"),
  /** Of the monthly provisional payment; what the F29 proposal writes under code 115. */
  ppm_percent: z.number().min(0).max(100).default(0.125),
  /** Of the tax on purchases of common use, what is credit. */
  common_use_percent: z.number().min(0).max(100).default(100),
  /** Cash that the month before left over, in pesos: code 504. */
  remainder: z.number().int().min(0).default(0),
});

export type TaxpayerInput = z.input<typeof taxpayerSchema>;
export type Taxpayer = z.output<typeof taxpayerSchema> & {
  /** Wrong claves since the last right one. */
  wrong_claves: number;
  /** Epoch ms, or null. */
  locked_until: number | null;
};
