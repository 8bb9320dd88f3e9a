import { expect, test } from "vitest";
import { alignmentOf } from "./alignment";

test("aligned where map, activities and work systems each cover four of five skills", () => {
  expect(alignmentOf({ needs: 5, describedNeeds: 5, taughtNeeds: 4, watchedNeeds: 4 }).word).toBe("aligned");
});

test("partly where one of them does not, with what it covers", () => {
  expect(alignmentOf({ needs: 5, describedNeeds: 5, taughtNeeds: 5, watchedNeeds: 1 })).toEqual({
    word: "partly",
    why: "Only 1 of 5 skills is told of by a signal or a KPI",
  });
});

test("not aligned where none does, and where the map names no skill", () => {
  expect(alignmentOf({ needs: 5, describedNeeds: 3, taughtNeeds: 0, watchedNeeds: 0 })).toEqual({
    word: "not aligned",
    why: "Only 3 of 5 skills are described by three behaviours; 0 of 5 skills are taught or practised by an activity; 0 of 5 skills are told of by a signal or a KPI",
  });
  expect(alignmentOf({ needs: 0, describedNeeds: 0, taughtNeeds: 0, watchedNeeds: 0 }).word).toBe("not aligned");
});
