import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { armMembers } from "@/db/schema/arms";
import { inTenant } from "@/lib/server/tenant-access";
import { givenStudy, type StudyPerson } from "@/test/given-study";
import { readPlan } from "./plan";
import { resolveWindows } from "./windows";

afterAll(closePool);

const values = [{ date: "2025-01-31", value: 1 }];
const people = (exposedOn: string | null): StudyPerson[] => [
  { id: "a", arm: "treatment", exposedOn, values },
  { id: "b", arm: "treatment", exposedOn: null, values },
  { id: "c", arm: "control", exposedOn: null, values },
];

/** The first exposure where all of the trained, and nobody else, were to start on the tenth of March. */
async function firstOf(exposedOn: string | null): Promise<string | null> {
  const { orgId, initiativeId } = await givenStudy({}, people(exposedOn));
  return inTenant(orgId, async (tx) => {
    await tx.update(armMembers).set({ plannedOn: "2025-03-10" }).where(eq(armMembers.arm, "treatment"));
    const plan = await readPlan(tx, initiativeId);
    if (!plan) throw new Error("The study was not written");
    return (await resolveWindows(tx, plan)).firstExposure;
  });
}

test("the day that was planned counts until somebody was exposed, and not beside those who were", async () => {
  expect(await firstOf(null)).toBe("2025-03-10");
  expect(await firstOf("2025-04-01")).toBe("2025-04-01");
});
