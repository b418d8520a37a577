// The session object as the app has it, in a world that tests arrange.
import { siiSessionObject } from "#src/sii/session/index.ts";
import { ports } from "./world.ts";

export class SiiSession extends siiSessionObject<object>(ports) {}

export default { fetch: () => new Response("not found", { status: 404 }) };
