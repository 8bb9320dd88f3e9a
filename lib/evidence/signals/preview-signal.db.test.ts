import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenSignal } from "@/test/given-signal";
import { previewSignal } from "./preview-signal";
import { readSignal, readSignals } from "./read-signals";
import { runSignals } from "./run-signals";
import { activateSignal, saveSignal } from "./signal-commands";

beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-04-10T08:00:00Z") }));
afterAll(async () => {
  vi.useRealTimers();
  await closePool();
});
const why = "The machines write it down";

test("a preview says which levels the rule would have given, how it agrees with managers, and writes nothing", async () => {
  const { org, behaviourId, definition } = await givenSignal();
  const found = await previewSignal(org.as("ld_lead"), { behaviourId, definition });
  expect(found).toMatchObject({
    from: "2025-04",
    to: "2026-03",
    jobsSince: "2024-04",
    people: 6,
    tooLittle: 0,
    // One person each is behind levels 3 and 2, so that even level 4 would give them away.
    levels: [
      { level: 4, ratings: null },
      { level: 3, ratings: null },
      { level: 2, ratings: null },
    ],
    // February and March lie within 45 days of the manager's 20th of March; January does not. E2 is seen one level higher by the manager.
    agreement: {
      people: 6,
      pairs: 12,
      same: expect.closeTo(10 / 12, 12),
      near: 1,
      difference: expect.closeTo(-2 / 12, 12),
    },
    circles: [],
  });
  expect(found.months).toEqual([
    { month: "2026-01-01", people: 6, level: expect.closeTo((4 * 4 + 3 + 2) / 6, 12) },
    { month: "2026-02-01", people: 6, level: expect.closeTo(3.5, 12) },
    { month: "2026-03-01", people: 6, level: expect.closeTo(3.5, 12) },
  ]);
  const { rows } = await inTenant(org.orgId, (tx) =>
    tx.execute(sql`select 1 from observations where source = 'system'`),
  );
  expect(rows).toEqual([]);
});

test("a preview by jobs looks a year further back than its months, and no further", async () => {
  const { org, behaviourId, definition } = await givenSignal();
  const old = (month: string) =>
    ["E1", "E2", "E3", "E4", "E5", "E6"].flatMap((name) =>
      [1, 2, 3].map(
        (job) => `${month}-${name}-${job},${name},Set up,${month}-1${job}T08:00:00Z,${month}-1${job}T09:00:00Z,error`,
      ),
    );
  const header = "event_id,employee_id,task,started_at,completed_at,outcome";
  const single = (name: string) => `one-${name},${name},Set up,2025-04-10T08:00:00Z,2025-04-10T09:00:00Z,ok`;
  const rows = [...old("2024-03"), ...old("2024-04"), ...["E1", "E2", "E3", "E4", "E5", "E6"].map(single)];
  await org.take({ "work_events.csv": `${header}\n${rows.join("\n")}\n` });
  const { months } = await previewSignal(org.as("ld_lead"), { behaviourId, definition });
  // Four jobs are just enough; with those of March 2024 it would be 1 of 7 right instead of 1 of 4, which is level 2 both times.
  expect(months[0]).toEqual({ month: "2025-04-01", people: 6, level: 2 });
  const every = { ...definition, least: 5 };
  expect((await previewSignal(org.as("ld_lead"), { behaviourId, definition: every })).months[0]?.month).toBe(
    "2026-01-01",
  );
});

test("with fewer people than the minimum nothing is said", async () => {
  const { org, behaviourId, definition } = await givenSignal();
  await inTenant(org.orgId, (tx) =>
    tx.execute(sql`update organisations set minimum_group_size = 7 where id = ${org.orgId}`),
  );
  const found = await previewSignal(org.as("ld_lead"), { behaviourId, definition });
  expect(found).toMatchObject({ people: null, tooLittle: null, levels: [], months: [], agreement: null });
  await expect(previewSignal(org.as("manager"), { behaviourId, definition })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a rule whose KPI is the outcome of an initiative that counts the behaviour is named as a circle", async () => {
  const { org, behaviourId, definition, kpiId } = await givenSignal();
  await org.take({
    "s/study.json": JSON.stringify({
      title: "Fewer reworks",
      design: "comparison",
      primary_kpi: "rework",
      period: "month",
      baseline: { from: "2026-01-01", to: "2026-01-31" },
      follow_up: { from: "2026-03-01", to: "2026-03-31" },
      chain: { behaviours: ["checks the first part"] },
    }),
    "s/cohort.csv": "employee_id,arm,exposed_on\nE1,treatment,2026-02-01\nE2,control,\n",
  });
  const viewer = org.as("ld_lead");
  expect((await previewSignal(viewer, { behaviourId, definition })).circles).toMatchObject([
    { title: "Fewer reworks", sameKpi: false },
  ]);
  const ofKpi = {
    source: "kpi" as const,
    kpiId,
    months: 3,
    side: "below" as const,
    bands: [{ at: 0.1, level: 4 }],
    otherwise: 2,
    least: 3,
    since: "2026-01",
  };
  expect((await previewSignal(viewer, { behaviourId, definition: ofKpi })).circles).toMatchObject([
    { title: "Fewer reworks", sameKpi: true },
  ]);
});

test("rules are listed with what they rated, for everybody who may read skills, and nobody of another organisation", async () => {
  const [{ org, behaviourId, definition }, theirs] = [await givenSignal(), await givenSignal()];
  const viewer = org.as("ld_lead");
  const { id } = await saveSignal(viewer, { id: null, name: "First parts right", behaviourId, definition, why });
  await activateSignal(viewer, { id });
  await runSignals(org.orgId);
  const { signals } = await readSignals(org.as("employee"), null);
  expect(signals).toMatchObject([
    { name: "First parts right", status: "active", rated: { ratings: 18, people: 6, to: "2026-03" } },
  ]);
  expect(await readSignal(org.as("employee"), id)).toMatchObject({ versions: [{ version: 1, why }], circles: [] });
  expect(await readSignal(theirs.org.as("admin"), id)).toBeNull();
  expect((await readSignals(theirs.org.as("admin"), null)).signals).toEqual([]);
});
