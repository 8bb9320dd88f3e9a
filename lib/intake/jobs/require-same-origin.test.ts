import { expect, test } from "vitest";
import { requireSameOrigin } from "./require-same-origin";

const sent = (headers: Record<string, string>) => () => requireSameOrigin(new Request("http://inner/api", { headers }));

test("a page of the app may send, also behind a proxy that names the outer host", () => {
  expect(sent({ origin: "https://app.example", host: "app.example" })).not.toThrow();
  expect(sent({ origin: "https://app.example", host: "inner:3000", "x-forwarded-host": "app.example" })).not.toThrow();
});

test.each([
  ["another site", { origin: "https://evil.example", host: "app.example" }],
  ["a site whose name begins alike", { origin: "https://app.example.evil", host: "app.example" }],
  ["another port", { origin: "http://localhost:4000", host: "localhost:3000" }],
  ["a sandboxed frame", { origin: "null", host: "app.example" }],
  ["a caller that names no page", { host: "app.example" }],
])("%s may not send", (_who, headers) => {
  expect(sent(headers)).toThrow("a page of this app");
});
