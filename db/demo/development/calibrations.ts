import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { fixedNormal, randomFor } from "@/db/demo/random";
import { calibrationRatings, calibrations } from "@/db/schema/maturity";
import { behaviours } from "@/db/schema/taxonomy";
import { addDays } from "@/lib/days";
import { indexOf } from "./places";

type DemoCalibration = {
  title: string;
  artefact: string;
  /** Statements with the level experts agreed on. */
  asks: readonly (readonly [statement: string, expected: number])[];
  /** Where raters work: the last part of a unit's path. */
  unit: string;
  /** Days from the reference day. */
  opens: number;
  closes: number;
};

const closed: DemoCalibration = {
  title: "A refund call, written down",
  artefact:
    "The customer says that the parcel came with a broken handle and that this is the second time. The agent waits until she has finished, then says: " +
    "“So the handle broke again, on the replacement we sent in May, and you would rather have the money back.” She says yes. He tells her that within a " +
    "year of the first delivery the full price is refunded, reads out the amount, enters it, and closes the contact.",
  asks: [
    ["Repeats the customer's problem in their own words before offering a fix", 3],
    ["Names the refund rule that applies before promising an amount", 4],
    ["Confirms with the customer that the change worked before closing the contact", 1],
  ],
  unit: "Customer Service",
  opens: -48,
  closes: -34,
};
const open: DemoCalibration = {
  title: "A promise before the weekend",
  artefact:
    "It is Friday, ten to five. The customer asks whether the replacement will be there on Monday. The agent looks at the stock, sees two, and says: " +
    "“It leaves tonight, and I write into the order that you were promised Monday, so that whoever picks it knows.” He enters the note and ends the call.",
  asks: [
    ["Offers the next useful step without being asked", 4],
    ["Writes the note so that a colleague could continue without calling back", 3],
  ],
  unit: "Customer Service",
  opens: -4,
  closes: 17,
};

type Rater = { userId: string; index: number; siteId: string | null };
type Asked = { seed: number; createdBy: string | null; last: string; today: string; except: string };

/**
 * One calibration that is over and one that is open, rated by the managers of Customer Service with the severity their observations
 * have. `except` (a user) has not rated the open one yet.
 */
export async function addCalibrations(
  tx: Tx,
  orgId: string,
  { seed, createdBy, last, today, except }: Asked,
): Promise<number> {
  const levels = [
    await addOne(tx, orgId, closed, { seed, createdBy, day: last, raters: (all) => all }),
    await addOne(tx, orgId, open, {
      seed,
      createdBy,
      day: today,
      raters: (all) => all.filter(({ userId }) => userId !== except).slice(0, 4),
    }),
  ];
  return levels.reduce((sum, count) => sum + count, 0);
}

type How = { seed: number; createdBy: string | null; day: string; raters(all: Rater[]): Rater[] };

async function addOne(
  tx: Tx,
  orgId: string,
  set: DemoCalibration,
  { seed, createdBy, day, raters }: How,
): Promise<number> {
  const known = await tx
    .select({ id: behaviours.id, statement: behaviours.statement })
    .from(behaviours)
    .where(eq(behaviours.orgId, orgId));
  const asked = set.asks.map(([statement, expected]) => {
    const id = known.find((one) => one.statement === statement)?.id;
    if (!id) throw new Error(`The demo's taxonomy lacks “${statement}”`);
    return { id, expected };
  });
  const opensOn = addDays(day, set.opens);
  const [row] = await tx
    .insert(calibrations)
    .values({
      orgId,
      title: set.title,
      artefact: set.artefact,
      behaviourIds: asked.map(({ id }) => id),
      expected: Object.fromEntries(asked.map(({ id, expected }) => [id, expected])),
      opensOn,
      closesOn: addDays(day, set.closes),
      createdBy,
      createdAt: new Date(`${addDays(opensOn, -3)}T09:00:00Z`),
    })
    .returning({ id: calibrations.id });
  if (!row) throw new Error(`${set.title} was not written`);
  const values = raters(await readRaters(tx, orgId, set.unit)).flatMap(({ userId, index, siteId }) => {
    const random = randomFor(seed, set.title, index);
    const severity = 0.3 * fixedNormal(seed, "severity", index);
    const ratedAt = new Date(Date.parse(opensOn) + random.between(9, 80) * 3_600_000);
    return asked.map(({ id, expected }) => ({
      orgId,
      calibrationId: row.id,
      userId,
      behaviourId: id,
      level: Math.min(5, Math.max(1, Math.round(expected + severity + random.normal(0, 0.45)))),
      siteId,
      ratedAt,
    }));
  });
  if (values.length > 0) await tx.insert(calibrationRatings).values(values);
  return values.length;
}

/** Managers who lead somebody of a unit today, with where they work themselves. */
async function readRaters(tx: Tx, orgId: string, unit: string): Promise<Rater[]> {
  const { rows } = await tx.execute<Rater>(sql`
    select u.id as "userId", ${indexOf("p")} as index, e.site_id as "siteId"
    from users u join people p on p.org_id = u.org_id and p.id = u.person_id
    join employments e on e.org_id = u.org_id and e.person_id = p.id and e.ends_on is null
    join business_units b on b.org_id = u.org_id and b.id = e.unit_id
    where u.org_id = ${orgId} and b.path like ${`% / ${unit}`}
      and exists (select from employments r where r.org_id = ${orgId} and r.manager_id = p.id and r.ends_on is null)
    order by p.employee_id`);
  return rows;
}
