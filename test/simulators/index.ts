// The offline rig: stand-ins for Meta's Cloud API, an OpenAI-compatible service and the SII, reached over HTTP, and a
// phone to write from. It knows nothing of the bot but its webhook URL.
export { startSimulators } from "./start.ts";
export type { Simulators, SimulatorOptions } from "./start.ts";
export { inboundValue } from "./meta/inbound.ts";
export type { ChangeValue, Envelope, Payload, Said, Sender } from "./meta/inbound.ts";
export { statusValue } from "./meta/status.ts";
export { payloadOf } from "./meta/payload.ts";
export { serialiseLikeMeta, sign } from "./sign.ts";
export { userIdOf, waId, wamid } from "./meta/ids.ts";
