import { createRoute } from "@hono/zod-openapi";
import { fromUtf8, readBody, toBase64 } from "#kernel";
import { gatherReport, reportPdf } from "#sii";
import { openViewer } from "#tenants";
import type { Api } from "../../api.ts";
import { refused } from "../../describe.ts";
import { refusal } from "../../errors.ts";
import { attachment } from "../taxes/routes.ts";
import { REPORT_PAGE_PATH, reportPage, reportPolicy } from "./page.ts";

/** The report that the chat gives a link to: a page that spends nothing, and a button that has it once. */
export function siiReportRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(PAGE), () => {
    const nonce = toBase64(ports.secret());
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": reportPolicy(nonce) };
    return new Response(reportPage(nonce), { headers });
  });

  app.openapi(guarded(REDEEM), async (c) => {
    const body = await readBody(c.req.raw, FORM_BYTES_MAX);
    if (!body) throw refusal("too_large", { bytes_max: FORM_BYTES_MAX });
    const token = new URLSearchParams(fromUtf8(body)).get("token") ?? "";
    const holder = await ports.sii.redeemReport(token);
    if (typeof holder === "string") throw refusal(REFUSALS[holder]);
    const { tenant_id, month } = holder;
    const viewer = await openViewer(await ports.archive(), tenant_id);
    const found = viewer && (await gatherReport(viewer, { month, proposal: null }, ports.sii.gathering()));
    if (!found) throw refusal("sii_month_unseen");
    return new Response(reportPdf(found.report) as Uint8Array<ArrayBuffer>, {
      headers: { "Content-Type": "application/pdf", "Content-Disposition": attachment(month, "pdf") },
    });
  });
}

/** A token of 75 characters under its name. */
const FORM_BYTES_MAX = 200;

const REFUSALS = { unknown: "not_found", expired: "report_link_expired", used: "report_link_used" } as const;

const tags = ["SII"];

const PAGE = createRoute({
  method: "get",
  path: REPORT_PAGE_PATH,
  tags,
  summary: "The page of a month's tax report",
  description:
    "A link to it, `/informe#<token>`, is given in the chat on «informe de impuestos»: once, for ten minutes.",
  responses: { 200: { description: "The page", content: { "text/html": { schema: { type: "string" } } } } },
});

const REDEEM = createRoute({
  method: "post",
  path: REPORT_PAGE_PATH,
  tags,
  summary: "Have the report of that link",
  description:
    "A form, `application/x-www-form-urlencoded`, with the field `token`. Spends the link. An unknown token is 404; one that expired or was used is 410.",
  responses: {
    200: { description: "The paper", content: { "application/pdf": { schema: { type: "string", format: "binary" } } } },
    ...refused(404, 410, 413),
  },
});
