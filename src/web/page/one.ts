/** The element that a page stands or falls with. */
export function one<E extends Element>(page: Document, selector: string, kind: new () => E): E {
  const found = page.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}
