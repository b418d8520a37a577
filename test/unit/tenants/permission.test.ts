import { expect, test } from "vitest";
import { mayDo, type Action, type Standing } from "#src/tenants/permission.ts";

const STANDINGS: Standing[] = ["owner", "admin", "employee", "accountant", "operator", "system"];

test.each<[Action, Standing[]]>([
  ["entry.record", ["owner", "admin", "employee", "operator", "system"]],
  ["entry.reverse", ["owner", "admin", "employee", "operator", "system"]],
  ["document.receive", ["owner", "admin", "employee", "operator", "system"]],
  ["message.send", ["owner", "admin", "operator", "system"]],
  ["sii.claim", ["owner", "admin", "operator", "system"]],
  ["tenant.update", ["owner", "admin", "operator", "system"]],
  ["token.issue", ["owner", "admin", "operator", "system"]],
  ["tenant.plan", ["operator"]],
  ["tenant.erase", ["owner", "operator"]],
  ["tenant.found", ["system"]],
  ["tenant.rewrap", ["system"]],
  ["alias.link", ["system"]],
])("%s is for %o", (action, allowed) => {
  expect(STANDINGS.filter((standing) => mayDo(standing, action))).toEqual(allowed);
});
