// The house rules over the tree on the disk, for `npm run check`.
import { tidy } from "./tidy.ts";
import { readTree } from "./tree.ts";

const found = tidy(readTree());
for (const { path, line, rule, message } of found) console.log(`${path}:${line}  ${rule}: ${message}`);
process.exitCode = found.length === 0 ? 0 : 1;
