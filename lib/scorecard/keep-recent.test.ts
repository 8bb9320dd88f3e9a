import { expect, test } from "vitest";
import { keepRecent } from "./keep-recent";

test("keeps what was used last and drops what was not", () => {
  const kept = keepRecent<string>(2);
  kept.keep("a", "A");
  kept.keep("b", "B");
  kept.get("a");
  kept.keep("c", "C");
  expect([kept.get("a"), kept.get("b"), kept.get("c")]).toEqual(["A", undefined, "C"]);
});

test("what is kept cannot be changed by those who read it", () => {
  const kept = keepRecent<{ parts: { size: number }[] }>(2);
  kept.keep("a", { parts: [{ size: 1 }] });
  const [part] = kept.get("a")?.parts ?? [];
  expect(() => Object.assign(part ?? {}, { size: 2 })).toThrow(TypeError);
  expect(() => kept.get("a")?.parts.push({ size: 3 })).toThrow(TypeError);
});
