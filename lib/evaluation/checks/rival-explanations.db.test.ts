import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { evaluateInitiative } from "@/lib/evaluation/evaluate-initiative";
import { readPlan } from "@/lib/evaluation/plan";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenPlan, givenStudy, type StudyPerson } from "@/test/given-study";
import { csv, documentOf, faultsOf, plainFolder } from "@/test/study-folder";

afterAll(closePool);

type Units = { assembly: string; line: string; machining: string };
type Event = NonNullable<GivenPlan["calendar"]>[number];
/** Where each person works, in spells of `[unit, from, until]`; nowhere unless given. */
type Place = (person: StudyPerson, at: number, units: Units) => [unit: string, from: string, until: string | null][];

/** Thirty treated and thirty control people; what the calendar says may name units by their ids. */
async function evaluated(
  calendar: (units: Units) => Event[],
  { plan = {}, place = () => [] }: { plan?: GivenPlan; place?: Place } = {},
) {
  const control = plan.design === "before_after" ? 0 : 30;
  const people = ["treatment", "control"].flatMap((arm) =>
    Array.from({ length: arm === "control" ? control : 30 }, (_, at): StudyPerson => {
      const value = 10 + ((at * 7) % 15);
      const values = [
        { date: "2025-02-28", value },
        { date: "2025-05-31", value: value + ((at * 3) % 5) + (arm === "control" ? 0 : 4) },
      ];
      return { id: `${arm}${at}`, arm, exposedOn: arm === "control" ? null : "2025-04-01", values };
    }),
  );
  const study = await givenStudy({ registeredAt: "2025-03-20", calendar: [], ...plan }, people);
  const units = { assembly: randomUUID(), line: randomUUID(), machining: randomUUID() };
  const { orgId } = study;
  return inTenant(orgId, async (tx) => {
    await tx.execute(sql`insert into business_units (org_id, id, name, path) values
      (${orgId}, ${units.assembly}, 'Assembly', 'Co / Assembly'), (${orgId}, ${units.line}, 'Line', 'Co / Assembly / Line'),
      (${orgId}, ${units.machining}, 'Machining', 'Co / Assembly and more')`);
    for (const [at, person] of people.entries()) {
      for (const [unit, from, until] of place(person, at % 30, units)) {
        await tx.execute(sql`insert into employments (org_id, person_id, starts_on, ends_on, unit_id)
          values (${orgId}, ${study.personIds.get(person.id)}, ${from}, ${until}, ${unit})`);
      }
    }
    for (const event of calendar(units)) {
      await tx.execute(sql`insert into calendar_events (org_id, name, kind, starts_on, ends_on, unit_id)
        values (${orgId}, ${event.name}, ${event.kind}, ${event.startsOn}, ${event.endsOn ?? null}, ${event.unitId ?? null})`);
    }
    const read = await readPlan(tx, study.initiativeId);
    if (!read) throw new Error("The study was not written");
    const result = await evaluateInitiative(tx, read, { dataVersion: "sha256:test", today: "2026-11-22" });
    const check = result.checks.find(({ id }) => id === "rival_explanations");
    return { check, claim: result.claim };
  });
}

const merger = (change: Partial<Event> = {}): Event => ({
  name: "Merger",
  kind: "reorganisation",
  startsOn: "2025-04-10",
  ...change,
});
const ever = "2020-01-01";
const comparison: GivenPlan = { design: "comparison" };
const beforeAfter: GivenPlan = { design: "before_after" };

test("nobody can tell from an empty calendar; lots make that a pass, for they spread what nobody knows of", async () => {
  const compared = await evaluated(() => [], { plan: comparison });
  expect(compared.check).toMatchObject({
    status: "cannot_tell",
    help: expect.stringContaining("say there that nothing did"),
  });
  const drawn = await evaluated(() => []);
  expect(drawn.check).toMatchObject({
    status: "pass",
    says: expect.stringContaining("lots spread whatever did by chance"),
  });
  expect(drawn.claim.grade).toBe("A");
});

test("somebody may say that nothing else happened, for all of the span or in pieces, and everybody or not", async () => {
  const quiet = (startsOn: string, endsOn: string, unitId?: string): Event => ({
    name: `Nothing ${startsOn}`,
    kind: "none",
    startsOn,
    endsOn,
    unitId: unitId ?? null,
  });
  const all = await evaluated(() => [quiet("2025-01-01", "2025-03-15"), quiet("2025-03-16", "2025-06-30")]);
  expect(all.check).toMatchObject({ status: "pass", says: expect.stringContaining("the calendar says") });
  expect(all.claim.grade).toBe("A");
  const short = await evaluated(() => [quiet("2025-01-01", "2025-06-29")], { plan: comparison });
  expect(short.check).toMatchObject({ status: "cannot_tell" });
  const half = await evaluated(({ assembly }) => [quiet("2025-01-01", "2025-06-30", assembly)], {
    plan: comparison,
    place: (_, at, units) => [[at < 15 ? units.line : units.machining, ever, null]],
  });
  expect(half.check).toMatchObject({ status: "cannot_tell", says: expect.stringContaining("50.0%") });
});

test("what reached both arms alike cancels; what lies outside the span is not looked at", async () => {
  const { check, claim } = await evaluated(() => [
    merger(),
    merger({ name: "Long ago", startsOn: "2024-01-01", endsOn: "2024-12-31" }),
    merger({ name: "Too late", startsOn: "2025-07-01" }),
  ]);
  expect(check).toMatchObject({ status: "pass", value: 0, says: expect.stringMatching(/^1 event between .* cancels/) });
  expect(check?.rivals).toMatchObject({
    from: "2025-01-01",
    to: "2025-06-30",
    events: [{ name: "Merger", verdict: "alike" }],
  });
  expect(claim.grade).toBe("A");
});

test("what reached one arm more is a rival, by the unit people worked in while it happened, with those below it", async () => {
  const share =
    (treated: number): Place =>
    (person, at, units) => [[person.arm === "treatment" && at < treated ? units.line : units.machining, ever, null]];
  const of = (treated: number, plan: GivenPlan = comparison) =>
    evaluated(({ assembly }) => [merger({ unitId: assembly })], { plan, place: share(treated) });
  expect((await of(12)).check).toMatchObject({
    status: "fail",
    value: expect.closeTo(0.4, 12),
    says: expect.stringMatching(/“Merger” .* reached 40\.0% of the treated and 0\.0% of the control people/),
  });
  expect((await of(6)).check).toMatchObject({ status: "warn", value: expect.closeTo(0.2, 12) });
  expect((await of(0)).check).toMatchObject({
    status: "pass",
    says: expect.stringContaining("none of these people worked"),
  });
  const few = await of(2);
  expect(few.check).toMatchObject({
    status: "warn",
    value: null,
    says: expect.stringContaining("a few of the treated"),
  });
  expect((await of(12, {})).claim.grade).toBe("C");
});

test("who left the unit before it happened was not reached by it", async () => {
  const { check } = await evaluated(({ assembly }) => [merger({ unitId: assembly, endsOn: "2025-05-01" })], {
    plan: comparison,
    place: (person, _, units) =>
      person.arm === "treatment"
        ? [
            [units.line, ever, "2025-04-10"],
            [units.machining, "2025-04-10", null],
          ]
        : [[units.machining, ever, null]],
  });
  expect(check).toMatchObject({ status: "pass" });
});

test("an event of a unit tells nothing where nobody's unit is on file", async () => {
  const { check } = await evaluated(({ assembly }) => [merger({ unitId: assembly })], { plan: comparison });
  expect(check).toMatchObject({ status: "cannot_tell", help: expect.stringContaining("people.csv") });
});

test("without a comparison group whatever begins inside the span fails, and other months of the year warn by themselves", async () => {
  expect((await evaluated(() => [merger()], { plan: beforeAfter })).check).toMatchObject({
    status: "fail",
    value: 1,
    says: expect.stringContaining("reached 100.0% of the people"),
  });
  const season = await evaluated(() => [], { plan: beforeAfter });
  expect(season.check).toMatchObject({ status: "warn", says: expect.stringContaining("(April, May, June)") });
  const sameMonths = { ...beforeAfter, baselineFrom: "2024-04-01", baselineTo: "2025-03-31" };
  expect((await evaluated(() => [], { plan: sameMonths })).check).toMatchObject({ status: "cannot_tell" });
  const lasting = await evaluated(() => [merger({ startsOn: "2024-01-01" })], { plan: sameMonths });
  expect(lasting.check).toMatchObject({ status: "pass" });
});

test("a folder may bring its calendar, and one without it cannot tell", async () => {
  const header = "event,kind,from,to,unit,site,note";
  const of = async (files: Record<string, string | Buffer>) =>
    (await documentOf(files)).checks.find(({ id }) => id === "rival_explanations");
  expect(await of(plainFolder)).toMatchObject({ status: "cannot_tell" });
  const quiet = csv(header, "Nothing else happened,none,2025-01-01,2025-06-30,,,");
  expect(await of({ ...plainFolder, "calendar.csv": quiet })).toMatchObject({ status: "pass" });
  const merger = csv(header, "Merger,reorganisation,2025-04-10,,,,");
  expect(await of({ ...plainFolder, "calendar.csv": merger })).toMatchObject({ status: "pass", value: 0 });
  const misspelt = csv(header, "Merger,reorganisation,2025-04-10,,Co / Opps,,");
  expect(await faultsOf({ ...plainFolder, "calendar.csv": misspelt })).toMatchObject([
    { file: "calendar.csv", line: 2, column: "unit", value: "Co / Opps" },
  ]);
});
