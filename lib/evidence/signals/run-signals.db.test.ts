import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { refreshRollups } from "@/lib/rollups/refresh-rollups";
import { prepareTouched } from "@/lib/rollups/touched";
import { verifyRollups } from "@/lib/rollups/verify-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenSignal, givenSignal, signalFiles } from "@/test/given-signal";
import { runSignals } from "./run-signals";
import { activateSignal, changeSignal, retireSignal, saveSignal } from "./signal-commands";

afterAll(closePool);
const why = "The machines write it down";
const today = "2026-04-10";

async function givenActive(): Promise<GivenSignal & { id: string }> {
  const given = await givenSignal();
  const viewer = given.org.as("ld_lead");
  const { behaviourId, definition } = given;
  const { id } = await saveSignal(viewer, { id: null, name: "First parts right", behaviourId, definition, why });
  await activateSignal(viewer, { id });
  return { ...given, id };
}

type Rated = { who: string; month: string; level: number; version: number; note: string };
async function rated({ org }: GivenSignal): Promise<Rated[]> {
  const { rows } = await inTenant(org.orgId, (tx) =>
    tx.execute<Rated>(sql`
      select p.employee_id as who, to_char(o.observed_at at time zone 'UTC', 'MM-DD') as month, o.level, o.rule_version as version, o.note
      from observations o join people p on p.org_id = o.org_id and p.id = o.person_id
      where o.org_id = ${org.orgId} and o.source = 'system' order by who, o.observed_at`),
  );
  return rows;
}
const levels = (rows: Rated[], who: string) => rows.filter((row) => row.who === who).map(({ level }) => level);
const clean = ({ org }: GivenSignal) => inTenant(org.orgId, (tx) => verifyRollups(tx, org.orgId));

test("a rule rates every month that is over and was worked in, says what a rating rests on, and rolls up", async () => {
  const given = await givenActive();
  expect(await runSignals(given.org.orgId, today)).toEqual({ written: 18, removed: 0 });
  const rows = await rated(given);
  expect(levels(rows, "E1")).toEqual([4, 4, 4]);
  // 3 of 4, then 6 of 8 right: 75 %. Half right: level 2.
  expect(levels(rows, "E2")).toEqual([3, 3, 3]);
  expect(levels(rows, "E3")).toEqual([2, 2, 2]);
  expect(rows.find(({ who }) => who === "E2")).toEqual({
    who: "E2",
    month: "01-31",
    level: 3,
    version: 1,
    note: "right first time: 75.0% over 4 jobs",
  });
  expect(await clean(given)).toEqual([]);
  const { rows: states } = await inTenant(given.org.orgId, (tx) =>
    tx.execute(sql`select status, count(*)::int as people from skill_states group by 1 order by 1`),
  );
  // Systems and the manager agree about everybody, E3 as well: both see level 2. Nobody holds the target three months running but five.
  expect(states).toEqual([
    { status: "sustained", people: 5 },
    { status: "validated", people: 1 },
  ]);
});

test("a second run adds nothing, and the month under way is left alone", async () => {
  const given = await givenActive();
  expect(await runSignals(given.org.orgId, "2026-03-31")).toEqual({ written: 12, removed: 0 });
  expect(await runSignals(given.org.orgId, "2026-03-31")).toEqual({ written: 0, removed: 0 });
  expect(await runSignals(given.org.orgId, "2026-05-02")).toEqual({ written: 6, removed: 0 });
  expect(await runSignals(given.org.orgId, "2027-05-02")).toEqual({ written: 0, removed: 0 });
});

test("corrected facts correct a rating, facts taken back take it back, a struck one stays struck", async () => {
  const given = await givenActive();
  const { org } = given;
  await runSignals(org.orgId, today);
  await inTenant(org.orgId, async (tx) => {
    await prepareTouched(tx);
    await tx.execute(sql`update observations set struck_at = now() where source = 'system' and observed_at > '2026-03-01'
      and person_id = (select id from people where employee_id = 'E1')`);
    await tx.execute(sql`insert into touched select id, '2026-03-01', 'observation' from people`);
    await refreshRollups(tx, org.orgId);
  });
  const wrong = {
    "W-E1-2026-03-1": "error",
    "W-E1-2026-03-2": "error",
    "W-E1-2026-03-3": "error",
    "W-E4-2026-03-1": "error",
  };
  await org.take({ "work_events.csv": signalFiles(wrong)["work_events.csv"] ?? "" });
  // E4 has 7 of 8 right in March now; E1's rating of March would change, but it was contested and struck.
  expect(await runSignals(org.orgId, today)).toEqual({ written: 1, removed: 0 });
  expect(levels(await rated(given), "E4")).toEqual([4, 4, 3]);
  expect(levels(await rated(given), "E1")).toEqual([4, 4, 4]);

  await inTenant(org.orgId, (tx) =>
    tx.execute(
      sql`delete from work_events where person_id = (select id from people where employee_id = 'E5') and completed_at < '2026-02-01'`,
    ),
  );
  expect(await runSignals(org.orgId, today)).toEqual({ written: 1, removed: 1 });
  expect(levels(await rated(given), "E5")).toEqual([4, 4]);
  expect((await clean(given)).filter(({ table }) => table === "skill_states")).toEqual([]);
});

test("a change is a version: what was rated stays, and it rates from the first free month", async () => {
  const given = await givenActive();
  const viewer = given.org.as("admin");
  await runSignals(given.org.orgId, "2026-03-05");
  const easier = { ...given.definition, bands: [{ at: 0.5, level: 5 }], otherwise: 1 };
  const change = (since: string, basedOn = 1) =>
    changeSignal(viewer, { id: given.id, basedOn, definition: { ...easier, since }, why });
  await expect(change("2026-02")).rejects.toMatchObject({
    code: "invalid-input",
    fields: { since: [expect.any(String)] },
  });
  expect(await change("2026-03")).toEqual({ version: 2 });
  await expect(change("2026-03")).rejects.toMatchObject({ code: "conflict" });
  await runSignals(given.org.orgId, today);
  expect((await rated(given)).filter(({ who }) => who === "E2").map(({ level, version }) => [level, version])).toEqual([
    [3, 1],
    [3, 1],
    [5, 2],
  ]);
});

test("a retired rule rates no more and keeps its ratings; a draft is thrown away", async () => {
  const given = await givenActive();
  const viewer = given.org.as("ld_lead");
  await runSignals(given.org.orgId, "2026-03-05");
  await retireSignal(viewer, { id: given.id });
  expect(await runSignals(given.org.orgId, today)).toEqual({ written: 0, removed: 0 });
  expect(await rated(given)).toHaveLength(12);
  await expect(activateSignal(viewer, { id: given.id })).rejects.toMatchObject({ code: "conflict" });

  const { behaviourId, definition } = given;
  const draft = await saveSignal(viewer, { id: null, name: "Another", behaviourId, definition, why });
  await retireSignal(viewer, draft);
  await expect(activateSignal(viewer, draft)).rejects.toMatchObject({ code: "not-found" });
});

test("a KPI of ratios is added up over its months", async () => {
  const given = await givenSignal();
  const viewer = given.org.as("ld_lead");
  const definition = {
    source: "kpi" as const,
    kpiId: given.kpiId,
    months: 3,
    side: "below" as const,
    bands: [
      { at: 0.1, level: 4 },
      { at: 0.3, level: 3 },
    ],
    otherwise: 2,
    least: 3,
    since: "2026-01",
  };
  const { id } = await saveSignal(viewer, {
    id: null,
    name: "Little rework",
    behaviourId: given.behaviourId,
    definition,
    why,
  });
  await activateSignal(viewer, { id });
  // Three values are there in March only: 0 to 50 % by person.
  expect(await runSignals(given.org.orgId, today)).toEqual({ written: 6, removed: 0 });
  expect((await rated(given)).map(({ level }) => level)).toEqual([4, 4, 3, 3, 2, 2]);
});

test("medians of cycle times are of the window, and less is better", async () => {
  const given = await givenSignal();
  const viewer = given.org.as("ld_lead");
  const { behaviourId, definition: first } = given;
  for (const [window, name] of [
    [{ by: "jobs" as const, jobs: 5 }, "Five jobs"],
    [{ by: "days" as const, days: 40 }, "Forty days"],
  ] as const) {
    const definition = {
      ...first,
      measure: "cycle_minutes" as const,
      window,
      side: "below" as const,
      bands: [{ at: 60, level: 5 }],
      otherwise: 1,
    };
    const { id } = await saveSignal(viewer, { id: null, name, behaviourId, definition, why });
    await activateSignal(viewer, { id });
  }
  expect(await runSignals(given.org.orgId, today)).toEqual({ written: 36, removed: 0 });
  const rows = await rated(given);
  expect(new Set(rows.map(({ level }) => level))).toEqual(new Set([5]));
  expect(new Set(rows.map(({ note }) => note.split(" over ")[1]))).toEqual(new Set(["4 jobs", "5 jobs", "8 jobs"]));
});

test.each(["manager", "hrbp", "employee", "finance"] as const)(
  "%s may not make, change or stop a rule",
  async (role) => {
    const given = await givenSignal();
    const { behaviourId, definition, org } = given;
    const input = { id: null, name: "Mine", behaviourId, definition, why };
    await expect(saveSignal(org.as(role), input)).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await saveSignal(org.as("admin"), input);
    await expect(activateSignal(org.as(role), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(retireSignal(org.as(role), { id })).rejects.toMatchObject({ code: "forbidden" });
  },
);

test("another organisation's behaviours, tasks and rules do not exist; names are taken once; each step is on the record", async () => {
  const [ours, theirs] = [await givenActive(), await givenSignal()];
  const { behaviourId, definition } = ours;
  const viewer = theirs.org.as("admin");
  const input = {
    id: null,
    name: "First parts right",
    behaviourId: theirs.behaviourId,
    definition: theirs.definition,
    why,
  };
  await expect(saveSignal(viewer, { ...input, behaviourId })).rejects.toMatchObject({ code: "not-found" });
  await expect(saveSignal(viewer, { ...input, definition })).rejects.toMatchObject({ code: "not-found" });
  await expect(activateSignal(viewer, { id: ours.id })).rejects.toMatchObject({ code: "not-found" });
  const { id } = await saveSignal(viewer, input);
  await expect(saveSignal(viewer, input)).rejects.toMatchObject({ code: "conflict" });
  await saveSignal(viewer, { ...input, id, name: "Renamed" });
  await activateSignal(viewer, { id });
  await expect(saveSignal(viewer, { ...input, id })).rejects.toMatchObject({ code: "conflict" });
  const audit = await inTenant(theirs.org.orgId, (tx) =>
    tx.execute(sql`select detail->>'step' as step from audit_log where action = 'evidence.rule' order by at`),
  );
  expect(audit.rows.map(({ step }) => step)).toEqual(["draft", "draft changed", "activated"]);
});
