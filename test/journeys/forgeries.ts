// Requests to the webhook that Meta did not send. Each is built around a body that would be a sale if it were believed.
import { createHash, createHmac } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { RawRequest } from "./raw.ts";

export type Forgery = { name: string; request: RawRequest; status: readonly number[] };

export type Keys = { secret: string; verifyToken: string; accessToken: string; operatorToken: string; phoneId: string };

const REFUSED = [401];

/** @param body the raw bytes as Meta writes them, `\u00ed` for í */
export function forgeries(body: string, keys: Keys): Forgery[] {
  const good = digest(body, keys.secret);
  const named = [
    ...headers(good, digest("{}", keys.secret)),
    ...digests(body, keys, good),
    ...bodies(body, keys.secret),
    ...places(body, good),
  ];
  return [
    ...named.map(([name, request]) => ({ name, request: { body, ...request }, status: REFUSED })),
    ...protocol(body, good),
  ];
}

export function digest(body: string | Uint8Array, key: string): string {
  return createHmac("sha256", key).update(body).digest("hex");
}

type Named = readonly [name: string, request: Partial<RawRequest> & { headers: string[] }];

const NAME = "X-Hub-Signature-256";
const signedAs = (value: string): { headers: string[] } => ({ headers: [`${NAME}: ${value}`] });
const two = (first: string, second: string): { headers: string[] } => ({
  headers: [`${NAME}: ${first}`, `${NAME}: ${second}`],
});

/** The right digest, written wrongly. */
function headers(good: string, bad: string): Named[] {
  const right = `sha256=${good}`;
  const wrong = `sha256=${bad}`;
  return [
    ["no signature", { headers: [] }],
    ["an empty signature", signedAs("")],
    ["the scheme alone", signedAs("sha256=")],
    ["63 digits", signedAs(right.slice(0, -1))],
    ["65 digits", signedAs(`${right}0`)],
    ["upper-case digits", signedAs(`sha256=${good.toUpperCase()}`)],
    ["one upper-case digit", signedAs(`sha256=${good.replace(/[a-f]/, (digit) => digit.toUpperCase())}`)],
    ["an upper-case scheme", signedAs(`SHA256=${good}`)],
    ["a capital scheme", signedAs(`Sha256=${good}`)],
    ["no scheme", signedAs(good)],
    ["a colon for the sign", signedAs(`sha256:${good}`)],
    ["a space before the sign", signedAs(`sha256 =${good}`)],
    ["a space after the sign", signedAs(`sha256= ${good}`)],
    ["a tab after the sign", signedAs(`sha256=\t${good}`)],
    ["two signs", signedAs(`sha256==${good}`)],
    ["0x before the digits", signedAs(`sha256=0x${good}`)],
    ["a semicolon behind", signedAs(`${right};`)],
    ["a parameter behind", signedAs(`${right}; v=1`)],
    ["words behind", signedAs(`${right} and more`)],
    ["in quotes", signedAs(`"${right}"`)],
    ["digits in quotes", signedAs(`sha256="${good}"`)],
    ["good and bad in one line", signedAs(`${right}, ${wrong}`)],
    ["bad and good in one line", signedAs(`${wrong}, ${right}`)],
    ["good twice in one line", signedAs(`${right}, ${right}`)],
    ["good and bad with a semicolon", signedAs(`${right};${wrong}`)],
    ["good and bad lines", two(right, wrong)],
    ["bad and good lines", two(wrong, right)],
    ["good lines", two(right, right)],
    ["good and empty lines", two(right, "")],
    ["a name in another alphabet's digits", signedAs(`sha256=${good.replace(/\d/, "\u00b2")}`)],
    ["a no-break space before", signedAs(`\u00a0${right}`)],
    ["a no-break space behind", signedAs(`${right}\u00a0`)],
  ];
}

/** Digests that are none, or made with what is not the secret. */
function digests(body: string, keys: Keys, good: string): Named[] {
  const mac = (algorithm: string, key: string): string => createHmac(algorithm, key).update(body).digest("hex");
  const signed = (key: string): { headers: string[] } => signedAs(`sha256=${mac("sha256", key)}`);
  const flipped = `${good.slice(0, -1)}${(Number.parseInt(good.slice(-1), 16) ^ 1).toString(16)}`;
  return [
    ["sha1 under its own scheme", signedAs(`sha1=${mac("sha1", keys.secret)}`)],
    ["sha512 under its own scheme", signedAs(`sha512=${mac("sha512", keys.secret)}`)],
    ["sha512 cut to length", signedAs(`sha256=${mac("sha512", keys.secret).slice(0, 64)}`)],
    ["sha1 filled up with zeros", signedAs(`sha256=${mac("sha1", keys.secret).padEnd(64, "0")}`)],
    ["half a digest", signedAs(`sha256=${good.slice(0, 32)}`)],
    ["half a digest filled up with zeros", signedAs(`sha256=${good.slice(0, 32).padEnd(64, "0")}`)],
    ["zeros", signedAs(`sha256=${"0".repeat(64)}`)],
    ["all digits f", signedAs(`sha256=${"f".repeat(64)}`)],
    ["one bit flipped", signedAs(`sha256=${flipped}`)],
    ["backwards", signedAs(`sha256=${Array.from(good).toReversed().join("")}`)],
    ["base64", signedAs(`sha256=${Buffer.from(good, "hex").toString("base64")}`)],
    ["base64url", signedAs(`sha256=${Buffer.from(good, "hex").toString("base64url")}`)],
    ["a plain hash", signedAs(`sha256=${createHash("sha256").update(body).digest("hex")}`)],
    [
      "a hash of secret and body",
      signedAs(
        `sha256=${createHash("sha256")
          .update(keys.secret + body)
          .digest("hex")}`,
      ),
    ],
    ["key and body exchanged", signedAs(`sha256=${digest(keys.secret, body)}`)],
    ["signed with the verify token", signed(keys.verifyToken)],
    ["signed with the access token", signed(keys.accessToken)],
    ["signed with the operator's token", signed(keys.operatorToken)],
    ["signed with the number's id", signed(keys.phoneId)],
    ["signed with an empty key", signed("")],
    ["signed with a secret of before the last", signed("an-older-secret")],
    ["signed with the whole ring", signed(`${keys.secret},an-older-secret`)],
    ["signed with the secret and a line end", signed(`${keys.secret}\n`)],
    ["signed with the secret in capitals", signed(keys.secret.toUpperCase())],
    ["signed with the hash of the secret", signed(createHash("sha256").update(keys.secret).digest("hex"))],
  ];
}

/** A signature of other bytes than those that come. */
function bodies(body: string, secret: string): Named[] {
  const of = (bytes: string | Uint8Array): { headers: string[] } => signedAs(`sha256=${digest(bytes, secret)}`);
  const parsed: unknown = JSON.parse(body);
  return [
    ["of another body", of('{"object":"whatsapp_business_account","entry":[]}')],
    ["of an empty body", of("")],
    ["of the JSON written anew", of(JSON.stringify(parsed))],
    ["of the JSON with indents", of(JSON.stringify(parsed, null, 2))],
    ["of the text in decomposed letters", of(JSON.stringify(parsed).normalize("NFD"))],
    ["of the body and a line end", of(`${body}\n`)],
    ["of the body and a Windows line end", of(`${body}\r\n`)],
    ["of a space and the body", of(` ${body}`)],
    ["of a byte order mark and the body", of(`\u{feff}${body}`)],
    ["of the body without its last byte", of(body.slice(0, -1))],
    ["of the body compressed", of(gzipSync(body))],
    ["of the body, but a line end came with it", { ...of(body), body: `${body}\n` }],
    ["of the body, but a byte order mark came with it", { ...of(body), body: `\u{feff}${body}` }],
    ["of the body, but it came compressed", encoded(of(body), gzipSync(body))],
    ["of the body, but nothing came", { ...of(body), body: "" }],
    ["of the body, but a byte of it changed", { ...of(body), body: body.replace("vend", "Vend") }],
    ["of the body, which announces fewer bytes", shortened(of(body), body)],
  ];
}

function encoded(
  { headers: lines }: { headers: string[] },
  body: Uint8Array,
): Partial<RawRequest> & { headers: string[] } {
  return { headers: [...lines, "Content-Encoding: gzip"], body };
}

function shortened(
  { headers: lines }: { headers: string[] },
  body: string,
): Partial<RawRequest> & { headers: string[] } {
  return { headers: [...lines, `Content-Length: ${body.length - 10}`, "Connection: close"] };
}

/** The right signature, in a wrong place. */
function places(body: string, good: string): Named[] {
  const right = `sha256=${good}`;
  return [
    ["in the header of the old scheme", { headers: [`X-Hub-Signature: ${right}`] }],
    ["in a header of nearly that name", { headers: [`X-Hub-Signature-256-: ${right}`] }],
    ["in a header with underscores", { headers: [`X_Hub_Signature_256: ${right}`] }],
    ["in the address", { headers: [], path: `/webhook/whatsapp?${NAME}=${right}` }],
    ["in a cookie", { headers: [`Cookie: ${NAME}=${right}`] }],
    ["as a bearer", { headers: [`Authorization: Bearer ${right}`] }],
    ["in the body", { headers: [], body: body.replace("{", `{"${NAME}":"${right}",`) }],
    ["without one at the alias", { headers: [], path: "/api/whatsapp/webhook" }],
    ["wrong at the alias", { ...signedAs(`sha256=${"0".repeat(64)}`), path: "/api/whatsapp/webhook" }],
    ["without one at the statuses", { headers: [], path: "/api/whatsapp/status" }],
    ["wrong at the statuses", { ...signedAs(`sha256=${"0".repeat(64)}`), path: "/api/whatsapp/status" }],
  ];
}

/** More than Meta ever sends. */
const TOO_MUCH = "x".repeat(3 * 1024 * 1024 + 1);
const ELSEWHERE = [404, 405, 401];

/** The right signature, but not the request that Meta makes. */
function protocol(body: string, good: string): Forgery[] {
  const right = signedAs(`sha256=${good}`);
  const method = (name: string): Forgery => ({ name, request: { ...right, method: name, body }, status: ELSEWHERE });
  const path = (name: string): Forgery => ({ name, request: { ...right, path: name, body }, status: ELSEWHERE });
  const get = (query: string): Forgery => ({
    name: `GET ${query}`,
    request: { method: "GET", path: `/webhook/whatsapp?${query}`, headers: [], body: "" },
    status: [403],
  });
  return [
    ...["PUT", "PATCH", "DELETE", "OPTIONS"].map(method),
    ...["/webhook/whatsapp/", "/webhook/WhatsApp", "//webhook/whatsapp", "/webhook/whatsapp/x", "/webhook"].map(path),
    {
      name: "3 MB and a byte announced",
      request: { headers: [`Content-Length: ${TOO_MUCH.length}`], body: "" },
      status: [413],
    },
    { name: "3 MB and a byte in chunks", request: { headers: [], body: TOO_MUCH, chunked: true }, status: [413] },
    get("hub.mode=subscribe&hub.challenge=1"),
    get("hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1"),
    get("hub.mode=subscribe&hub.verify_token=&hub.challenge=1"),
    get("hub.mode=unsubscribe&hub.verify_token=dev-verify-token&hub.challenge=1"),
    get("hub.mode=subscribe&hub.verify_token[]=dev-verify-token&hub.challenge=1"),
    get("hub.mode=subscribe&hub.verify_token=dev-verify-token%00&hub.challenge=1"),
  ];
}
