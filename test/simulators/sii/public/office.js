// Puts the page together and keeps it live.
import { h } from "../phone/dom.js";
import { ask, attempt } from "./ask.js";
import { drawDocuments } from "./documents.js";
import { drawFaults } from "./faults.js";
import { moment, rut, time } from "./words.js";

const CALLS_SHOWN = 60;
/** Changes that come together are drawn together. */
const TOGETHER_MS = 80;

drawTime();
listen();

async function refresh() {
  const [office, knobs] = await Promise.all([ask("/sim/sii"), ask("/sim/knobs")]);
  document.querySelector("#clock").textContent = moment(office.now);
  drawTaxpayers(office);
  drawDocuments(office);
  drawSessions(office);
  drawCalls(office);
  // What somebody is choosing is not drawn over.
  if (!document.querySelector("#faults").contains(document.activeElement)) drawFaults(knobs);
}

function listen() {
  let waiting = null;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void attempt(refresh), TOGETHER_MS);
  };
  const source = new EventSource(`/sim/stream?connection=${crypto.randomUUID()}`);
  for (const type of ["hello", "sii", "knobs", "reset"]) {
    source.addEventListener(type, () => {
      // A knob was turned: what was chosen is done.
      if (type === "knobs") document.activeElement?.blur();
      soon();
    });
  }
  source.addEventListener("event", (event) => {
    if (JSON.parse(event.data).kind === "sii") soon();
  });
}

function drawTime() {
  const step = (words, by) =>
    h("button.plain", { type: "button", onclick: () => void attempt(() => ask("/sim/sii/advance", by)) }, words);
  const reset = () => void attempt(() => ask("/sim/sii/reset", {}));
  document
    .querySelector("#time")
    .replaceChildren(
      step("+1 hora", { minutes: 60 }),
      step("+1 día", { days: 1 }),
      step("+8 días", { days: 8 }),
      h("button.plain.danger", { type: "button", onclick: reset }, "De cero"),
    );
}

function drawTaxpayers({ taxpayers, certificate, now }) {
  const cards = taxpayers.map((one) => {
    const isLocked = one.locked_until !== null && one.locked_until > Date.parse(now);
    const facts = [
      ["RUT", rut(one.rut)],
      ["Clave", one.clave],
      ["Representantes", one.agents.map(rut).join(", ") || "ninguno"],
      ["Claves malas", isLocked ? `bloqueada hasta las ${time(one.locked_until)}` : String(one.wrong_claves)],
    ];
    return h(
      "li",
      {},
      h("h3", {}, one.name),
      h("dl", {}, ...facts.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
    );
  });
  const paper = h(
    "p.certificate",
    {},
    h("a.plain.strong", { href: "/sim/sii/certificate.p12", download: "" }, "Bajar certificado .p12"),
    h(
      "small",
      {},
      `De ${certificate.holder}, ${rut(certificate.rut)}. Contraseña: `,
      h("code", {}, certificate.password),
    ),
  );
  document
    .querySelector("#taxpayers")
    .replaceChildren(h("h2", {}, "Contribuyentes"), h("ul.taxpayers", {}, ...cards), paper);
}

function drawSessions({ sessions }) {
  const rows = sessions.map(({ rut: who, by, token, expires_at }) =>
    h(
      "li",
      {},
      h(
        "span",
        {},
        h("b", {}, rut(who)),
        h("small", {}, `${by === "clave" ? "clave" : "certificado"} · hasta las ${time(expires_at)}`),
      ),
      h("code", {}, token),
    ),
  );
  document
    .querySelector("#sessions")
    .replaceChildren(
      h("h2", {}, `Sesiones (${sessions.length})`),
      rows.length === 0 ? h("p.empty", {}, "Nadie ha entrado.") : h("ul.faults", {}, ...rows),
    );
}

function drawCalls({ calls }) {
  const rows = calls
    .slice(-CALLS_SHOWN)
    .toReversed()
    .map(({ at, host, path, method, rut: who, status, fault }) =>
      h(
        "li",
        { title: path },
        h("time", {}, time(at)),
        h(`b${status === 0 || status >= 400 ? ".bad" : ""}`, {}, status === 0 ? "corte" : String(status)),
        h("span", {}, method === "" ? path : method, h("small", {}, [host, who, fault].filter(Boolean).join(" · "))),
      ),
    );
  document
    .querySelector("#calls")
    .replaceChildren(
      h("h2", {}, `Llamadas (${calls.length})`),
      rows.length === 0 ? h("p.empty", {}, "Nadie ha preguntado nada.") : h("ol.calls", {}, ...rows),
    );
}
