import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";

/** Something to learn or practise a behaviour or a skill with. */
export type NodeActivity = {
  id: string;
  name: string;
  format: string | null;
  delivery: "in_flow" | "destination" | null;
  owner: string | null;
  /** What it is about more exactly than the node asked for: a behaviour of the skill, or the whole skill of the behaviour; null where neither. */
  about: { kind: "behaviour" | "skill"; name: string } | null;
};

/** Activities about a behaviour or its skill as such; of a skill, those about it and about each of its behaviours. Other nodes have none. */
export const readNodeActivities = query(
  "skill.read",
  async (tx, { nodeId }: { nodeId: string }, { orgId }): Promise<NodeActivity[]> => {
    const { rows } = await tx.execute<NodeActivity>(sql`
      select a.id, coalesce(a.title, a.code) as name, a.format, a.delivery, a.owner,
        case when coalesce(b.id, s.id) = ${nodeId} then null
          when b.id is not null then json_build_object('kind', 'behaviour', 'name', b.statement)
          else json_build_object('kind', 'skill', 'name', s.name) end as about
      from activities a
      left join behaviours named on named.org_id = a.org_id and named.id = a.behaviour_id
      left join behaviours b on b.org_id = a.org_id and b.id = coalesce(named.merged_into, named.id)
      left join skills s on s.org_id = a.org_id and s.id = coalesce(b.skill_id, a.skill_id)
      where a.org_id = ${orgId} and (
        b.id = ${nodeId} or s.id = ${nodeId}
        or (b.id is null and s.id = (select o.skill_id from behaviours o where o.org_id = a.org_id and o.id = ${nodeId})))
      order by coalesce(b.id, s.id) <> ${nodeId}, name, a.id`);
    return rows;
  },
);
