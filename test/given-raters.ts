import { sql } from "drizzle-orm";
import { inTenant } from "@/lib/server/tenant-access";
import { seededRandom } from "@/lib/stats/random";
import { givenData } from "./factory";

/** How a planted rater departs from what they see. `at` is 0 to 1 through the year, `last` in the last ten days of a quarter. */
export type Habit = (
  seen: number,
  at: { time: number; last: boolean; firstOfPerson: number; system: number },
) => number;

const behaviours = ["Asks first", "Checks twice", "Writes it down", "Says what comes next"];
const day = 86_400_000;

/**
 * Teams of eight people (role clerk, site Oslo for even teams, Rome for odd), each rated on four behaviours in each quarter of 2025 by the same three
 * raters of the team and, every second time, by a system. Everybody sees the same level with an error of their own; `habits` bend what some raters write. Raters
 * sit down twice a quarter and enter four people in a row.
 */
export async function givenRaters(teams: number, habits: Record<string, Habit> = {}, seed = 5) {
  const random = seededRandom(seed);
  const people = ["employee_id,name,role,unit,site,hire_date"];
  const rows = ["observation_id,employee_id,behaviour,level,source,rater_id,observed_at"];
  const rounded = (value: number) => Math.min(5, Math.max(1, Math.round(value)));
  let count = 0;
  for (let team = 0; team < teams; team += 1) {
    const [unit, site] = [team % 2 === 0 ? "North" : "South", team % 2 === 0 ? "Oslo" : "Rome"];
    const raters = [0, 1, 2].map((one) => `R${team}-${one}`);
    for (const rater of raters) people.push(`${rater},Rater ${rater},lead,Co / ${unit},${site},2020-01-01`);
    const mates = Array.from({ length: 8 }, (_, index) => ({
      id: `P${team}-${index}`,
      level: 3 + 0.7 * random.normal(),
    }));
    for (const { id } of mates) people.push(`${id},,clerk,Co / ${unit},${site},2020-01-01`);
    for (let quarter = 0; quarter < 4; quarter += 1) {
      const start = Date.UTC(2025, 3 * quarter, 1);
      const length = (Date.UTC(2025, 3 * quarter + 3, 1) - start) / day;
      const truth = new Map(mates.map(({ id, level }) => [id, behaviours.map(() => level + 0.4 * random.normal())]));
      for (const { id } of mates) {
        for (const [index, behaviour] of behaviours.entries()) {
          if (random.uniform() < 0.5) continue;
          const at = new Date(start + Math.floor(random.uniform() * length) * day).toISOString().slice(0, 10);
          const level = rounded((truth.get(id)?.[index] ?? 3) + 0.5 * random.normal());
          count += 1;
          rows.push(`S${count},${id},${behaviour},${level},system,,${at}`);
        }
      }
      for (const [which, rater] of raters.entries()) {
        for (const half of [0, 1]) {
          const offset = Math.floor(random.uniform() * length);
          const last = length - offset <= 10;
          let clock = start + offset * day + 9 * 3_600_000 + which * 3_600_000;
          for (const { id } of mates.slice(4 * half, 4 * half + 4)) {
            let firstOfPerson = 0;
            for (const [index, behaviour] of behaviours.entries()) {
              const seen = (truth.get(id)?.[index] ?? 3) + 0.6 * random.normal();
              if (index === 0) firstOfPerson = seen;
              const time = (clock - Date.UTC(2025, 0, 1)) / (365 * day);
              const bent = habits[rater]?.(seen, { time, last, firstOfPerson, system: 3 }) ?? seen;
              clock += 20_000;
              count += 1;
              rows.push(
                `O${count},${id},${behaviour},${rounded(bent)},${which === 0 ? "manager" : "peer"},${rater},${new Date(clock).toISOString()}`,
              );
            }
          }
        }
      }
    }
  }
  const given = await givenData({
    "people.csv": `${people.join("\n")}\n`,
    "skills.csv": `role,task,skill,behaviour\n${behaviours.map((one) => `clerk,Files,Care,${one}`).join("\n")}\n`,
    "observations.csv": `${rows.join("\n")}\n`,
  });
  const { rows: named } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`
      select name, id::text from business_units union all select name, id::text from sites
      union all select employee_id, id::text from people union all select statement, id::text from behaviours`),
  );
  return { given, ids: Object.fromEntries(named.map(({ name, id }) => [name, id])) as Record<string, string> };
}
