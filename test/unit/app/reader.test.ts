import { expect, test } from "vitest";
import { boundReader } from "#src/app/reader.ts";
import type { Reader } from "#documents";

const OPTIONS = { country: "CL", today: "2026-11-20" };
const UNREADABLE = { ok: false, error: { code: "unreadable", detail: "the reader broke on it" } };
const EMPTY: Awaited<ReturnType<Reader>> = { ok: false, error: { code: "unreadable", detail: "nothing on it" } };

const rest = async (): Promise<void> => {};

/** A binding that fails with these messages, one after the other, and then answers. */
function bindingOf(...faults: string[]): Reader {
  return async () => {
    const fault = faults.shift();
    if (fault !== undefined) throw new Error(fault);
    return EMPTY;
  };
}

test("what the binding answers is passed on", async () => {
  expect(await boundReader(bindingOf(), rest)(new Uint8Array(), OPTIONS)).toEqual(EMPTY);
});

test("a reader that goes down in the middle of a file is asked once more", async () => {
  expect(await boundReader(bindingOf("Network connection lost."), rest)(new Uint8Array(), OPTIONS)).toEqual(EMPTY);
});

test("a file that brings the reader down twice is one nobody can read", async () => {
  const read = boundReader(bindingOf("Network connection lost.", "Network connection lost."), rest);
  expect(await read(new Uint8Array(), OPTIONS)).toEqual(UNREADABLE);
});

test("a file that the reader breaks on is not tried again", async () => {
  const read = boundReader(bindingOf("Worker exceeded memory limit."), rest);
  expect(await read(new Uint8Array(), OPTIONS)).toEqual(UNREADABLE);
});

test.each([[[]], [["Network connection lost."]]])(
  "without a reader the document waits: the fault is the caller's (after %j)",
  async (before) => {
    const read = boundReader(
      bindingOf(...before, "Worker “lucas-reader” not found. Make sure it is running locally."),
      rest,
    );
    await expect(read(new Uint8Array(), OPTIONS)).rejects.toThrow("not found");
  },
);
