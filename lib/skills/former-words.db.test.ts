import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { costs } from "@/db/schema/costs";
import { evaluations } from "@/db/schema/evaluations";
import { initiativeKpis, initiatives } from "@/db/schema/initiatives";
import { readCircles } from "@/lib/evidence/signals/circles";
import { signalDefinition } from "@/lib/evidence/signals/definition";
import { valuedRolesSql } from "@/lib/maturity/facts-sql";
import { readOptions } from "@/lib/plans/wizard/read-options";
import { inTenant } from "@/lib/server/tenant-access";
import { merge } from "@/lib/skills/tree/edits/merge";
import { remove } from "@/lib/skills/tree/edits/remove";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import { readStart } from "@/lib/start/read-start";
import { openStart, saveStep } from "@/lib/start/start-commands";
import type { GivenOrganisation } from "@/test/factory";
import { publishEdits } from "@/test/given-draft";
import { givenTaxonomy, nth } from "@/test/given-taxonomy";
import { meantBy } from "./former-words";

afterAll(closePool);

let given: GivenOrganisation;

beforeEach(async () => {
  given = await givenTaxonomy();
  const { orgId } = given;
  await given.take({
    "kpis.csv": "kpi,name,direction,kind,value_per_unit\nerrors,Errors,down,mean,3\n",
    "kpi.csv": "employee_id,kpi,period_start,period_end,value\n",
  });
  await inTenant(orgId, async (tx) => {
    await tx.execute(sql`update skills set range_reason = 'So it is'`);
    await tx.execute(sql`
      insert into kpis (org_id, code, name, value_per_unit) values (${orgId}, 'errors', 'Errors', 3) on conflict do nothing`);
    const { rows } = await tx.execute<{ id: string }>(sql`select id from kpis where code = 'errors'`);
    const chain = {
      role: ["Service agent"],
      behaviours: [
        "Lets the customer finish before asking the first question",
        "Repeats the order number aloud before booking",
        "Writes the note before closing the contact",
      ],
    };
    const [plan] = await tx
      .insert(initiatives)
      .values({ orgId, code: "plan", title: "A plan", design: "before_after", chain: chain as never, planHash: "x" })
      .returning({ id: initiatives.id });
    const about = { orgId, initiativeId: plan?.id ?? "" };
    await tx.insert(initiativeKpis).values({ ...about, kpiId: rows[0]?.id ?? "", role: "primary" });
    await tx.insert(costs).values({ ...about, item: "Time", amount: 100, batchId: randomUUID() });
    const told = { planHash: "x", dataVersion: "1", codeVersion: "1", seed: 1, grade: "B" as const, result: {} };
    await tx.insert(evaluations).values({ ...about, ...told });
  });
});

const lead = () => given.as("ld_lead");
const asked = [1, 2, 3].map((one) => nth("behaviour", one));

/** What plans are found to be about: the role whose value is known, the plans of a behaviour, and those a start is told of. */
async function found(behaviours: string[]) {
  const { orgId } = given;
  const definition = signalDefinition.parse({
    source: "work",
    taskIds: [nth("task", 1)],
    measure: "quality",
    window: { by: "jobs", jobs: 10 },
    side: "above",
    bands: [{ at: 0.9, level: 4 }],
    otherwise: 2,
    least: 5,
    since: "2025-01",
  });
  return inTenant(orgId, async (tx) => {
    const roles = await tx.execute<{ roleId: string }>(valuedRolesSql(orgId));
    const circles: Awaited<ReturnType<typeof readCircles>>[] = [];
    for (const behaviourId of behaviours) circles.push(await readCircles(tx, orgId, { behaviourId, definition }));
    return {
      roles: roles.rows.map(({ roleId }) => roleId),
      circles: circles.map((some) => some.map(({ title }) => title)),
    };
  });
}

async function plansOfStart(): Promise<string[]> {
  const { id: startId } = await openStart(lead(), { roleId: nth("role", 1) });
  await saveStep(lead(), { step: "behaviours", startId, skillId: nth("skill", 1), behaviourIds: [...asked] });
  return ((await readStart(lead(), startId))?.initiatives ?? []).map(({ title }) => title);
}

test("a plan goes on being about a role and behaviours that have other words by now", async () => {
  const expected = { roles: [nth("role", 1)], circles: [["A plan"], ["A plan"], ["A plan"]] };
  expect(await found(asked)).toEqual(expected);
  await publishEdits(
    lead(),
    (now) => setFields(now, [nth("role", 1)], { name: "Adviser" }),
    (now) => setFields(now, [nth("behaviour", 1)], { statement: "Waits until the customer has finished" }),
  );
  expect(await found(asked)).toEqual(expected);
  expect(await plansOfStart()).toEqual(["A plan"]);
});

test("a plan about a behaviour that became part of another is about that one, and the wizard does not offer the former", async () => {
  await publishEdits(lead(), (now) => merge(now, nth("behaviour", 4), [nth("behaviour", 1)]));
  expect((await found([nth("behaviour", 4), nth("behaviour", 5)])).circles).toEqual([["A plan"], []]);
  await publishEdits(lead(), (now) => remove(now, [nth("behaviour", 9)]));
  const { behaviours } = await inTenant(given.orgId, (tx) => readOptions(tx, given.orgId, "2025-06-01"));
  expect(behaviours).toHaveLength(7);
});

test("of two skills that had the same name one after the other, that name means the one that had it last", async () => {
  const call = (skill: number, name: string) =>
    publishEdits(lead(), (now) => setFields(now, [nth("skill", skill)], { name }));
  for (const [skill, name] of [
    [1, "Attention"],
    [1, "Listening well"],
    [2, "Attention"],
    [2, "Serving well"],
  ] as const) {
    expect((await call(skill, name)).outcome.published).not.toBeNull();
  }
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>(sql`
      select id from (${meantBy(given.orgId, "skill")}) m where name = 'Attention'`),
  );
  expect(rows).toEqual([{ id: nth("skill", 2) }]);
});
