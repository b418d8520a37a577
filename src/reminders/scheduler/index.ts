// The due times of a sixteenth of all businesses, as an object; it knows no tax service and no conversation.
export { schedulerObject } from "./object.ts";
