import { z } from "zod";
import { err, ok, type Entropy, type Month, type Result } from "#kernel";
import { ask, type PacedConnection } from "../session/client.ts";
import type { Session, Trouble } from "../session/credential.ts";
import { outline, said } from "../session/evidence.ts";

const HOST = "www4.sii.cl";
const METHOD = "getDeclaracionConCondicionesYTipoPropuesta";
const NAMESPACE = `cl.sii.sdi.lob.iva.propuestaf29.data.api.interfaces.FacadeAdapterService/${METHOD}`;
const PATH = `/propuestaf29ui/services/data/facadeAdapterService/${METHOD}`;

const Page = z.looseObject({
  data: z.unknown().optional(),
  metaData: z
    .looseObject({ errors: z.array(z.looseObject({ descripcion: z.string().nullish() })).nullish() })
    .nullish(),
});

export type ProposalPorts = { connection: PacedConnection; session: Session; entropy: Entropy };

/** The page's own answer, yet to be read; `not_own` where the SII says that this session may not see it. */
export async function askProposalPage(
  { rut, month }: { rut: string; month: Month },
  { connection, session, entropy }: ProposalPorts,
): Promise<Result<{ data: unknown } | "not_own", Trouble>> {
  const [rutContribuyente, dv] = rut.split("-");
  const [anno, mes] = month.split("-");
  const metaData = {
    namespace: NAMESPACE,
    conversationId: session.token,
    transactionId: entropy.id(),
    page: null,
  };
  const answer = await ask(connection, {
    host: HOST,
    path: PATH,
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      // As the RCV's: without the last of these it answers 500.
      Accept: "application/json, text/plain, */*",
      Origin: `https://${HOST}`,
      Referer: `https://${HOST}/propuestaf29ui/`,
    },
    cookies: session.cookies,
    body: JSON.stringify({ metaData, data: { rutContribuyente, dv, formCodigo: F29, mes, anno } }),
  });
  return answer.ok ? pageIn(answer.value.text) : answer;
}

/** The form's number in the portal. */
const F29 = "2";

function pageIn(text: string): Result<{ data: unknown } | "not_own", Trouble> {
  const page = Page.safeParse(jsonOf(text));
  if (!page.success) return err({ reason: "unknown", evidence: `f29: ${outline(text)}` });
  const [fault] = page.data.metaData?.errors ?? [];
  if (fault === undefined) return ok({ data: page.data.data });
  const words = fault.descripcion ?? "";
  return /no est[aá] autorizad/i.test(words) ? ok("not_own") : err({ reason: "unknown", evidence: said(words) });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
