import "server-only";
import { sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { grouped } from "@/lib/grouped";
import { readInitiatives } from "@/lib/initiatives/read-initiatives";
import { type Told, toldOf } from "@/lib/prepared/told";
import { query } from "@/lib/server/tenant-access";
import { meantBy } from "@/lib/skills/former-words";
import { readFigures } from "@/lib/work/figures/read-figures";
import { figureKey, type TaskFigures } from "@/lib/work/figures/task-figures";
import { readHelp } from "@/lib/work/help/read-help";
import { type Balance, balanceOf, type SkillTime, type TaskTrouble } from "./balance";
import { type Evaluated, evaluatedBySkill } from "./evaluated";
import { type PortfolioActivity, readPortfolio } from "./read-portfolio";

export type LearningBalance = Balance & {
  told: Told;
  minimum: number;
  /** Tasks, and activities, of which nothing is said because too few people did or used them. */
  withheld: { tasks: number; activities: number };
  /** By id of the skill. */
  evaluated: Record<string, Evaluated[]>;
};

/**
 * Hours of learning beside errors, escalations and help, by skill and task, as far as the viewer sees: made of the figures of `/work`, its help
 * requests and the portfolio, each as it may be shown, so that nothing is told here that is not told there.
 */
export async function readBalance(viewer: Viewer): Promise<LearningBalance> {
  const [portfolio, work, help, { needs, words, names }, initiatives] = await Promise.all([
    readPortfolio(viewer),
    readFigures(viewer, null),
    readHelp(viewer),
    readNeeds(viewer, null),
    may(viewer.roles, "initiative.read") ? readInitiatives(viewer, null) : [],
  ]);
  const minutes = new Map(help.tasks.groups.map((group) => [group.id, group.minutes]));
  const needsOf = grouped(needs, ({ roleId }) => roleId);
  const trouble = work.figures.tasks.map((task): TaskTrouble => {
    const own = (needsOf.get(task.roleId) ?? []).filter(({ taskId }) => taskId === null || taskId === task.taskId);
    return {
      key: figureKey(task),
      task: names[task.taskId] ?? "A task of old",
      role: names[task.roleId] ?? "",
      jobs: task.jobs,
      ...signalsOf(task),
      minutes: minutes.get(task.taskId) ?? null,
      skillIds: [...new Set(own.map(({ skillId }) => skillId))],
    };
  });
  const skillIds = [...new Set(needs.map(({ skillId }) => skillId))];
  const activitiesOf = grouped(portfolio.activities, ({ skillId }) => skillId);
  const times = skillIds.map((id) => timeOf(id, names[id] ?? "", activitiesOf.get(id) ?? []));
  return {
    ...balanceOf(trouble, times),
    told: toldOf(portfolio.told, work.told, help.told),
    minimum: portfolio.minimum,
    withheld: {
      tasks: work.figures.withheld.length,
      activities: portfolio.activities.filter((one) => one.withheld).length,
    },
    evaluated: evaluatedBySkill(initiatives, words),
  };
}

function signalsOf({ signals }: TaskFigures): Pick<TaskTrouble, "wrong" | "escalated" | "assisted"> {
  const count = (name: "wrong" | "escalated" | "assisted") => signals[name]?.count ?? null;
  return { wrong: count("wrong"), escalated: count("escalated"), assisted: count("assisted") };
}

function timeOf(skillId: string, skill: string, own: readonly PortfolioActivity[]): SkillTime {
  return {
    skillId,
    skill,
    hours: own.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
    known: own.every(({ hours }) => hours !== null),
  };
}

type Need = { skillId: string; roleId: string; taskId: string | null };

/** Which role needs which skill for which task (null: for all of its work), what skills were called in plans, and names by id. */
const readNeeds = query("work.read", async (tx, _: null, { orgId }) => {
  const { rows: needs } = await tx.execute<Need>(sql`
    select n.skill_id as "skillId", n.role_id as "roleId", n.task_id as "taskId" from role_skills n
    join skills s on s.org_id = n.org_id and s.id = n.skill_id and s.retired_at is null where n.org_id = ${orgId}`);
  const { rows: words } = await tx.execute<{ name: string; id: string }>(meantBy(orgId, "skill"));
  const { rows: names } = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from skills where org_id = ${orgId} union all select id, name from roles where org_id = ${orgId}
    union all select id, name from tasks where org_id = ${orgId}`);
  const byId = (rows: { id: string; name: string }[]) => Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  const byName: Record<string, string> = Object.fromEntries(words.map(({ name, id }) => [name, id]));
  return { needs, words: byName, names: byId(names) as Record<string, string> };
});
