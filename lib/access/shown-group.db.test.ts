import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { nobody } from "@/db/schema/rollups";
import { periodOf } from "@/lib/metrics/period";
import { refreshRollups } from "@/lib/rollups/refresh-rollups";
import { prepareTouched } from "@/lib/rollups/touched";
import { inTenant } from "@/lib/server/tenant-access";
import { givenRandomFacts } from "@/test/random-facts";
import { byPlace, type Place, partText, peopleOf, resolveShown } from "./shown-group";

afterAll(closePool);

const everybody = { kind: "everybody" } as const;
const period = periodOf("2025-05-01", "quarter");
const may = periodOf("2025-05-01", "month");

test("places and people tell the same of who belongs to a group", async () => {
  const facts = await givenRandomFacts(41, 40);
  const { orgId, units, sites, roles } = facts;
  await inTenant(orgId, async (tx) => {
    await prepareTouched(tx);
    await tx.execute(sql`insert into touched select id, null from people`);
    for (let left = 400; left > 0; left -= 1) await facts.changeSomething(tx);
    await refreshRollups(tx, orgId);

    const people = async (scope: string, part: string | null = null, at = period) => {
      const text = partText(scope, part);
      const group = await resolveShown(tx, everybody, text);
      if (!group) throw new Error(`${text} is nobody`);
      const { rows } = await tx.execute<{ people: number }>(
        sql`select count(*)::int as people from (${peopleOf(orgId, group, at)}) found`,
      );
      return { group, people: rows[0]?.people ?? 0 };
    };
    const { rows: cells } = await tx.execute<Place & { people: number }>(sql`
      select unit_id as unit, role_id as role, site_id as site, people from metric_cells
      where level = 0 and metric = 'reach' and grain = 'quarter' and period_start = ${period.start}`);

    const scopes = ["org", `unit:${units[1]}`, `site:${sites[0]}`, `role:${roles[1]}`];
    const parts = ["", "unit", "own", "role", "site", "rest"].flatMap((kind) => {
      const ids = {
        unit: units,
        own: [...units, nobody],
        role: [...roles, nobody],
        site: [...sites, nobody],
        rest: scopes.slice(1),
      };
      return kind === "" ? [null] : ids[kind as keyof typeof ids].map((id) => `${kind} ${id}`);
    });
    const sizes = new Set<number>();
    for (const scope of scopes) {
      for (const part of parts) {
        const { group, people: counted } = await people(scope, part);
        const isInside = byPlace(group);
        const byCells = cells.filter((cell) => isInside?.(cell)).reduce((sum, cell) => sum + cell.people, 0);
        expect([scope, part, byCells]).toEqual([scope, part, counted]);
        sizes.add(counted);
      }
    }
    expect(sizes.size).toBeGreaterThan(8);

    const [all, engaged, others] = [
      await people("org", null, may),
      await people("org", "engagement engaged", may),
      await people("org", "engagement others", may),
    ];
    expect(engaged.people).toBeGreaterThan(0);
    expect(engaged.people + others.people).toBe(all.people);
    expect(byPlace(engaged.group)).toBeNull();

    const { rows: initiatives } = await tx.execute<{ id: string }>(sql`
      with initiative as (
        insert into initiatives (org_id, code, title, design, plan_hash, batch_id)
        values (${orgId}, 'guide', 'Guide', 'randomised', '', ${orgId}) returning id
      ), members as (
        insert into arm_members (org_id, person_id, initiative_id, arm, batch_id)
        select ${orgId}, p.id, i.id, 'some / a: b', ${orgId} from initiative i, people p where p.id > '80000000-0000-0000-0000-000000000000'
      ) select id from initiative`);
    const arm = `${initiatives[0]?.id}:some / a: b`;
    const members = await people("org", `cohort ${arm}`);
    expect(members.people).toBeGreaterThan(0);
    expect(members.people).toBeLessThan((await people("org")).people);
    expect(members.people).toBe((await people(`initiative:${arm}`)).people);
  });
});
