// The camera, and the worker that reads what it sees.

import type { Codes, Pixels } from "./reader.ts";
import { frameLook, looksAt, seenPart, sizeOfLook, type Look, type Part } from "./sweep.ts";

export type Eye = {
  /** Codes in what the view shows now; empty where there are none. */
  look(): Promise<Codes>;
  /** Null where the camera has no torch. */
  torch: ((on: boolean) => Promise<void>) | null;
  close(): void;
};

/** Throws where there is no camera or no permission. */
export async function openCamera(video: HTMLVideoElement, reader: Worker): Promise<Eye> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    // As large as it goes: the bars of a stamp are a third of a millimetre wide.
    video: { facingMode: { ideal: "environment" }, width: { ideal: 1_920 }, height: { ideal: 1_080 } },
  });
  video.srcObject = stream;
  await video.play();
  const [track] = stream.getVideoTracks();
  const canvas = document.createElement("canvas");
  let frame = 0;
  return {
    look: () => {
      const all = { width: video.videoWidth, height: video.videoHeight };
      const seen = { width: video.clientWidth, height: video.clientHeight };
      const { whole, degrees } = frameLook(frame++);
      const part = whole ? { ...all, x: 0, y: 0 } : seenPart(all, seen);
      return ask(reader, pixelsOf(canvas, { source: video, part, look: { scale: 1, degrees } }));
    },
    torch: track && hasTorch(track) ? (on) => setTorch(track, on) : null,
    close: () => {
      for (const each of stream.getTracks()) each.stop();
      video.srcObject = null;
    },
  };
}

/** Codes in a photo; throws where it is none. */
export async function readPhoto(photo: Blob, reader: Worker): Promise<Codes> {
  const source = await createImageBitmap(photo);
  const canvas = document.createElement("canvas");
  const part = { x: 0, y: 0, width: source.width, height: source.height };
  try {
    for (const look of looksAt(source)) {
      const codes = await ask(reader, pixelsOf(canvas, { source, part, look }));
      if (codes.length > 0) return codes;
    }
    return [];
  } finally {
    source.close();
  }
}

type Sight = { source: HTMLVideoElement | ImageBitmap; part: Part; look: Look };

/** A part of a picture, scaled and turned about its middle. */
function pixelsOf(canvas: HTMLCanvasElement, { source, part, look }: Sight): Pixels {
  const { width, height } = sizeOfLook(part, look.scale);
  canvas.width = width;
  canvas.height = height;
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  if (!brush) throw new Error("no canvas");
  brush.fillStyle = "white";
  brush.fillRect(0, 0, width, height);
  brush.translate(width / 2, height / 2);
  brush.rotate((look.degrees * Math.PI) / 180);
  brush.drawImage(source, part.x, part.y, part.width, part.height, -width / 2, -height / 2, width, height);
  const { data } = brush.getImageData(0, 0, width, height);
  return { data, width, height };
}

/** One picture at a time; a worker that broke finds nothing. */
function ask(reader: Worker, pixels: Pixels): Promise<Codes> {
  return new Promise((resolve) => {
    reader.addEventListener("message", (event: MessageEvent<Codes>) => resolve(event.data), { once: true });
    reader.addEventListener("error", () => resolve([]), { once: true });
    reader.postMessage(pixels, [pixels.data.buffer]);
  });
}

/** `torch` is in the standard (Image Capture), and in no browser's types. */
function hasTorch(track: MediaStreamTrack): boolean {
  return "torch" in (track.getCapabilities?.() ?? {});
}

async function setTorch(track: MediaStreamTrack, on: boolean): Promise<void> {
  await track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
}
