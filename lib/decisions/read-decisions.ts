import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import { query } from "@/lib/server/tenant-access";
import type { Decision } from "./decision";

export type DecisionLog = {
  /** The day in UTC the log was read, 'YYYY-MM-DD'. */
  today: string;
  /** The latest first. */
  decisions: Decision[];
  /** Initiatives a decision may be about, by title; null for viewers who may not record one. */
  choices: { id: string; title: string }[] | null;
};

/** The decisions of the organisation, or of one initiative, with their evidence of then and their reviews. Withdrawn ones stay. */
export const readDecisions = query(
  "decision.read",
  async (tx, { initiativeId = null }: { initiativeId?: string | null }, { orgId, roles }): Promise<DecisionLog> => {
    const { rows } = await tx.execute<Decision>(
      decisionsWhere(orgId, initiativeId === null ? sql`true` : sql`d.initiative_id = ${initiativeId}`),
    );
    const choices = may(roles, "decision.record")
      ? await tx.execute<{ id: string; title: string }>(
          sql`select id, title from initiatives where org_id = ${orgId} and explores is null order by title, id`,
        )
      : null;
    return {
      today: new Date().toISOString().slice(0, 10),
      decisions: rows,
      choices: choices?.rows ?? null,
    };
  },
);

/** One decision; null where there is none of that id. */
export const readDecision = query("decision.read", async (tx, id: string, { orgId }): Promise<Decision | null> => {
  const { rows } = await tx.execute<Decision>(decisionsWhere(orgId, sql`d.id = ${id}`));
  return rows[0] ?? null;
});

const dayOf = (column: SQL) => sql`(${column} at time zone 'UTC')::date::text`;

export const decisionsWhere = (orgId: string, where: SQL): SQL => sql`
  with reviewed as (
    select r.decision_id, json_agg(json_build_object('id', r.id, 'reviewedOn', r.reviewed_on, 'outcome', r.outcome, 'whatHappened', r.what_happened,
      'evidence', r.evidence, 'reviewedBy', b.name) order by r.reviewed_on, r.created_at, r.id) as reviews
    from decisions d join decision_reviews r on r.org_id = d.org_id and r.decision_id = d.id
    left join users b on b.org_id = r.org_id and b.id = r.reviewed_by
    where d.org_id = ${orgId} and ${where} group by r.decision_id
  )
  select d.id, d.initiative_id as "initiativeId", i.title as initiative, d.kind, d.title, d.reason, d.decided_by as "decidedBy",
    d.decided_on::text as "decidedOn", d.review_on::text as "reviewOn", d.evidence, d.revision,
    ${dayOf(sql`d.withdrawn_at`)} as "withdrawnOn", u.name as "recordedBy", ${dayOf(sql`d.created_at`)} as "recordedOn",
    coalesce(v.reviews, '[]') as reviews
  from decisions d
  left join initiatives i on i.org_id = d.org_id and i.id = d.initiative_id
  left join reviewed v on v.decision_id = d.id
  left join users u on u.org_id = d.org_id and u.id = d.recorded_by
  where d.org_id = ${orgId} and ${where}
  order by d.decided_on desc, d.created_at desc, d.id`;
