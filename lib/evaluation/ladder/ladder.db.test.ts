import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { type Act, ladderOf, measureOf, treated, twelve } from "@/test/given-ladder";

afterAll(closePool);

test("while the follow-up is open nothing is said of effects, but use is known as it happens", async () => {
  const acts = treated.map((person): Act => ({ person, at: "2025-05-02" }));
  const ladder = await ladderOf({ followUpTo: "2027-06-30" }, twelve(), { acts });
  expect(measureOf(ladder, "use")).toMatchObject({
    status: "too_early",
    until: "2027-06-30",
    estimate: null,
    levels: { treated: { mean: 1 } },
  });
  expect(measureOf(ladder, "outcome")).toMatchObject({ status: "too_early", estimate: null });
  expect(ladder.transfer).toEqual([]);
});

test("without anything on file each layer says why, and a plan without a chain has an empty ladder", async () => {
  const ladder = await ladderOf({}, twelve());
  expect(measureOf(ladder, "use").reason).toMatch(/No use of the chain's activities is on file/);
  expect(measureOf(ladder, "level").reason).toMatch(/rated by others/);
  expect(ladder.alignment).toMatchObject({ kind: "not-estimable" });
  const none = await ladderOf({ chain: {} }, twelve());
  expect(measureOf(none, "use").reason).toMatch(/names no activity/);
  expect(none.rungs.map(({ id, measures }) => `${id} ${measures.length}`)).toEqual([
    "reached 1",
    "understood 2",
    "applied 1",
    "in_work 1",
    "business 0",
    "talent 0",
  ]);
});
