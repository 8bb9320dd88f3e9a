import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { leaveTrace, query } from "@/lib/server/tenant-access";
import { followedDays } from "@/lib/team/nudges/nudge-effect";
import { isHeldBack, isTold } from "./held-back";
import { type OwnTable, ownTables } from "./own-tables";

type OwnRow = Record<string, unknown>;
export type OwnExport = {
  madeAt: string;
  /** How the sign-in stands, without its password. */
  access: { user: OwnRow | null; roles: OwnRow[] };
  tables: (Pick<OwnTable, "table" | "label" | "use" | "seenBy"> & { rows: OwnRow[] })[];
  /** Pages they opened by day, and views they saved. */
  usage: { openings: OwnRow[]; views: OwnRow[] };
  /** Who looked at or changed something about the person. */
  looks: OwnRow[];
  /** What the ids in the rows stand for. */
  names: Record<string, string>;
  notes: string[];
};

/** Everything stored about the viewer, row by row, with what it is for. Leaves a trace in the audit log. */
export const readOwnExport = query("self.read", async (tx, _: null, viewer): Promise<OwnExport> => {
  const { orgId, userId, personId } = viewer;
  const tables = [];
  for (const { table, label, use, seenBy, key = "person_id" } of personId ? ownTables : []) {
    tables.push({ table, label, use, seenBy, rows: await rowsOf(tx, orgId, table, key, personId) });
  }
  await leaveTrace(tx, viewer, "self.export", { subject: personId ?? userId ?? "" });
  const subjects = [userId, personId].filter((id) => id !== null);
  return {
    madeAt: new Date().toISOString(),
    access: {
      user:
        (
          await rows(
            tx,
            sql`
        select to_jsonb(u) - 'password_hash' - 'org_id' as row from users u where org_id = ${orgId} and id = ${userId}`,
          )
        )[0] ?? null,
      roles: await rows(
        tx,
        sql`
        select to_jsonb(m) - 'org_id' as row from memberships m where org_id = ${orgId} and user_id = ${userId}`,
      ),
    },
    tables,
    usage: {
      openings: await rows(
        tx,
        sql`select to_jsonb(v) - 'org_id' as row from page_views v where org_id = ${orgId} and user_id = ${userId} order by day, page`,
      ),
      views: await rows(
        tx,
        sql`select to_jsonb(v) - 'org_id' as row from saved_views v where org_id = ${orgId} and user_id = ${userId} order by name`,
      ),
    },
    looks: await rows(
      tx,
      sql`
      select jsonb_build_object('at', a.at, 'who', u.name, 'action', a.action, 'detail', a.detail) as row
      from audit_log a left join users u on u.org_id = ${orgId} and u.id = a.actor_id
      where a.org_id = ${orgId} and a.subject = any(${sql.param(subjects)}::text[]) and ${isTold(orgId, personId)} order by a.at`,
    ),
    names: await namesOf(tx, orgId, tables),
    notes: [
      "Times are in UTC. `names` says what the ids in the rows stand for; people are not named there.",
      `Nudges held back by lot are left out until the ${followedDays} days are over in which their effect is measured; then they are here.`,
      "What you wrote about others (ratings, reviews, help you gave) is theirs and stands in their export.",
    ],
  };
});

async function rows(tx: Tx, statement: SQL): Promise<OwnRow[]> {
  return (await tx.execute<{ row: OwnRow }>(statement)).rows.map(({ row }) => row);
}

function rowsOf(tx: Tx, orgId: string, table: string, key: string, personId: string | null): Promise<OwnRow[]> {
  const content =
    table === "evidence_files" ? sql`|| jsonb_build_object('content', encode(n.content, 'base64'))` : sql``;
  const shown = table === "nudges" ? sql`and not ${isHeldBack}` : sql``;
  return rows(
    tx,
    sql`
    select (to_jsonb(n) - 'org_id') ${content} as row from ${sql.identifier(table)} n
    where n.org_id = ${orgId} and n.${sql.identifier(key)} = ${personId} ${shown}`,
  );
}

const named = {
  activities: "coalesce(title, code)",
  skills: "name",
  behaviours: "statement",
  tasks: "name",
  roles: "name",
  business_units: "path",
  sites: "name",
  teams: "name",
  kpis: "name",
  initiatives: "title",
};

async function namesOf(tx: Tx, orgId: string, tables: OwnExport["tables"]): Promise<Record<string, string>> {
  const ids = new Set(
    tables.flatMap(({ rows: all }) =>
      all.flatMap((row) =>
        Object.entries(row).flatMap(([column, value]) =>
          /_ids?$/.test(column) ? [value].flat().filter((id) => typeof id === "string" && uuid.test(id)) : [],
        ),
      ),
    ),
  );
  const parts = Object.entries(named).map(
    ([table, name]) =>
      sql`select id::text as id, ${sql.raw(name)} as name from ${sql.identifier(table)}
        where org_id = ${orgId} and id = any(${sql.param([...ids])}::uuid[])`,
  );
  const found = await tx.execute<{ id: string; name: string }>(sql.join(parts, sql` union all `));
  return Object.fromEntries(found.rows.map(({ id, name }) => [id, name]));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
