import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { activities, learningEvents } from "@/db/schema/learning";
import { assumptions, benefitLines, type ValueType } from "@/db/schema/money";
import { people } from "@/db/schema/people";
import { behaviours, skills } from "@/db/schema/taxonomy";
import { kpis, observations } from "@/db/schema/work";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { buildCases } from "@/lib/roi/case/build-cases";
import type { BuiltCase } from "@/lib/roi/results/initiative-money";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenPlan, type GivenStudy, givenStudy } from "./given-study";
import { bothArms, type Pair, person } from "./small-study";

export type CaseStudy = GivenStudy & {
  /** Of the primary KPI. */
  kpiId: string;
  kpiIds: ReadonlyMap<string, string>;
};

type Options = {
  plan?: GivenPlan;
  /** Whether managers saw the treated do at work what they were taught. */
  applied?: boolean;
  /** What an hour of each of the eleven people costs. */
  hourlyCost?: (index: number) => number | null;
  /** Seconds each of the treated spent on the programme's card. */
  seconds?: number | null;
  evaluated?: boolean;
  /** Values before and after of further KPIs of the plan, by code. */
  others?: Record<string, (index: number, isTreated: boolean) => Pair>;
};

const chain = { activities: ["card"], behaviours: ["Checks the rule"], skills: ["Rules"] };

/** Six treated and five control people, evaluated, of whom the treated are seen to apply what they were taught. */
export async function givenCaseStudy({
  plan = {},
  applied = true,
  hourlyCost = () => null,
  seconds = null,
  evaluated = true,
  others = {},
}: Options = {}): Promise<CaseStudy> {
  const given = bothArms().map((one, index) => {
    const more = Object.entries(others).flatMap(([kpi, pairOf]) =>
      person(one.id, one.arm ?? "", pairOf(index, one.arm !== "control")).values.map((value) => ({ ...value, kpi })),
    );
    return { ...one, values: [...one.values, ...more] };
  });
  const study = await givenStudy({ chain, seed: 7, ...plan }, given);
  const { orgId, personIds } = study;
  const batchId = randomUUID();
  const personOf = (id: string) => personIds.get(id) ?? "";
  const kpiIds = await inTenant(orgId, async (tx) => {
    const [skillId, behaviourId, activityId] = [randomUUID(), randomUUID(), randomUUID()];
    await tx.execute(sql`select ensure_month_partitions('learning_events', '2025-01-01', '2025-08-01')`);
    await tx.insert(skills).values({ orgId, id: skillId, name: "Rules" });
    await tx.insert(behaviours).values({ orgId, id: behaviourId, statement: "Checks the rule", skillId });
    await tx.insert(activities).values({ orgId, id: activityId, code: "card", title: "Rule card", minutes: 30 });
    for (const [index, { id }] of given.entries()) {
      await tx
        .update(people)
        .set({ hourlyCost: hourlyCost(index) })
        .where(sql`${people.id} = ${personOf(id)}`);
    }
    // What is seen twice is never quite the same.
    const level = (index: number, isAfter: boolean, isTreated: boolean) =>
      2 + (index % 3) * 0.1 + (isAfter ? (index % 4) * 0.07 : 0) + (applied && isAfter && isTreated ? 1.5 : 0);
    await tx.insert(observations).values(
      given.flatMap(({ id, arm }, index) =>
        ["2025-02-10", "2025-05-10"].map((at) => ({
          orgId,
          batchId,
          personId: personOf(id),
          observationId: `${id} ${at}`,
          observedAt: new Date(`${at}T12:00:00Z`),
          behaviourId,
          level: level(index, at > "2025-04", arm !== "control"),
          source: "manager" as const,
        })),
      ),
    );
    if (seconds !== null) {
      await tx.insert(learningEvents).values(
        given
          .filter(({ arm }) => arm !== "control")
          .map(({ id }) => ({
            orgId,
            batchId,
            personId: personOf(id),
            occurredAt: new Date("2025-04-05T09:00:00Z"),
            eventId: `learned ${id}`,
            activityId,
            verb: "completed",
            seconds,
          })),
      );
    }
    return new Map((await tx.select().from(kpis)).map(({ code, id }) => [code, id]));
  });
  if (evaluated) await evaluateMissing(study.as("admin"));
  return { ...study, kpiIds, kpiId: kpiIds.get(plan.kpis?.[0]?.code ?? "outcome") ?? "" };
}

/** The case of its initiative, as it is now. */
export async function builtCase({
  orgId,
  initiativeId,
}: Pick<CaseStudy, "orgId" | "initiativeId">): Promise<BuiltCase> {
  const [one] = await inTenant(orgId, (tx) => buildCases(tx, orgId, [initiativeId]));
  if (!one) throw new Error("The case was not built");
  return one;
}

type Stated = { value: number | null; unit?: string; source?: string | null; low?: number; high?: number };

/** A benefit line with what is stated for it, written straight into the tables. */
export async function givenBenefitLine(
  { orgId, initiativeId, kpiId }: CaseStudy,
  factors: Record<string, Stated>,
  { valueType = "quality" as ValueType, stream = "stream" } = {},
): Promise<{ lineId: string; ids: Record<string, string> }> {
  const lineId = randomUUID();
  const ids = Object.fromEntries(Object.keys(factors).map((key) => [key, randomUUID()]));
  await inTenant(orgId, async (tx) => {
    await tx
      .insert(benefitLines)
      .values({ id: lineId, orgId, initiativeId, kpiId, title: "What it saves", valueType, stream });
    for (const [key, { unit = "", source = "Finance", ...rest }] of Object.entries(factors)) {
      await tx
        .insert(assumptions)
        .values({ id: ids[key] ?? "", orgId, initiativeId, lineId, key, unit, source, origin: "stated", ...rest });
    }
  });
  return { lineId, ids };
}
