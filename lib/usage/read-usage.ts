import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RoleName } from "@/db/schema/access";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import { grouped } from "@/lib/grouped";
import { query } from "@/lib/server/tenant-access";
import { appPages, mayOpen } from "./pages";
import { shownCounts } from "./shown-counts";
import type { Usage, UsageOfDigests, UsedPage } from "./usage";

const weeksShown = 12;
const recentDays = 30;

/** `role` null: everybody. `week` null: the last 30 days. */
type Count = { page: string; role: RoleName | null; week: string | null; users: number; views: number };

/** Which pages are opened, by a role or by everybody, in the last 30 days and by week. Counts of fewer people than the minimum are withheld. */
export const readUsage = query("usage.read", async (tx, role: RoleName | null, { orgId }): Promise<Usage> => {
  const { rows: settings } = await tx.execute<{ minimum: number; weeks: string[] }>(sql`
    select minimum_group_size as minimum, array(
      select (date_trunc('week', now() at time zone 'UTC')::date - 7 * n)::text from generate_series(${weeksShown - 1}::int, 0, -1) n) as weeks
    from organisations where id = ${orgId}`);
  const { minimum = 0, weeks = [] } = settings[0] ?? {};
  const holders = await readHolders(tx, orgId);
  const counts = await readCounts(tx, orgId, weeks[0] ?? "");
  const all = [...holders.values()].reduce((sum, count) => sum + count, 0);
  const shownHolders = shownCounts(holders, all, minimum);
  const isWithheld = role !== null && isSmallGroup(holders.get(role) ?? 0, minimum);
  const told = { role, minimum, weeks, counts, holders };
  return {
    role,
    roles: [...holders.keys()].map((name) => ({ role: name, holders: shownHolders.of(name) })),
    minimum: minimumPeople(minimum),
    weeks,
    isWithheld,
    pages: isWithheld ? [] : usedPages(told),
    digests: await readDigests(tx, orgId, minimum),
  };
});

async function readHolders(tx: Tx, orgId: string): Promise<Map<RoleName, number>> {
  const { rows } = await tx.execute<{ role: RoleName; holders: number }>(sql`
    select m.role, count(distinct u.id)::int as holders from memberships m join users u on u.org_id = m.org_id and u.id = m.user_id
    where m.org_id = ${orgId} and u.disabled_at is null group by m.role order by m.role`);
  return new Map(rows.map(({ role, holders }) => [role, holders]));
}

async function readCounts(tx: Tx, orgId: string, since: string): Promise<Count[]> {
  const { rows } = await tx.execute<Count>(sql`
    with opened as (
      select v.page, v.user_id, v.views, date_trunc('week', v.day)::date as week,
        v.day > (now() at time zone 'UTC')::date - ${recentDays}::int as recent
      from page_views v where v.org_id = ${orgId} and v.day >= least(${since}::date, (now() at time zone 'UTC')::date - ${recentDays}::int)
    ),
    of_roles as (
      select o.*, null::text as role from opened o
      union all
      select o.*, m.role from opened o join (select distinct user_id, role from memberships where org_id = ${orgId}) m using (user_id)
    )
    select page, role, null::text as week, count(distinct user_id)::int as users, sum(views)::int as views
    from of_roles where recent group by page, role
    union all
    select page, role, week::text, count(distinct user_id)::int, sum(views)::int from of_roles group by page, role, week`);
  return rows;
}

type Told = Pick<Usage, "role" | "minimum" | "weeks"> & {
  counts: readonly Count[];
  holders: ReadonlyMap<RoleName, number>;
};

/** The pages the role (or anybody) may open, the most used first, those nobody opened last. */
function usedPages({ role, minimum, weeks, counts, holders }: Told): UsedPage[] {
  const byPage = grouped(counts, ({ page, week }) => `${page} ${week}`);
  const at = (page: string, week: string | null) => {
    const rows = byPage.get(`${page} ${week}`) ?? [];
    const total = rows.find((row) => row.role === null);
    const byRole = new Map(rows.flatMap((row) => (row.role === null ? [] : [[row.role, row.users] as const])));
    const shown = shownCounts(byRole, total?.users ?? 0, minimum);
    return { users: role ? shown.of(role) : shown.total, views: rows.find((row) => row.role === role)?.views ?? 0 };
  };
  const held = role ? [role] : [...holders.keys()];
  return appPages
    .filter(({ takes }) => mayOpen(held, takes))
    .map(({ page, label }): UsedPage => {
      const { users, views } = at(page, null);
      return {
        page,
        label,
        users,
        views: users.kind === "count" ? views : null,
        weeks: weeks.map((week) => {
          const shown = at(page, week).users;
          return shown.kind === "count" ? shown.users : null;
        }),
        isUnopened: users.kind === "count" && users.users === 0,
      };
    })
    .toSorted(
      (a, b) => Number(a.isUnopened) - Number(b.isUnopened) || order(b) - order(a) || a.label.localeCompare(b.label),
    );
}

const order = ({ users }: UsedPage) => (users.kind === "count" ? users.users : users.kind === "withheld" ? 1 : 0.5);

/** Digests sent in the last 30 days and whether they were opened: a report nobody opens is seen here. */
async function readDigests(tx: Tx, orgId: string, minimum: number): Promise<UsageOfDigests> {
  const { rows } = await tx.execute<{ people: number; sent: number; opened: number }>(sql`
    select count(distinct d.user_id)::int as people, count(*)::int as sent, count(s.opened_at)::int as opened
    from digest_sends s join digests d on d.org_id = s.org_id and d.id = s.digest_id
    where s.org_id = ${orgId} and s.state = 'sent' and s.sent_at > now() - make_interval(days => ${recentDays}::int)`);
  const [found] = rows;
  if (!found || found.sent === 0) return { kind: "none" };
  return isSmallGroup(found.people, minimum)
    ? { kind: "withheld", minimum: minimumPeople(minimum) }
    : { kind: "told", ...found };
}
