// Hosted OCR over HTTP: words with their boxes, or nothing.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { googleVision, type Ocr, type Picture } from "#ai";
import { printedLines } from "#src/documents/read/printed-lines.ts";
import { startSimulators } from "../../simulators/index.ts";
import type { Simulators } from "../../simulators/index.ts";

const PICTURE: Picture = {
  bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]),
  mime_type: "image/jpeg",
  country: "CL",
  today: "2026-11-20",
  payer: "tenant-1",
};
const LINES = ["ALMACEN DOÑA ROSA", "SUBTOTAL      6.630", "TOTAL A PAGAR      $ 6.630"];

let phones: Simulators;
let ocr: Ocr;
const requests: { url: string; init: RequestInit | undefined }[] = [];

beforeAll(async () => {
  phones = await startSimulators({ port: 0 });
  const record: typeof fetch = (input, init) => {
    requests.push({ url: input instanceof Request ? input.url : String(input), init });
    return fetch(input, init);
  };
  ocr = googleVision({ api_key: "secret-key", base_url: phones.googleVisionBaseUrl, fetch: record });
});
afterAll(() => phones.close());
beforeEach(() => {
  phones.reset();
  requests.length = 0;
});

test.each([0, 3, -7, 90, 180])(
  "lines are whole again whose columns came apart, on a paper askew by %d°",
  async (tilt) => {
    phones.knobs({ ocr: { lines: LINES, tilt, confidence: 0.9 } });
    const words = await ocr(PICTURE);
    expect(words?.[0]).toMatchObject({ text: "ALMACEN", confidence: 0.9 });
    expect(printedLines((words ?? []).map((word) => ({ ...word, y: -(word.y + word.height / 2) })))).toEqual(
      LINES.map((line) => line.replace(/ +/g, " ")),
    );
  },
);

test("asks for the text of a document, and shows its key in no address", async () => {
  await ocr(PICTURE);
  const [request] = requests;
  expect(request?.url).not.toContain("secret-key");
  expect(JSON.parse(request?.init?.body as string).requests).toMatchObject([
    { image: { content: "/9j/2Q==" }, features: [{ type: "DOCUMENT_TEXT_DETECTION" }] },
  ]);
});

test("a picture without words, and a file it does not take, are no text", async () => {
  expect(await ocr(PICTURE)).toBeNull();
  expect(await ocr({ ...PICTURE, mime_type: "application/pdf" })).toBeNull();
  expect(requests).toHaveLength(1);
});

test.each(["garbage", "error_inside"] as const)("takes %s for no text", async (fault) => {
  phones.knobs({ ocr: { fault, lines: LINES } });
  expect(await ocr(PICTURE)).toBeNull();
});

test.each(["403", "429", "500"] as const)("throws %s", async (fault) => {
  phones.knobs({ ocr: { fault, lines: LINES } });
  await expect(ocr(PICTURE)).rejects.toThrow(`status_${fault}`);
});
