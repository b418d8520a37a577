import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { startSimulators, type Simulators } from "../../../simulators/index.ts";
import { AGENT, BROWSER, LOS_AROMOS, page, signedSeed, visitor, wanted } from "./visitor.ts";

const NOW = Date.parse("2026-11-18T15:00:00Z");

let rig: Simulators;
let visit: ReturnType<typeof visitor>;
beforeAll(async () => {
  rig = await startSimulators({ now: () => NOW });
  visit = visitor(rig.url);
});
afterAll(() => rig.close());
beforeEach(() => rig.reset());

const code = (text: string): string | undefined => /\d\d\.\d\d\.\d{3}\.\d{3}\.\d{3}\.(\d+)/.exec(text)?.[1];

describe("with a clave", () => {
  it("gives the cookies of a session of two hours", async () => {
    const { status, cookies } = await visit.logIn();
    expect(status).toBe(200);
    expect(Object.fromEntries(cookies)).toMatchObject({
      "NETSCAPE_LIVEWIRE.rut": "77412905",
      "NETSCAPE_LIVEWIRE.dv": "7",
      // 12:00 in Chile, and two hours.
      "NETSCAPE_LIVEWIRE.exp": "20261118140000",
      "NETSCAPE_LIVEWIRE.lms": "120",
      RUT_NS: "77412905",
    });
    expect(cookies.get("CSESSIONID")).toBe(cookies.get("TOKEN"));
    expect(cookies.get("TOKEN")).toMatch(/^[A-Za-z0-9]{13}$/);
  });

  it("says 20 of six wrong claves, 55 from the seventh, and locks after the tenth for an hour", async () => {
    const codes: (string | undefined)[] = [];
    for (let nth = 0; nth < 11; nth += 1) codes.push(code((await visit.logIn(LOS_AROMOS.rut, "wrong")).text));
    expect(codes).toEqual(["20", "20", "20", "20", "20", "20", "55", "55", "55", "9", "19"]);
    expect(code((await visit.logIn()).text)).toBe("19");
    rig.sii.advance({ minutes: 59 });
    expect(code((await visit.logIn()).text)).toBe("19");
    rig.sii.advance({ minutes: 2 });
    expect((await visit.logIn()).cookies.has("TOKEN")).toBe(true);
  });

  it("forgets wrong claves with the right one", async () => {
    for (let nth = 0; nth < 6; nth += 1) await visit.logIn(LOS_AROMOS.rut, "wrong");
    await visit.logIn();
    expect(code((await visit.logIn(LOS_AROMOS.rut, "wrong")).text)).toBe("20");
  });

  it("opens ten sessions and no eleventh, until one is closed", async () => {
    const tokens: string[] = [];
    for (let nth = 0; nth < 10; nth += 1) tokens.push((await visit.logIn()).cookies.get("TOKEN") ?? "");
    const eleventh = await visit.logIn();
    expect([eleventh.cookies.size, code(eleventh.text)]).toEqual([0, "27"]);
    expect(eleventh.text).toContain("máximo de sesiones autenticadas");
    await fetch(`${visit.host("zeusr")}/cgi_AUT2000/autTermino.cgi`, { headers: { cookie: `TOKEN=${tokens[0]}` } });
    expect((await visit.logIn()).cookies.has("TOKEN")).toBe(true);
  });

  it("a session that nobody closed ends by itself", async () => {
    for (let nth = 0; nth < 10; nth += 1) await visit.logIn();
    rig.sii.advance({ minutes: 120 });
    expect((await visit.logIn()).cookies.has("TOKEN")).toBe(true);
  });

  test.each([
    ["a stranger", "12345678-5", "20"],
    ["a wrong check digit", "77412905-8", undefined],
  ])("%s is refused", async (_, rut, expected) => {
    const answer = await visit.logIn(rut);
    expect([answer.cookies.size, code(answer.text)]).toEqual([0, expected]);
  });

  test.each([
    ["the cookie of its page", { "user-agent": BROWSER }],
    ["a browser's name", { cookie: "TS01a3c5f7=x" }],
  ])("without %s the firewall lets nobody through", async (_, headers) => {
    const url = `${visit.host("zeusr")}/cgi_AUT2000/CAutInicio.cgi`;
    const answer = await page(await fetch(url, { method: "POST", headers, body: new URLSearchParams({ rut: "1" }) }));
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining("Your support ID is:")]);
    expect(rig.sii.office.sessions.size).toBe(0);
  });

  it("tells whether a session is alive, as JSONP", async () => {
    const { cookies } = await visit.logIn();
    const ask = async (token: string): Promise<string> =>
      (
        await fetch(`${visit.host("zeusr")}/cgi_AUT2000/AutTknData.cgi`, { headers: { cookie: `TOKEN=${token}` } })
      ).text();
    expect(await ask(cookies.get("TOKEN") ?? "")).toBe('my_callback({"estado":0})');
    expect(await ask("nothing")).toBe('my_callback({"estado":1})');
  });
});

describe("with a certificate", () => {
  it.each([
    ["an alternative name", { ...AGENT, where: "san" }],
    ["the serial number of its subject", { ...AGENT, where: "serial" }],
    ["a dotted RUT", { ...AGENT, rut: "13.579.246-2" }],
  ] as const)("whose RUT is %s, a signed seed becomes a token that opens the RCV", async (_, wish) => {
    const granted = await visit.give(signedSeed(await visit.seed(), wish));
    expect(granted).toMatchObject({ state: "00", gloss: "Token Creado" });
    const answer = await visit.facade(granted.token, "getResumen", wanted());
    expect(answer.respEstado.codRespuesta).toBe(0);
    expect(rig.sii.calls("getToken")).toMatchObject([{ host: "palena.sii.cl", rut: AGENT.rut, status: 200 }]);
  });

  it("a seed lives two minutes", async () => {
    const seed = await visit.seed();
    rig.sii.advance({ minutes: 2.1 });
    expect(await visit.give(signedSeed(seed))).toMatchObject({ state: "08", gloss: "TIME-OUT DEL SEED" });
  });

  it("a seed lives once", async () => {
    const signed = signedSeed(await visit.seed());
    await visit.give(signed);
    expect(await visit.give(signed)).toMatchObject({ state: "08", gloss: "NO Existe SEED", token: "" });
  });

  it.each<[string, string, (signed: string) => string]>([
    ["no XML", "02", () => "<getToken>"],
    ["no signature", "04", (signed) => signed.replace(/<Signature .*<\/Signature>/, "")],
    ["no seed", "06", (signed) => signed.replace(/<Semilla>.*<\/Semilla>/, "")],
    ["no certificate", "11", (signed) => signed.replace(/<X509Data>.*<\/X509Data>/, "")],
    ["another key than the certificate's", "21", (signed) => signed.replace(/<Exponent>\w+/, "<Exponent>Aw")],
    ["another seed than was signed", "05", (signed) => signed.replace(/<Semilla>(\d+)/, "<Semilla>9$1")],
    ["a digest that was mended", "05", (signed) => signed.replace(/<DigestValue>./, "<DigestValue>/")],
    ["another transform", "05", (signed) => signed.replace("enveloped-signature", "base64")],
    ["blanks between its tags, added later", "05", (signed) => signed.replace("<item>", "<item> ")],
  ])("refuses %s: ESTADO %s", async (_, state, spoil) => {
    expect(await visit.give(spoil(signedSeed(await visit.seed())))).toMatchObject({ state, token: "" });
  });

  it("takes a certificate that is broken into lines, and a declaration before it", async () => {
    const signed = signedSeed(await visit.seed()).replace(/(?<=<X509Certificate>)[^<]+/, (all) =>
      all.replace(/.{76}/g, "$&\n"),
    );
    expect(await visit.give(`<?xml version="1.0"?>\n${signed}`)).toMatchObject({ state: "00" });
  });

  it.each([
    ["a person without business here", "-07", { rut: "12345678-5", name: "NADIE" }],
    ["a certificate of yesterday", "-3", { ...AGENT, from: "2020-01-01", to: "2023-01-01" }],
  ] as const)("refuses %s: ESTADO %s", async (_, state, wish) => {
    expect(await visit.give(signedSeed(await visit.seed(), wish))).toMatchObject({ state, token: "" });
  });

  it("a token of the certification environment opens no RCV", async () => {
    const { token } = await visit.give(signedSeed(await visit.seed()), "maullin");
    expect(token).not.toBe("");
    expect((await visit.facade(token, "getResumen", wanted())).text).toContain("CAutInicio.cgi");
  });

  it("says words with accents in ISO-8859-1 under a header of utf-8", async () => {
    const url = `${visit.host("palena")}/DTEWS/GetTokenFromSeed.jws`;
    const signed = signedSeed(await visit.seed(), { rut: "12345678-5", name: "NADIE" });
    const body = `<e:Envelope xmlns:e="e"><e:Body><getToken><pszXml><![CDATA[${signed}]]></pszXml></getToken></e:Body></e:Envelope>`;
    const answer = await fetch(url, { method: "POST", body });
    expect(answer.headers.get("content-type")).toBe("text/xml;charset=utf-8");
    const bytes = await answer.arrayBuffer();
    expect(new TextDecoder("latin1").decode(bytes)).toContain("autenticación");
    expect(new TextDecoder().decode(bytes)).toContain("autenticaci\ufffdn");
  });

  it("turns header and body around when the knob says so", async () => {
    rig.knobs({ sii: { body_first: true } });
    expect(await visit.seed()).toMatch(/^\d{12}$/);
    const granted = await visit.give(signedSeed(await visit.seed()));
    expect(granted.state).toBe("00");
  });
});
