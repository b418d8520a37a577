// The session of one taxpayer with the SII, as an object; it knows no conversation.
export { siiSessionObject } from "./object.ts";
