// What we did wrong ourselves stops here, loudly.

/** Throws an `AssertionError` naming the broken promise. Never used on input from outside. */
export function assert(claim: unknown, promise: string): asserts claim {
  if (!claim) throw new AssertionError(promise);
}

class AssertionError extends Error {
  override name = "AssertionError";
}
