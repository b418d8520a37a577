import { globSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = `${resolve(import.meta.dirname, "../..")}/`;
const NOT_OURS = /(?:^|\/)(?:node_modules|dist|coverage|\.git|\.wrangler)(?:\/|$)|^test\/output|^\.dev\.vars$|\.log$/;
const TEXT =
  /\.(?:ts|tsx|mts|mjs|js|json|jsonc|toml|sql|md|txt|html|css|svg|yml|yaml|npmrc|gitignore|example)$|^\.ci\/run$/;

/** The repository's text files as they lie on the disk, path to text. */
export function readTree(): Map<string, string> {
  const paths = globSync(["*", ".*", ".ci/*", "{src,test,migrations}/**"], {
    cwd: ROOT,
    exclude: (path) => NOT_OURS.test(path),
  });
  const files = paths.filter((path) => TEXT.test(path) && !NOT_OURS.test(path) && statSync(ROOT + path).isFile());
  return new Map(files.toSorted().map((path) => [path, readFileSync(ROOT + path, "utf8")]));
}
