import { within, type Develop } from "#documents";
import { err, ok } from "#kernel";
import { faultFields, logEvent, logProblem } from "#telemetry";

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
  return images ? (bytes) => developed(images, bytes) : null;
}

/** Throws where a later try may go better: the service is away, or slow. */
async function developed(images: ImagesBinding, bytes: Uint8Array<ArrayBuffer>): ReturnType<Develop> {
  try {
    const print = await within(DEVELOP_MAX_MS, printOf(images, bytes));
    if (print === "timeout") throw new Error(`Images did not answer within ${DEVELOP_MAX_MS} ms`);
    return print;
  } catch (fault) {
    // A stranger's broken file is nothing that a person of ours should look at.
    const isTheirs = isOfPicture(fault);
    (isTheirs ? logEvent : logProblem)("images.not_developed", faultFields(fault));
    if (isTheirs) return err("unsupported_type");
    throw fault;
  }
}

async function printOf(images: ImagesBinding, bytes: Uint8Array<ArrayBuffer>): ReturnType<Develop> {
  const info = await images.info(streamOf(bytes));
  if (!("width" in info)) return err("unsupported_type");
  if (info.width * info.height > PIXELS_MAX) return err("too_large");
  const sized = { width: SIDE_PIXELS_MAX, height: SIDE_PIXELS_MAX, fit: "scale-down" } as const;
  const print = await images
    .input(streamOf(bytes))
    .transform(sized)
    .output({ format: "image/jpeg", quality: JPEG_QUALITY });
  return ok(new Uint8Array(await print.response().arrayBuffer()));
}

/** An error with a number is the service's judgement of the picture: 9412, for one, is no picture. */
function isOfPicture(fault: unknown): boolean {
  return fault instanceof Error && typeof (fault as Partial<ImagesError>).code === "number";
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream();
}
