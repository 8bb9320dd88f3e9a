import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dateText, dayOf, isWorkday } from "@/db/demo/calendar";
import { type Random, randomFor } from "@/db/demo/random";
import type { RoleName } from "@/db/schema/access";

/** How often a role opens a page on a working day. What is not here, nobody of the role opens. */
const habits: Partial<Record<RoleName, Record<string, number>>> = {
  manager: {
    "/team": 0.35,
    "/team/observe": 0.2,
    "/team/[personId]": 0.12,
    "/scorecard": 0.07,
    "/team/ready": 0.04,
    "/work": 0.03,
    "/team/support": 0.02,
    "/skills": 0.01,
  },
  ld_lead: { "/scorecard": 0.7, "/initiatives": 0.5, "/initiatives/[initiativeId]": 0.4, "/skills": 0.3, "/work": 0.2 },
  executive: { "/scorecard": 0.3, "/initiatives": 0.1 },
  hrbp: { "/scorecard": 0.4, "/compare": 0.15, "/skills/capability": 0.1 },
  finance: { "/scorecard": 0.1, "/initiatives": 0.1 },
  employee: { "/me": 0.2, "/skills": 0.03 },
  admin: { "/data": 0.2, "/admin": 0.1 },
};

const days = 84;

/** Pages opened in the last twelve weeks up to yesterday, fewer of them by managers at first. Rows written. */
export async function addOpenings(tx: Tx, orgId: string, seed: number, now: Date): Promise<number> {
  const { rows: held } = await tx.execute<{ userId: string; email: string; role: RoleName }>(sql`
    select u.id as "userId", u.email, m.role from users u join memberships m on m.org_id = u.org_id and m.user_id = u.id
    where u.org_id = ${orgId} order by u.email, m.role`);
  const today = dayOf(now.toISOString().slice(0, 10));
  const opened = held.flatMap(({ userId, role }, index) => {
    const random = randomFor(seed, "openings", index);
    // Some managers never open anything; others do every day.
    const zeal = role === "manager" ? (random.chance(0.25) ? 0 : random.between(0.2, 1.4)) : 1;
    return openingsOf(random, habits[role] ?? {}, zeal, today).map((one) => ({ ...one, userId }));
  });
  const column = <Value>(values: readonly Value[]) => sql.param(values);
  await tx.execute(sql`
    insert into page_views (org_id, user_id, page, day, views)
    select ${orgId}::uuid, * from unnest(${column(opened.map(({ userId }) => userId))}::uuid[], ${column(opened.map(({ page }) => page))}::text[],
      ${column(opened.map(({ day }) => dateText(day)))}::date[], ${column(opened.map(({ views }) => views))}::int[])
    on conflict do nothing`);
  return opened.length;
}

function openingsOf(random: Random, pages: Record<string, number>, zeal: number, today: number) {
  const found: { page: string; day: number; views: number }[] = [];
  for (let day = today - days; day < today; day += 1) {
    if (!isWorkday(day)) continue;
    const grown = 0.4 + (0.6 * (day - today + days)) / days;
    for (const [page, often] of Object.entries(pages)) {
      if (random.chance(Math.min(0.95, often * zeal * grown)))
        found.push({ page, day, views: 1 + random.poisson(0.6) });
    }
  }
  return found;
}
