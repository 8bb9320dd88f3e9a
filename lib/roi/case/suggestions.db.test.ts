import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { armMembers } from "@/db/schema/arms";
import { teams } from "@/db/schema/structure";
import { kpis, kpiValues, teamKpiValues } from "@/db/schema/work";
import { inTenant } from "@/lib/server/tenant-access";
import { givenCaseStudy } from "@/test/given-case-study";
import { suggestFactors } from "./suggestions";

afterAll(closePool);

const months = [
  "01-31",
  "02-29",
  "03-31",
  "04-30",
  "05-31",
  "06-30",
  "07-31",
  "08-31",
  "09-30",
  "10-31",
  "11-30",
  "12-31",
];
const quarters = months.filter((_, at) => at % 3 === 2);
const dayOf = (at: number) => new Date(Date.UTC(2024, 0, 1 + at));
const weeks = Array.from({ length: 40 }, (_, at) =>
  dayOf(6 + 7 * at)
    .toISOString()
    .slice(5, 10),
);
const workdays = Array.from({ length: 26 * 7 + 1 }, (_, at) => dayOf(at))
  .filter((day) => day.getUTCDay() % 6 !== 0)
  .map((day) => day.toISOString().slice(5, 10));

/** What is suggested where each person has a value, or so many pieces of work, on these days of 2024. */
async function suggested(kind: "sum" | "ratio", days: readonly string[], period: "week" | "month" | "quarter") {
  const { orgId, initiativeId, personIds } = await givenCaseStudy({ evaluated: false });
  return inTenant(orgId, async (tx) => {
    const [kpiId, batchId] = [randomUUID(), randomUUID()];
    await tx.insert(kpis).values({ orgId, id: kpiId, code: kind, name: "Figure", kind });
    const each = kind === "sum" ? { value: 100 } : { numerator: 1, denominator: 10 };
    await tx
      .insert(kpiValues)
      .values(
        [...personIds.values()].flatMap((personId) =>
          days.map((day) => ({ orgId, batchId, personId, kpiId, endsOn: `2024-${day}`, ...each })),
        ),
      );
    return suggestFactors(tx, orgId, { initiativeId, kpiId, period });
  });
}

test.each([
  ["month", months, 12],
  ["quarter", quarters, 4],
  ["week", weeks, 52],
  ["day", workdays, 261],
] as const)(
  "a sum by %s counts as often as its file has it, whichever period the plan compares by",
  async (own, days, times) => {
    for (const period of ["month", "quarter"] as const) {
      const { periods } = await suggested("sum", days, period);
      expect(periods).toMatchObject({ value: times, source: `“Figure” is a sum by ${own}` });
    }
  },
);

test("pieces of work a year are those of a year, whether the file or the plan is by month or by quarter", async () => {
  for (const period of ["month", "quarter"] as const) {
    expect((await suggested("ratio", months, period)).volume?.value).toBe(120);
    expect((await suggested("ratio", quarters, period)).volume?.value).toBe(40);
  }
});

test("days of teams that nobody of the initiative is in, or of a team whose people have values of their own, say nothing of its period", async () => {
  const { orgId, initiativeId, personIds } = await givenCaseStudy({ evaluated: false });
  const found = await inTenant(orgId, async (tx) => {
    const [kpiId, batchId, ours, theirs] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await tx.insert(kpis).values({ orgId, id: kpiId, code: "sum", name: "Figure", kind: "sum" });
    await tx.insert(teams).values([
      { orgId, id: ours, name: "Ours" },
      { orgId, id: theirs, name: "Theirs" },
    ]);
    await tx.update(armMembers).set({ cluster: "Ours" });
    const ofTeam = (teamId: string, days: readonly string[]) =>
      days.map((day) => ({ orgId, batchId, teamId, kpiId, endsOn: `2024-${day}`, value: 100 }));
    await tx.insert(teamKpiValues).values([...ofTeam(ours, months), ...ofTeam(theirs, weeks)]);
    const ask = async () =>
      (await suggestFactors(tx, orgId, { initiativeId, kpiId, period: "month" })).periods?.source ?? "";
    const byTeam = await ask();
    const personId = personIds.values().next().value ?? "";
    await tx
      .insert(kpiValues)
      .values(quarters.map((day) => ({ orgId, batchId, personId, kpiId, endsOn: `2024-${day}`, value: 100 })));
    return [byTeam, await ask()];
  });
  expect(found).toEqual(["“Figure” is a sum by month", "“Figure” is a sum by quarter"]);
});
