// When something must be done for a business without anybody asking: what falls due, and where it stands among ten thousand.
// It refuses to know how any of it is done.

export { dueAfter, nextDue, SYNC_EVERY_MS, SYNC_SPREAD_MS, tickAt, type Due, type Kind, type Whom } from "./due.ts";
export { retryMs, TRIES_MAX } from "./patience.ts";
export { isPast, remindersAt, type Asked, type Pending, type Reminder } from "./remind.ts";
export { bySchedulers, schedulerName, schedulerOf, SCHEDULERS } from "./spread.ts";
export type { Carried, Errands, SchedulerPorts, Turn } from "./scheduler/desk.ts";
export type { SchedulerRpc } from "./scheduler/object.ts";
