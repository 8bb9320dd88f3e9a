import { sql } from "drizzle-orm";
import { resolveScope } from "@/lib/access/scope";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { periodOf } from "@/lib/metrics/period";
import { inTenant } from "@/lib/server/tenant-access";
import { readBySupport } from "@/lib/team/support/read-by-support";
import { givenData } from "./factory";

/**
 * One head, six coaches with five reports each. p and q coach regularly, r and s a little, t and u not at all. In the first quarter of 2026
 * everybody of p and q used learning, two of five of r and s, nobody else.
 */
export async function givenCoaches() {
  const people = ["employee_id,role,manager_id,hire_date", "H,head,,2020-01-01"];
  const events = ["event_id,employee_id,activity,verb,at"];
  for (const coach of ["p", "q", "r", "s", "t", "u"]) {
    people.push(`${coach},coach,H,2020-01-01`);
    for (let i = 0; i < 5; i += 1) {
      people.push(`${coach}${i},clerk,${coach},2020-01-01`);
      const uses = coach === "p" || coach === "q" || ((coach === "r" || coach === "s") && i < 2);
      if (uses) events.push(`${coach}${i},${coach}${i},tip,accessed,2026-02-0${i + 1}T09:00:00Z`);
    }
  }
  events.push("after,u0,tip,accessed,2026-05-01T09:00:00Z");
  const given = await givenData({
    "people.csv": `${people.join("\n")}\n`,
    "learning_events.csv": `${events.join("\n")}\n`,
  });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`select employee_id as name, id::text from people`),
  );
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? "";
  const act = (coach: string, times: number) =>
    inTenant(given.orgId, (tx) =>
      tx.execute(sql`
        insert into manager_actions (org_id, person_id, kind, done_on, manager_id, logged_by)
        select ${given.orgId}, ${idOf(`${coach}0`)}, 'coaching', '2026-02-10', ${idOf(coach)}, ${given.userId} from generate_series(1, ${times})`),
    );
  // 5 reports over 90 days are 14.8 person-months: 7.4 actions are regular.
  for (const coach of ["p", "q"]) await act(coach, 8);
  for (const coach of ["r", "s"]) await act(coach, 2);
  const { id } = await createUser(given.as("admin"), {
    email: `head-${given.slug}@example.com`,
    name: "Head",
    password: "correct horse battery",
    roles: [{ role: "manager" }],
    employeeId: "H",
  });
  const head: Viewer = { ...given.as("manager", { personId: idOf("H") }), userId: id };
  const read = (minimum: number) =>
    inTenant(given.orgId, async (tx) => {
      const scope = await resolveScope(tx, { kind: "line", personId: idOf("H") }, { kind: "line" });
      if (!scope) throw new Error("no line");
      return readBySupport(tx, { viewer: head, scope, period: periodOf("2026-02-01", "quarter"), minimum });
    });
  return { given, act, read };
}
