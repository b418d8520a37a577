// The wiring: settings and bindings become ports, routes find their rooms. It refuses to decide anything itself.
export { tick } from "./crons.ts";
export { serving } from "./http.ts";
export { consume } from "./queues.ts";
export { schedulerPorts } from "./schedule.ts";
export { siiSessionPorts } from "./sii.ts";
export { conversationPorts } from "./wiring.ts";
