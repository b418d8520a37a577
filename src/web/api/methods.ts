type Route = { method: string; path: string };

/** What is asked of hono: every route that was added, and of its router the handlers of a path, each beside its route. */
export type Routed = {
  routes: readonly Route[];
  router: {
    match(
      method: string,
      path: string,
    ): readonly [readonly (readonly [readonly [unknown, Route], ...unknown[]])[], ...unknown[]];
  };
};

/**
 * The methods that a path takes, by the routes that there are; none where the path is unknown. A path that is spelled out
 * (`…/extract`) is no id of another (`…/{id}`). HEAD is answered as GET is.
 */
export function methodsAt({ routes, router }: Routed, path: string): string[] {
  const named = routes.filter((route) => route.method !== EVERY);
  const spelled = named.filter((route) => route.path === path).map(({ method }) => method);
  const all = [...new Set(spelled.length > 0 ? spelled : named.map(({ method }) => method))];
  const taken = all.filter((method) => router.match(method, path)[0].some(([[, route]]) => route.method === method));
  return taken.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).toSorted();
}

/** How hono calls the method of what stands before and behind the routes. */
const EVERY = "ALL";
