import { expect, test, vi } from "vitest";
import type { Result } from "@/lib/errors";
import { createSaveLine } from "./save-line";

const done: Result<unknown> = { ok: true, data: null };
const no = (code: "conflict" | "invalid-input"): Result<unknown> => ({
  ok: false,
  error: { code, message: "No", fields: {} },
});

function given(answers: (step: string) => Promise<Result<unknown>>) {
  const sent: string[] = [];
  const kept: (readonly string[])[] = [];
  const line = createSaveLine<string>({
    send: (step) => {
      sent.push(step);
      return answers(step);
    },
    keep: (steps) => void kept.push(steps),
    pauses: [5],
  });
  return { line, sent, kept };
}

test("steps are sent one at a time in the order they were made", async () => {
  const answers: (() => void)[] = [];
  const { line, sent } = given(() => new Promise((answer) => answers.push(() => answer(done))));
  line.push("a");
  line.push("b", "c");
  expect(sent).toEqual(["a"]);
  expect(line.state()).toEqual({ kind: "saving", waiting: 1 });
  answers[0]?.();
  await vi.waitFor(() => expect(sent).toEqual(["a", "b"]));
  answers[1]?.();
  await vi.waitFor(() => expect(sent).toEqual(["a", "b", "c"]));
  answers[2]?.();
  await vi.waitFor(() => expect(line.state()).toEqual({ kind: "saved" }));
});

test("a step the server did not answer stays first in line and is sent again by itself", async () => {
  let up = false;
  const { line, sent, kept } = given(() => (up ? Promise.resolve(done) : Promise.reject(new Error("offline"))));
  line.push("a", "b");
  await vi.waitFor(() => expect(line.state()).toEqual({ kind: "offline", waiting: 2 }));
  up = true;
  await vi.waitFor(() => expect(line.state()).toEqual({ kind: "saved" }));
  expect(sent.slice(-2)).toEqual(["a", "b"]);
  expect(kept.at(-1)).toEqual([]);
});

test("a conflict stops the line and keeps what is made after it", async () => {
  const { line, sent, kept } = given(() => Promise.resolve(no("conflict")));
  line.push("a");
  await vi.waitFor(() => expect(line.state()).toEqual({ kind: "conflict", waiting: 1 }));
  line.push("b");
  expect(line.state()).toEqual({ kind: "conflict", waiting: 2 });
  expect(sent).toEqual(["a"]);
  expect(kept.at(-1)).toEqual(["a", "b"]);
});

test("a refused step says why and is not dropped", async () => {
  const { line } = given(() => Promise.resolve(no("invalid-input")));
  line.push("a");
  await vi.waitFor(() => expect(line.state()).toMatchObject({ kind: "refused", waiting: 1, error: { message: "No" } }));
  expect(line.waiting()).toEqual(["a"]);
});

test("a refused step that is given up makes way, and the draft is to be read again for the others", async () => {
  const { line, sent, kept } = given(() => Promise.resolve(no("invalid-input")));
  line.push("a", "b");
  line.giveUp();
  await vi.waitFor(() => expect(line.state()).toMatchObject({ kind: "refused", waiting: 2 }));
  line.giveUp();
  expect(line.state()).toEqual({ kind: "conflict", waiting: 1 });
  expect(kept.at(-1)).toEqual(["b"]);
  expect(sent).toEqual(["a"]);
});

test("after a conflict the line starts again with what waits then, and asking to send before that asks to read the draft", async () => {
  let elsewhere = true;
  const { line, sent, kept } = given(() => Promise.resolve(elsewhere ? no("conflict") : done));
  line.push("a");
  await vi.waitFor(() => expect(line.state().kind).toBe("conflict"));
  let told = 0;
  line.subscribe(() => {
    told += 1;
  });
  line.retry();
  expect([told, sent]).toEqual([1, ["a"]]);
  elsewhere = false;
  line.restart(["a upon theirs", "b"]);
  expect(kept.at(-1)).toEqual(["a upon theirs", "b"]);
  await vi.waitFor(() => expect(line.state()).toEqual({ kind: "saved" }));
  expect(sent).toEqual(["a", "a upon theirs", "b"]);
});
