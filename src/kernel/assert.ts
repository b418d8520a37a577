// What we did wrong ourselves stops here, loudly.

/** Throws an `AssertionError` naming the broken promise. Never used on input from outside. */
export function assert(claim: unknown, promise: string): asserts claim {
  if (!claim) throw new AssertionError(promise);
}

/** For the `default` of a switch over a closed union: the compiler proves that it is never reached. */
export function unreachable(value: never): never {
  throw new AssertionError(`unreachable: ${String(value)}`);
}

class AssertionError extends Error {
  override name = "AssertionError";
}
