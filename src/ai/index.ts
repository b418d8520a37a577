// Models as plain functions: a picture or a sound in, words out. They refuse to act, to remember and to be believed.
export * from "./client.ts";
export * from "./speech.ts";
export * from "./vision.ts";
