/**
 * When these tests begin, epoch ms: years ahead, so that no alarm goes off by itself while they put the clock on. The 18th
 * has days behind it and before it.
 */
export const NOON = Date.parse("2031-06-18T16:00:00Z");
