import { z } from "@hono/zod-openapi";
import { err, fromBase64, ok, readRut, type Result } from "#kernel";
import { openCertificate, type CertificateTrouble, type Credential } from "#sii";

const RUT_CHARS_MAX = 20;
const SECRET_CHARS_MAX = 200;
/** Letters and digits by the SII's own rule (4 to 10 of them, once); signs that its firewall takes for an attack are of none. */
const CLAVE = /^[\p{L}\d.,_*#$@!?+=:-]{4,25}$/u;
/** Base64 of a file of 100 kB. */
const PFX_CHARS_MAX = 140_000;

const Rut = z.string().max(RUT_CHARS_MAX).openapi({ example: "76123456-0" });

/** What somebody lets us in with. */
export const WayIn = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("certificate"),
    pfx: z.base64().min(1).max(PFX_CHARS_MAX).openapi({ description: "The PKCS #12 file, base64" }),
    password: z.string().max(SECRET_CHARS_MAX),
  }),
  z.object({
    kind: z.literal("clave"),
    clave: z.string().min(1).max(SECRET_CHARS_MAX),
    user_rut: Rut.optional().openapi({
      description: "Of the person whose clave it is, where it is not the business's",
    }),
  }),
]);

export const ConnectFields = { rut: Rut.openapi({ description: "Of the business" }) };

export type ConnectAsked = { rut: string } & z.output<typeof WayIn>;

export type WayInTrouble = { reason: CertificateTrouble["reason"] | "rut" | "user_rut" | "clave" };

/** Checked as far as it can be without asking the SII. @param now epoch ms */
export function wayInOf(
  asked: ConnectAsked,
  now: number,
): Result<{ rut: string; credential: Credential }, WayInTrouble> {
  const rut = readRut(asked.rut);
  if (rut === null) return err({ reason: "rut" });
  if (asked.kind === "clave") {
    const user = asked.user_rut === undefined ? rut : readRut(asked.user_rut);
    if (user === null) return err({ reason: "user_rut" });
    if (!CLAVE.test(asked.clave)) return err({ reason: "clave" });
    return ok({ rut, credential: { kind: "clave", rut: user, clave: asked.clave } });
  }
  const opened = openCertificate(fromBase64(asked.pfx), { password: asked.password, now });
  return opened.ok ? ok({ rut, credential: { kind: "certificate", certificate: opened.value } }) : opened;
}

/** What is wrong, for the person on the page. */
export const WAY_IN_WORDS: Readonly<Record<WayInTrouble["reason"], string>> = {
  rut: "Ese RUT de empresa no es válido: revisa el dígito verificador.",
  user_rut: "El RUT de quien entra no es válido: revisa el dígito verificador.",
  clave: "Esa no es una Clave Tributaria: tiene letras y números, sin espacios ni comillas.",
  too_large: "Ese archivo es muy grande para ser un certificado.",
  no_pfx: "Ese archivo no es un certificado .pfx o .p12.",
  wrong_password: "La contraseña no abre ese certificado.",
  no_key: "Ese archivo no trae la clave privada del certificado.",
  no_rut: "Ese certificado no dice de qué RUT es.",
  expired: "Ese certificado está vencido.",
  not_yet: "Ese certificado todavía no está vigente.",
};
