import { afterEach, expect, test, vi } from "vitest";
import { dropEntry, type Entry, putEntry, readQueue } from "./queue";
import { sendQueue } from "./send-queue";

afterEach(() => vi.unstubAllGlobals());

const writtenBy = "8f0d1f0e-0000-4000-8000-000000000001";
const entry = (key: string): Entry => ({
  key,
  kind: "skip",
  body: { writtenBy, people: [writtenBy], behaviourId: writtenBy, why: "not_there", on: "2026-11-22" },
  writtenAt: 1,
  who: "Ann",
  what: "Asks why",
});
const refusal = () =>
  Response.json({ error: { code: "conflict", message: "Rated already", fields: {} } }, { status: 409 });

test("what the server refuses waits with its reason; what was taken back while it was on its way is gone", async () => {
  vi.stubGlobal("navigator", {});
  await putEntry(entry("stays"));
  vi.stubGlobal("fetch", async () => refusal());
  await sendQueue(writtenBy);
  expect(await readQueue(writtenBy)).toMatchObject([{ key: "stays", refused: "Rated already" }]);

  await putEntry(entry("taken back"));
  vi.stubGlobal("fetch", async () => {
    await dropEntry("taken back");
    return refusal();
  });
  await sendQueue(writtenBy);
  expect((await readQueue(writtenBy)).map(({ key }) => key)).toEqual(["stays"]);
});
