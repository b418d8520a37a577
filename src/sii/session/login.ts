import { err, ok } from "#kernel";
import { ask, type Asked, type PacedConnection, type SiiHost } from "./client.ts";
import { signerOf, type Credential, type LoggedIn, type Session, type Trouble } from "./credential.ts";
import { readSeed, readToken, seedRequest, signedSeed, tokenRequest, type SeedTrouble } from "./seed.ts";
import { troubleIn } from "./trouble.ts";

// Letting oneself in, and out. Each is tried once: whoever is refused here asks a person, or waits.

/**
 * `gives`: asked right before a clave leaves the house, for nobody may hear what became of it; what it tells keeps the
 * clave here.
 */
export type LoginPorts = { connection: PacedConnection; now: () => number; gives: () => Promise<Trouble | null> };

/** A session that is open, and one of the ten of its owner, but has not entered the RCV. */
export async function logIn(credential: Credential, ports: LoginPorts): Promise<LoggedIn> {
  return credential.kind === "clave" ? byClave(credential, ports) : byCertificate(credential, ports);
}

/** The RCV has a session of its own, which its first page opens. */
export async function seeRegister(session: Session, connection: PacedConnection): Promise<LoggedIn> {
  const page = await ask(connection, {
    host: "www4.sii.cl",
    path: "/consdcvinternetui/",
    cookies: session.cookies,
    expects: "page",
  });
  if (!page.ok) return page;
  return ok({ ...session, saw_register: true, cookies: { ...session.cookies, ...page.value.cookies } });
}

/**
 * Ten sessions may be open for a RUT, and one that is left behind is one of them for two hours. True where it is closed,
 * false where the SII was not asked or did not say.
 */
export async function logOut(session: Session, connection: PacedConnection): Promise<boolean> {
  if (session.kind !== "clave") return true;
  const page = await ask(connection, {
    host: "zeusr.sii.cl",
    path: "/cgi_AUT2000/autTermino.cgi",
    cookies: session.cookies,
    expects: "page",
  });
  return page.ok || page.error.reason === "session_over";
}

const SEED_PATH = "/DTEWS/CrSeed.jws";
const TOKEN_PATH = "/DTEWS/GetTokenFromSeed.jws";
const AUTHORITY: SiiHost = "palena.sii.cl";

async function byCertificate(
  { certificate }: Extract<Credential, { kind: "certificate" }>,
  { connection, now }: LoginPorts,
): Promise<LoggedIn> {
  const seedService = `https://${AUTHORITY}${SEED_PATH}`;
  const seedAnswer = await ask(connection, soap(SEED_PATH, seedRequest(seedService)));
  if (!seedAnswer.ok) return seedAnswer;
  const seed = readSeed(seedAnswer.value.text);
  if (!seed.ok) return err(troubleOf(seed.error));
  const signed = await signedSeed(seed.value, await signerOf(certificate));
  const tokenService = `https://${AUTHORITY}${TOKEN_PATH}`;
  const tokenAnswer = await ask(connection, soap(TOKEN_PATH, tokenRequest(tokenService, signed)));
  if (!tokenAnswer.ok) return tokenAnswer;
  const token = readToken(tokenAnswer.value.text);
  if (!token.ok) return err(troubleOf(token.error));
  const cookies = { TOKEN: token.value, CSESSIONID: token.value };
  return ok({
    kind: "certificate",
    rut: certificate.rut,
    token: token.value,
    cookies,
    opened_at: now(),
    saw_register: false,
  });
}

function soap(path: string, body: string): Asked {
  const headers = { "Content-Type": "text/xml; charset=utf-8", SOAPAction: '""', Accept: "text/xml" };
  return { host: AUTHORITY, path, method: "POST", headers, body };
}

/**
 * A seed that went stale is nobody's fault, and the next run asks for another one. A signature that is not understood is
 * ours: that key and certificate are of each other was seen when they were given.
 */
const SEED_TROUBLES: Readonly<Record<SeedTrouble["reason"], Trouble["reason"]>> = {
  expired: "unavailable",
  busy: "unavailable",
  malformed: "unknown",
  signature: "unknown",
  certificate: "certificate",
  not_enabled: "not_allowed",
};

function troubleOf({ reason, evidence }: SeedTrouble): Trouble {
  return { reason: SEED_TROUBLES[reason], evidence };
}

const LOGIN_PAGE = "/AUT2000/InicioAutenticacion/IngresoRutClave.html?https://misiir.sii.cl/cgi_misii/siihome.cgi";
const LOGIN_FORM = "/cgi_AUT2000/CAutInicio.cgi";

async function byClave(
  { rut, clave }: Extract<Credential, { kind: "clave" }>,
  { connection, now, gives }: LoginPorts,
): Promise<LoggedIn> {
  const page = await ask(connection, { host: "zeusr.sii.cl", path: LOGIN_PAGE, expects: "login" });
  if (!page.ok) return page;
  const held = await gives();
  if (held !== null) return err(held);
  const form = await ask(connection, {
    host: "zeusr.sii.cl",
    path: LOGIN_FORM,
    method: "POST",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      Origin: "https://zeusr.sii.cl",
      Referer: `https://zeusr.sii.cl${LOGIN_PAGE}`,
    },
    body: formOf(rut, clave),
    cookies: page.value.cookies,
    expects: "page",
  });
  if (!form.ok) return err(asRefusal(form.error));
  const cookies = { ...page.value.cookies, ...form.value.cookies };
  const token = cookies["TOKEN"];
  if (token === undefined || token === "") return err(refusalIn(form.value.text));
  return ok({ kind: "clave", rut, token, cookies, opened_at: now(), saw_register: false });
}

function refusalIn(body: string): Trouble {
  const reason = troubleIn({ status: 200, type: "text/html", body }) ?? "unknown";
  return asRefusal({ reason, evidence: "no token" });
}

/**
 * What says nothing of a clave that was given: the form once more, a captcha, a page that nobody has seen. Elsewhere such a
 * page is asked for again; here the clave may be wrong, so nobody tries it again by themselves.
 */
function asRefusal(trouble: Trouble): Trouble {
  return SAYS_NOTHING.has(trouble.reason) ? { ...trouble, reason: "refused" } : trouble;
}

const SAYS_NOTHING: ReadonlySet<Trouble["reason"]> = new Set(["unknown", "session_over", "captcha"]);

function formOf(rut: string, clave: string): string {
  const [digits = "", check = ""] = rut.split("-");
  const fields = {
    rut: digits,
    dv: check,
    referencia: "https://misiir.sii.cl/cgi_misii/siihome.cgi",
    "411": "",
    rutcntr: rut,
    clave,
  };
  return new URLSearchParams(fields).toString();
}
