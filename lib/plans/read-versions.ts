import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { may } from "@/lib/access/policy";
import { type Plan, readPlan } from "@/lib/evaluation/plan";
import { query } from "@/lib/server/tenant-access";
import { meantBy } from "@/lib/skills/former-words";
import { changesBetween } from "./plan-changes";
import { readKpiNames } from "./read-kpi-names";
import { studyOf } from "./study-of";
import { chainChanges, nextVersionHref, type VersionChange } from "./versions";

export type InitiativeVersion = {
  id: string;
  title: string;
  version: number;
  draft: boolean;
  registeredAt: string | null;
  /** Against the version before it; empty for the first. */
  changes: VersionChange[];
};
export type Versions = {
  /** The first one first; of a lone initiative itself. */
  versions: InitiativeVersion[];
  /** The wizard for the next one; null for viewers who may not plan, and where there is a next one already. */
  nextHref: string | null;
};

/** The versions an initiative is one of, with what changed between them. Null for an exploration and an unknown id. */
export const readVersions = query(
  "initiative.read",
  async (tx, initiativeId: string, { orgId, roles }): Promise<Versions | null> => {
    const plan = await readPlan(tx, initiativeId);
    if (!plan || plan.explores !== null) return null;
    const rows = await readLine(tx, orgId, initiativeId);
    const names = await readKpiNames(tx);
    const plans: (Plan | null)[] = [];
    for (const { id } of rows) plans.push(id === plan.id ? plan : await readPlan(tx, id));
    const versions = rows.map((row, at) => {
      const [before, own] = [plans[at - 1], plans[at]];
      const changes =
        before && own ? [...chainChanges(before, own), ...changesBetween(studyOf(before), studyOf(own), names)] : [];
      return { ...row, changes };
    });
    const isLast = rows.at(-1)?.id === plan.id && !plan.draft;
    return {
      versions,
      nextHref:
        isLast && may(roles, "plan.create")
          ? nextVersionHref(plan, {
              version: rows.at(-1)?.version ?? 1,
              roleIds: await roleIdsOf(tx, orgId, plan.chain.role ?? []),
            })
          : null,
    };
  },
);

type Row = Omit<InitiativeVersion, "changes">;

/** Everything it goes on from, and everything that goes on from it. */
async function readLine(tx: Tx, orgId: string, initiativeId: string): Promise<Row[]> {
  const { rows } = await tx.execute<Row>(sql`
    with recursive earlier as (
      select id, iterates from initiatives where org_id = ${orgId} and id = ${initiativeId}
      union select i.id, i.iterates from initiatives i join earlier e on i.id = e.iterates where i.org_id = ${orgId} and i.explores is null
    ),
    later as (
      select id from initiatives where org_id = ${orgId} and id = ${initiativeId}
      union select i.id from initiatives i join later l on i.iterates = l.id where i.org_id = ${orgId} and i.explores is null
    )
    select id, title, version, draft, registered_at::text as "registeredAt" from initiatives
    where org_id = ${orgId} and id in (select id from earlier union select id from later) order by version, created_at, id`);
  return rows;
}

async function roleIdsOf(tx: Tx, orgId: string, names: readonly string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct m.id from (${meantBy(orgId, "role")}) m where m.name = any(${sql.param([...names])}::text[]) order by 1`);
  return rows.map(({ id }) => id);
}
