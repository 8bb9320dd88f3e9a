import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { RoleName } from "@/db/schema/access";
import type { Photo } from "@/lib/observe/files/photo";
import type { ObservationInput } from "@/lib/observe/input";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "./factory";

const people = `employee_id,name,role,unit,site,team,manager_id,hire_date
head,Hedda Head,boss,Co,Oslo,Leads,,2020-01-01
m1,Mona One,boss,Co,Oslo,Leads,head,2020-01-01
m2,Milo Two,boss,Co,Oslo,Leads,head,2020-01-01
a,Ada Able,clerk,Co,Oslo,Crew,m1,2020-01-01
b,Ben Best,clerk,Co,Oslo,Crew,m1,2020-01-01
c,Cyd Calm,clerk,Co,Oslo,Crew,m1,2020-01-01
z,Zoe Zest,clerk,Co,Oslo,Other,m2,2020-01-01
`;
const skills = `role,task,skill,behaviour,target_level
clerk,File,Filing,Names the file before storing it,3
clerk,File,Filing,Checks the date twice,3
clerk,File,Listening,Lets the caller finish,4
`;

/** m1 leads a, b and c; m2 leads z; both report to head. Clerks need Filing and Listening. Ids by name. */
export async function givenObserved() {
  const given = await givenData({ "people.csv": people, "skills.csv": skills });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`
      select employee_id as name, id::text from people union all select statement, id::text from behaviours
      union all select name, id::text from teams union all select name, id::text from skills`),
  );
  const ids = Object.fromEntries(rows.map((row) => [row.name, row.id]));
  const id = (name: string) => {
    const found = ids[name];
    if (!found) throw new Error(`nothing is called ${name}`);
    return found;
  };
  return {
    ...given,
    id,
    /** A user of their own, tied to the person of this name. */
    who: (roles: RoleName | RoleName[], name: string) => ({
      ...given.as(roles, { personId: id(name) }),
      userId: userOf(id(name)),
    }),
    observation: (
      by: string,
      of: string | string[],
      more: Partial<ObservationInput> = {},
    ): ObservationInput & { photo: Photo | null } => ({
      id: randomUUID(),
      writtenBy: userOf(id(by)),
      people: [of].flat().map(id),
      behaviourId: id("Names the file before storing it"),
      level: 3,
      independent: null,
      accurate: null,
      consistent: null,
      note: null,
      artefact: null,
      observedAt: new Date(),
      photo: null,
      ...more,
    }),
  };
}

/** A user id that differs from the person's and is the same each time. */
const userOf = (personId: string) => `${personId.slice(0, -4)}beef`;
