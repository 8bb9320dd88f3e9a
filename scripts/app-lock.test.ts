import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeAppLock } from "./app-lock";

let folder = "";

beforeEach(() => {
  mkdirSync(".throughline", { recursive: true });
  folder = mkdtempSync(path.resolve(".throughline/lock-test-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a second app in the same folder is told where the first one is", async () => {
  await takeAppLock(folder, "http://127.0.0.1:3000");
  await expect(takeAppLock(folder, "http://127.0.0.1:3001")).rejects.toThrow(
    `already running from this folder: http://127.0.0.1:3000 (process ${process.pid})`,
  );
});

test("an app that was killed holds nothing, also when its process id is in use again", async () => {
  writeFileSync(path.join(folder, "app.json"), JSON.stringify({ pid: process.pid, startedAt: "1", address: "" }));
  const unlock = await takeAppLock(folder, "http://127.0.0.1:3000");
  unlock();
  await expect(takeAppLock(folder, "http://127.0.0.1:3000")).resolves.toBeTypeOf("function");
});
