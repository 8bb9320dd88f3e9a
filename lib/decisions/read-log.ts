import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";
import type { Decision, DecisionState } from "./decision";
import type { LogFilter, LogOrder } from "./log-filter";
import { decisionsWhere } from "./read-decisions";

/** `total`: how many fit what was asked; `page` is the last one where a later one was asked for. */
export type LogPage = { decisions: Decision[]; total: number; page: number; pages: number };

const pageSize = 50;
const batchSize = 500;

/** A page of the log; filter and order are over all of it. */
export const readLogPage = query("decision.read", async (tx, filter: LogFilter, { orgId }): Promise<LogPage> => {
  const { rows: counted } = await tx.execute<{ total: number }>(
    sql`select count(*)::int as total ${fitting(orgId, filter)}`,
  );
  const total = counted[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(filter.page, pages);
  const { rows } = await tx.execute<{ id: string }>(
    sql`select d.id ${fitting(orgId, filter)} order by ${orderBy[filter.order]} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  );
  return { decisions: await byIds(tx, orgId, rows), total, page, pages };
});

const readLogIds = query("decision.read", async (tx, filter: LogFilter, { orgId }): Promise<{ id: string }[]> => {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select d.id ${fitting(orgId, filter)} order by ${orderBy[filter.order]}`,
  );
  return rows;
});

const readByIds = query("decision.read", (tx, ids: readonly { id: string }[], { orgId }) => byIds(tx, orgId, ids));

/** Everything that fits, in the order asked for, some hundred at a time: what is in it is settled with the first. */
export async function* readWholeLog(viewer: Viewer, filter: LogFilter): AsyncGenerator<Decision[]> {
  const ids = await readLogIds(viewer, filter);
  for (let at = 0; at < ids.length; at += batchSize) yield await readByIds(viewer, ids.slice(at, at + batchSize));
}

async function byIds(tx: Tx, orgId: string, ids: readonly { id: string }[]): Promise<Decision[]> {
  if (ids.length === 0) return [];
  const wanted = ids.map(({ id }) => id);
  const { rows } = await tx.execute<Decision>(decisionsWhere(orgId, sql`d.id = any(${sql.param(wanted)}::uuid[])`));
  const found = new Map(rows.map((one) => [one.id, one]));
  return wanted.flatMap((id) => found.get(id) ?? []);
}

const today = sql`(now() at time zone 'UTC')::date`;
const isReviewed = sql`exists (select from decision_reviews r where r.org_id = d.org_id and r.decision_id = d.id)`;
const open = sql`d.withdrawn_at is null`;

/** What `stateOf` says of a decision today. */
const inState: Record<DecisionState, SQL> = {
  withdrawn: sql`d.withdrawn_at is not null`,
  overdue: sql`${open} and d.review_on < ${today}`,
  due: sql`${open} and d.review_on = ${today}`,
  planned: sql`${open} and d.review_on > ${today}`,
  reviewed: sql`${open} and d.review_on is null and ${isReviewed}`,
  unplanned: sql`${open} and d.review_on is null and not ${isReviewed}`,
};

const latest = sql`d.decided_on desc, d.created_at desc, d.id`;
const orderBy: Record<LogOrder, SQL> = {
  latest,
  earliest: sql`d.decided_on, d.created_at, d.id desc`,
  review: sql`d.withdrawn_at is not null, d.review_on nulls last, ${latest}`,
  title: sql`lower(d.title), ${latest}`,
};

/** Databases without a locale know upper and lower case of plain letters only; the usual ways to write a word are asked for, too. */
function patternsOf(find: string): string[] {
  const lower = find.toLowerCase();
  const ways = [find, lower, find.toUpperCase(), lower.replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase())];
  return [...new Set(ways)].map((way) => `%${way.replace(/[\\%_]/g, "\\$&")}%`);
}

function fitting(orgId: string, { find, kind, state }: LogFilter): SQL {
  const holds = (column: SQL) => sql`${column} ilike any(${sql.param(patternsOf(find ?? ""))}::text[])`;
  const found = [sql`d.title`, sql`d.reason`, sql`d.decided_by`, sql`i.title`].map(holds);
  return sql`from decisions d left join initiatives i on i.org_id = d.org_id and i.id = d.initiative_id
    where d.org_id = ${orgId}
      and ${find === undefined ? sql`true` : sql`(${sql.join(found, sql` or `)})`}
      and (${kind ?? null}::text is null or d.kind = ${kind ?? null})
      and ${state === undefined ? sql`true` : inState[state]}`;
}
