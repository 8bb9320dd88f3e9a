import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { armMembers } from "@/db/schema/arms";
import type { Allocation } from "@/db/schema/plan-terms";
import { inTenant } from "@/lib/server/tenant-access";
import { givenStudy, type StudyPerson } from "@/test/given-study";
import { evaluateInitiative } from "./evaluate-initiative";
import { readPlan } from "./plan";

afterAll(closePool);

const months = Array.from({ length: 8 }, (_, at) => new Date(Date.UTC(2024, 9 + at + 1, 0)).toISOString().slice(0, 10));

/** Two waves of 20 and 20 never exposed; values wander by person and month. */
const members: StudyPerson[] = ["wave-1", "wave-2", "control"].flatMap((arm, wave) =>
  Array.from({ length: 20 }, (_, index) => ({
    id: `${arm}-${index}`,
    arm,
    exposedOn: wave === 0 ? "2025-02-01" : wave === 1 ? "2025-04-01" : null,
    values: months.map((date, at) => ({ date, value: 10 + ((index * 7 + at * 3 + wave * 5) % 11) })),
  })),
);

async function evaluated(assigned: "randomised" | "phased", allocation: Allocation | null) {
  const study = await givenStudy(
    {
      design: "phased",
      registeredAt: "2024-09-01",
      baselineFrom: "2024-10-01",
      baselineTo: "2025-01-31",
      followUpFrom: "2025-02-01",
      followUpTo: "2025-05-31",
      allocation,
    },
    members,
  );
  return inTenant(study.orgId, async (tx) => {
    await tx.update(armMembers).set({ assigned });
    const plan = await readPlan(tx, study.initiativeId);
    if (!plan) throw new Error("There is no plan");
    return evaluateInitiative(tx, plan, { dataVersion: "d", today: "2026-01-01" });
  });
}

const shares = { "wave-1": 1, "wave-2": 1, control: 1 };
const sizes = ({ checks }: Awaited<ReturnType<typeof evaluated>>) => checks.find(({ id }) => id === "sample_ratio");

test("an order of waves that was drawn is said to be drawn, and held to the shares of its plan", async () => {
  const drawn = await evaluated("randomised", shares);
  expect(drawn.lots_drawn).toBe(true);
  expect(sizes(drawn)).toMatchObject({ status: "pass", value: 1 });
  expect(drawn.claim.because).not.toContain("Nobody drew lots.");
  expect(drawn.claim.would_raise.join()).not.toMatch(/draw lots/);

  const skewed = await evaluated("randomised", { ...shares, "wave-1": 9 });
  expect(sizes(skewed)?.status).toBe("fail");
});

test("without stated shares nobody can hold a draw to them, and a chosen order is no draw", async () => {
  expect(sizes(await evaluated("randomised", null))).toMatchObject({
    status: "cannot_tell",
    says: expect.stringContaining("drawn by lot"),
  });
  const chosen = await evaluated("phased", shares);
  expect(chosen.lots_drawn).toBe(false);
  expect(sizes(chosen)?.says).toMatch(/^Nobody drew lots/);
  expect(chosen.claim.because).toContain("Nobody drew lots.");
});
