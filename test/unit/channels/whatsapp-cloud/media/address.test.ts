import { expect, test } from "vitest";
import { mediaAddress } from "#src/channels/whatsapp-cloud/media/address.ts";

const HOSTS = { graphOrigin: "https://graph.facebook.com", mediaHosts: ["localhost", "media.example:8443"] };

test.each([
  "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
  "https://scontent.xx.fbcdn.net/v/t45.1",
  "https://graph.facebook.com/v25.0/1",
  "http://localhost:8788/media/1",
  "https://localhost/media/1",
  "https://media.example:8443/1",
])("lets %s through", (address) => {
  expect(mediaAddress(address, HOSTS)).toBe(address);
});

test.each([
  "http://lookaside.fbsbx.com/1",
  "https://lookaside.fbsbx.com:8443/1",
  "https://fbsbx.com.evil.example/1",
  "https://evilfbsbx.com/1",
  "https://fbcdn.net@evil.example/1",
  "https://user:pass@lookaside.fbsbx.com/1",
  "http://graph.facebook.com/v25.0/1",
  "https://media.example/1",
  "http://169.254.169.254/latest/meta-data",
  "http://127.0.0.1:8788/media/1",
  "http://localhost.evil.example/1",
  "ftp://localhost/1",
  "file:///etc/passwd",
  "data:text/plain,hola",
  "//lookaside.fbsbx.com/1",
  "not an address",
])("stops %s", (address) => {
  expect(mediaAddress(address, HOSTS)).toBeNull();
});

test("judges a relative redirect by where it leads", () => {
  const base = "https://lookaside.fbsbx.com/a";
  expect(mediaAddress("/b", HOSTS, base)).toBe("https://lookaside.fbsbx.com/b");
  expect(mediaAddress("//evil.example/b", HOSTS, base)).toBeNull();
});
