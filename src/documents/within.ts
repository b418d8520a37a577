/** What the work comes to, or `timeout` where it has not ended after `ms`; it throws what the work throws. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | "timeout"> {
  const { promise, resolve } = Promise.withResolvers<"timeout">();
  const timer = setTimeout(() => resolve("timeout"), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
