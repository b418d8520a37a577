// How the stand-in calls itself, and its log.
import type { Rig } from "../rig.ts";

export const STAND_IN = "lucas-stand-in";

export function recordCall(rig: Rig, call: Omit<Rig["openAiCalls"][number], "at">): void {
  rig.openAiCalls.push({ ...call, at: rig.now() });
  rig.log("openai", call);
}
