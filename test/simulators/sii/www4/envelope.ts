// The JSON that the portal's pages speak to their facades (SDI): an envelope around what is asked, one around what is said.
import { z } from "zod";
import type { Session } from "../state/office.ts";

const Envelope = z.object({
  metaData: z.object({
    namespace: z.string(),
    conversationId: z.string(),
    transactionId: z.string().min(1),
    page: z.null().optional(),
  }),
  data: z.record(z.string(), z.unknown()),
});

/** What is asked; null where the envelope is not built as the portal builds it. @param namespace without the method */
export function openEnvelope(body: unknown, expected: { namespace: string; session: Session }): Asked | null {
  const read = Envelope.safeParse(body);
  if (!read.success) return null;
  const { metaData, data } = read.data;
  const isTheirs = metaData.namespace === expected.namespace && metaData.conversationId === expected.session.token;
  return isTheirs ? { data, transactionId: metaData.transactionId } : null;
}

export type Asked = { data: Record<string, unknown>; transactionId: string };

/** As the facade says that it does not know such an envelope; nothing else is in it. */
export const UNAUTHORIZED = { errorMsg: "Acceso no autorizado!" };

/** codRespuesta of `respEstado`. */
export const CODE = { ok: 0, noticed: 1, error: 2, empty: 3, redirected: 98, tooEarly: 99 } as const;

const WORDS: Readonly<Record<number, string>> = {
  1: "Su solicitud está siendo procesada",
  2: "Ha ocurrido un error en el servicio, intente más tarde",
  3: "No se encontraron datos para el periodo consultado",
  98: "REDIRECCIONAR",
  99: "Periodo consultado no válido, debe ser mayor igual a 201705",
};

export type Said = { code: number; words?: string; data?: unknown; more?: Record<string, unknown> };

export function sealEnvelope({ code, words, data = null, more = {} }: Said, asked: Asked, namespace: string): unknown {
  const message = words ?? WORDS[code] ?? null;
  return {
    data,
    ...more,
    metaData: {
      conversationId: null,
      transactionId: asked.transactionId,
      namespace,
      page: null,
      errors: null,
    },
    respEstado: { codRespuesta: code, msgeRespuesta: message, codError: code === CODE.error ? "-1" : null },
  };
}
