// A peer: Express 5, HMAC and JSON, nothing kept. Started with the folder where express lies, and the secret.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo, Server } from "node:net";

type Request = IncomingMessage & { body: Buffer };
type Handler = (request: Request, response: ServerResponse) => void;
type App = {
  use(handler: unknown): void;
  post(path: string, handler: Handler): void;
  listen(port: number, host: string, ready: () => void): Server;
};
type Express = (() => App) & { raw(options: object): unknown };

const [folder = "", secret = ""] = process.argv.slice(2);
const express = createRequire(`${folder}/`)("express") as Express;

const app = express();
app.use(express.raw({ type: "*/*", limit: "3mb" }));
app.post("/webhook/whatsapp", (request, response) => {
  const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(request.body).digest("hex")}`);
  const given = Buffer.from(String(request.headers["x-hub-signature-256"] ?? ""));
  const signed = given.length === expected.length && timingSafeEqual(given, expected);
  if (signed) JSON.parse(request.body.toString());
  response.writeHead(signed ? 200 : 401, { "Content-Length": 3 }).end("ok\n");
});
const server = app.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
