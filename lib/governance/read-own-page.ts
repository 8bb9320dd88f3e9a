import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/access";
import { people } from "@/db/schema/people";
import { surveyAnswers } from "@/db/schema/work";
import { roleLabels } from "@/lib/access/role-labels";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";
import { isTold } from "./held-back";
import {
  readArms,
  readCertifications,
  readKpis,
  readLearning,
  readObservations,
  readPlaces,
  readWork,
} from "./own-facts";
import type { Look, OwnPage, OwnRecord } from "./own-record";

const mostLooks = 100;

/** What is stored about the viewer and who looked at it. Null when nobody is signed in as a user. */
export const readOwnPage = query("self.read", async (tx, _: null, viewer): Promise<OwnPage | null> => {
  if (!viewer.userId) return null;
  const [user] = await tx.select().from(users).where(eq(users.id, viewer.userId));
  if (!user) return null;
  return {
    user: {
      name: user.name,
      email: user.email,
      since: user.createdAt,
      roles: viewer.roles.map((role) => roleLabels[role]),
    },
    record: viewer.personId ? await readRecord(tx, viewer.personId) : null,
    looks: await readLooks(tx, viewer),
  };
});

async function readRecord(tx: Tx, personId: string): Promise<OwnRecord | null> {
  const [person] = await tx
    .select({
      employeeId: people.employeeId,
      name: people.name,
      email: people.email,
      hireDate: people.hireDate,
      exitDate: people.exitDate,
      attributes: people.attributes,
    })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return null;
  return {
    ...person,
    places: await readPlaces(tx, personId),
    learning: await readLearning(tx, personId),
    observations: await readObservations(tx, personId),
    kpis: await readKpis(tx, personId),
    work: await readWork(tx, personId),
    certifications: await readCertifications(tx, personId),
    arms: await readArms(tx, personId),
    surveyAnswers: await tx.$count(surveyAnswers, eq(surveyAnswers.personId, personId)),
  };
}

async function readLooks(tx: Tx, { orgId, userId, personId }: Viewer): Promise<Look[]> {
  const subjects = [userId, personId].filter((id) => id !== null);
  const { rows } = await tx.execute<Omit<Look, "at"> & { at: string }>(sql`
    select max(a.at) as at, u.name as actor, a.action, a.detail->>'page' as where, count(*)::int as times
    from audit_log a left join users u on u.org_id = ${orgId} and u.id = a.actor_id
    where a.org_id = ${orgId} and a.subject = any(${sql.param(subjects)}::text[]) and ${isTold(orgId, personId)}
    group by a.actor_id, u.name, a.action, a.detail->>'page', (a.at at time zone 'UTC')::date
    order by at desc limit ${mostLooks}`);
  return rows.map(({ at, ...look }) => ({ ...look, at: new Date(at) }));
}
