import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "@/db/embedded-cluster";
import { portFrom, refuseTakenPort } from "./ports";

test("a taken port is named, with a free one to take instead", async () => {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  await expect(refuseTakenPort(port, "127.0.0.1", "npm start")).rejects.toThrow(
    new RegExp(`^Port ${port} is taken by another program. Start with PORT=\\d+ npm start.$`),
  );
  other.close();
  await once(other, "close");
  await expect(refuseTakenPort(port, "127.0.0.1", "npm start")).resolves.toBeUndefined();
});

test.each(["", "http", "-1", "70000", "3.5"])("PORT=%s is refused", (text) => {
  expect(() => portFrom(text)).toThrow("is no port");
});

test("the port is 3000 unless told otherwise", () => {
  expect(portFrom(undefined)).toBe(3000);
  expect(portFrom("8080")).toBe(8080);
});
