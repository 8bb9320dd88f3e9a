import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { takePendingRollups } from "@/lib/rollups/pending-rollups";
import { verifyRollups } from "@/lib/rollups/verify-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData } from "@/test/factory";
import { changeRules } from "./change-rules";
import { previewRules } from "./preview-rules";
import { readRulesHistory } from "./read-rules-history";
import { defaultRules } from "./rules";

afterAll(closePool);
const why = "Peers see more than we thought";

/** Twelve fitters seen by a manager (4) and by a peer: two of them at 4, six at 2, four not at all. */
const given = () =>
  givenData({
    "people.csv": `employee_id,role\n${fitters.map((name) => `${name},Fitter`).join("\n")}\n`,
    "skills.csv": "role,skill,behaviour\nFitter,Checking,Checks the first part\n",
    "observations.csv": [
      "observation_id,employee_id,behaviour,level,source,rater_id,observed_at",
      ...fitters.map((name) => `M${name},${name},Checks the first part,4,manager,E12,2026-01-20`),
      ...fitters
        .slice(0, 8)
        .map((name, i) => `P${name},${name},Checks the first part,${i < 2 ? 4 : 2},peer,E12,2026-01-21`),
    ].join("\n"),
  });
const fitters = Array.from({ length: 12 }, (_, index) => `E${index + 1}`);
const rules = { ...defaultRules, agreeWithin: 2, leastStrength: 0 };

test("a version is written once, with its reason, and states are computed anew by it", async () => {
  const org = await given();
  expect(await changeRules(org.as("ld_lead"), { rules, why, basedOn: 0 })).toEqual({ version: 1 });
  const read = () => readRulesHistory(org.as("employee"), null);
  expect(await read()).toMatchObject({
    pending: true,
    versions: [
      { version: 1, why, rules: { agreeWithin: 2 } },
      { version: 0, rules: defaultRules },
    ],
  });
  await inTenant(org.orgId, (tx) => takePendingRollups(tx, org.orgId));
  expect((await read()).pending).toBe(false);
  expect(await inTenant(org.orgId, (tx) => verifyRollups(tx, org.orgId))).toEqual([]);
  expect(await statuses(org)).toEqual([
    { status: "applied", people: 4 },
    { status: "validated", people: 8 },
  ]);
  const audit = await inTenant(org.orgId, (tx) =>
    tx.execute(sql`select detail from audit_log where action = 'evidence.rule'`),
  );
  expect(audit.rows).toEqual([{ detail: { version: 1 } }]);
});

test("two tabs: the second is a conflict; the same again is refused", async () => {
  const org = await given();
  const both = [0.5, 0.6].map((agreeWithin) =>
    changeRules(org.as("admin"), { rules: { ...rules, agreeWithin }, why, basedOn: 0 }),
  );
  const settled = await Promise.allSettled(both);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const { versions } = await readRulesHistory(org.as("admin"), null);
  expect(versions).toHaveLength(2);
  const inForce = versions[0]?.rules ?? rules;
  await expect(changeRules(org.as("admin"), { rules: inForce, why, basedOn: 1 })).rejects.toThrow(
    "Nothing is different",
  );
});

test.each(["manager", "hrbp", "employee", "executive"] as const)(
  "%s may read the rules and not change them",
  async (role) => {
    const org = await given();
    expect((await readRulesHistory(org.as(role), null)).versions).toHaveLength(1);
    await expect(changeRules(org.as(role), { rules, why, basedOn: 0 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(previewRules(org.as(role), { rules })).rejects.toMatchObject({ code: "forbidden" });
  },
);

test("a preview counts what would change, writes nothing, and withholds few people", async () => {
  const org = await given();
  const before = await statuses(org);
  // The six whom the peer sees lower would be validated: six people may be counted.
  expect(await previewRules(org.as("ld_lead"), { rules })).toMatchObject({
    people: 12,
    everybody: 12,
    states: 12,
    changed: 6,
    moves: [{ from: "applied", to: "validated", states: 6 }],
  });
  // Only the two validated ones would change: that is fewer than five people.
  expect(
    await previewRules(org.as("ld_lead"), { rules: { ...defaultRules, leastSources: 3, leastStrength: 0 } }),
  ).toMatchObject({
    changed: null,
    moves: [{ from: "validated", to: "applied", states: null }],
  });
  expect((await previewRules(org.as("ld_lead"), { rules: defaultRules })).moves).toEqual([]);
  expect(await statuses(org)).toEqual(before);
});

async function statuses({ orgId }: GivenOrganisation) {
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute(
      sql`select status, count(*)::int as people from skill_states where org_id = ${orgId} group by 1 order by 1`,
    ),
  );
  return rows;
}
