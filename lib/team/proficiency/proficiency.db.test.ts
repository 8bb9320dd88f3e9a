import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import type { ProficiencyRule } from "@/db/schema/taxonomy";
import { resolveScope } from "@/lib/access/scope";
import { periodOf } from "@/lib/metrics/period";
import { takePendingRollups } from "@/lib/rollups/pending-rollups";
import { readSums } from "@/lib/scorecard/read-sums";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { readProficiency } from "./read-proficiency";
import { setProficiency } from "./set-proficiency";

afterAll(closePool);

/**
 * Nia is hired as a helper on 1 September 2025 and becomes a clerk on 1 December. She does four jobs a month, all right: never enough for
 * the usual rule (five), and by a rule of four she is there at the end of her first month as whatever counts.
 */
async function givenNia() {
  const work = ["event_id,employee_id,task,completed_at,outcome,assisted"];
  for (const month of ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"])
    for (let i = 1; i <= 4; i += 1) work.push(`${month}-${i},Nia,file,${month}-1${i}T09:00:00Z,ok,false`);
  const given = await givenData({
    "people.csv": "employee_id,role,hire_date\nNia,clerk,2025-09-01\n",
    "employment_events.csv": "employee_id,date,event,from,to\nNia,2025-12-01,promotion,helper,clerk\n",
    "work_events.csv": `${work.join("\n")}\n`,
  });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from roles where name = 'clerk'`),
  );
  const roleId = rows[0]?.id ?? "";
  const lead = given.as("ld_lead");
  const competent = (day: string) =>
    inTenant(given.orgId, async (tx) => {
      await takePendingRollups(tx, given.orgId);
      const scope = await resolveScope(tx, { kind: "everybody" }, { kind: "org" });
      if (!scope) throw new Error("no scope");
      const periods = [periodOf(day, "quarter")];
      const [row] = await readSums(tx, { orgId: given.orgId, scope, periods, metrics: ["time_to_competence"] });
      return row ? [row.people, row.numerator] : null;
    });
  return { given, lead, roleId, competent };
}

const rule = (more: Partial<ProficiencyRule>): ProficiencyRule => ({
  start: "hire",
  days: 180,
  jobs: 4,
  rightFirstTime: 0.8,
  assisted: 0.2,
  ...more,
});

test("without a rule of its own a role goes by the usual one", async () => {
  const { competent } = await givenNia();
  // Never five jobs in a month: all 180 days, over on 28 February 2026.
  expect(await competent("2026-02-28")).toEqual([1, 180]);
});

test("a role's own rule decides, in cells as in people, and going back to the usual one restores it", async () => {
  const { lead, roleId, competent } = await givenNia();
  await setProficiency(lead, { roleId, rule: rule({}) });
  expect(await competent("2026-02-28")).toEqual([1, 30]);
  // Followed for 90 days from hire: over on 30 November 2025, in a quarter at the end of which she is a clerk.
  await setProficiency(lead, { roleId, rule: rule({ days: 90 }) });
  expect(await competent("2026-02-28")).toBeNull();
  expect(await competent("2025-11-30")).toEqual([1, 30]);
  await setProficiency(lead, { roleId, rule: null });
  expect(await competent("2026-02-28")).toEqual([1, 180]);
});

test("counted from the first day in the role, earlier jobs do not count", async () => {
  const { lead, roleId, competent } = await givenNia();
  await setProficiency(lead, { roleId, rule: rule({ start: "role_start", days: 90 }) });
  // 1 December 2025 and 90 days: over on 1 March 2026; there at the end of December.
  expect(await competent("2026-03-01")).toEqual([1, 31]);
  await setProficiency(lead, { roleId, rule: rule({ start: "role_start", days: 400 }) });
  expect(await competent("2026-03-01")).toBeNull();
});

test("only who edits skills sets it, for a role of their own, with sense, and it stands in the audit log", async () => {
  const { given, lead, roleId } = await givenNia();
  const other = await givenNia();
  await expect(setProficiency(given.as("manager"), { roleId, rule: rule({}) })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(setProficiency(other.lead, { roleId, rule: rule({}) })).rejects.toMatchObject({ code: "not-found" });
  await expect(setProficiency(lead, { roleId, rule: rule({ days: 3 }) })).rejects.toMatchObject({
    fields: { rule: [expect.stringContaining("30 days")] },
  });
  await expect(setProficiency(lead, { roleId, rule: null })).rejects.toMatchObject({ code: "invalid-input" });
  expect(await readProficiency(other.lead, roleId)).toBeNull();

  await setProficiency(lead, { roleId, rule: rule({}) });
  expect(await readProficiency(lead, roleId)).toEqual({ roleId, role: "clerk", rule: rule({}) });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ subject: string; detail: object }>(
      sql`select subject, detail from audit_log where action = 'skill.edit'`,
    ),
  );
  expect(rows).toEqual([{ subject: roleId, detail: { change: "proficiency", was: null, is: rule({}) } }]);
});
