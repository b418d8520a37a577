// Models as plain functions: a picture, a sound or a text in, words out. They refuse to act, to remember and to be believed.
export * from "./budget.ts";
export * from "./client.ts";
export { googleVision, type GoogleVisionSettings } from "./google-vision/client.ts";
export * from "./ocr.ts";
export * from "./speech.ts";
export type { Asked, Gap, Guess, Tell } from "./text.ts";
export * from "./vision.ts";
