import { createRoute, z } from "@hono/zod-openapi";
import {
  changeProfile,
  findProfile,
  gatherReport,
  proposalOf,
  reportPdf,
  reportXlsx,
  type Gathered,
  type ProposalAsked,
  type TaxProfile,
} from "#sii";
import type { Viewer } from "#tenants";
import type { Api } from "../../api.ts";
import { viewerOf, writerOf } from "../../caller.ts";
import { answers, only, refused, takes } from "../../describe.ts";
import { refusal } from "../../errors.ts";
import type { ApiPorts } from "../../ports.ts";
import { Period } from "../shapes.ts";
import {
  MonthQuery,
  ProfilePatch,
  ProfileShape,
  ReportQuery,
  shownProfile,
  shownReport,
  shownTaxes,
  TaxesShape,
} from "./shapes.ts";

/** A month's taxes as the SII has it: position, draft of the F29, projection, and the paper of it all. */
export function siiTaxRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(TAXES), async (c) => {
    const viewer = await viewerOf(ports, c.get("caller"));
    const { report, ...beside } = await gathered(ports, viewer, c.req.valid("query"));
    return c.json(shownTaxes(report, beside), 200);
  });

  app.openapi(guarded(REPORT), async (c) => {
    const viewer = await viewerOf(ports, c.get("caller"));
    const { format, ...asked } = c.req.valid("query");
    const { report, proposed } = await gathered(ports, viewer, asked);
    if (format === "json") return c.json(shownReport(report, proposed), 200);
    const { write, type } = FORMATS[format];
    return new Response(write(report) as Uint8Array<ArrayBuffer>, {
      headers: { "Content-Type": type, "Content-Disposition": attachment(asked.period, format) },
    });
  });

  app.openapi(guarded(SHOW_PROFILE), async (c) => {
    return c.json(shownProfile(await findProfile(await viewerOf(ports, c.get("caller")))), 200);
  });

  app.openapi(guarded(CHANGE_PROFILE), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "tenant.update");
    const changed = await changeProfile(writer, patchOf(c.req.valid("json")), ports.clock.now());
    if (!changed.ok) throw refusal("invalid", [{ field: changed.error.field, problem: "can't be so" }]);
    return c.json(shownProfile(changed.value), 200);
  });
}

/** `proposed`: null where nobody wanted to compare. */
type Asked = Gathered & { proposed: ProposalAsked | null };

async function gathered(
  ports: ApiPorts,
  viewer: Viewer,
  { period, compare }: z.output<typeof MonthQuery>,
): Promise<Asked> {
  const proposed = compare === "sii" ? await proposalOf(viewer, period, ports.sii.connecting()) : null;
  const proposal = proposed?.ok ? proposed.proposal : null;
  const found = await gatherReport(viewer, { month: period, proposal }, ports.sii.gathering());
  if (!found) throw refusal("sii_month_unseen");
  return { ...found, proposed };
}

const FORMATS = {
  pdf: { write: reportPdf, type: "application/pdf" },
  xlsx: { write: reportXlsx, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
} as const;

export function attachment(period: string, format: keyof typeof FORMATS): string {
  return `attachment; filename="informe-tributario-${period}.${format}"`;
}

function patchOf({ remanente, ...patch }: z.output<typeof ProfilePatch>): Partial<TaxProfile> {
  const told = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  if (remanente === undefined) return told;
  return { ...told, remanente: remanente && { amount: remanente.amount_minor, month: remanente.period } };
}

const tags = ["SII"];
const COMPARED =
  "`compare=sii` also asks the SII for its own proposal, which takes some seconds and which it shows to the business's own session alone; `comparison_trouble` says why there is none.";

const TAXES = createRoute({
  method: "get",
  path: "/api/sii/taxes",
  tags,
  summary: "A month's VAT, draft of its F29 and projection",
  description: `Each line of the form names the documents behind it; what nobody has told is null and named in \`lacks\`. ${COMPARED} 404 \`sii_month_unseen\` where nothing of that month was ever read.`,
  security: only("read:sii"),
  request: { query: MonthQuery },
  responses: { 200: answers("The month", TaxesShape), ...refused(400, 404) },
});

const REPORT = createRoute({
  method: "get",
  path: "/api/sii/report",
  tags,
  summary: "The monthly tax report",
  description: `As a value, a paper or a workbook. ${COMPARED}`,
  security: only("read:sii"),
  request: { query: ReportQuery },
  responses: {
    200: {
      description: "The report",
      content: {
        "application/json": { schema: z.looseObject({ month: Period }).openapi("SiiTaxReport") },
        "application/pdf": { schema: { type: "string", format: "binary" } },
        [FORMATS.xlsx.type]: { schema: { type: "string", format: "binary" } },
      },
    },
    ...refused(400, 404),
  },
});

const SHOW_PROFILE = createRoute({
  method: "get",
  path: "/api/sii/profile",
  tags,
  summary: "How the business is taxed, as far as it has said so",
  security: only("read:sii"),
  responses: { 200: answers("What is told; null where nothing is", ProfileShape), ...refused(404) },
});

const CHANGE_PROFILE = createRoute({
  method: "patch",
  path: "/api/sii/profile",
  tags,
  summary: "Say how the business is taxed",
  description:
    "Owners and admins. What is left out stays, null takes it back. `remanente` is code 77 of the F29 of a month; those after it follow from it and the register.",
  security: only("write:sii"),
  request: takes(ProfilePatch, { regime: "pro_pyme", remanente: { period: "2026-09", amount_minor: 96_500 } }),
  responses: { 200: answers("What is told now", ProfileShape), ...refused(400, 403, 404, 413, 415) },
});
