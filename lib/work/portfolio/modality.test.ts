import { expect, test } from "vitest";
import { adviceFor, mismatchOf, mixOf, modalityOf } from "./modality";

test("routine calls for help at hand, complexity and risk for practice", () => {
  expect([adviceFor("low", "routine"), adviceFor("high", "routine")]).toEqual(["just-in-time", "just-in-time-checked"]);
  expect([adviceFor("medium", "applied"), adviceFor("high", "applied")]).toEqual([
    "short-practice",
    "intensive-practice",
  ]);
  expect(adviceFor("low", "complex")).toBe("intensive-practice");
});

test("an activity that teaches otherwise than its skill calls for is a mismatch, with the reason", () => {
  const course = { format: "course", delivery: "destination" } as const;
  const hint = { format: "hint", delivery: "in_flow" } as const;
  const simulation = { format: "simulation", delivery: "destination" } as const;
  expect(mismatchOf(course, "intensive-practice")).toContain("not practised");
  expect(mismatchOf(hint, "intensive-practice")).toContain("takes practice");
  expect(mismatchOf(simulation, "intensive-practice")).toBeNull();
  expect(mismatchOf(course, "just-in-time")).toContain("away from work");
  expect([mismatchOf(hint, "just-in-time"), mismatchOf(hint, "short-practice")]).toEqual([null, null]);
  expect(mismatchOf({ format: "certification", delivery: "destination" }, "just-in-time-checked")).toBeNull();
});

test("what nobody said how it teaches is neither a match nor a mismatch", () => {
  const unknown = { format: "podcast", delivery: null } as const;
  expect([modalityOf(unknown), mixOf(unknown), mismatchOf(unknown, "intensive-practice")]).toEqual([
    "other",
    null,
    null,
  ]);
});

test("formal, social and experiential", () => {
  expect(mixOf({ format: "course", delivery: "destination" })).toBe("formal");
  expect(mixOf({ format: "cohort_programme", delivery: "destination" })).toBe("social");
  expect(mixOf({ format: "checklist", delivery: "in_flow" })).toBe("experiential");
});
