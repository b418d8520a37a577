// How people reach us. A channel verifies, parses, renders and sends; it refuses to know what a message means.
export * from "./channel.ts";
export * from "./retry.ts";
