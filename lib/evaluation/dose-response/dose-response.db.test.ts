import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { activities, learningEvents } from "@/db/schema/learning";
import { organisations } from "@/db/schema/organisations";
import { evaluateInitiative } from "@/lib/evaluation/evaluate-initiative";
import { readPlan } from "@/lib/evaluation/plan";
import { ensurePartitions } from "@/lib/intake/write/ensure-partitions";
import { inTenant } from "@/lib/server/tenant-access";
import { seededRandom } from "@/lib/stats/random";
import { type GivenPlan, givenStudy, type StudyPerson } from "@/test/given-study";
import { person } from "@/test/small-study";

afterAll(closePool);

type Event = { verb?: string; at?: string; seconds?: number | null; other?: boolean };
type User = StudyPerson & { events: Event[] };

async function evaluate(plan: GivenPlan, members: readonly User[], minimum = 5) {
  const { orgId, initiativeId, personIds } = await givenStudy({ chain: { activities: ["guide"] }, ...plan }, members);
  const [own, other] = [randomUUID(), randomUUID()];
  const rows = members.flatMap(({ id, events }) =>
    events.map(({ verb = "completed", at = "2025-04-20", seconds = 600, other: elsewhere = false }, index) => ({
      orgId,
      personId: personIds.get(id) ?? "",
      occurredAt: new Date(`${at}T10:00:${String(index).padStart(2, "0")}Z`),
      eventId: `${id} ${index}`,
      activityId: elsewhere ? other : own,
      verb,
      seconds,
      batchId: orgId,
    })),
  );
  await ensurePartitions(orgId, "learning_events", new Set(["2025-03", "2025-04", "2025-07"]));
  return inTenant(orgId, async (tx) => {
    await tx.update(organisations).set({ minimumGroupSize: minimum });
    await tx.insert(activities).values([
      { orgId, id: own, code: "guide", title: "Guide", delivery: "in_flow" },
      { orgId, id: other, code: "other", title: "Other", delivery: "in_flow" },
    ]);
    if (rows.length > 0) await tx.insert(learningEvents).values(rows);
    const read = await readPlan(tx, initiativeId);
    if (!read) throw new Error("The study was not written");
    const result = await evaluateInitiative(tx, read, { dataVersion: "sha256:test", today: "2026-11-22" });
    if (!result.dose_response) throw new Error("No dose response");
    return result.dose_response;
  });
}

const times = (count: number, event: Event = {}): Event[] => Array.from({ length: count }, () => event);

/** Treated with 0 to 5 uses and a change that follows from them; control people use it too, which counts for nothing. */
function users(gain: (uses: number) => number, count = 60): User[] {
  const random = seededRandom(3);
  const treated = Array.from({ length: count }, (_, at): User => {
    const uses = at % 6;
    const before = 10 + random.normal();
    const after = before + gain(uses) + 0.5 * random.normal();
    return { ...person(`t${String(at).padStart(2, "0")}`, "treatment", [before, after]), events: times(uses) };
  });
  const control = Array.from(
    { length: 20 },
    (_, at): User => ({
      ...person(`c${String(at).padStart(2, "0")}`, "control", [10, 10 + (at % 3)]),
      events: times(5),
    }),
  );
  return [...treated, ...control];
}

test("use that goes with change is shown as an association, by uses and by minutes", async () => {
  const found = await evaluate(
    { design: "randomised" },
    users((uses) => 0.4 * uses),
  );
  if (found.status !== "estimated") throw new Error(found.reason);
  expect(found).toMatchObject({ n: 60, users: 50 });
  const [uses, minutes] = found.measures;
  expect(uses?.bins[0]).toMatchObject({ from: 0, n: 10, mean_dose: 0 });
  expect(uses?.bins.reduce((sum, { n }) => sum + n, 0)).toBe(60);
  expect(uses?.slope?.ci[0]).toBeGreaterThan(0.2);
  expect(uses?.slope?.ci[0]).toBeLessThan(0.4);
  expect(uses?.slope?.ci[1]).toBeGreaterThan(0.4);
  expect(minutes?.measure).toBe("minutes");
  expect(minutes?.slope?.estimate).toBeCloseTo((uses?.slope?.estimate ?? 0) / 10, 10);
  const monotone = uses?.bins.map((bin) => bin.monotone) ?? [];
  expect(monotone).toEqual(monotone.toSorted((left, right) => left - right));
});

test("the slope is least squares by hand, on use after exposure and before the end, of the chain, by own act", async () => {
  const change = [0, 0, 1, 1, 2, 2, 2, 3, 3, 4];
  const use = [0, 0, 0, 1, 1, 2, 2, 3, 3, 3];
  const noise: Event[] = [
    { verb: "assigned" },
    { verb: "nudged" },
    { at: "2025-03-20" },
    { at: "2025-07-01" },
    { other: true },
  ];
  const members = users(() => 0, 0).concat(
    change.map((by, at) => ({
      ...person(`t${at}`, "treatment", [10, 10 + by]),
      events: [...noise, ...times(use[at] ?? 0, { seconds: null })],
    })),
  );
  const found = await evaluate({ design: "comparison" }, members, 3);
  if (found.status !== "estimated") throw new Error(found.reason);
  // Mean use 1.5, mean change 1.8; sum of products 14, of squares 14.5.
  expect(found.measures).toHaveLength(1);
  expect(found.measures[0]?.slope?.estimate).toBeCloseTo(14 / 14.5, 12);
  expect(found.measures[0]?.bins.map(({ n }) => n).every((n) => n >= 3)).toBe(true);
});

test("nobody's use is told where no activity is named, nobody used one, or too few did", async () => {
  const asked = async (plan: GivenPlan, members: User[]) => {
    const found = await evaluate(plan, members);
    return found.status === "not_estimable" ? found.reason : "estimated";
  };
  const members = users(() => 0);
  expect(await asked({ design: "randomised", chain: {} }, members)).toMatch(/names no activity/);
  const unused = members.map((one) => (one.arm === "treatment" ? { ...one, events: [] } : one));
  expect(await asked({ design: "randomised" }, unused)).toMatch(/No use/);
  const few = members.map((one, at) => ({ ...one, events: times(at < 4 ? 2 : 0) }));
  expect(await asked({ design: "randomised" }, few)).toMatch(/Fewer than 5/);
  const alike = members.map((one) => ({ ...one, events: times(2) }));
  expect(await asked({ design: "randomised" }, alike)).toMatch(/about as much/);
});
