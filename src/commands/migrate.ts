// `npm run migrate -- [--local --persist-to DIR | --remote]`: applies what is new of migrations/ to every database.
import { parseArgs } from "node:util";
import { migrateLocally, migrateRemotely, STATE_DIR } from "./workers.ts";

const { values } = parseArgs({
  options: {
    local: { type: "boolean" },
    remote: { type: "boolean" },
    "persist-to": { type: "string", default: STATE_DIR },
  },
});

if (values.local && values.remote) throw new Error("Either --local or --remote, not both.");
await (values.remote ? migrateRemotely() : migrateLocally(values["persist-to"]));
console.log("All migrations are applied.");
