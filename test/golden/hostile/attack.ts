// Lets hostile files loose on a reader and says what they did to it.

import type { Unreadable } from "#src/documents/extraction.ts";
import type { Hostile } from "./hostile.ts";

/** `ms`: what the file itself took, where that is not all of the call. */
export type Answered = ({ ok: true } | { ok: false; error: Unreadable }) & { ms?: number };
export type Read = (bytes: Uint8Array) => Promise<Answered>;

/** A file longer than this in the reader hangs it. */
export const HANG_MS = 5_000;
export const BOMB_MS = 200;

export type Blow = { name: string; ms: number; answer: string };

export type Attack = {
  files: number;
  /** How long each took that had to be refused quickly. */
  bombMs: number[];
  otherMs: number[];
  /** Answers by code; `read` for those that gave a reading. */
  answers: Map<string, number>;
  /** All of them, the slowest first. */
  slowest: Blow[];
  crashed: Blow[];
  hung: Blow[];
  slow: Blow[];
  wrong: Blow[];
};

/** Reads them one after the other. Nothing is caught but what the reader throws. */
export async function attack(files: Iterable<Hostile>, read: Read): Promise<Attack> {
  const attacked: Attack = {
    files: 0,
    bombMs: [],
    otherMs: [],
    answers: new Map(),
    slowest: [],
    crashed: [],
    hung: [],
    slow: [],
    wrong: [],
  };
  for (const file of files) await strike(attacked, file, read);
  attacked.slowest.sort((a, b) => b.ms - a.ms);
  return attacked;
}

async function strike(attacked: Attack, file: Hostile, read: Read): Promise<void> {
  const begun = performance.now();
  const { answer, ms } = await read(file.bytes).then(
    (result) => ({
      answer: result.ok ? "read" : result.error.code,
      ms: result.ms ?? performance.now() - begun,
    }),
    (fault: unknown) => ({ answer: `crash: ${String(fault)}`, ms: performance.now() - begun }),
  );
  const blow = { name: file.name, ms, answer };
  attacked.files += 1;
  attacked.slowest.push(blow);
  attacked.answers.set(answer, (attacked.answers.get(answer) ?? 0) + 1);
  (file.must === "bomb" ? attacked.bombMs : attacked.otherMs).push(ms);
  if (answer.startsWith("crash")) attacked.crashed.push(blow);
  if (ms > HANG_MS) attacked.hung.push(blow);
  if (file.must === "bomb" && ms > BOMB_MS) attacked.slow.push(blow);
  const taken = answer === "read" && file.must !== "any";
  const misnamed = answer !== "read" && file.codes !== undefined && !file.codes.includes(answer);
  if (taken || misnamed) attacked.wrong.push(blow);
}
