import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { evaluateInitiative } from "@/lib/evaluation/evaluate-initiative";
import { readPlan } from "@/lib/evaluation/plan";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenPlan, givenStudy, type StudyPerson } from "@/test/given-study";

afterAll(closePool);

type Use = { version: string | null; at?: string; verb?: string };
type Given = {
  current?: string;
  uses(person: StudyPerson, at: number): Use[];
  plan?: GivenPlan;
  arm?(at: number): string;
};

/** The check where forty treated people used the one activity of the plan as told. */
async function checked({ current, uses, plan = {}, arm = () => "treatment" }: Given) {
  const people = Array.from({ length: 80 }, (_, at): StudyPerson => {
    const label = at < 40 ? arm(at) : "control";
    const value = 10 + ((at * 7) % 15);
    return {
      id: `p${String(at).padStart(2, "0")}`,
      arm: label,
      exposedOn: label === "control" ? null : "2025-04-01",
      cluster: `team ${at % 8}`,
      values: [
        { date: "2025-02-28", value },
        { date: "2025-05-31", value: value + (at % 3) },
      ],
    };
  });
  const study = await givenStudy({ chain: { activities: ["card"] }, ...plan }, people);
  const { orgId } = study;
  const activityId = randomUUID();
  return inTenant(orgId, async (tx) => {
    await tx.execute(
      sql`insert into activities (org_id, id, code, version) values (${orgId}, ${activityId}, 'card', ${current ?? null})`,
    );
    await tx.execute(sql`select ensure_month_partitions('learning_events', '2025-03-01', '2025-08-01')`);
    for (const [at, person] of people.entries()) {
      for (const [index, { version, at: when = "2025-05-02", verb = "used" }] of uses(person, at).entries()) {
        await tx.execute(sql`insert into learning_events (org_id, person_id, occurred_at, event_id, activity_id, verb, version, batch_id)
          values (${orgId}, ${study.personIds.get(person.id)}, ${when}, ${`${person.id}-${index}`}, ${activityId}, ${verb}, ${version}, ${randomUUID()})`);
      }
    }
    const read = await readPlan(tx, study.initiativeId);
    if (!read) throw new Error("The study was not written");
    const { checks } = await evaluateInitiative(tx, read, { dataVersion: "sha256:test", today: "2026-11-22" });
    return checks.find(({ id }) => id === "content_version");
  });
}

const isTreated = ({ arm }: StudyPerson) => arm !== "control";
const one: Given["uses"] = (person) => (isTreated(person) ? [{ version: "1" }] : []);

test("one version for all passes; what the comparison, or anybody before or after, saw is no matter", async () => {
  expect(await checked({ uses: one })).toMatchObject({ status: "pass", says: expect.stringContaining("“card” 1") });
  const others: Given["uses"] = (person) =>
    isTreated(person)
      ? [{ version: "1" }, { version: "2", at: "2025-07-01" }, { version: "0", at: "2025-03-31" }]
      : [{ version: "3" }];
  expect(await checked({ uses: others })).toMatchObject({ status: "pass" });
});

test("several versions warn, with the share that saw each", async () => {
  const uses: Given["uses"] = (person, at) =>
    isTreated(person) ? [{ version: "1" }, ...(at % 4 === 0 ? [{ version: "2" }] : [])] : [];
  expect(await checked({ uses })).toMatchObject({
    status: "warn",
    value: 0.25,
    says: expect.stringContaining("version 1 by 100.0%, version 2 by 25.0%"),
  });
  const hardly = await checked({ uses: (person, at) => one(person, at).concat(at === 0 ? [{ version: "2" }] : []) });
  expect(hardly).toMatchObject({ status: "warn", value: null, says: expect.stringContaining("version 2 by a few") });
});

test("waves or clusters that had another version are another programme", async () => {
  const byWave: Given["uses"] = (person) =>
    isTreated(person) ? [{ version: person.arm === "wave-1" ? "1" : "2" }] : [];
  const arm = (at: number) => (at < 20 ? "wave-1" : "wave-2");
  expect(await checked({ uses: byWave, arm, plan: { design: "phased" } })).toMatchObject({
    status: "fail",
    says: expect.stringContaining("version 1 in some waves and version 2 in others"),
  });
  const small = (at: number) => (at < 19 ? "wave-1" : "wave-2");
  expect(await checked({ uses: byWave, arm: small, plan: { design: "phased" } })).toMatchObject({ status: "warn" });
  const byCluster: Given["uses"] = (person, at) => (isTreated(person) ? [{ version: at % 8 < 4 ? "1" : "2" }] : []);
  expect(await checked({ uses: byCluster })).toMatchObject({
    status: "fail",
    says: expect.stringContaining("clusters"),
  });
  const byChance: Given["uses"] = (person, at) => (isTreated(person) ? [{ version: at < 20 ? "1" : "2" }] : []);
  expect(await checked({ uses: byChance })).toMatchObject({ status: "warn" });
});

test("nobody can tell where the activity has a version and its uses name none; part of them warns", async () => {
  const none: Given["uses"] = (person) => (isTreated(person) ? [{ version: null }] : []);
  expect(await checked({ uses: none, current: "1.2" })).toMatchObject({
    status: "cannot_tell",
    says: expect.stringContaining("1.2"),
  });
  const some: Given["uses"] = (person, at) => (isTreated(person) ? [{ version: at < 30 ? "1" : null }] : []);
  expect(await checked({ uses: some })).toMatchObject({ status: "warn", says: expect.stringContaining("25.0%") });
});

test("being assigned or nudged is no use, so it needs no version", async () => {
  const told: Given["uses"] = (person, at) =>
    one(person, at).concat(
      isTreated(person)
        ? [
            { version: null, verb: "assigned" },
            { version: null, verb: "nudged" },
          ]
        : [],
    );
  expect(await checked({ uses: told })).toMatchObject({ status: "pass" });
});

test("where versions are not kept, or nobody used anything, there is nothing to check", async () => {
  expect(await checked({ uses: (person) => (isTreated(person) ? [{ version: null }] : []) })).toBeUndefined();
  expect(await checked({ uses: () => [], current: "1.2" })).toBeUndefined();
  expect(await checked({ uses: one, plan: { chain: {} } })).toBeUndefined();
});
