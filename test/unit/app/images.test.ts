import { expect, onTestFinished, test, vi } from "vitest";
import { developer } from "#src/app/images.ts";

const FILE = new Uint8Array([1, 2, 3]);
const JPEG = new Uint8Array([0xff, 0xd8, 0xff]);

/** Cloudflare's binding, as far as it is asked: a picture of that size, or a fault. */
function imagesOf(seen: { width: number; height: number } | Error): ImagesBinding {
  const print = { output: async () => ({ response: () => new Response(JPEG) }) };
  return {
    async info() {
      if (seen instanceof Error) throw seen;
      return { format: "image/heic", fileSize: FILE.length, ...seen };
    },
    input: () => ({ transform: () => print }),
  } as unknown as ImagesBinding;
}

test("without the binding nothing is developed", () => {
  expect(developer(undefined)).toBeNull();
});

test("a picture becomes a JPEG", async () => {
  expect(await developer(imagesOf({ width: 4_032, height: 3_024 }))?.(FILE)).toEqual({ ok: true, value: JPEG });
});

test("more pixels than any telephone takes are refused as too many", async () => {
  const refused = await developer(imagesOf({ width: 10_000, height: 10_000 }))?.(FILE);
  expect(refused).toEqual({ ok: false, error: "too_large" });
});

test("what the service calls no picture is of a type nobody reads", async () => {
  const noPicture = Object.assign(new Error("not an image"), { code: 9412 });
  expect(await developer(imagesOf(noPicture))?.(FILE)).toEqual({ ok: false, error: "unsupported_type" });
});

test("a broken file of a stranger is no problem of ours in the log; a service that is away is", async () => {
  const problems = vi.spyOn(console, "error").mockReturnValue();
  onTestFinished(() => problems.mockRestore());
  const noPicture = Object.assign(new Error("not an image"), { code: 9412 });
  await developer(imagesOf(noPicture))?.(FILE);
  expect(problems).not.toHaveBeenCalled();
  await developer(imagesOf(new Error("Network connection lost.")))?.(FILE).catch(() => null);
  expect(problems).toHaveBeenCalledOnce();
});

test("a service that is away is asked again later: the picture is not to blame", async () => {
  await expect(developer(imagesOf(new Error("Network connection lost.")))?.(FILE)).rejects.toThrow("connection lost");
});
