import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Observed, Timeline } from "./timeline";

type Row = Omit<Observed, "at" | "anchor" | "struckAt" | "files"> & {
  at: string;
  anchors: (string | null)[] | null;
  struckAt: string | null;
  files: Observed["files"] | null;
  total: number;
};

/** Observations of one person, newest first, at most so many. */
export async function readTimeline(tx: Tx, orgId: string, personId: string, most: number): Promise<Timeline> {
  const { rows } = await tx.execute<Row>(sql`
    select o.observation_id as id, o.observed_at as at, b.id as "behaviourId", b.statement as behaviour, b.anchors,
      b.of_team as "ofTeam", s.id as "skillId", s.name as skill, o.level, o.source, o.independent, o.accurate, o.consistent,
      o.note, o.artefact, o.struck_at as "struckAt", o.total::int as total,
      case o.source when 'manager' then coalesce(r.name, r.employee_id, u.name) when 'system' then g.name end as rater,
      (select json_agg(json_build_object('id', f.id, 'name', f.name) order by f.created_at) from evidence_files f
        where f.org_id = ${orgId} and f.person_id = ${personId} and f.observation_id = o.observation_id) as files,
      (select c.status from contests c
        where c.org_id = ${orgId} and c.person_id = ${personId} and c.observation_id = o.observation_id
        order by c.status = 'open' desc, c.created_at desc limit 1) as contest
    from (
      select *, count(*) over () as total from observations where org_id = ${orgId} and person_id = ${personId}
      order by observed_at desc, observation_id limit ${most}
    ) o
    join behaviours b on b.org_id = ${orgId} and b.id = o.behaviour_id
    join skills s on s.org_id = ${orgId} and s.id = b.skill_id
    left join people r on r.org_id = ${orgId} and r.id = o.rater_id
    left join users u on u.org_id = ${orgId} and u.id = o.entered_by
    left join signal_rules g on g.org_id = ${orgId} and g.id = o.rule_id
    order by o.observed_at desc, o.observation_id`);
  return {
    total: rows[0]?.total ?? 0,
    latest: rows.map(({ at, anchors, struckAt, files, total: _, ...row }) => ({
      ...row,
      at: new Date(at),
      anchor: anchors?.[Math.round(row.level) - 1] ?? null,
      struckAt: struckAt ? new Date(struckAt) : null,
      files: files ?? [],
    })),
  };
}
