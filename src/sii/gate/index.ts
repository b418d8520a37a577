// When each host of the SII may be asked, by all of us together, as an object.
export { SiiGate } from "./object.ts";
