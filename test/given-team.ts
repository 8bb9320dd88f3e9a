import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { RoleName } from "@/db/schema/access";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "./factory";

/** Tara leads Cleo and Cora; Cleo coaches Ann, Bob and Cas; Cora coaches Dee. Clerks refund (critical) and greet. */
const files = {
  "people.csv": [
    "employee_id,name,role,unit,team,manager_id,hire_date",
    "T,Tara,boss,Co / North,Leads,,2020-01-01",
    "C,Cleo,boss,Co / North,Leads,T,2020-01-01",
    "D,Cora,boss,Co / North,Leads,T,2020-01-01",
    "a,Ann,clerk,Co / North,Crew,C,2020-01-01",
    "b,Bob,clerk,Co / North,Crew,C,2020-01-01",
    "c,Cas,clerk,Co / North,Crew,C,2020-01-01",
    "d,Dee,clerk,Co / North,Crew,D,2020-01-01",
    "x,Xen,clerk,Co / South,Other,,2020-01-01",
  ],
  "skills.csv": [
    "role,task,skill,depth,behaviour,target_level",
    "clerk,refund,refunds,complex,Asks why,4",
    "clerk,refund,refunds,complex,Names the rule,4",
    "clerk,greet,listening,routine,Listens,3",
  ],
} as const;

const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

export type GivenTeam = Awaited<ReturnType<typeof givenTeam>>;

/** An organisation with two coaches, their manager and a stranger. `observations` are rows after the header, days counted back from today. */
export async function givenTeam(observations: readonly string[] = [], more: Record<string, string> = {}) {
  const rows = observations.map((row) => row.replace(/\{(\d+)\}/g, (_, days) => `${dayAgo(Number(days))}T09:00:00Z`));
  const given = await givenData({
    ...Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, `${lines.join("\n")}\n`])),
    ...(rows.length > 0 && {
      "observations.csv": `observation_id,employee_id,behaviour,level,source,observed_at,independent,accurate,rater_id\n${rows.join("\n")}\n`,
    }),
    ...Object.fromEntries(
      Object.entries(more).map(([name, text]) => [
        name,
        text.replace(/\{(\d+)\}/g, (_, days) => `${dayAgo(Number(days))}T09:00:00Z`),
      ]),
    ),
  });
  const found = await inTenant(given.orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`
      select employee_id as name, id::text from people union all select name, id::text from skills
      union all select name, id::text from tasks union all select name, id::text from roles
      union all select statement, id::text from behaviours`),
  );
  const ids: Record<string, string> = Object.fromEntries(found.rows.map(({ name, id }) => [name, id]));
  const idOf = (name: string): string => {
    const id = ids[name];
    if (!id) throw new Error(`Nothing is called ${name}`);
    return id;
  };
  await inTenant(given.orgId, (tx) => tx.execute(sql`update tasks set critical = true where name = 'refund'`));

  /** Somebody who can sign in as that person. */
  const user = async (employeeId: string, role: RoleName): Promise<Viewer> => {
    const { id } = await createUser(given.as("admin"), {
      email: `${employeeId}-${randomUUID()}@example.com`,
      name: `${employeeId} signs in`,
      password: "correct horse battery",
      roles: [{ role }],
      employeeId,
    });
    return { ...given.as(role, { personId: idOf(employeeId) }), userId: id };
  };
  return { ...given, idOf, user };
}
