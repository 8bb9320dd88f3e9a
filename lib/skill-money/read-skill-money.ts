import "server-only";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { readAllMoney } from "@/lib/roi/results/read-money";
import { evidenceOf, type MoneyFor } from "./evidence-of";
import { readEvaluated, type SkillTask } from "./read-evaluated";
import type { SkillPay } from "./skill-pay";
import { skillPays } from "./skill-pays";

export type SkillMoney = {
  pays: SkillPay[];
  /** Tasks that need a skill, by the skill's id. */
  tasks: Record<string, SkillTask[]>;
  /** Registered initiatives, those with an evaluation, and those that say something of a skill and a KPI. */
  registered: number;
  evaluated: number;
  telling: number;
  minimum: number;
  dataVersion: string;
};

/** Which skills move which KPI over all evaluated initiatives, evaluating first what is due; what they are worth where assumptions are stated. */
export async function readSkillMoney(viewer: Viewer): Promise<SkillMoney> {
  if (may(viewer.roles, "initiative.evaluate")) await evaluateMissing(viewer);
  const money = may(viewer.roles, "roi.read") ? await moneyByKpi(viewer) : () => null;
  const { initiatives, behaviours, tasks, minimum, registered, dataVersion } = await readEvaluated(viewer, null);
  const evidence = initiatives.flatMap((one) => evidenceOf(one, { behaviours, minimum, money }));
  const pays = skillPays(evidence);
  const skills = new Set(pays.map(({ skill }) => skill.id));
  return {
    pays,
    tasks: Object.fromEntries([...skills].map((id) => [id, tasks.filter(({ skillId }) => skillId === id)])),
    registered,
    evaluated: initiatives.length,
    telling: new Set(evidence.map(({ initiativeId }) => initiativeId)).size,
    minimum,
    dataVersion,
  };
}

/** A year of what is counted of each KPI; lines of a KPI add up. */
async function moneyByKpi(viewer: Viewer): Promise<MoneyFor> {
  const found = new Map<string, NonNullable<ReturnType<MoneyFor>>>();
  for (const { initiativeId, lines, result } of await readAllMoney(viewer, null)) {
    for (const { id, counted, benefit } of result.lines) {
      const kpi = lines.find((line) => line.id === id)?.kpi.code;
      if (!kpi || !counted || !benefit || result.years <= 0) continue;
      const before = found.get(`${initiativeId} ${kpi}`) ?? { central: 0, interval: [0, 0] };
      const [low, high] = benefit.interval;
      found.set(`${initiativeId} ${kpi}`, {
        central: before.central + benefit.central / result.years,
        interval: [before.interval[0] + low / result.years, before.interval[1] + high / result.years],
      });
    }
  }
  return (initiativeId, kpiCode) => found.get(`${initiativeId} ${kpiCode}`) ?? null;
}
