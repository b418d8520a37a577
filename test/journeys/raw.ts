// HTTP written by hand: clients put headers in order before they leave, forgers do not.
import { connect } from "node:net";

export type RawRequest = {
  method?: string;
  path?: string;
  /** Lines without their line end. */
  headers: string[];
  body: Uint8Array | string;
  /** Send the body in chunks, without a length. */
  chunked?: boolean;
};

const TIMEOUT_MS = 30_000;

/** The status of the answer; 0 where the connection was closed without one. */
export async function sendRaw(port: number, request: RawRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    const timer = setTimeout(() => {
      socket.destroy();
      resolve(0);
    }, TIMEOUT_MS);
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0));
    };
    socket.setEncoding("latin1");
    socket.on("data", (text) => {
      answer += String(text);
      if (answer.includes("\r\n\r\n")) end();
    });
    socket.on("close", end);
    // The server may answer and close while we are still writing.
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE" || error.code === "ECONNRESET") return;
      clearTimeout(timer);
      reject(error);
    });
    socket.write(bytesOf(request));
  });
}

function bytesOf({ method = "POST", path = "/webhook/whatsapp", headers, body, chunked }: RawRequest): Uint8Array {
  const payload = Buffer.from(body);
  const hasLength = headers.some((line) => /^content-length:/i.test(line));
  const length = chunked ? "Transfer-Encoding: chunked" : `Content-Length: ${payload.length}`;
  const lines = [`${method} ${path} HTTP/1.1`, "Host: localhost", ...headers, ...(hasLength ? [] : [length])];
  const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  if (!chunked) return Buffer.concat([head, payload]);
  return Buffer.concat([
    head,
    Buffer.from(`${payload.length.toString(16)}\r\n`),
    payload,
    Buffer.from("\r\n0\r\n\r\n"),
  ]);
}
