import { sql } from "drizzle-orm";
import type { Chain } from "@/db/schema/plan-terms";
import { codeVersion } from "@/lib/evaluation/code-version";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import type { EvaluationResult } from "@/lib/evaluation/result";
import { readDataVersion } from "@/lib/intake/data-version";
import { query } from "@/lib/server/tenant-access";
import { meantBy } from "@/lib/skills/former-words";

export type Evaluated = {
  id: string;
  title: string;
  chain: Chain;
  confidence: number;
  result: EvaluationResult;
};
export type NamedBehaviour = { statement: string; skillId: string; skill: string };
export type SkillTask = {
  skillId: string;
  roleId: string;
  role: string;
  task: string;
  taskId: string;
  frequency: number | null;
  impact: number | null;
};

export type EvaluatedInitiatives = {
  dataVersion: string;
  minimum: number;
  /** Registered initiatives, evaluated or not. */
  registered: number;
  initiatives: Evaluated[];
  /** What a chain means by its behaviours: those in force, and those reworded or merged since. */
  behaviours: NamedBehaviour[];
  tasks: SkillTask[];
};

/** Every initiative with the evaluation of the plan and data as they are now, what its chain names, and the tasks that need the skills. */
export const readEvaluated = query("initiative.read", async (tx, _: null, { orgId }): Promise<EvaluatedInitiatives> => {
  const dataVersion = await readDataVersion(tx);
  const { rows } = await tx.execute<Omit<Evaluated, "result"> & { result: EvaluationResult | null }>(sql`
      select i.id, i.title, i.chain, i.confidence, e.result
      from initiatives i
      left join evaluations e on e.org_id = i.org_id and e.initiative_id = i.id and e.plan_hash = i.plan_hash
        and e.data_version = ${dataVersion} and e.code_version = ${codeVersion}
      where i.org_id = ${orgId} and i.explores is null and not i.draft order by i.code`);
  const statements = [...new Set(rows.flatMap(({ chain }) => chain.behaviours ?? []))];
  const named = sql`
      select n.statement, s.id as "skillId", s.name as skill from (
        select b.statement, b.id from behaviours b where b.org_id = ${orgId} and b.statement in ${statements}
        union select f.name, f.id from (${meantBy(orgId, "behaviour")}) f where f.name in ${statements}
      ) n
      join behaviours b on b.org_id = ${orgId} and b.id = n.id
      join skills s on s.org_id = b.org_id and s.id = b.skill_id order by 1, 3, 2`;
  const tasks = await tx.execute<SkillTask>(sql`
      select distinct n.skill_id as "skillId", r.id as "roleId", r.name as role, t.id as "taskId", t.name as task, t.frequency, t.impact
      from role_skills n
      join tasks t on t.org_id = n.org_id and t.id = n.task_id and t.retired_at is null
      join roles r on r.org_id = n.org_id and r.id = n.role_id and r.retired_at is null
      where n.org_id = ${orgId} order by r.name, t.name`);
  return {
    dataVersion,
    minimum: await readMinimumGroup(tx, orgId),
    registered: rows.length,
    // The column holds what `evaluateInitiative` wrote under this version.
    initiatives: rows.flatMap(({ result, ...row }) => (result ? [{ ...row, result }] : [])),
    behaviours: statements.length > 0 ? (await tx.execute<NamedBehaviour>(named)).rows : [],
    tasks: tasks.rows,
  };
});
