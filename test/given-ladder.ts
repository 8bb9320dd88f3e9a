import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { activities, learningEvents } from "@/db/schema/learning";
import { metricTargets } from "@/db/schema/targets";
import { behaviours, skills } from "@/db/schema/taxonomy";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";
import { kpis, observations, surveyAnswers } from "@/db/schema/work";
import { evaluateInitiative } from "@/lib/evaluation/evaluate-initiative";
import type { Ladder, LadderMeasure } from "@/lib/evaluation/ladder/ladder";
import { readPlan } from "@/lib/evaluation/plan";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenPlan, givenStudy, type StudyPerson } from "./given-study";

export type Act = {
  person: string;
  at: string;
  activity?: string;
  verb?: string;
  score?: number;
  confidence?: number;
  seconds?: number;
};
export type Seen = {
  person: string;
  at: string;
  level: number;
  behaviour?: string;
  source?: "manager" | "self" | "system";
};
export type Answer = { person: string | null; class: "helpful" | "irrelevant"; on?: string; code?: string };
type Facts = { acts?: Act[]; seen?: Seen[]; answers?: Answer[]; target?: number; reworded?: boolean };

const chain = { activities: ["card", "Course"], behaviours: ["Checks the rule", "Asks back"] };

/** The ladder of a small study with what people did, were seen to do and said. Windows: January to March, April to June 2025. */
export async function ladderOf(
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

export const rule = { minimum: 5, confidence: 0.95 };
export const measureOf = (ladder: Ladder, id: string): LadderMeasure => {
  const found = ladder.rungs.flatMap(({ measures }) => measures).find((one) => one.id === id);
  if (!found) throw new Error(`${id} is not on the ladder`);
  return found;
};
export const layerOf = (ladder: Ladder, id: string) =>
  ladder.rungs.find(({ measures }) => measures.some((one) => one.id === id))?.id;

const changes = { treated: [3, 2, 2.5, 3, 0.5, 3.5], control: [0.5, -0.5, 1, -0.5, 0.5, 0] };
const starts = [5, 4, 7, 3, 6, 5.5];
/** Six treated from the first of April on (t0 to t5), six control (c0 to c5). */
export const twelve = (more: Partial<StudyPerson> = {}): StudyPerson[] =>
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
export const treated = [0, 1, 2, 3, 4, 5].map((at) => `t${at}`);
