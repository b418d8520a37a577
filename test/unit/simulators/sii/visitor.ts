// What a program does at the SII, written once more by hand: the bot's own clients must not be what proves the simulator.
import { createHash, createPrivateKey, createPublicKey, randomUUID, sign } from "node:crypto";
import { taxpayerCertificate } from "../../../golden/sii/certificates.ts";
import type { CertificateWish } from "../../../golden/sii/certificates.ts";
import type { Json } from "../rig.ts";

export const BROWSER = "Mozilla/5.0 (X11; Linux x86_64)";
export const LOS_AROMOS = { rut: "77412905-7", clave: "aromos26" };

export type Page = { status: number; text: string; cookies: Map<string, string> };

/** @param url of the rig */
export function visitor(url: string) {
  const host = (name: string): string => `${url}/sii/${name}.sii.cl`;
  return {
    logIn: (rut = LOS_AROMOS.rut, clave = LOS_AROMOS.clave): Promise<Page> => logIn(host("zeusr"), { rut, clave }),
    /** Logged in with the clave, and the RCV's page seen. */
    token: async (): Promise<string> => {
      const { cookies } = await logIn(host("zeusr"), LOS_AROMOS);
      const token = cookies.get("TOKEN") ?? "";
      await fetch(`${host("www4")}/consdcvinternetui/`, { headers: { cookie: `TOKEN=${token}` } });
      return token;
    },
    facade: (...[token, method, data, over = {}]: Asked): Promise<Json> =>
      askFacade(`${host("www4")}/consdcvinternetui/services/data/facadeService/${method}`, {
        token,
        method,
        data,
        over,
      }),
    seed: async (): Promise<string> => /&lt;SEMILLA&gt;(\d+)/.exec(await seedPage(host("palena")))?.[1] ?? "",
    give: async (signed: string, environment = "palena"): Promise<Granted> => {
      const service = `https://${environment}.sii.cl/DTEWS/GetTokenFromSeed.jws`;
      const text = await soap(
        `${host(environment)}/DTEWS/GetTokenFromSeed.jws`,
        `<getToken xmlns="${service}"><pszXml>${escaped(signed)}</pszXml></getToken>`,
      );
      const said = (name: string): string => new RegExp(`&lt;${name}&gt;(.*?)&lt;`).exec(text)?.[1] ?? "";
      return { state: said("ESTADO"), gloss: said("GLOSA"), token: said("TOKEN") };
    },
    host,
  };
}

export type Granted = { state: string; gloss: string; token: string };
type Asked = [token: string, method: string, data: Json, over?: Over];
export type Over = { accept?: string; metaData?: Json; cookie?: string };

async function logIn(zeusr: string, { rut, clave }: { rut: string; clave: string }): Promise<Page> {
  const form = await fetch(`${zeusr}/AUT2000/InicioAutenticacion/IngresoRutClave.html`);
  const [body = "", dv = ""] = rut.split("-");
  const fields = {
    rut: body,
    dv,
    referencia: "https://misiir.sii.cl/cgi_misii/siihome.cgi",
    411: "",
    rutcntr: rut,
    clave,
  };
  const cookie = form.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const answer = await fetch(`${zeusr}/cgi_AUT2000/CAutInicio.cgi`, {
    method: "POST",
    headers: { "user-agent": BROWSER, cookie },
    body: new URLSearchParams(fields),
  });
  return page(answer);
}

export async function page(answer: Response): Promise<Page> {
  const cookies = answer.headers
    .getSetCookie()
    .map((line) => (line.split(";")[0] ?? "").split("=") as [string, string]);
  const text = new TextDecoder("latin1").decode(await answer.arrayBuffer());
  return { status: answer.status, text, cookies: new Map(cookies) };
}

const RCV = "cl.sii.sdi.lob.diii.consdcv.data.api.interfaces.FacadeService";

type Question = { token: string; method: string; data: Json; over: Over };

/** The JSON of the answer, or its text where it is none. */
async function askFacade(url: string, { token, method, data, over }: Question): Promise<Json> {
  const metaData = { namespace: `${RCV}/${method}`, conversationId: token, transactionId: randomUUID(), page: null };
  const answer = await fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/json",
      accept: over.accept ?? "application/json, text/plain, */*",
      cookie: over.cookie ?? `TOKEN=${token}`,
    },
    body: JSON.stringify({ metaData: { ...metaData, ...over.metaData }, data }),
  });
  const text = await answer.text();
  return text.startsWith("{")
    ? JSON.parse(text)
    : { status: answer.status, text, location: answer.headers.get("location") };
}

/** What is asked of Los Aromos' register. */
export function wanted(over: Json = {}): Json {
  return {
    rutEmisor: "77412905",
    dvEmisor: "7",
    ptributario: "202610",
    estadoContab: "REGISTRO",
    operacion: "COMPRA",
    ...over,
  };
}

export const HUMAN = { accionRecaptcha: "RCV_DETC", tokenRecaptcha: "t-o-k-e-n-web" };

export async function soap(url: string, body: string, headers: Record<string, string> = {}): Promise<string> {
  const envelope = `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
  const answer = await fetch(url, { method: "POST", headers: { soapaction: "", ...headers }, body: envelope });
  return new TextDecoder("latin1").decode(await answer.arrayBuffer());
}

function seedPage(palena: string): Promise<string> {
  return soap(`${palena}/DTEWS/CrSeed.jws`, '<getSeed xmlns="https://palena.sii.cl/DTEWS/CrSeed.jws"/>');
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const DSIG = "http://www.w3.org/2000/09/xmldsig#";

/** A seed signed with a certificate of the golden makers. */
export function signedSeed(seed: string, wish: Omit<CertificateWish, "password"> = AGENT): string {
  const { certificate, key_pkcs8 } = taxpayerCertificate(wish);
  const key = createPrivateKey({ key: Buffer.from(key_pkcs8), format: "der", type: "pkcs8" });
  const content = `<item><Semilla>${seed}</Semilla></item>`;
  const digest = createHash("sha1").update(`<getToken>${content}</getToken>`).digest("base64");
  const info = (namespace: string): string =>
    `<SignedInfo${namespace}><CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></CanonicalizationMethod>` +
    `<SignatureMethod Algorithm="${DSIG}rsa-sha1"></SignatureMethod><Reference URI=""><Transforms><Transform Algorithm="${DSIG}enveloped-signature"></Transform></Transforms>` +
    `<DigestMethod Algorithm="${DSIG}sha1"></DigestMethod><DigestValue>${digest}</DigestValue></Reference></SignedInfo>`;
  const value = Buffer.from(sign("sha1", Buffer.from(info(` xmlns="${DSIG}"`)), key)).toString("base64");
  const { n = "", e = "" } = createPublicKey(key).export({ format: "jwk" }) as { n?: string; e?: string };
  const base64 = (text: string): string => Buffer.from(text, "base64url").toString("base64");
  return (
    `<getToken>${content}<Signature xmlns="${DSIG}">${info("")}<SignatureValue>${value}</SignatureValue><KeyInfo><KeyValue><RSAKeyValue>` +
    `<Modulus>${base64(n)}</Modulus><Exponent>${base64(e)}</Exponent></RSAKeyValue></KeyValue><X509Data><X509Certificate>` +
    `${Buffer.from(certificate).toString("base64")}</X509Certificate></X509Data></KeyInfo></Signature></getToken>`
  );
}

/** Who may act for Los Aromos. */
export const AGENT = { rut: "13579246-2", name: "ROSA ELENA FUENTES MOLINA" };
