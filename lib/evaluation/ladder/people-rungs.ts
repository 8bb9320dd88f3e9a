import { sql } from "drizzle-orm";
import { occasionOf } from "@/lib/evaluation/estimator";
import { fillPanel } from "@/lib/evaluation/panel-sql";
import type { PlanKpi } from "@/lib/evaluation/plan";
import { explainReason } from "@/lib/evaluation/reasons";
import type { Evidence } from "./evidence-sql";
import type { LadderMeasure, LadderRung } from "./ladder";
import { estimateMeasure } from "./leading";
import { levelsOf } from "./levels-sql";
import { mattersOf } from "./matters";
import { nothingMeasured } from "./nothing-measured";
import { passMark } from "./pass-mark";
import { createPeopleMeasures, type PeopleColumn } from "./people-measures-sql";
import type { LadderSetting } from "./setting";

type Asked = Pick<LadderMeasure, "id" | "name" | "source" | "decides" | "unit" | "mark"> & {
  pre: PeopleColumn | null;
  post: PeopleColumn;
  /** Every value is 0 or 1. */
  isShare: boolean;
  convention: number;
};

const learning = { source: "learning", unit: "share", pre: null } as const;
const observation = { source: "observation", unit: "levels", isShare: false, mark: null, convention: 0.25 } as const;
const quality = { ...observation, unit: "share", decides: false, convention: 0.1 } as const;

/** Of those the programme is meant for. */
const half = 0.5;

const reached: Asked[] = [
  {
    ...learning,
    id: "use",
    name: "Used the programme",
    decides: true,
    post: "used",
    isShare: true,
    mark: half,
    convention: 0.1,
  },
];
const understood: Asked[] = [
  {
    ...learning,
    id: "quiz",
    name: "Quiz accuracy",
    decides: true,
    post: "quiz",
    isShare: false,
    mark: passMark,
    convention: 0.05,
  },
  {
    ...learning,
    id: "practice",
    name: "Finished a practice",
    decides: true,
    post: "completed",
    isShare: true,
    mark: half,
    convention: 0.1,
  },
  {
    ...learning,
    id: "confidence",
    name: "Confidence in their answers",
    decides: false,
    post: "confidence",
    isShare: false,
    mark: null,
    convention: 0.05,
  },
];
const applied: Asked[] = [
  {
    ...observation,
    id: "level",
    name: "Behaviour, seen by others",
    decides: true,
    pre: "level_pre",
    post: "level_post",
  },
  {
    ...observation,
    id: "self",
    name: "Behaviour, by their own account",
    decides: false,
    pre: "self_pre",
    post: "self_post",
  },
  { ...quality, id: "independent", name: "Done without help", pre: "independent_pre", post: "independent_post" },
  { ...quality, id: "accurate", name: "Done without error", pre: "accurate_pre", post: "accurate_post" },
];

/** Reached, understood, applied: what people did with the programme, and what others saw them do at work. */
export async function readPeopleRungs(setting: LadderSetting, evidence: Evidence): Promise<LadderRung[]> {
  const counts = await createPeopleMeasures(setting.tx, setting.plan);
  const rung = async (id: LadderRung["id"], asked: Asked[], missing: string | null): Promise<LadderRung> => {
    const measures: LadderMeasure[] = [];
    for (const one of asked) {
      const found = missing ?? (counts[one.post] === 0 && counts[afterOnly(one)] === 0 ? nobody(one) : null);
      // What stands beside says nothing by being absent.
      if (found && !one.decides) continue;
      measures.push(found ? absent(one, found) : await measure(setting, one, counts));
    }
    return { id, measures };
  };
  const noActivity =
    evidence.activities.length === 0 ? "The chain names no activity that is on file." : await nothingUsed(setting);
  const noBehaviour = evidence.behaviours.length === 0 ? "The chain names no behaviour that is on file." : null;
  return [
    await rung("reached", reached, noActivity),
    await rung("understood", understood, noActivity),
    await rung("applied", applied, noBehaviour),
  ];
}

/** That nobody used anything and that no file says so look the same. */
async function nothingUsed({ tx }: LadderSetting): Promise<string | null> {
  const { rows } = await tx.execute(sql`select from evaluation_learning limit 1`);
  return rows.length > 0 ? null : "No use of the chain's activities is on file.";
}

const afterOnly = ({ id, post }: Asked): PeopleColumn =>
  id === "level" ? "level_after" : id === "self" ? "self_after" : post;

function nobody({ source, id }: Asked): string {
  if (source === "learning") return "No score of the programme's activities is on file.";
  return id === "level" ? "Nobody's behaviour was rated by others." : "Nobody was rated.";
}

function absent(asked: Asked, reason: string): LadderMeasure {
  return { ...empty(asked), reason };
}

function empty({ id, name, source, decides, unit, mark }: Asked): LadderMeasure {
  return { ...nothingMeasured, id, name, source, decides, unit, mark };
}

async function measure(
  setting: LadderSetting,
  asked: Asked,
  counts: Record<PeopleColumn, number>,
): Promise<LadderMeasure> {
  const { tx, plan, windows, covariates, early } = setting;
  const paired = asked.pre !== null && counts[asked.pre] > 0;
  const pre = paired ? sql.raw(asked.pre ?? "") : sql`null::float8`;
  const post = sql.raw(paired ? asked.post : afterOnly(asked));
  const from = sql`(select n, arm, cluster, ${pre} as pre, ${post} as post from evaluation_ladder)`;
  const panel = await fillPanel(tx, plan, { from, level: "person", log: false, covariates });
  const base = empty(asked);
  const levels = await levelsOf(tx, { panel, confidence: plan.confidence, isShare: asked.isShare });
  if (early !== null) {
    // What people did with the programme is known as it happens; its effect on anything is not.
    const far = asked.source === "learning" ? levels : null;
    return { ...base, status: "too_early", reason: explainReason("too-early"), until: early, levels: far };
  }
  const outcome = await estimateMeasure(occasionOf(tx, plan, { kpi: kpiOf(asked), panel, windows, covariates }));
  // Where clusters were counted as one person each, people are still people.
  const counted: LadderMeasure["counted"] = panel.unit === "team" ? "teams" : "people";
  const people = { treated: levels.treated.n, control: levels.control.n };
  const byShare = outcome?.method === "risk_difference_newcombe";
  const found = {
    ...base,
    levels,
    counted,
    n: (byShare ? people : outcome?.n) ?? base.n,
    method: outcome?.method ?? null,
  };
  const matters = mattersOf({ ...found, planned: null, convention: asked.convention });
  if (outcome?.kind !== "estimate") {
    return { ...found, matters, reason: explainReason(outcome?.reason ?? "no-comparison") };
  }
  return { ...found, matters, status: "estimated", estimate: outcome.estimate, ci: outcome.interval, p: outcome.p };
}

/** A measure as the KPI it is to an estimator. */
function kpiOf({ id, name, unit }: Asked): PlanKpi {
  return { id, code: id, name, unit, layer: null, direction: "up", kind: "mean", currency: null, role: "secondary" };
}
