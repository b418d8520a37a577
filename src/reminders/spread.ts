// Where each of many falls when they would all come at once. No dice: the same name always falls at the same place, so that
// planning twice plans nothing else.

/** Places in a row are as many as 32 bits number. */
const PLACES = 2 ** 32;

/** In [0, 1), even over many names: FNV-1a, stirred as MurmurHash3 does at its end. */
export function fractionOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / PLACES;
}

/** Each holds some six hundred of ten thousand businesses; their number never changes, or rows would stand in two. */
export const SCHEDULERS = 16;

/** The name of the scheduler object that a business stands in. */
export function schedulerOf(tenantId: string): string {
  return schedulerName(Math.floor(fractionOf(`scheduler|${tenantId}`) * SCHEDULERS));
}

export function schedulerName(number: number): string {
  return `scheduler-${number}`;
}

/** The same businesses, by the scheduler of each. */
export function bySchedulers(tenantIds: readonly string[]): Map<string, string[]> {
  return Map.groupBy(tenantIds, schedulerOf);
}
