import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import type { Preparation } from "@/lib/prepared/preparation";
import { readTaskSums } from "./read-task-sums";
import { taskFigures, type WorkFigures } from "./task-figures";
import { readWorkPeriod, type WorkPeriod } from "./work-period";

/** With so many jobs on file it takes a second or more to look through those of six months. */
const manyJobs = 200_000;

export async function hasManyJobs(tx: Tx, orgId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ large: boolean }>(sql`
    select exists (select from work_events where org_id = ${orgId} offset ${manyJobs}) as large`);
  return rows[0]?.large ?? false;
}

/** The organisation's minimum group size. */
export async function readMinimum(tx: Tx, orgId: string): Promise<number> {
  const [organisation] = await tx.select({ minimum: organisations.minimumGroupSize }).from(organisations);
  if (!organisation) throw new Error(`The organisation ${orgId} is gone`);
  return organisation.minimum;
}

/** Figures of all tasks of all roles, over the work of everybody. Null where no work is on file. */
export const figuresOfWork: Preparation<"all", { period: WorkPeriod; figures: WorkFigures } | null> = {
  name: "work-figures/1",
  isLarge: hasManyJobs,
  compute: async (tx, orgId) => {
    const period = await readWorkPeriod(tx, orgId);
    if (!period) return null;
    const minimum = await readMinimum(tx, orgId);
    const sums = await readTaskSums(tx, { orgId, bounds: { kind: "everybody" }, period, roleId: null, minimum });
    return { period, figures: taskFigures(sums, minimum) };
  },
};

/** Those of one role, which are the same as if it had been asked for alone: no figure of a role hangs on another one. */
export const figuresOfRole = ({ tasks, withheld, roles }: WorkFigures, roleId: string): WorkFigures => ({
  tasks: tasks.filter((task) => task.roleId === roleId),
  withheld: withheld.filter((key) => key.startsWith(`${roleId} `)),
  roles: roles.filter((role) => role.roleId === roleId),
});
