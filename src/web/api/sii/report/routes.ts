import { createRoute } from "@hono/zod-openapi";
import { fromUtf8, readBody, toBase64 } from "#kernel";
import { gatherReport, reportPdf } from "#sii";
import { openViewer } from "#tenants";
import type { Api } from "../../api.ts";
import { refused } from "../../describe.ts";
import { refusal } from "../../errors.ts";
import { attachment } from "../taxes/routes.ts";
import { REPORT_PAGE_PATH, reportPage, reportPolicy, reportRefusedPage, type ReportRefusal } from "./page.ts";

/** The report that the chat gives a link to: a page that spends nothing, and a button that has it once. */
export function siiReportRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(PAGE), () => {
    return page(200, reportPage);
  });

  app.openapi(guarded(REDEEM), async (c) => {
    const body = await readBody(c.req.raw, FORM_BYTES_MAX);
    if (!body) throw refusal("too_large", { bytes_max: FORM_BYTES_MAX });
    const token = new URLSearchParams(fromUtf8(body)).get("token") ?? "";
    const holder = await ports.sii.openReport(token);
    if (typeof holder === "string") return refusedPage(holder);
    const { tenant_id, month } = holder;
    const viewer = await openViewer(await ports.archive(), tenant_id);
    const found = viewer && (await gatherReport(viewer, { month, proposal: null }, ports.sii.gathering()));
    if (!found) return refusedPage("unseen");
    const pdf = reportPdf(found.report) as Uint8Array<ArrayBuffer>;
    // Last, so that a link whose report could not be made is good for another try.
    const spent = await ports.sii.redeemReport(token);
    if (spent !== "spent") return refusedPage(spent);
    return new Response(pdf, {
      headers: { "Content-Type": "application/pdf", "Content-Disposition": attachment(month, "pdf") },
    });
  });

  function page(status: number, written: (nonce: string) => string): Response {
    const nonce = toBase64(ports.secret());
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": reportPolicy(nonce) };
    return new Response(written(nonce), { status, headers });
  }

  function refusedPage(why: ReportRefusal): Response {
    return page(STATUSES[why], (nonce) => reportRefusedPage(nonce, why));
  }
}

/** A token of 75 characters under its name. */
const FORM_BYTES_MAX = 200;

const STATUSES: Readonly<Record<ReportRefusal, 404 | 410>> = { unknown: 404, unseen: 404, expired: 410, used: 410 };

const tags = ["SII"];

const HTML = { "text/html": { schema: { type: "string" } } } as const;

const PAGE = createRoute({
  method: "get",
  path: REPORT_PAGE_PATH,
  tags,
  summary: "The page of a month's tax report",
  description:
    "A link to it, `/informe#<token>`, is given in the chat on «informe de impuestos»: once, for ten minutes.",
  responses: { 200: { description: "The page", content: HTML } },
});

const REDEEM = createRoute({
  method: "post",
  path: REPORT_PAGE_PATH,
  tags,
  summary: "Have the report of that link",
  description:
    "A form, `application/x-www-form-urlencoded`, with the field `token`. Spends the link once the report is made. An unknown token is 404, one that expired or was used 410, each with a page that says so.",
  responses: {
    200: { description: "The paper", content: { "application/pdf": { schema: { type: "string", format: "binary" } } } },
    404: { description: "A page: no link of ours, or a month of which nothing was read", content: HTML },
    410: { description: "A page: the link has expired, or was used", content: HTML },
    ...refused(413),
  },
});
