// /sim/sii: what tests and the page ask of the simulated SII itself. No real service has these routes.
import { Hono } from "hono";
import { z } from "zod";
import { DEFAULT_CERTIFICATE } from "../../golden/sii/certificates.ts";
import type { Rig } from "../rig.ts";
import { FAULTS, PLACES } from "./knobs.ts";
import { DAY_MS, MINUTE_MS } from "./state/chile.ts";
import { ANSWERS } from "./state/claim.ts";
import { ACTIONS } from "./state/document.ts";
import type { DocumentInput, SiiDocument } from "./state/document.ts";
import { deadlineOf, purchasePeriod, salePeriod, saleStateOf, stateOf } from "./state/life.ts";
import type { SiiOffice } from "./state/office.ts";
import { addDocuments, addTaxpayer, amend, annul, say } from "./state/records.ts";
import type { TaxpayerInput } from "./state/taxpayer.ts";

export function siiControl(rig: Rig): Hono {
  const app = new Hono();
  const { sii: office } = rig;
  const changed = (): void => rig.publish("sii", null);
  app.get("/", (c) => c.json(pictureOf(office)));
  app.get("/faults", (c) => c.json({ kinds: FAULTS, places: PLACES }));
  app.post("/taxpayers", async (c) => {
    const taxpayer = addTaxpayer(office, await c.req.json<TaxpayerInput>());
    changed();
    return c.json(taxpayer, 201);
  });
  app.post("/documents", async (c) => {
    const given = await c.req.json<DocumentInput | DocumentInput[]>();
    const made = addDocuments(office, Array.isArray(given) ? given : [given]);
    changed();
    return c.json({ documents: made.map((document) => shown(office, document)) }, 201);
  });
  app.post("/documents/:id/event", async (c) => {
    const document = office.documents.find(({ id }) => id === c.req.param("id"));
    if (document === undefined) return c.json({ error: "no such document" }, 404);
    const code = happen(office, document, Event.parse(await c.req.json()));
    changed();
    const body = { code, words: ANSWERS[code], document: shown(office, document) };
    return c.json(body, code === 0 ? 200 : 409);
  });
  app.post("/advance", async (c) => {
    const { days, minutes } = Advance.parse(await c.req.json());
    office.advance(days * DAY_MS + minutes * MINUTE_MS);
    changed();
    return c.json({ now: new Date(office.now()).toISOString() });
  });
  app.post("/reset", (c) => {
    office.reset();
    changed();
    return c.json({ ok: true });
  });
  app.get("/certificate.p12", () => {
    const { bytes, file } = DEFAULT_CERTIFICATE;
    const headers = { "content-type": "application/x-pkcs12", "content-disposition": `attachment; filename="${file}"` };
    return new Response(bytes(), { headers });
  });
  return app;
}

const Event = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("accept"), action: z.enum(["ACD", "ERM"]).default("ERM") }),
  z.strictObject({ event: z.literal("reclaim"), action: z.enum(ACTIONS).exclude(["ACD", "ERM"]).default("RCD") }),
  z.strictObject({ event: z.literal("not_include") }),
  z.strictObject({ event: z.literal("annul") }),
  z.strictObject({ event: z.literal("receive") }),
  z.strictObject({ event: z.literal("move_period"), period: z.string().regex(/^20\d\d(0[1-9]|1[0-2])$/) }),
  z.strictObject({ event: z.literal("change_transaction"), transaction: z.number().int().min(1).max(7) }),
]);

export type DocumentChange = z.input<typeof Event>;

const Advance = z.strictObject({ days: z.number().default(0), minutes: z.number().default(0) });

/** @returns 0, or the SII's code of why it may not be */
function happen(office: SiiOffice, document: SiiDocument, change: z.output<typeof Event>): number {
  switch (change.event) {
    case "accept":
    case "reclaim":
      return say(office, document, change.action);
    case "not_include":
      amend(document, { transaction: 7 });
      return 0;
    case "annul":
      annul(office, document);
      return 0;
    case "receive":
      document.received_at ??= office.now();
      return 0;
    case "move_period":
      amend(document, { moved_to: change.period });
      return 0;
    case "change_transaction":
      amend(document, { transaction: change.transaction });
      return 0;
  }
}

/** As `POST /sim/sii/documents/{id}/event`. @throws ZodError when it is no change */
export function changeDocument(office: SiiOffice, document: SiiDocument, change: DocumentChange): number {
  return happen(office, document, Event.parse(change));
}

function pictureOf(office: SiiOffice): unknown {
  const now = office.now();
  const { holder, rut, password } = DEFAULT_CERTIFICATE;
  return {
    now: new Date(now).toISOString(),
    taxpayers: [...office.taxpayers.values()],
    documents: office.documents.map((document) => shown(office, document)),
    sessions: [...office.sessions.values()].filter(({ expires_at }) => expires_at > now),
    files: office.files,
    calls: office.calls,
    certificate: { holder, rut, password },
  };
}

/** A document with what it is now in the RCV of each of its parties that is a taxpayer here. */
function shown(office: SiiOffice, document: SiiDocument): unknown {
  const now = office.now();
  const deadline = deadlineOf(document);
  const state = stateOf(document, now);
  const days_left = state === "PENDIENTE" && deadline !== null ? Math.ceil((deadline - now) / DAY_MS) : null;
  const { issuer, receiver } = document;
  const sides = [
    { taxpayer: issuer.rut, side: "venta", state: saleStateOf(document, now), period: salePeriod(document), days_left },
    { taxpayer: receiver.rut, side: "compra", state, period: purchasePeriod(document, now), days_left },
  ];
  return { ...document, sides: sides.filter(({ taxpayer }) => office.taxpayers.has(taxpayer)) };
}
