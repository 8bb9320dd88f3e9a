import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { demoCalendar, demoSeed, generateDemo } from "@/db/demo/generate";
import { importFiles } from "@/lib/intake/import-files";
import { readFolder } from "@/lib/intake/read-folder";
import { judgeGuardrails } from "@/lib/marks/guardrails/judge-guardrails";
import { readMarks } from "@/lib/marks/read-marks";
import { managerSupport } from "@/lib/metrics/manager-support";
import { readReviewChoices } from "@/lib/observe/reviews/read-peers";
import { readReviews } from "@/lib/observe/reviews/read-reviews";
import { parseRequest } from "@/lib/scorecard/input";
import { readScorecard } from "@/lib/scorecard/read-scorecard";
import { inTenant } from "@/lib/server/tenant-access";
import { readProposals } from "@/lib/skills/proposals/read-proposals";
import { readTreeAt, readVersions } from "@/lib/skills/read-versions";
import { readNudgeEffect } from "@/lib/team/nudges/read-nudge-effect";
import { readOwnDevelopment } from "@/lib/team/read-own-development";
import { readWeek } from "@/lib/team/read-week";
import { readCalibration, readCalibrations } from "@/lib/trust/calibrations/read-calibrations";
import { readUsage } from "@/lib/usage/read-usage";
import { readMissed } from "@/lib/work/missed/read-missed";
import { readRevisions } from "@/lib/work/revisions/read-revisions";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { addDevelopment } from "./add-development";
import { addUserOf } from "./managers";
import { tellHistory } from "./version-history";

const today = new Date();
let folder = "";
let given: GivenOrganisation;
let people: Record<"manager" | "employee" | "colleague", { personId: string; userId: string }>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "throughline-demo-"));
  const truth = await generateDemo({
    folder,
    only: [
      "people",
      "employment_events",
      "skills",
      "activities",
      "learning_events",
      "work_events",
      "help_requests",
      "observations",
    ],
  });
  given = await givenOrganisation();
  const { orgId, userId } = given;
  const files = await readFolder(folder);
  const take = (which: typeof files) => importFiles({ orgId, userId, files: which });
  const isPeople = ({ name }: { name: string }) => name.endsWith("people.csv");
  await take(files.filter(isPeople));
  const { manager, employee, colleague } = truth.signIns;
  if (!manager || !employee || !colleague) throw new Error("The demo has nobody to sign in");
  const author = await inTenant(orgId, async (tx) => {
    await tellHistory(tx, orgId, path.join(folder, "organisation/skills.csv"), { author: userId, publisher: userId });
    await addUserOf(tx, orgId, { ...manager, role: "manager" });
    for (const one of [employee, colleague]) await addUserOf(tx, orgId, { ...one, role: "employee" });
    // Who signs, and whose assumptions they are.
    for (const role of ["finance", "executive"] as const) {
      await addUserOf(tx, orgId, { name: role, email: `${role}-${orgId}@demo.example`, role });
    }
    return addUserOf(tx, orgId, { name: "Author", email: `${orgId}@demo.example`, role: "ld_lead" });
  });
  await take(files.filter((file) => !isPeople(file)));
  const ids = { manager: manager.employeeId, employee: employee.employeeId, colleague: colleague.employeeId };
  await addDevelopment(orgId, {
    seed: demoSeed,
    ...demoCalendar,
    observingTeams: truth.observingTeams,
    signIns: ids,
    author: { orgId, userId: author, roles: ["ld_lead"], units: [], personId: null },
    now: today,
    log: () => {},
  });
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute<{ id: string; personId: string; userId: string }>(sql`
      select p.employee_id as id, p.id as "personId", u.id as "userId" from people p join users u on u.person_id = p.id`),
  );
  const of = (id: string) => {
    const found = rows.find((row) => row.id === id);
    if (!found) throw new Error(`${id} cannot sign in`);
    return found;
  };
  people = { manager: of(ids.manager), employee: of(ids.employee), colleague: of(ids.colleague) };
}, 300_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await closePool();
});

const viewer = (who: keyof typeof people, role: "manager" | "employee") => ({
  ...given.as(role, { personId: people[who].personId }),
  userId: people[who].userId,
});

test("the taxonomy came about in versions, its file adds none, and observations note the one of their day", async () => {
  const { versions } = await readVersions(given.as("ld_lead"), {});
  expect(versions.map(({ number, origin }) => [number, origin])).toEqual([
    [4, "draft"],
    [3, "draft"],
    [2, "draft"],
    [1, "import"],
  ]);
  expect(versions.every(({ counts }, index) => counts.changed > 0 || index === 3)).toBe(true);
  const first = await readTreeAt(given.as("ld_lead"), { number: 1 });
  expect(first?.some((node) => node.kind === "behaviour" && node.statement === "Knows the refund rules")).toBe(true);
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute(sql`
      select count(*)::int as n from observations o join taxonomy_versions v on v.number = o.taxonomy_version
      where v.published_at > o.observed_at`),
  );
  expect(rows).toEqual([{ n: 0 }]);
  const inReview = await inTenant(given.orgId, (tx) =>
    tx.execute(sql`select title from taxonomy_drafts where status = 'review'`),
  );
  expect(inReview.rows).toHaveLength(1);
});

test("nudges are held out at the share of the rules, and learning follows those that were shown more often", async () => {
  const effect = await inTenant(given.orgId, (tx) => readNudgeEffect(tx, given.orgId, 0.1, 5));
  if (effect.kind !== "estimate") throw new Error(effect.kind);
  const { shown, heldOut } = effect.people;
  // Four standard errors of a share of a tenth; shown ones are kept a little more often.
  expect(Math.abs(heldOut / (shown + heldOut) - 0.095)).toBeLessThan(0.025);
  expect(effect.learned.interval[0]).toBeGreaterThan(0);
  expect(effect.learned.difference).toBeLessThan(0.3);
});

test("managers of teams that observe support their people more", async () => {
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ level: string; n: number }>(sql`
      select s.level, count(*)::int as n from (${managerSupport(given.orgId, { start: "2026-07-01", end: "2026-10-01" })}) s group by 1`),
  );
  const of = (level: string) => rows.find((row) => row.level === level)?.n ?? 0;
  for (const level of ["none", "some", "regular"]) expect(of(level), level).toBeGreaterThan(10);
});

test("whoever signs in has something to do: a contest to answer, a review to redo, a nudge, a calibration", async () => {
  const week = await readWeek(viewer("manager", "manager"), "direct");
  expect(week?.contests).toMatchObject([{ status: "open", personId: people.colleague.personId, isOverdue: false }]);
  const own = await readOwnDevelopment(viewer("employee", "employee"), null);
  expect(own?.contests.map(({ status }) => status).toSorted()).toEqual(["declined", "upheld"]);
  expect(own?.contests.every(({ answer, answeredBy }) => answer !== null && answeredBy !== null)).toBe(true);
  expect(own?.nudges.some(({ doneAt, shownFrom }) => doneAt === null && shownFrom <= today)).toBe(true);
  const reviews = await readReviews(viewer("employee", "employee"), null);
  expect(reviews?.mine.map(({ status }) => status)).toEqual(["redo"]);
  expect(reviews?.waiting).toHaveLength(1);
  expect(reviews?.done.map(({ status, round }) => [status, round])).toEqual(
    expect.arrayContaining([
      ["accepted", 2],
      ["rejected", 1],
    ]),
  );
  const choices = await readReviewChoices(viewer("employee", "employee"), null);
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>(sql`select distinct unnest(behaviour_ids) as id from artefact_reviews`),
  );
  // What was handed in is what the role asks for: the app would have taken it.
  expect(rows.filter(({ id }) => !choices?.behaviours.some(({ behaviourId }) => behaviourId === id))).toEqual([]);
  const calibrations = await readCalibrations(viewer("manager", "manager"), null);
  expect(calibrations.map(({ state, rated }) => [state, rated])).toEqual([
    ["open", false],
    ["closed", true],
  ]);
  const closed = await readCalibration(given.as("ld_lead"), { id: calibrations[1]?.id ?? "" });
  expect(closed?.result.kind).toBe("result");
});

test("the struck observation counts nowhere, and no fact was added after the data end", async () => {
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute(sql`
      select (select count(*)::int from observations where struck_at is not null) as struck,
        (select count(*)::int from observations where observed_at >= '2026-11-01') as later,
        (select count(*)::int from behaviour_months where month >= '2026-11-01') as months`),
  );
  expect(rows).toEqual([{ struck: 1, later: 0, months: 0 }]);
});

test("what assemblers miss goes on going wrong at work, and a check is missed less since it was revised", async () => {
  const { concepts } = await readMissed(given.as("ld_lead"));
  const toRevise = concepts.filter(({ verdict }) => verdict === "revise");
  expect(toRevise.map(({ name }) => name)).toEqual(["Signs the hand-over sheet with open issues at every rotation"]);
  expect(toRevise[0]?.share).toBeGreaterThan(0.5);
  const { revisions } = await readRevisions(given.as("ld_lead"));
  expect(revisions).toMatchObject([
    { activity: "Goods receipt check", status: "done", owner: "Author", afterwards: { missed: { verdict: "fewer" } } },
  ]);
});

test("the evidence proposes changes of the taxonomy by itself", async () => {
  const { open } = await readProposals(given.as("ld_lead"), null);
  expect(new Set(open.map(({ kind }) => kind))).toEqual(
    new Set(["never_observed", "at_ceiling", "raters_disagree", "outdated"]),
  );
  expect(open.length).toBeLessThan(10);
});

test("one guardrail is crossed beyond chance and the others hold", async () => {
  const viewer = given.as("admin");
  const request = parseRequest({});
  const scorecard = request && (await readScorecard(viewer, request));
  if (scorecard?.kind !== "shown") throw new Error("not shown");
  const tiles = [...scorecard.categories.flatMap((category) => category.tiles), ...scorecard.activity];
  const judged = judgeGuardrails((await readMarks(viewer, null)).guardrails, tiles);
  expect(judged.map(({ metric, judgement }) => [metric, judgement.kind])).toEqual([
    ["observed_by_others", "crossed"],
    ["came_back", "holding"],
    ["weekend_learning", "holding"],
    ["retention", "holding"],
    ["minutes_per_person", "holding"],
  ]);
  expect(judged[0]?.judgement).toMatchObject({ isSure: true });
});

test("managers open their team's pages, and some pages nobody opens", async () => {
  const { pages } = await readUsage(given.as("admin"), "manager");
  expect(pages.find(({ page }) => page === "/team")?.users).toMatchObject({ kind: "count" });
  expect(pages.some(({ isUnopened }) => isUnopened)).toBe(true);
});
