import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { parseRequest } from "@/lib/scorecard/input";
import { readScorecard } from "@/lib/scorecard/read-scorecard";
import { inTenant } from "@/lib/server/tenant-access";
import { momentsOf } from "@/lib/stats/moments";
import { welch } from "@/lib/stats/welch";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { compare, compared, errorsOf, givenCompare } from "@/test/given-compare";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Record<string, string> = {};
let somebody = 0;

beforeAll(async () => {
  ({ given, ids } = await givenCompare());
});

let viewer: Viewer;
/** Another user each time, because what one was shown is remembered. */
const freshUser = (of: Viewer): Viewer => {
  somebody += 1;
  return { ...of, userId: `00000000-0000-4000-8000-${String(somebody).padStart(12, "0")}` };
};
beforeEach(() => {
  viewer = freshUser(given.as("executive"));
});

const sites = () => ({ a: `site:${ids.Oslo}`, b: `unit:${ids.South}` });

test("with ten jobs each, a ratio of sums is Welch on each person's share", async () => {
  const found = compared(await compare(viewer, sites()));
  const share = (unit: "n" | "s") => momentsOf(errorsOf(unit, 2).map((count) => count / 10));
  const expected = welch({ treated: share("n"), control: share("s") });
  const [pair] = found.pairs;
  if (expected.kind !== "estimate" || pair?.estimate.kind !== "estimate") throw new Error("not estimable");
  expect(pair.estimate.estimate).toBeCloseTo(expected.estimate, 12);
  expect(pair.estimate.standardError).toBeCloseTo(expected.standardError ?? 0, 12);
  expect(pair).toMatchObject({ method: { id: "ratio_of_sums_difference" }, verdict: "better", adjustedP: null });
});

test("the figures are those of independent SQL on the facts, and of the scorecard", async () => {
  const found = compared(await compare(viewer, sites()));
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ share: number; people: number }>(sql`
      select avg((w.outcome = 'error')::int)::float8 as share, count(distinct w.person_id)::int as people
      from work_events w join employments e on e.person_id = w.person_id
      where e.site_id = ${ids.Oslo} and w.completed_at >= '2026-04-01' and w.completed_at < '2026-07-01'`),
  );
  const { state } = found.group("a");
  expect(state).toMatchObject({
    kind: "figure",
    people: rows[0]?.people,
    value: expect.closeTo(rows[0]?.share ?? 0, 12),
  });

  const request = parseRequest({ scope: `site:${ids.Oslo}`, period: "2026-Q2" });
  const scorecard = request && (await readScorecard(freshUser(viewer), request));
  if (scorecard?.kind !== "shown") throw new Error(`not shown: ${scorecard?.kind}`);
  const tile = scorecard.categories.flatMap(({ tiles }) => tiles).find(({ metric }) => metric.id === "error_rate");
  expect(state).toMatchObject({ value: tile?.state.kind === "figure" && tile.state.value });
});

test("a change is difference-in-differences of the same people", async () => {
  const found = compared(await compare(viewer, { ...sites(), look: "previous" }));
  const change = (unit: "n" | "s") =>
    momentsOf(errorsOf(unit, 2).map((count, i) => (count - (errorsOf(unit, 1)[i] ?? 0)) / 10));
  const expected = welch({ treated: change("n"), control: change("s") });
  const [pair] = found.pairs;
  if (expected.kind !== "estimate" || pair?.estimate.kind !== "estimate") throw new Error("not estimable");
  expect(pair.method.id).toBe("did_ratio_of_sums");
  expect(pair.estimate.estimate).toBeCloseTo(expected.estimate, 12);
  expect(pair.estimate.standardError).toBeCloseTo(expected.standardError ?? 0, 12);
  expect(found.group("a").levels).toEqual({ earlier: expect.closeTo(0.395, 12), now: expect.closeTo(0.15, 12) });
});

test("swapping the groups turns the difference", async () => {
  const { a, b } = sites();
  const [one, other] = [compared(await compare(viewer, { a, b })), compared(await compare(viewer, { a: b, b: a }))];
  const estimate = ({ pairs }: typeof one) =>
    pairs[0]?.estimate.kind === "estimate" ? pairs[0].estimate.estimate : null;
  expect(estimate(other)).toBeCloseTo(-(estimate(one) ?? 0), 12);
});

test("who used it against who did not: self-selection is said, C at best, with what is alike and an adjusted comparison", async () => {
  const found = compared(
    await compare(viewer, { a: "exposed:delivery:in_flow", b: "unexposed:delivery:in_flow", metric: "error_rate" }),
  );
  expect(found.group("a").state).toMatchObject({ kind: "figure", people: 20 });
  expect(found.claim).toMatchObject({ grade: "C", selfSelected: true });
  expect(found.claim?.because[0]).toMatch(/chose themselves/);
  expect(found.claim?.limits.join(" ")).toMatch(/same period/);
  expect(found.adjusted?.adjustedFor).toEqual(expect.arrayContaining(["tenure", "the figure before"]));
  expect(found.balance.map(({ label }) => label)).toEqual(expect.arrayContaining(["Tenure", "clerk", "boss"]));
});

test("exposure counts by activity, format and tool too, and names its people alike", async () => {
  const of = async (a: string) => compared(await compare(viewer, { a, b: "unexposed:any" })).group("a").people;
  expect(await of(`exposed:activity:${ids.tip}`)).toBe(20);
  expect(await of("exposed:format:Hint")).toBe(20);
  expect(await of("exposed:surface:CRM@2026-05")).toBe(20);
});

test("people of two groups are counted and taken out of both; one inside the other makes the wider one the rest", async () => {
  const both = compared(await compare(viewer, { a: `unit:${ids.North}`, b: `role:${ids.clerk}` }));
  expect(both.overlaps).toEqual([{ names: ["a", "b"], people: 14, settled: "both" }]);
  expect([both.group("a").people, both.group("b").people]).toEqual([6, 17]);
  const inside = compared(await compare(freshUser(viewer), { a: `unit:${ids.North}`, b: "all" }));
  expect(inside.overlaps).toEqual([{ names: ["a", "b"], people: 20, settled: "b" }]);
  expect(inside.group("b").people).toBe(23);
});

test("the same people twice are no comparison", async () => {
  expect(await compare(viewer, { a: `site:${ids.Oslo}`, b: `unit:${ids.North}` })).toEqual({
    kind: "same-group",
    names: ["a", "b"],
  });
});

test("a group under the minimum is withheld, with its difference and its count", async () => {
  const found = compared(await compare(viewer, { a: `unit:${ids.North}`, b: `unit:${ids.East}` }));
  expect(found.group("b")).toMatchObject({ people: null, withheld: "too-few", state: { kind: "withheld" } });
  expect(found.pairs).toEqual([]);
  expect(JSON.stringify(found.balance)).not.toContain('"b"');
});

test("a group that leaves under the minimum of a wider one is withheld, whichever is asked first", async () => {
  // South is Rome less the three of East.
  const found = compared(await compare(viewer, { a: `unit:${ids.South}~site:${ids.Rome}`, b: `unit:${ids.North}` }));
  expect(found.group("a")).toMatchObject({ withheld: "complementary", state: { kind: "withheld" } });
  expect(found.group("b").withheld).toBeNull();
});

test("two views that differ by fewer people than the minimum are not both shown, on this page or the scorecard", async () => {
  const north = `unit:${ids.North}`;
  const seen = compared(await compare(viewer, { a: north, b: `unit:${ids.South}` }));
  expect(seen.group("a").withheld).toBeNull();
  // All but one of North, by a list somebody keeps.
  const cohortId = await keepAllBut(["n19"]);
  const close = compared(await compare(viewer, { a: `cohort:${cohortId}`, b: `unit:${ids.South}` }));
  expect(close.group("a")).toMatchObject({ withheld: "differencing", state: { kind: "withheld" }, people: null });
  expect(
    compared(await compare(freshUser(viewer), { a: `cohort:${cohortId}`, b: `unit:${ids.South}` })).group("a").withheld,
  ).toBeNull();

  const other = freshUser(viewer);
  const request = parseRequest({ scope: `site:${ids.Oslo}`, period: "2026-Q2" });
  if (!request) throw new Error("no request");
  compared(await compare(other, { a: `cohort:${cohortId}`, b: `unit:${ids.South}` }));
  expect(await readScorecard(other, request)).toMatchObject({ kind: "withheld", why: "differencing" });
});

test("two views that differ by one person, asked for at the same moment, are not both shown", async () => {
  const cohortId = await keepAllBut(["n18"]);
  for (let round = 0; round < 3; round += 1) {
    const user = freshUser(viewer);
    const found = await Promise.all(
      [`unit:${ids.North}`, `cohort:${cohortId}`].map((a) => compare(user, { a, b: `unit:${ids.South}` })),
    );
    expect(found.map((one) => compared(one).group("a").withheld).toSorted()).toEqual(["differencing", null]);
  }
});

async function keepAllBut(left: string[]): Promise<string> {
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>(sql`
      with kept as (
        insert into cohorts (org_id, name, rule, frozen_on) values (${given.orgId}, ${`All but ${left.join(" ")} ${somebody}`}, '{}', '2026-06-30')
        returning id
      ), members as (
        insert into cohort_members (org_id, person_id, cohort_id)
        select ${given.orgId}::uuid, p.id, kept.id from people p, kept
        where p.employee_id like 'n%' and p.employee_id <> all(${sql.param(left)}::text[])
      )
      select id::text from kept`),
  );
  return rows[0]?.id ?? "";
}

test("a business partner compares their own units only", async () => {
  const partner = freshUser(given.as("hrbp", { units: [ids.North ?? ""] }));
  expect(await compare(partner, sites())).toBeNull();
  const found = compared(await compare(partner, { a: `team:${ids.T0}`, b: `team:${ids.T1}` }));
  expect([found.group("a").people, found.group("b").people]).toEqual([10, 10]);
});

test("roles without the permission are refused, another organisation's unit and cohort are nothing", async () => {
  await expect(compare(given.as("manager", { personId: ids.n0 ?? "" }), sites())).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(compare(given.as("employee"), sites())).rejects.toMatchObject({ code: "forbidden" });
  const other = await givenOrganisation();
  await other.take({
    "people.csv": "employee_id,unit\nx,Co / X\n",
    "work_events.csv": "event_id,employee_id,task,completed_at\n1,x,t,2026-05-01T10:00:00Z\n",
  });
  expect(await compare(other.as("admin"), sites())).toBeNull();
  expect(await compare(other.as("admin"), { a: `cohort:${await keepAllBut([])}`, b: "all" })).toBeNull();
});

test("a change of people who leave is refused with its reason; learning nobody recorded is no data", async () => {
  const found = compared(await compare(viewer, { ...sites(), look: "previous", metric: "voluntary_attrition" }));
  expect(found.group("a").state).toMatchObject({ kind: "no-data", how: expect.stringMatching(/leaves/) });
  expect(found.pairs).toEqual([]);
  const early = compared(await compare(viewer, { ...sites(), metric: "reach", period: "2026-Q1" }));
  expect(early.group("a").state).toMatchObject({ kind: "no-data" });
});

test("an empty group says so, and a metric nobody has is nothing", async () => {
  const found = compared(await compare(viewer, { a: `unit:${ids.North}`, b: "hired:2020-Q1" }));
  expect(found.group("b")).toMatchObject({ people: 0, state: { kind: "no-data" } });
  expect(await compare(viewer, { ...sites(), metric: "nonsense" })).toBeNull();
  expect(await compare(viewer, { ...sites(), metric: "kpi:1" })).toBeNull();
});
