// The offline rig: stand-ins for Meta's Cloud API and an OpenAI-compatible service, reached over HTTP, and a phone
// to write from. It knows nothing of the bot but its webhook URL.
export { startSimulators, DEV_SETTINGS } from "./start.ts";
export type { Simulators, SimulatorOptions } from "./start.ts";
export type { InboundRequest, Injected, Utterance } from "./phone/person.ts";
export type { Knobs, KnobsPatch } from "./knobs.ts";
export type { RigSettings, SentMessage } from "./rig.ts";
export { inboundValue } from "./meta/inbound.ts";
export type { ChangeValue, Line, Payload, Said, Sender } from "./meta/inbound.ts";
export { statusValue } from "./meta/status.ts";
export { payloadOf } from "./meta/payload.ts";
export { serialiseLikeMeta, sign } from "./sign.ts";
export { userIdOf, waId, wamid } from "./meta/ids.ts";
