import type pg from "pg";
import { generateDemo } from "@/db/demo/generate";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { newOrganisation, take } from "./taken";

const areas = [
  "people",
  "employment_events",
  "skills",
  "activities",
  "observations",
  "kpis",
  "kpi",
  "learning_events",
] as const;
type Size = { people: number; months: number; rate: number };

/** Everything but work events through the intake; `took` is the learning events alone, in milliseconds. */
export async function loadOrganisation(folder: string, { people, months, rate }: Size) {
  const options = { folder, people, months, learningEventsPerPersonMonth: rate };
  const { rows } = await generateDemo({ ...options, only: areas });
  const orgId = await newOrganisation();
  const organisation = `${folder}/organisation`;
  await take(
    orgId,
    organisation,
    areas.filter((area) => area !== "learning_events").map((area) => `${area}.csv`),
  );
  const began = performance.now();
  await take(orgId, organisation, ["learning_events.csv"]);
  return { orgId, events: rows.learning_events ?? 0, took: performance.now() - began };
}

/** A user of their own, so that the guard against subtraction works as in use. */
export async function viewerOf(
  orgId: string,
  role: "hrbp" | "executive",
  path: string | null,
  owner: pg.Client,
): Promise<Viewer> {
  const { rows } = await owner.query<{ id: string }>("select id from business_units where org_id = $1 and path = $2", [
    orgId,
    path,
  ]);
  const founder: Viewer = { orgId, userId: null, roles: ["admin"], units: [], personId: null };
  const email = `${role}-${orgId}@bench.example`;
  const [unit] = rows;
  const { id } = await createUser(founder, {
    email,
    name: role,
    password: "nobody signs in here",
    roles: [unit ? { role, unitId: unit.id } : { role }],
  });
  return { orgId, userId: id, roles: [role], units: unit ? [unit.id] : [], personId: null };
}

/** Who learned, by unit and month, from the facts themselves. */
export const rawReach = `
  select s.unit_id, e.month, count(distinct e.person_id)
  from (
    select person_id, date_trunc('month', occurred_at at time zone 'UTC')::date as month from learning_events
    where org_id = $1 and verb not in ('nudged', 'assigned')
  ) e
  join employments s on s.org_id = $1 and s.person_id = e.person_id
    and s.starts_on < e.month + interval '1 month' and (s.ends_on is null or s.ends_on >= e.month + interval '1 month')
  group by 1, 2`;
