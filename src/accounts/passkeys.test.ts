import { expect, test } from "vitest";
import { passkeySite } from "./passkeys.ts";

test.each([
  ["https://remit.example.org", "remit.example.org", { site: { name: "remit.example.org", origin: "https://remit.example.org" } }],
  ["https://remit.example.org:8443", "10.0.0.1:4870", { site: { name: "remit.example.org", origin: "https://remit.example.org:8443" } }],
  ["http://127.0.0.1:4870", "localhost:4870", { site: { name: "localhost", origin: "http://localhost:4870" } }],
  ["http://localhost:4870", "localhost:4870", { site: { name: "localhost", origin: "http://localhost:4870" } }],
])("at %s, asked as %s, passkeys belong to a name", (url, host, site) => expect(passkeySite(url, host)).toEqual(site));

test.each([
  ["http://127.0.0.1:4870", "127.0.0.1:4870", { instead: "http://localhost:4870" }],
  ["http://127.0.0.1:4870", "evil.example:4870", { instead: "http://localhost:4870" }],
  ["http://127.0.0.1:4870", "localhost:9999", { instead: "http://localhost:4870" }],
  ["http://remit.example.org", "remit.example.org", {}],
  ["https://192.0.2.7", "192.0.2.7", {}],
  ["https://[2001:db8::1]", "localhost", {}],
])("at %s, asked as %s, there are none", (url, host, instead) => expect(passkeySite(url, host)).toEqual(instead));
