import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { inTenant } from "@/lib/server/tenant-access";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { clusterCorrelation } from "@/lib/stats/linear/cluster-correlation";
import { momentsOf } from "@/lib/stats/moments";
import { givenOrganisation } from "@/test/factory";
import { givenWizard, wizardPeople, wizardToday } from "@/test/given-wizard";
import type { Given } from "./choices";
import { readWizard } from "./read-wizard";

afterAll(closePool);

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
async function subjectOf(organisation: Awaited<ReturnType<typeof givenWizard>>, given: Given) {
  const wizard = await readWizard(organisation.as("ld_lead"), {
    given: { kpi: "errors", ...given },
    today: wizardToday,
  });
  if (wizard.kind !== "ready") throw new Error(`It is ${wizard.kind}`);
  return wizard.subject;
}

test("what is known of the history are the figures of the values, worked without the database", async () => {
  const organisation = await givenWizard();
  const subject = await subjectOf(organisation, { weeks: "12", before: "12" });
  const early = wizardPeople.map(({ values }) => mean(values.slice(0, 3)));
  const late = wizardPeople.map(({ values }) => mean(values.slice(3)));
  const { covariance } = jointMomentsOf([late, early]);
  const teams = Array.from({ length: 12 }, (_, team) => momentsOf(late.slice(team * 6, team * 6 + 6)));
  const icc = clusterCorrelation(teams);
  expect(subject).toMatchObject({
    kind: "month",
    level: "person",
    people: 72,
    unmeasured: 1,
    starts: "2027-01-01",
    before: 3,
    after: 3,
  });
  expect(subject.noise).toMatchObject({
    people: 72,
    isShort: false,
    mean: expect.closeTo(mean(late), 9),
    standardDeviation: expect.closeTo(Math.sqrt(covariance[0]?.[0] ?? 0), 9),
    correlation: expect.closeTo(
      (covariance[0]?.[1] ?? 0) / Math.sqrt((covariance[0]?.[0] ?? 0) * (covariance[1]?.[1] ?? 0)),
      9,
    ),
    clusters: { count: 12, meanSize: 6, sizeVariation: 0 },
    icc: { plain: expect.closeTo(icc.kind === "correlation" ? icc.icc : Number.NaN, 9) },
  });
  expect(subject.teams.map(({ name }) => name)[0]).toBe("Team 11");
  expect(subject.teams[0]?.mean).toBeCloseTo(mean(late.slice(66)), 9);
  expect(subject.series.map(({ period }) => period)[0]).toBe("2026-05-01");
  expect(subject.series[0]?.mean).toBeCloseTo(mean(wizardPeople.map(({ values }) => values[0] ?? 0)), 9);
  expect(subject.designs.map(({ design, obstacle }) => `${design} ${obstacle}`)[0]).toBe("cluster_randomised null");
});

test("a place narrows whom it is about, and the worst are warned of", async () => {
  const organisation = await givenWizard();
  const all = await readWizard(organisation.as("admin"), { given: {}, today: wizardToday });
  const lyon = all.options.sites.find(({ name }) => name === "Lyon");
  expect(all).toMatchObject({ kind: "no-kpi", options: { sites: [{ people: 37 }, { people: 36 }] } });
  expect((await subjectOf(organisation, { site: lyon?.id ?? "" })).people).toBe(36);
  const worst = await subjectOf(organisation, { worst: "4", design: "before_after" });
  expect(worst.teams.filter(({ picked }) => picked).map(({ name }) => name)).toEqual([
    "Team 11",
    "Team 10",
    "Team 09",
    "Team 08",
  ]);
  expect(worst.selection?.expected.kind).toBe("regression-to-the-mean");
  expect(worst.taking).toBe(24);
});

test("an effect worth having that the design cannot see is told with what it would take", async () => {
  const organisation = await givenWizard();
  const { trade, chosen } = await subjectOf(organisation, { worth: "0.01" });
  expect(chosen.detectable?.effect).toBeGreaterThan(0.01);
  expect(trade?.worth?.power).toBeLessThan(0.8);
  const { trade: enough } = await subjectOf(organisation, { worth: "50" });
  expect(enough?.worth).toMatchObject({ lots: 12 });
  expect(enough?.worth?.power).toBeGreaterThan(0.8);
});

test("a phased roll-out has a day for every wave, and everybody is trained in the end", async () => {
  const organisation = await givenWizard();
  const { draw, windows } = await subjectOf(organisation, { wait: "turn", waves: "3", every: "4" });
  expect(draw?.arms.map(({ arm, starts, teams, people }) => [arm, starts, teams, people])).toEqual([
    ["wave-1", "2027-01-01", 4, 24],
    ["wave-2", "2027-02-01", 4, 24],
    ["wave-3", "2027-03-01", 4, 24],
  ]);
  expect(windows.followUp).toEqual({ from: "2027-01-01", to: "2027-02-28" });
});

test("ids of another organisation are nobody, not everybody", async () => {
  const [ours, theirs] = [await givenWizard(), await givenWizard()];
  const foreign = (await readWizard(theirs.as("admin"), { given: {}, today: wizardToday })).options.sites[0]?.id ?? "";
  const wizard = await subjectOf(ours, { site: foreign });
  expect(wizard).toMatchObject({ people: 0, draw: null });
  expect((await subjectOf(ours, { unit: "not-an-id" })).people).toBe(0);
});

test("too few people are withheld, and so are people who differ by too few from those looked at before", async () => {
  const organisation = await givenWizard();
  const wizard = await readWizard(organisation.as("ld_lead"), { given: { kpi: "errors" }, today: wizardToday });
  const clerk = wizard.options.roles.find(({ name }) => name === "Clerk")?.id ?? "";
  expect((await subjectOf(organisation, { role: clerk })).people).toBe(72);
  await inTenant(organisation.orgId, (tx) => tx.update(organisations).set({ minimumGroupSize: 100 }));
  const few = await readWizard(organisation.as("ld_lead"), { given: { kpi: "errors" }, today: wizardToday });
  expect(few).toMatchObject({ kind: "withheld", minimum: 100 });

  // 36 people of one site, and the same but three: subtraction would tell those three.
  await inTenant(organisation.orgId, (tx) => tx.update(organisations).set({ minimumGroupSize: 5 }));
  const site = wizard.options.sites.find(({ name }) => name === "Poznan")?.id ?? "";
  await subjectOf(organisation, { site });
  await inTenant(organisation.orgId, (tx) =>
    tx.execute(sql`
      update employments set role_id = (select id from roles where name = 'Manager')
      where person_id in (select id from people where employee_id in ('E69', 'E70', 'E71'))`),
  );
  const close = await readWizard(organisation.as("ld_lead"), {
    given: { kpi: "errors", site, role: clerk },
    today: wizardToday,
  });
  expect(close.kind).toBe("withheld");
  const other = await readWizard(
    { ...organisation.as("ld_lead"), userId: organisation.orgId },
    { given: { kpi: "errors", site, role: clerk }, today: wizardToday },
  );
  expect(other.kind).toBe("ready");
});

test("who may not plan sees nothing, and an empty organisation is told what it lacks", async () => {
  const organisation = await givenOrganisation();
  await expect(readWizard(organisation.as("hrbp"), { given: {}, today: wizardToday })).rejects.toThrow(
    "Your role does not include this",
  );
  expect(await readWizard(organisation.as("admin"), { given: {}, today: wizardToday })).toMatchObject({
    kind: "empty",
  });
});
