import "server-only";
import { and, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { auditLog, users } from "@/db/schema/access";
import { decisions } from "@/db/schema/decisions";
import { initiatives } from "@/db/schema/initiatives";
import { people } from "@/db/schema/people";
import { shareLinks } from "@/db/schema/sharing";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";

/** What the log is asked for, as it stands in the address. Anything that makes no sense is left out. */
export const auditFilter = z.object({
  /** A user, as the one who acted or the one it was about; `system` for what no user did. */
  who: z
    .union([z.uuid(), z.literal("system")])
    .optional()
    .catch(undefined),
  action: z.string().max(100).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type AuditFilter = z.output<typeof auditFilter>;

export type AuditRow = {
  id: string;
  at: Date;
  actor: string | null;
  action: string;
  subject: string | null;
  detail: Record<string, unknown>;
};
export type AuditPage = {
  rows: AuditRow[];
  more: boolean;
  actions: string[];
  /** The user the filter names, by name; null where it names none. */
  who: { id: string; name: string } | null;
};

const pageSize = 50;
const batchSize = 2_000;

/** The newest rows first, 50 a page. */
export const readAuditLog = query("audit.read", async (tx, filter: AuditFilter): Promise<AuditPage> => {
  const rows = await select(tx, filter, pageSize + 1, (filter.page - 1) * pageSize);
  const known = await tx.selectDistinct({ action: auditLog.action }).from(auditLog).orderBy(auditLog.action);
  return {
    rows: await named(tx, rows.slice(0, pageSize)),
    more: rows.length > pageSize,
    actions: known.map(({ action }) => action),
    who: await namedUser(tx, filter.who),
  };
});

async function namedUser(tx: Tx, who: AuditFilter["who"]): Promise<AuditPage["who"]> {
  if (!who || who === "system") return null;
  const [found] = await tx.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, who));
  return found ?? null;
}

type Batch = { filter: AuditFilter; after: string | null };

/** Rows below the one of the id `after`, some thousand at a time; what happens meanwhile stands above all of them. */
const readBatch = query("audit.read", async (tx, { filter, after }: Batch): Promise<AuditRow[]> => {
  const below = after
    ? sql`(${auditLog.at}, ${auditLog.id}) < (select a.at, a.id from audit_log a where a.id = ${after})`
    : undefined;
  return named(tx, await select(tx, filter, batchSize, 0, below));
});

/** The same for a file: every row the filter holds, as many as there are. */
export async function* readAuditFile(viewer: Viewer, filter: AuditFilter): AsyncGenerator<AuditRow[]> {
  let after: string | null = null;
  do {
    const rows: AuditRow[] = await readBatch(viewer, { filter, after });
    after = rows.length < batchSize ? null : (rows.at(-1)?.id ?? null);
    if (rows.length > 0) yield rows;
  } while (after !== null);
}

type Row = typeof auditLog.$inferSelect;

function select(tx: Tx, filter: AuditFilter, limit: number, offset: number, below?: SQL): Promise<Row[]> {
  return tx
    .select()
    .from(auditLog)
    .where(and(...conditions(filter), below))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit)
    .offset(offset);
}

function conditions({ who, action, from, to }: AuditFilter): (SQL | undefined)[] {
  return [
    who === "system" ? isNull(auditLog.actorId) : undefined,
    who && who !== "system" ? or(eq(auditLog.actorId, who), eq(auditLog.subject, who)) : undefined,
    action ? eq(auditLog.action, action) : undefined,
    from ? gte(auditLog.at, new Date(from)) : undefined,
    to ? lt(auditLog.at, new Date(Date.parse(to) + 86_400_000)) : undefined,
  ];
}

/** Puts names to the ids of those who acted and of what it was about; an id that is gone stays an id. */
async function named(tx: Tx, rows: readonly Row[]): Promise<AuditRow[]> {
  const names = await namesOf(tx, [
    ...new Set(rows.flatMap(({ actorId, subject }) => [actorId ?? [], subject ?? []].flat())),
  ]);
  return rows.map(({ id, at, actorId, action, subject, detail }) => ({
    id,
    at,
    actor: actorId ? (names.get(actorId) ?? actorId) : null,
    action,
    subject: subject ? (names.get(subject) ?? subject) : null,
    detail,
  }));
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const uuids = ids.filter((id) => z.uuid().safeParse(id).success);
  if (uuids.length === 0) return new Map();
  const asUser = await tx.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, uuids));
  const asPerson = await tx
    .select({ id: people.id, name: sql<string>`coalesce(${people.name}, ${people.employeeId})` })
    .from(people)
    .where(inArray(people.id, uuids));
  const asInitiative = await tx
    .select({ id: initiatives.id, name: initiatives.title })
    .from(initiatives)
    .where(inArray(initiatives.id, uuids));
  const asDecision = await tx
    .select({ id: decisions.id, name: decisions.title })
    .from(decisions)
    .where(inArray(decisions.id, uuids));
  const asLink = await tx
    .select({ id: shareLinks.id, name: shareLinks.title })
    .from(shareLinks)
    .where(inArray(shareLinks.id, uuids));
  return new Map([...asUser, ...asPerson, ...asInitiative, ...asDecision, ...asLink].map(({ id, name }) => [id, name]));
}
