import { connect, type Socket } from "node:net";

/** One keep-alive connection that carries one request at a time. */
export type Wire = { send(request: Buffer): Promise<number>; close(): void };

const HEAD_END = Buffer.from("\r\n\r\n");
const CHUNKS_END = "0\r\n\r\n";

/**
 * HTTP/1.1 on a bare socket: requests come as finished bytes, of the answer only the status is wanted. A tenth of what
 * Node's own client costs, so that two cores measure the server. A status of 0 is an answer that never came.
 */
export function openWire(port: number): Wire {
  let socket: Socket | null = null;
  let received: Buffer = Buffer.alloc(0);
  let settle: ((status: number) => void) | null = null;

  const finish = (status: number): void => {
    const done = settle;
    settle = null;
    received = Buffer.alloc(0);
    done?.(status);
  };
  const dial = (): Socket => {
    const made = connect({ port, host: "127.0.0.1", noDelay: true });
    made.on("data", (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = answerIn(received);
      if (!answer) return;
      if (answer.closes) hangUp();
      finish(answer.status);
    });
    const lose = (): void => {
      if (socket !== made) return;
      socket = null;
      if (settle) finish(answerAtEnd(received));
    };
    made.on("close", lose);
    made.on("error", lose);
    return made;
  };
  const hangUp = (): void => {
    const old = socket;
    socket = null;
    old?.destroy();
  };
  return {
    send: (request) =>
      new Promise((resolve) => {
        settle = resolve;
        socket ??= dial();
        socket.write(request);
      }),
    close: hangUp,
  };
}

type Answer = { status: number; closes: boolean };

/** The answer, once it is whole; null before. */
function answerIn(bytes: Buffer): Answer | null {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = latin1(bytes.subarray(0, headEnd));
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const bodyBytes = bytes.length - headEnd - HEAD_END.length;
  const isWhole = length === undefined ? isEndOfChunks(head, bytes) : bodyBytes >= Number(length);
  if (!isWhole) return null;
  return { status: Number(head.slice(9, 12)), closes: /\r\nconnection: *close/i.test(head) };
}

function isEndOfChunks(head: string, bytes: Buffer): boolean {
  return /\r\ntransfer-encoding: *chunked/i.test(head) && latin1(bytes.subarray(-CHUNKS_END.length)) === CHUNKS_END;
}

/** Without a length the end of the connection is the end of the answer. */
function answerAtEnd(bytes: Buffer): number {
  const headEnd = bytes.indexOf(HEAD_END);
  return headEnd < 0 ? 0 : Number(latin1(bytes.subarray(9, 12)));
}

function latin1(bytes: Buffer): string {
  return LATIN1.decode(bytes);
}

const LATIN1 = new TextDecoder("latin1");
