import { test } from "vitest";
import { classify } from "#src/language/index.ts";
import { wordsOf } from "#src/locales/index.ts";
const IN: Record<string,string> = { "es-CL":"CL","es-PE":"PE","es-AR":"AR","es-MX":"MX",en:"US","pt-BR":"BR" };
test("try", () => {
  for (const [l,country] of Object.entries(IN)) {
    const w = wordsOf(l);
    for (const k of ["welcome_invitation","help","what_to_correct","document_edit","document_is_right","cannot_tell","off_topic"] as const) {
      for (const m of w[k].matchAll(/[«“]([^»”]+)[»”]|\*([^*]+)\*/g)) {
        const text = m[1] ?? m[2]!;
        const last = { type:"egreso", amount_minor: 5000, currency: {CL:"CLP",PE:"PEN",AR:"ARS",MX:"MXN",US:"USD",BR:"BRL"}[country]!, concept:"x", category:"combustible", counterparty:null, date:"2026-11-17", state:"recorded"} as const;
        const r = classify({ text, country, channel: "text", today: "2026-11-18", last } as never);
        console.log(l, k, "|", text, "=>", r.type, JSON.stringify(r.patch ?? r.query ?? r.movements.map(x=>[x.type,x.amount_minor,x.category,x.counterparty])), r.needs_clarification ? r.question : "");
      }
    }
  }
});
