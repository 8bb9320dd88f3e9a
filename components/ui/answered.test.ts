import { expect, test } from "vitest";
import { answered, noAnswer } from "./answered";

test("a connection that broke is an answer, so that a form keeps what was typed", async () => {
  const lost = answered(Promise.reject(new TypeError("Failed to fetch")));
  await expect(lost).resolves.toEqual({ ok: false, error: { code: "unexpected", message: noAnswer, fields: {} } });
});

test("what an action answered stays as it is", async () => {
  const refused = {
    ok: false as const,
    error: { code: "conflict" as const, message: "Somebody was first", fields: {} },
  };
  expect(await answered(Promise.resolve(refused))).toBe(refused);
  expect(await answered(Promise.resolve({ ok: true, data: 1 }))).toEqual({ ok: true, data: 1 });
});

test("so is what something in between answered while the server is away", async () => {
  const between = new Error("An unexpected response was received from the server.");
  await expect(answered(Promise.reject(between))).resolves.toMatchObject({ ok: false, error: { message: noAnswer } });
});

test("a redirect and what the server threw go on", async () => {
  const redirect = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;push;/me;307;" });
  await expect(answered(Promise.reject(redirect))).rejects.toBe(redirect);
  const thrown = Object.assign(new Error("A bug"), { digest: "1234" });
  await expect(answered(Promise.reject(thrown))).rejects.toBe(thrown);
});
