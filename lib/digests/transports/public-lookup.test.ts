import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { PrivateAddress, publicLookup } from "./public-lookup";

test("a name that leads to this machine is not called, although something listens there", async () => {
  let called = 0;
  const server = createServer((_, response) => {
    called += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const call = (options: { lookup?: typeof publicLookup }) =>
    new Promise((resolve) => {
      const asked = request({ host: "localhost", port, ...options }, (response) => resolve(response.statusCode));
      asked.on("error", resolve);
      asked.end();
    });
  expect(await call({})).toBe(200);
  expect(await call({ lookup: publicLookup })).toBeInstanceOf(PrivateAddress);
  expect(called).toBe(1);
  server.close();
});
