import { expect, test } from "vitest";
import { requestLimiter, strangerKey, TOKEN_REQUESTS_PER_MINUTE } from "#src/web/api/limiter.ts";

const MINUTE_MS = 60_000;

test("lets a token make 600 requests in any minute, and tells the next how long to wait", () => {
  const limiter = requestLimiter();
  for (let i = 0; i < TOKEN_REQUESTS_PER_MINUTE; i++) expect(limiter.take("token:a", 600, i * 10)).toBe(0);
  expect(limiter.take("token:a", 600, 6_000)).toBe(54_000);
  expect(limiter.take("token:b", 600, 6_000)).toBe(0);
  expect(limiter.take("token:a", 600, MINUTE_MS)).toBe(0);
});

test("does not count what it refused", () => {
  const limiter = requestLimiter();
  expect(limiter.take("a", 1, 0)).toBe(0);
  for (let at = 1; at < MINUTE_MS; at += 1_000) expect(limiter.take("a", 1, at)).toBeGreaterThan(0);
  expect(limiter.take("a", 1, MINUTE_MS)).toBe(0);
});

test("remembers a bounded number of callers, and forgets the quiet ones first", () => {
  const limiter = requestLimiter(2);
  limiter.take("quiet", 1, 0);
  limiter.take("busy", 1, MINUTE_MS);
  limiter.take("new", 1, MINUTE_MS + 1);
  expect(limiter.knows("quiet")).toBe(false);
  expect(limiter.take("busy", 1, MINUTE_MS + 2)).toBeGreaterThan(0);
  limiter.take("one more", 1, MINUTE_MS + 3);
  expect(["busy", "new", "one more"].filter((caller) => limiter.knows(caller))).toEqual(["one more"]);
});

test("counts an IPv6 customer by the /64 that is theirs", () => {
  expect(strangerKey("192.0.2.7")).toBe("ip:192.0.2.7");
  expect(strangerKey("2001:db8:1:2:3:4:5:6")).toBe("ip:2001:db8:1:2::/64");
  expect(strangerKey("2001:DB8:1:2::9")).toBe("ip:2001:db8:1:2::/64");
  expect(strangerKey("2001:db8::9")).toBe("ip:2001:db8:0:0::/64");
  expect(strangerKey("::1")).toBe("ip:0:0:0:0::/64");
  expect(strangerKey(undefined)).toBe("ip:unknown");
});
