import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { clientAddress } from "./client-address";
import { noteSocketAddresses } from "./socket-address";
import { socketAddressHeader } from "./socket-address-header";

afterEach(() => {
  delete process.env.TRUSTED_PROXIES;
});

const from = (forwarded: string | null, socket: string | null, proxies?: string): string => {
  if (proxies !== undefined) process.env.TRUSTED_PROXIES = proxies;
  const headers: Record<string, string | null> = { "x-forwarded-for": forwarded, [socketAddressHeader]: socket };
  return clientAddress((name) => headers[name]);
};

test("without proxies it is the connection's other end, whatever the request says of itself", () => {
  expect(from("6.6.6.6", "203.0.113.9")).toBe("203.0.113.9");
  expect(from(null, "203.0.113.9")).toBe("203.0.113.9");
  expect(from("6.6.6.6, 203.0.113.9", null)).toBe("203.0.113.9");
  expect(from(null, null)).toBe("unknown");
  expect(from("6.6.6.6", "203.0.113.9", "many")).toBe("203.0.113.9");
});

test("behind proxies it is what the outermost of one's own has written, and no entry before it", () => {
  expect(from("6.6.6.6, 203.0.113.9", "10.0.0.1", "1")).toBe("203.0.113.9");
  expect(from("6.6.6.6, 203.0.113.9, 10.0.0.2", "10.0.0.1", "2")).toBe("203.0.113.9");
  expect(from("203.0.113.9", "10.0.0.1", "2")).toBe("203.0.113.9");
  expect(from(null, "10.0.0.1", "1")).toBe("unknown");
});

test("a server of this process hands on the real address and not one a request makes up", async () => {
  noteSocketAddresses();
  const server = createServer((request, response) => {
    response.end(clientAddress((name) => String(request.headers[name] ?? "")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const headers = { "x-forwarded-for": "6.6.6.6", [socketAddressHeader]: "7.7.7.7" };
  const told = await fetch(`http://127.0.0.1:${port}/`, { headers });
  expect(await told.text()).toBe("127.0.0.1");
  await new Promise((resolve) => server.close(resolve));
});
