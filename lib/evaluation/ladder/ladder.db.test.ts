import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { activities, learningEvents } from "@/db/schema/learning";
import { metricTargets } from "@/db/schema/targets";
import { behaviours, skills } from "@/db/schema/taxonomy";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";
import { kpis, observations, surveyAnswers } from "@/db/schema/work";
import { evaluateInitiative } from "@/lib/evaluation/evaluate-initiative";
import { readPlan } from "@/lib/evaluation/plan";
import { verdictOf } from "@/lib/ladder/measure-verdict";
import { inTenant } from "@/lib/server/tenant-access";
import { didCr1FromChanges } from "@/lib/stats/did-cr1";
import { linHc2FromRows } from "@/lib/stats/lin-hc2";
import { momentsOf } from "@/lib/stats/moments";
import { riskDifferenceNewcombe } from "@/lib/stats/newcombe";
import { type GivenPlan, givenStudy, type StudyPerson } from "@/test/given-study";
import type { Ladder, LadderMeasure } from "./ladder";

afterAll(closePool);

type Act = {
  person: string;
  at: string;
  activity?: string;
  verb?: string;
  score?: number;
  confidence?: number;
  seconds?: number;
};
type Seen = { person: string; at: string; level: number; behaviour?: string; source?: "manager" | "self" | "system" };
type Answer = { person: string | null; class: "helpful" | "irrelevant"; on?: string; code?: string };
type Facts = { acts?: Act[]; seen?: Seen[]; answers?: Answer[]; target?: number; reworded?: boolean };

const chain = { activities: ["card", "Course"], behaviours: ["Checks the rule", "Asks back"] };

/** The ladder of a small study with what people did, were seen to do and said. Windows: January to March, April to June 2025. */
async function ladderOf(
  plan: GivenPlan,
  people: StudyPerson[],
  facts: Facts = {},
  today = "2026-11-22",
): Promise<Ladder> {
  const study = await givenStudy({ chain, ...plan }, people);
  const { orgId } = study;
  const batchId = randomUUID();
  const personOf = (id: string) => study.personIds.get(id) ?? "";
  return inTenant(orgId, async (tx) => {
    const [card, course, skill] = [randomUUID(), randomUUID(), randomUUID()];
    const statements = new Map(["Checks the rule", "Asks back", "Something else"].map((one) => [one, randomUUID()]));
    await tx.execute(sql`select ensure_month_partitions('learning_events', '2025-01-01', '2025-08-01')`);
    await tx.insert(skills).values({ orgId, id: skill, name: "Rules" });
    await tx
      .insert(behaviours)
      .values([...statements].map(([statement, id]) => ({ orgId, id, statement, skillId: skill })));
    await tx.insert(activities).values([
      { orgId, id: card, code: "card" },
      { orgId, id: course, code: "c-1", title: "Course" },
    ]);
    const { acts = [], seen = [], answers = [], target, reworded = false } = facts;
    if (reworded) {
      const node = { kind: "behaviour", id: statements.get("Checks the rule"), statement: "Checks the rule" };
      const after = { ...node, statement: "Reads the rule to the customer" };
      await tx
        .update(behaviours)
        .set({ statement: after.statement })
        .where(eq(behaviours.id, node.id ?? ""));
      const changes = [{ id: node.id ?? "", before: node, after }];
      await tx.insert(taxonomyVersions).values({ orgId, number: 1, note: "Reworded", origin: "draft", changes });
    }
    if (acts.length > 0)
      await tx.insert(learningEvents).values(
        acts.map(({ person, at, activity = "card", verb = "accessed", ...rest }, index) => ({
          orgId,
          batchId,
          personId: personOf(person),
          occurredAt: new Date(`${at}T12:00:00Z`),
          eventId: `e${index}`,
          activityId: activity === "card" ? card : course,
          verb,
          ...rest,
        })),
      );
    if (seen.length > 0)
      await tx.insert(observations).values(
        seen.map(({ person, at, level, behaviour = "Checks the rule", source = "manager" }, index) => ({
          orgId,
          batchId,
          personId: personOf(person),
          observationId: `o${index}`,
          observedAt: new Date(`${at}T12:00:00Z`),
          behaviourId: statements.get(behaviour) ?? "",
          level,
          source,
        })),
      );
    if (answers.length > 0)
      await tx.insert(surveyAnswers).values(
        answers.map(({ person, class: kind, on = "2025-07-01", code = "study" }) => ({
          orgId,
          batchId,
          personId: person === null ? null : personOf(person),
          answeredOn: on,
          initiativeCode: code,
          class: kind,
        })),
      );
    if (target !== undefined) {
      const [kpi] = await tx.select().from(kpis);
      await tx.insert(metricTargets).values({ orgId, metric: `kpi:${kpi?.id}`, target });
    }
    const read = await readPlan(tx, study.initiativeId);
    if (!read) throw new Error("The study was not written");
    return (await evaluateInitiative(tx, read, { dataVersion: "sha256:test", today })).ladder;
  });
}

const rule = { minimum: 5, confidence: 0.95 };
const measureOf = (ladder: Ladder, id: string): LadderMeasure => {
  const found = ladder.rungs.flatMap(({ measures }) => measures).find((one) => one.id === id);
  if (!found) throw new Error(`${id} is not on the ladder`);
  return found;
};
const layerOf = (ladder: Ladder, id: string) =>
  ladder.rungs.find(({ measures }) => measures.some((one) => one.id === id))?.id;

const changes = { treated: [3, 2, 2.5, 3, 0.5, 3.5], control: [0.5, -0.5, 1, -0.5, 0.5, 0] };
const starts = [5, 4, 7, 3, 6, 5.5];
/** Six treated from the first of April on (t0 to t5), six control (c0 to c5). */
const twelve = (more: Partial<StudyPerson> = {}): StudyPerson[] =>
  (["treated", "control"] as const).flatMap((arm) =>
    starts.map((start, at) => ({
      id: `${arm[0]}${at}`,
      arm: arm === "treated" ? "treatment" : "control",
      exposedOn: arm === "treated" ? "2025-04-01" : null,
      values: [
        { date: "2025-02-28", value: start },
        { date: "2025-05-31", value: start + (changes[arm][at] ?? 0) },
      ],
      ...more,
    })),
  );
const treated = [0, 1, 2, 3, 4, 5].map((at) => `t${at}`);

test("use counts own acts on the chain's activities from exposure to the end of follow-up, and nothing else", async () => {
  const used = (person: string, at = "2025-05-02", more: Partial<Act> = {}): Act => ({ person, at, ...more });
  const acts = [
    used("t0"),
    used("t0"),
    used("t1", "2025-04-01", { activity: "course" }),
    used("t2", "2025-06-30"),
    used("t3", "2025-03-31"),
    used("t4", "2025-07-01"),
    used("t5", "2025-05-02", { verb: "nudged" }),
    used("c0"),
  ];
  const use = measureOf(await ladderOf({}, twelve(), { acts }), "use");
  const wanted = riskDifferenceNewcombe({ treated: { n: 6, events: 3 }, control: { n: 6, events: 1 } });
  if (wanted.kind !== "estimate") throw new Error("not estimable");
  expect(use).toMatchObject({ status: "estimated", method: "risk_difference_newcombe", n: { treated: 6, control: 6 } });
  expect(use.estimate).toBeCloseTo(1 / 3, 12);
  expect(use.ci?.[0]).toBeCloseTo(wanted.interval[0], 12);
  expect(use.levels?.treated).toMatchObject({ n: 6, mean: 0.5 });
});

test("scores are means of people, and where the others have none the level stands alone", async () => {
  const scores: [string, number][] = [
    ["t0", 0.9],
    ["t0", 0.7],
    ["t1", 0.6],
    ["t2", 1],
    ["t3", 0.8],
    ["t4", 0.7],
    ["t5", 0.9],
  ];
  const acts = scores.map(
    ([person, score], at): Act => ({ person, at: `2025-05-0${at + 1}`, verb: "passed", score, confidence: 0.5 }),
  );
  acts.push({ person: "t1", at: "2025-05-20", verb: "rated", score: 0.1 });
  const ladder = await ladderOf({}, twelve(), { acts });
  const quiz = measureOf(ladder, "quiz");
  const own = momentsOf([0.8, 0.6, 1, 0.8, 0.7, 0.9]);
  expect(quiz).toMatchObject({ status: "not_estimable", mark: 0.7, levels: { treated: { n: 6 }, control: { n: 0 } } });
  expect(quiz.levels?.treated.mean).toBeCloseTo(own.mean, 12);
  const margin = 2.570581835636314 * Math.sqrt(own.variance / 6);
  expect(quiz.levels?.treated.ci?.[0]).toBeCloseTo(own.mean - margin, 9);
  expect(measureOf(ladder, "confidence").decides).toBe(false);
});

test("behaviour compares the same behaviours before and after, seen by others, by the design's own method", async () => {
  const after = { treated: [3, 3.5, 4, 3, 4.5, 4], control: [2, 2.5, 3, 2, 3.5, 2] };
  const before = [2, 2.5, 3, 2, 3, 2.5];
  const seen = (["treated", "control"] as const).flatMap((arm) =>
    before.flatMap((level, at): Seen[] => {
      const person = `${arm[0]}${at}`;
      return [
        { person, at: "2025-02-01", level: level - 0.5 },
        { person, at: "2025-03-01", level: level + 0.5, source: "system" },
        { person, at: "2025-05-01", level: after[arm][at] ?? 0 },
        // Rated once only, by themselves, and of another chain: none of it is in the comparison.
        { person, at: "2025-05-01", level: 5, behaviour: "Asks back" },
        { person, at: "2025-05-01", level: 5, source: "self" },
        { person, at: "2025-05-01", level: 1, behaviour: "Something else" },
      ];
    }),
  );
  const lin = measureOf(await ladderOf({}, twelve(), { seen }), "level");
  const rows = linHc2FromRows({
    treated: { outcome: after.treated, covariates: [before] },
    control: { outcome: after.control, covariates: [before] },
  });
  if (rows.kind !== "estimate") throw new Error("not estimable");
  expect(lin.method).toBe("lin_hc2");
  expect(lin.estimate).toBeCloseTo(rows.estimate, 9);
  expect(lin.ci?.[1]).toBeCloseTo(rows.interval[1], 9);
  expect(verdictOf(lin, rule)).toBe("moved");

  const reworded = measureOf(await ladderOf({}, twelve(), { seen, reworded: true }), "level");
  expect([reworded.estimate, reworded.ci]).toEqual([lin.estimate, lin.ci]);

  const did = measureOf(await ladderOf({ design: "comparison" }, twelve(), { seen }), "level");
  const gap = (arm: "treated" | "control") => momentsOf(after[arm].map((value, at) => value - (before[at] ?? 0)));
  const wanted = didCr1FromChanges({ treated: gap("treated"), control: gap("control") });
  if (wanted.kind !== "estimate") throw new Error("not estimable");
  expect(did.method).toBe("did_cr1");
  expect(did.ci?.[0]).toBeCloseTo(wanted.interval[0], 9);
});

test("KPIs of the plan are its results, those of the chain alone are estimated the same way, and unknown names say so", async () => {
  const plan: GivenPlan = {
    kpis: [
      { code: "outcome", layer: "in_work" },
      { code: "sales", layer: "business", role: "secondary" },
    ],
    chain: { kpis: { in_work: ["outcome", "luck"], business: ["sales"] } },
  };
  const both = twelve().map((one) => ({
    ...one,
    values: [...one.values, ...one.values.map((row) => ({ ...row, kpi: "sales" }))],
  }));
  const ladder = await ladderOf(plan, both);
  const [outcome, sales, luck] = [measureOf(ladder, "outcome"), measureOf(ladder, "sales"), measureOf(ladder, "luck")];
  expect([layerOf(ladder, "outcome"), layerOf(ladder, "sales"), layerOf(ladder, "luck")]).toEqual([
    "in_work",
    "business",
    "in_work",
  ]);
  expect(outcome).toMatchObject({ role: "primary", method: "lin_hc2", status: "estimated" });
  expect([sales.role, sales.estimate]).toEqual(["secondary", outcome.estimate]);
  expect(luck).toMatchObject({ status: "not_estimable", reason: expect.stringContaining("no KPI of this name") });
});

test("a KPI only the chain names is estimated by the leading method, from the same values to the same digits", async () => {
  const both = twelve().map((one) => ({
    ...one,
    values: [...one.values, ...one.values.map((row) => ({ ...row, kpi: "other" }))],
  }));
  const study = {
    kpis: [{ code: "outcome" }, { code: "other", role: "placebo" as const }],
    chain: { kpis: { business: ["other"] } },
  };
  const ladder = await ladderOf(study, both);
  expect(measureOf(ladder, "other")).toMatchObject({
    role: "chain",
    method: "lin_hc2",
    estimate: measureOf(ladder, "outcome").estimate,
  });
});

test("a target says which effect would have been needed", async () => {
  const outcome = measureOf(await ladderOf({}, twelve(), { target: 9 }), "outcome");
  const level = outcome.levels?.treated.mean ?? Number.NaN;
  expect(outcome.target).toBe(9);
  expect(outcome.needed).toBeCloseTo(9 - (level - (outcome.estimate ?? 0)), 12);
  expect(outcome.matters).toEqual({ value: outcome.needed, because: "target" });
});

test("careers are too early until eighteen months after the first exposure, whatever day it is", async () => {
  const exits = (last: string) =>
    twelve().map((one, at) => ({ ...one, values: [...one.values, { kpi: "exits", date: last, value: at % 2 }] }));
  const plan: GivenPlan = {
    kpis: [{ code: "outcome" }, { code: "exits", role: "placebo" }],
    chain: { kpis: { talent: ["exits"] } },
  };
  const early = measureOf(await ladderOf(plan, exits("2026-08-31")), "exits");
  expect(early).toMatchObject({ status: "too_early", until: "2026-09-30" });
  const over = measureOf(await ladderOf(plan, exits("2026-09-30")), "exits");
  expect(over).toMatchObject({ status: "estimated", method: "lin_hc2", n: { treated: 6, control: 6 } });
});

test("while the follow-up is open nothing is said of effects, but use is known as it happens", async () => {
  const acts = treated.map((person): Act => ({ person, at: "2025-05-02" }));
  const ladder = await ladderOf({ followUpTo: "2027-06-30" }, twelve(), { acts });
  expect(measureOf(ladder, "use")).toMatchObject({
    status: "too_early",
    until: "2027-06-30",
    estimate: null,
    levels: { treated: { mean: 1 } },
  });
  expect(measureOf(ladder, "outcome")).toMatchObject({ status: "too_early", estimate: null });
  expect(ladder.transfer).toEqual([]);
});

test("training against work counts people, not scores, and leaves out whoever lacks either", async () => {
  // Scores over 0.8: t3, t4, t5. Follow-up values 8, 6, 9.5, 6, 6.5, 9 with the median 7.25: better are t0, t2, t5.
  const scores = [0.5, 0.6, 0.7, 0.9, 0.95, 1];
  const acts = scores.flatMap((score, at): Act[] => [
    { person: `t${at}`, at: "2025-05-02", verb: "passed", score },
    { person: `c${at}`, at: "2025-05-02", verb: "passed", score: 0 },
  ]);
  const tables = (await ladderOf({}, twelve(), { acts })).transfer;
  expect(tables).toEqual([
    {
      activity: "card",
      behaviour: null,
      by: "score",
      cut: { kind: "pass_mark", value: 0.7 },
      median: 7.25,
      cells: { strong_good: 2, strong_poor: 2, weak_good: 1, weak_poor: 1 },
    },
  ]);
});

test("surveys of this initiative count the latest answer of each person, and every anonymous one", async () => {
  const answers: Answer[] = [
    { person: "t0", class: "irrelevant", on: "2025-06-01" },
    { person: "t0", class: "helpful", on: "2025-07-01" },
    { person: null, class: "helpful" },
    { person: null, class: "irrelevant" },
    { person: "t1", class: "helpful", code: "another" },
  ];
  const ladder = await ladderOf({}, twelve(), { answers });
  expect(ladder.survey).toEqual({ helpful: 2, distracting: 0, irrelevant: 1 });
});

test("a skill that runs a month ahead of the KPI is found there, whichever way the KPI is good", async () => {
  const months = ["01", "02", "03", "04", "05", "06"];
  const ends: Record<string, string> = { "01": "31", "02": "28", "03": "31", "04": "30", "05": "31", "06": "30" };
  const level = (person: number, month: number) => 3 + ((person * 7 + month * 5 + person * month * 3) % 5) / 4;
  const people = Array.from(
    { length: 24 },
    (_, at): StudyPerson => ({
      id: `p${at}`,
      arm: at % 2 === 0 ? "treatment" : "control",
      exposedOn: at % 2 === 0 ? "2025-04-01" : null,
      values: months.map((month, index) => ({
        date: `2025-${month}-${ends[month]}`,
        value: 50 + at - 2 * level(at, index - 1) + ((at * 3 + index * 7) % 4) / 10,
      })),
    }),
  );
  const seen = people.flatMap(({ id }, at) =>
    months.map((month, index): Seen => ({ person: id, at: `2025-${month}-10`, level: level(at, index) })),
  );
  const { alignment } = await ladderOf({ kpis: [{ code: "outcome", direction: "down" }] }, people, { seen });
  if (alignment.kind !== "correlations") throw new Error(alignment.reason);
  expect(alignment.lead).toMatchObject({ lag: 1, order: "signal_first" });
  expect(alignment.lags.find(({ lag }) => lag === 1)?.value).toBeGreaterThan(0.95);
  expect(alignment.lags.find(({ lag }) => lag === 1)).toMatchObject({ people: 24, pairs: 24 * 5 });
});

test("without anything on file each layer says why, and a plan without a chain has an empty ladder", async () => {
  const ladder = await ladderOf({}, twelve());
  expect(measureOf(ladder, "use").reason).toMatch(/No use of the chain's activities is on file/);
  expect(measureOf(ladder, "level").reason).toMatch(/rated by others/);
  expect(ladder.alignment).toMatchObject({ kind: "not-estimable" });
  const none = await ladderOf({ chain: {} }, twelve());
  expect(measureOf(none, "use").reason).toMatch(/names no activity/);
  expect(none.rungs.map(({ id, measures }) => `${id} ${measures.length}`)).toEqual([
    "reached 1",
    "understood 2",
    "applied 1",
    "in_work 1",
    "business 0",
    "talent 0",
  ]);
});

test("a figure of teams that hold both sides tells the sides apart nowhere", async () => {
  const study: GivenPlan = { kpis: [{ code: "outcome" }], chain: { kpis: { business: ["team_score"] } } };
  const people = twelve().map((one, at) => ({ ...one, cluster: `team ${at % 3}` }));
  const { orgId, initiativeId } = await givenStudy(study, people);
  const reason = await inTenant(orgId, async (tx) => {
    const kpiId = randomUUID();
    await tx.insert(kpis).values({ orgId, id: kpiId, code: "team_score", name: "Team score" });
    for (const [at, name] of ["team 0", "team 1", "team 2"].entries()) {
      const teamId = randomUUID();
      await tx.execute(sql`insert into teams (org_id, id, name) values (${orgId}, ${teamId}, ${name})`);
      for (const day of ["2025-02-28", "2025-05-31"])
        await tx.execute(
          sql`insert into team_kpi_values (org_id, team_id, kpi_id, ends_on, value, batch_id) values (${orgId}, ${teamId}, ${kpiId}, ${day}, ${at}, ${randomUUID()})`,
        );
    }
    const plan = await readPlan(tx, initiativeId);
    if (!plan) throw new Error("The study was not written");
    const { ladder } = await evaluateInitiative(tx, plan, { dataVersion: "sha256:test", today: "2026-11-22" });
    return measureOf(ladder, "team_score").reason;
  });
  expect(reason).toMatch(/by team only/);
});

test("without a comparison group the change in behaviour of the trained is a paired one", async () => {
  const before = [2, 2.5, 3, 2, 3, 2.5];
  const after = [3, 3.5, 4, 3, 4.5, 4];
  const seen = before.flatMap((level, at): Seen[] => [
    { person: `t${at}`, at: "2025-02-01", level },
    { person: `t${at}`, at: "2025-05-01", level: after[at] ?? 0 },
  ]);
  const people = twelve().filter(({ arm }) => arm === "treatment");
  const level = measureOf(await ladderOf({ design: "before_after" }, people, { seen }), "level");
  const change = momentsOf(after.map((one, at) => one - (before[at] ?? 0)));
  expect(level).toMatchObject({ status: "estimated", method: "before_after_paired", n: { treated: 6, control: 0 } });
  expect(level.estimate).toBeCloseTo(change.mean, 12);
});
