import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/access";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";
import { query } from "@/lib/server/tenant-access";

/** The versions in which a node changed, newest first, at most twenty. */
export type NodeHistory = {
  number: number;
  note: string;
  publishedAt: Date;
  publishedBy: string | null;
  what: "added" | "changed" | "removed";
}[];

/** When and by which version a node came, changed and went. */
export const readNodeHistory = query("skill.read", async (tx, { nodeId }: { nodeId: string }, { orgId }) => {
  const change = sql`jsonb_path_query_first(${taxonomyVersions.changes}, '$[*] ? (@.id == $id)', jsonb_build_object('id', ${nodeId}::text))`;
  const rows = await tx
    .select({
      number: taxonomyVersions.number,
      note: taxonomyVersions.note,
      publishedAt: taxonomyVersions.publishedAt,
      publishedBy: users.name,
      wasThere: sql<boolean>`${change} -> 'before' <> 'null'::jsonb`,
      isThere: sql<boolean>`${change} -> 'after' <> 'null'::jsonb`,
    })
    .from(taxonomyVersions)
    .leftJoin(users, and(eq(users.orgId, taxonomyVersions.orgId), eq(users.id, taxonomyVersions.publishedBy)))
    .where(
      and(
        eq(taxonomyVersions.orgId, orgId),
        sql`${taxonomyVersions.changes} @> jsonb_build_array(jsonb_build_object('id', ${nodeId}::text))`,
      ),
    )
    .orderBy(desc(taxonomyVersions.number))
    .limit(20);
  return rows.map(({ wasThere, isThere, ...row }): NodeHistory[number] => ({
    ...row,
    what: !wasThere ? "added" : isThere ? "changed" : "removed",
  }));
});
