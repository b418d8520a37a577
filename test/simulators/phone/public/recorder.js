// Records a voice note in the browser and gives it as WhatsApp's own format, Ogg with Opus.
import { webmToOgg } from "./webm-to-ogg.ts";

/** The longest note, in ms: the page is for trying things out. */
const NOTE_MS_MAX = 5 * 60_000;
const SLICE_MS = 250;
const WEBM = "audio/webm;codecs=opus";

/**
 * Starts at once. Without a microphone (or leave to use it) the note carries a soft tone, and says so.
 * @returns {Promise<{ hasMicrophone: boolean, startedAt: number, finish: () => Promise<Blob>, cancel: () => void }>}
 */
export async function startRecording() {
  const sound = await microphone().catch(() => tone());
  const recorder = new MediaRecorder(sound.stream, { mimeType: WEBM, audioBitsPerSecond: 24_000 });
  const slices = [];
  recorder.addEventListener("dataavailable", (event) => event.data.size > 0 && slices.push(event.data));
  const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
  recorder.start(SLICE_MS);
  const limit = setTimeout(() => stop(), NOTE_MS_MAX);
  const stop = () => {
    clearTimeout(limit);
    if (recorder.state !== "inactive") recorder.stop();
    sound.close();
  };
  return {
    hasMicrophone: sound.isMicrophone,
    startedAt: performance.now(),
    finish: async () => {
      stop();
      await ended;
      return toVoiceNote(new Blob(slices));
    },
    cancel: stop,
  };
}

async function toVoiceNote(recording) {
  const webm = new Uint8Array(await recording.arrayBuffer());
  const [serial] = crypto.getRandomValues(new Uint32Array(1));
  const rewrapped = webmToOgg(webm, serial);
  if (!rewrapped.ok) throw new Error(`La grabación no se pudo convertir (${rewrapped.error.reason}).`);
  return new Blob([rewrapped.value.ogg], { type: "audio/ogg; codecs=opus" });
}

async function microphone() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true } });
  return { stream, isMicrophone: true, close: () => stream.getTracks().forEach((track) => track.stop()) };
}

function tone() {
  const context = new AudioContext({ sampleRate: 48_000 });
  const out = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context, { frequency: 220 });
  oscillator.connect(new GainNode(context, { gain: 0.05 })).connect(out);
  oscillator.start();
  return { stream: out.stream, isMicrophone: false, close: () => void context.close() };
}
