import type { Develop } from "#documents";
import { within } from "#kernel";
import { faultFields, logProblem } from "#telemetry";

/** Longest side of what comes back, in pixels: a stamp photographed from close by keeps its modules. */
const SIDE_PIXELS_MAX = 4_096;
/** Four times what a telephone takes; what is larger is not asked for. */
const PIXELS_MAX = 50_000_000;
const JPEG_QUALITY = 92;
/** A photo of twelve megapixels takes a fraction of a second. */
const DEVELOP_MAX_MS = 10_000;

/**
 * Cloudflare's Images binding, which opens what our own engines do not: HEIC (not on this machine, whose decoder has no
 * HEVC) and AVIF. Its answer stands upright and says nothing of the camera.
 * @returns null where the binding is not there
 */
export function developer(images: ImagesBinding | undefined): Develop | null {
  if (!images) return null;
  const jpegOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> => {
    const info = await images.info(streamOf(bytes));
    if (!("width" in info) || info.width * info.height > PIXELS_MAX) return null;
    const sized = { width: SIDE_PIXELS_MAX, height: SIDE_PIXELS_MAX, fit: "scale-down" } as const;
    const print = await images
      .input(streamOf(bytes))
      .transform(sized)
      .output({ format: "image/jpeg", quality: JPEG_QUALITY });
    return new Uint8Array(await print.response().arrayBuffer());
  };
  return async (bytes) => {
    try {
      const developed = await within(DEVELOP_MAX_MS, jpegOf(bytes));
      return developed === "timeout" ? null : developed;
    } catch (fault) {
      logProblem("images.not_developed", faultFields(fault));
      return null;
    }
  };
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream();
}
