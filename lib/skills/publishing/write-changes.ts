import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Change, NodeKind, TaxonomyNode } from "@/lib/skills/tree/node";

const tables = { role: "roles", task: "tasks", skill: "skills", behaviour: "behaviours" } as const;
type Versioned = keyof typeof tables;
const kinds = Object.keys(tables) as Versioned[];

const label = (kind: Versioned) => sql.identifier(kind === "behaviour" ? "statement" : "name");
const table = (kind: Versioned) => sql.identifier(tables[kind]);
const uuids = (ids: readonly string[]) => sql`any(${sql.param(ids)}::uuid[])`;

/**
 * Writes changes into the tables in force, a statement per table and step. What is taken out is retired (with its heir where it was merged), needs are deleted; `inTheWay`
 * are retired rows whose name somebody else takes.
 */
export async function writeChanges(
  tx: Tx,
  orgId: string,
  changes: readonly Change[],
  inTheWay: readonly { kind: Versioned; id: string }[] = [],
): Promise<void> {
  const needs = changes.filter(({ before, after }) => (before ?? after)?.kind === "need").map(({ id }) => id);
  if (needs.length > 0) await tx.execute(sql`delete from role_skills where org_id = ${orgId} and id = ${uuids(needs)}`);
  for (const kind of kinds) {
    await retire(tx, orgId, kind, changes);
    await makeRoom(tx, orgId, kind, changes, inTheWay);
  }
  for (const kind of kinds) await upsert(tx, orgId, kind, nodesOf(changes, kind));
  await insertNeeds(tx, orgId, nodesOf(changes, "need"));
}

async function retire(tx: Tx, orgId: string, kind: Versioned, changes: readonly Change[]): Promise<void> {
  const gone = changes.flatMap(({ id, before, after, heir }) =>
    before?.kind === kind && !after ? [{ id, heir }] : [],
  );
  if (gone.length === 0) return;
  const merged = kind === "role" ? sql`` : sql`, merged_into = r.heir`;
  await tx.execute(sql`
    update ${table(kind)} t set retired_at = now() ${merged} from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) r (id uuid, heir uuid)
    where t.org_id = ${orgId} and t.id = r.id`);
}

function nodesOf<Kind extends NodeKind>(changes: readonly Change[], kind: Kind) {
  type Node = Extract<TaxonomyNode, { kind: Kind }>;
  return changes.flatMap(({ after }) => (after?.kind === kind ? [after as Node] : []));
}

/** Two that swap their names would meet halfway, so those that change theirs go by their id until they have the new one. */
async function makeRoom(
  tx: Tx,
  orgId: string,
  kind: Versioned,
  changes: readonly Change[],
  inTheWay: readonly { kind: Versioned; id: string }[],
): Promise<void> {
  const blocking = inTheWay.flatMap((one) => (one.kind === kind ? [one.id] : []));
  if (blocking.length > 0) {
    await tx.execute(sql`
      update ${table(kind)} set ${label(kind)} = ${label(kind)} || ' (taken out, ' || left(id::text, 8) || ')'
      where org_id = ${orgId} and id = ${uuids(blocking)}`);
  }
  const renamed = changes.flatMap(({ id, before, after }) =>
    before && after?.kind === kind && nameKey(before) !== nameKey(after) ? [id] : [],
  );
  if (renamed.length > 0) {
    await tx.execute(sql`
      update ${table(kind)} set ${label(kind)} = id::text where org_id = ${orgId} and id = ${uuids(renamed)}`);
  }
}

function nameKey(node: TaxonomyNode): string {
  if (node.kind === "behaviour") return node.statement;
  if (node.kind === "task") return JSON.stringify([node.roleId, node.name]);
  return "name" in node ? node.name : "";
}

/** The columns of a row as jsonb_to_recordset reads them, and those an update sets. */
const rows: Record<Versioned, { columns: string; set: readonly string[] }> = {
  role: {
    columns: `name text, summary text, "ownerId" uuid, source jsonb`,
    set: ["name", "summary", "owner_id", "source"],
  },
  task: {
    columns: `"roleId" uuid, name text, position integer, critical boolean, source jsonb, frequency smallint, impact smallint`,
    set: ["role_id", "name", "position", "critical", "source"],
  },
  skill: {
    columns: `name text, summary text, facet text, risk text, depth text, "halfLifeDays" integer, "ownerId" uuid, "rangeReason" text, source jsonb`,
    set: ["name", "summary", "facet", "risk", "depth", "half_life_days", "owner_id", "range_reason", "source"],
  },
  behaviour: {
    columns: `"skillId" uuid, statement text, facet text, anchors jsonb, "seenBy" text[], "ofTeam" boolean, position integer, source jsonb`,
    set: ["skill_id", "statement", "facet", "anchors", "seen_by", "of_team", "position", "source"],
  },
};

/** How often a task is done and how much it matters is written for a new one alone. */
const onlyNew: Partial<Record<Versioned, readonly string[]>> = { task: ["frequency", "impact"] };

async function upsert(tx: Tx, orgId: string, kind: Versioned, nodes: readonly TaxonomyNode[]): Promise<void> {
  if (nodes.length === 0) return;
  const { columns, set } = rows[kind];
  const named = [...set, ...(onlyNew[kind] ?? [])];
  const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);
  await tx.execute(sql`
    insert into ${table(kind)} (org_id, id, ${list(named.map((column) => sql`${sql.identifier(column)}`))})
    select ${orgId}::uuid, r.id, ${list(named.map((column) => sql`r.${sql.identifier(camel(column))}`))}
    from jsonb_to_recordset(${JSON.stringify(nodes)}::jsonb) r (id uuid, ${sql.raw(columns)})
    on conflict (org_id, id) do update set retired_at = null, ${kind === "role" ? sql`` : sql`merged_into = null,`}
      ${list(set.map((column) => sql`${sql.identifier(column)} = excluded.${sql.identifier(column)}`))}`);
}

async function insertNeeds(tx: Tx, orgId: string, needs: ReturnType<typeof nodesOf<"need">>): Promise<void> {
  if (needs.length === 0) return;
  const json = JSON.stringify(needs);
  await tx.execute(sql`
    insert into role_skills (org_id, id, role_id, task_id, skill_id, target_level, risk, depth, critical, facet, position)
    select ${orgId}::uuid, r.id, r."roleId", r."taskId", r."skillId", r."targetLevel", r.risk, r.depth, r.critical, r.facet, r.position
    from jsonb_to_recordset(${json}::jsonb) r (id uuid, "roleId" uuid, "taskId" uuid, "skillId" uuid, "targetLevel" float8, risk text,
      depth text, critical boolean, facet text, position integer)`);
  await tx.execute(sql`
    insert into need_behaviours (org_id, need_id, behaviour_id, target_level)
    select ${orgId}::uuid, r.id, s."behaviourId", s."targetLevel"
    from jsonb_to_recordset(${json}::jsonb) r (id uuid, "shownBy" jsonb),
      jsonb_to_recordset(r."shownBy") s ("behaviourId" uuid, "targetLevel" float8)`);
}
