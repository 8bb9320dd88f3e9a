import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import type { GivenOrganisation } from "@/test/factory";
import { compare, compared, givenCompare } from "@/test/given-compare";
import { parseCompare } from "./input";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Record<string, string> = {};
let somebody = 0;
let viewer: Viewer;

beforeAll(async () => {
  ({ given, ids } = await givenCompare());
});
/** Another user each time, because what one was shown is remembered. */
const freshUser = (of: Viewer): Viewer => {
  somebody += 1;
  return { ...of, userId: `00000000-0000-4000-8000-${String(somebody).padStart(12, "0")}` };
};
beforeEach(() => {
  viewer = freshUser(given.as("executive"));
});

const sites = () => ({ a: `site:${ids.Oslo}`, b: `unit:${ids.South}` });

test("whether one person meets a condition cannot be learned from a group of one", async () => {
  const exposed = "exposed:format:Hint";
  // n0 used it, n1 did not.
  const one = async (id: string, b: string) => {
    const { rows } = await inTenant(given.orgId, (tx) =>
      tx.execute<{ id: string }>(sql`
        with kept as (
          insert into cohorts (org_id, name, rule, frozen_on) values (${given.orgId}, ${`Only ${id} ${somebody} ${b}`}, '{}', '2026-06-30') returning id
        ), members as (
          insert into cohort_members (org_id, person_id, cohort_id) select ${given.orgId}::uuid, ${ids[id]}::uuid, kept.id from kept
        )
        select id::text from kept`),
    );
    const cohort = `cohort:${rows[0]?.id}`;
    const found = await compare(freshUser(viewer), { a: cohort, b: b.replace("it", cohort) });
    return JSON.stringify(found, (key, value) => (key === "name" || key === "label" ? "" : value));
  };
  for (const b of [`it~${exposed}`, `it~${exposed}~unit:${ids.South}`, exposed, `${exposed}~unit:${ids.North}`])
    expect(await one("n0", b)).toBe(await one("n1", b));
});

test("of whom a group was settled against while it is withheld nothing is said, not even how many", async () => {
  const found = compared(await compare(viewer, { a: `role:${ids.boss}`, b: `unit:${ids.East}` }));
  expect(found.overlaps).toEqual([]);
  const close = compared(await compare(viewer, { a: `unit:${ids.South}~site:${ids.Rome}`, b: "all" }));
  expect(close.group("a")).toMatchObject({ withheld: "complementary", people: null });
  expect(close.overlaps).toEqual([]);
});

test("what no text or date of the database can be is no group, scope or period", async () => {
  for (const a of [
    "exposed:format:%00",
    `arm:${ids.North}:x%00`,
    "hired:0000-Q1",
    "exposed:any@0001-01",
    "hired:9999-Q4",
  ])
    expect(await compare(viewer, { a, b: "all" })).toBeNull();
  expect(await compare(viewer, { ...sites(), period: "0000" })).toBeNull();
  expect(parseCompare({ a: ["all", "all"] })).toBeNull();
  expect(parseCompare({ tab: "works", scope: `initiative:${ids.North}:\0` })).toBeNull();
  expect(await compare(viewer, { ...sites(), metric: "\0".repeat(9) })).toBeNull();
  expect(await compare(viewer, { ...sites(), look: "previous", period: "1900-01" })).toMatchObject({ kind: "outside" });
});
