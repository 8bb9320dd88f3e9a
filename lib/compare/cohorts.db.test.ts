import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { compare, compared, givenCompare } from "@/test/given-compare";
import { deleteCohort, freezeCohort, keepCohort, keepList, renameCohort } from "./cohorts";
import { readOffer } from "./read-offer";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Record<string, string> = {};

beforeAll(async () => {
  ({ given, ids } = await givenCompare());
});

const rule = (group: string, name: string, freeze = false) => ({
  name,
  group,
  period: "2026-Q2",
  look: "level" as const,
  freeze,
});
const membersOf = async (id: string) => {
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>(sql`
      select p.employee_id as id from cohort_members c join people p on p.id = c.person_id where c.cohort_id = ${id}::uuid order by 1`),
  );
  return rows.map((row) => row.id);
};
const partner = () => ({
  ...given.as("hrbp", { units: [ids.North ?? ""] }),
  userId: "00000000-0000-4000-9000-000000000001",
});

test("a rule is kept with its windows written out, used as a group, and leaves one audit row", async () => {
  const lead = given.as("ld_lead");
  const { id } = await keepCohort(lead, rule("exposed:delivery:in_flow", "Users"));
  expect(await membersOf(id)).toEqual([]);
  const found = compared(await compare(lead, { a: `cohort:${id}`, b: "unexposed:any" }));
  expect(found.group("a")).toMatchObject({ label: "Users", people: 20, frozen: [] });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ action: string; detail: Record<string, unknown> }>(
      sql`select action, detail from audit_log where subject = ${id}`,
    ),
  );
  expect(rows).toEqual([
    {
      action: "cohort.keep",
      detail: { did: "kept", name: "Users", rule: "exposed:delivery:in_flow@2026-04..2026-06" },
    },
  ]);
});

test("frozen people stay although the facts change, and the page says how many have left", async () => {
  const lead = given.as("ld_lead");
  const { id } = await keepCohort(lead, rule(`unit:${ids.South}`, "South then", true));
  const before = await membersOf(id);
  expect(before).toHaveLength(20);
  const change = (i: number) =>
    `s${i},${i < 6 ? "boss" : "clerk"},${i < 7 ? "Co / North" : "Co / South"},Rome,2019-01-01,${i >= 7 && i < 13 ? "2026-06-20,voluntary" : ","}`;
  await given.take({
    "people.csv": `employee_id,role,unit,site,hire_date,exit_date,exit_type\n${Array.from({ length: 20 }, (_, i) => change(i)).join("\n")}\n`,
  });
  expect(await membersOf(id)).toEqual(before);
  const found = compared(await compare(lead, { a: `cohort:${id}`, b: "exposed:any~hired:2025-Q3" }));
  expect(found.group("a").frozen).toEqual([{ name: "South then", on: expect.any(String), people: 20, left: 6 }]);
  await expect(freezeCohort(lead, { id, period: "2026-Q2" })).rejects.toMatchObject({ code: "conflict" });
});

test("a list is kept by employee ids; unknown ones are named line by line and nothing is kept", async () => {
  const lead = given.as("admin");
  const list = "employee_id\nn1\nnobody\nn2\nn1\n";
  expect(await keepList(lead, { name: "Picked", list, withoutUnknown: false })).toEqual({
    id: null,
    known: 2,
    repeated: 1,
    unknown: [{ line: 3, id: "nobody" }],
  });
  const { id } = await keepList(lead, { name: "Picked", list, withoutUnknown: true });
  expect(await membersOf(id ?? "")).toEqual(["n1", "n2"]);
  await expect(keepList(lead, { name: "Nobody", list: "x\ny", withoutUnknown: true })).rejects.toMatchObject({
    code: "invalid-input",
  });
});

test("a business partner keeps people of their own units, and sees their own cohorts only", async () => {
  const own = partner();
  const all = await keepCohort(given.as("ld_lead"), rule("all", "Everybody in Q2"));
  expect(await keepList(own, { name: "Mixed", list: "n1\ns15", withoutUnknown: false })).toMatchObject({
    id: null,
    unknown: [{ line: 2, id: "s15" }],
  });
  const { id } = await keepCohort(own, rule(`site:${ids.Oslo}`, "Oslo", true));
  expect((await membersOf(id)).every((name) => name.startsWith("n"))).toBe(true);
  await expect(keepCohort(own, rule(`unit:${ids.South}`, "South"))).rejects.toMatchObject({ code: "invalid-input" });

  const offer = await readOffer(own, null);
  expect(offer?.kept.map(({ name }) => name)).toEqual(["Oslo"]);
  expect(await compare(own, { a: `cohort:${all.id}`, b: `team:${ids.T0}` })).toBeNull();
  await expect(deleteCohort(own, { id: all.id })).rejects.toMatchObject({ code: "not-found" });
  expect((await readOffer(given.as("executive"), null))?.kept.map(({ name }) => name)).toContain("Oslo");
});

test("names are one of a kind; renaming, freezing and deleting are for those who may keep, within the organisation", async () => {
  const lead = given.as("ld_lead");
  const { id } = await keepCohort(lead, rule(`site:${ids.Oslo}`, "Named"));
  await expect(keepCohort(lead, rule("all", "Named"))).rejects.toMatchObject({ code: "conflict" });
  await renameCohort(lead, { id, name: "Renamed" });
  await freezeCohort(lead, { id, period: "2026-Q2" });
  expect(await membersOf(id)).toHaveLength(20);
  await expect(renameCohort(given.as("executive"), { id, name: "No" })).rejects.toMatchObject({ code: "forbidden" });
  const other = await givenOrganisation();
  await expect(deleteCohort(other.as("admin"), { id })).rejects.toMatchObject({ code: "not-found" });
  await deleteCohort(lead, { id });
  expect(await membersOf(id)).toEqual([]);
  expect((await readOffer(lead, null))?.kept.map(({ name }) => name)).not.toContain("Renamed");
});

test("a list somebody saw figures of cannot be deleted and kept again less one person", async () => {
  const lead = { ...given.as("ld_lead"), userId: "00000000-0000-4000-9000-000000000002" };
  const listed = (from: number) => Array.from({ length: 12 - from }, (_, i) => `n${i + from}`).join("\n");
  const groupOf = async (id: string | null) =>
    compared(await compare(lead, { a: `cohort:${id}`, b: `team:${ids.T1}~unit:${ids.South}` })).group("a");
  const { id } = await keepList(lead, { name: "Twelve", list: listed(0), withoutUnknown: false });
  expect((await groupOf(id)).withheld).toBeNull();
  await deleteCohort(lead, { id: id ?? "" });
  expect((await readOffer(lead, null))?.kept.map(({ name }) => name)).not.toContain("Twelve");
  expect(await compare(lead, { a: `cohort:${id}`, b: "all" })).toBeNull();
  await expect(deleteCohort(lead, { id: id ?? "" })).rejects.toMatchObject({ code: "not-found" });

  const again = await keepList(lead, { name: "Twelve", list: listed(1), withoutUnknown: false });
  expect(await groupOf(again.id)).toMatchObject({
    withheld: "differencing",
    people: null,
    state: { kind: "withheld" },
  });
});

test("a kept rule that becomes too long with what its cohorts say is refused, not read as everybody", async () => {
  const lead = given.as("ld_lead");
  const quarters = ["2025-Q1", "2025-Q2", "2025-Q4"].map((quarter) => `hired:${quarter}`);
  const parts = [`unit:${ids.North}`, `site:${ids.Oslo}`, `role:${ids.clerk}`, ...quarters];
  const { id } = await keepCohort(lead, rule(parts.join("~"), "Six conditions"));
  await expect(keepCohort(lead, rule(`cohort:${id}~tenure:0-1`, "Seven"))).rejects.toMatchObject({
    code: "invalid-input",
    fields: { group: [expect.stringContaining("7 conditions")] },
  });
});

test("a fixed cohort that another rule is made with stays until that one is gone, and says who left there, too", async () => {
  const lead = given.as("admin");
  const fixed = await keepCohort(lead, rule(`team:${ids.T0}`, "Fixed team", true));
  const made = await keepCohort(lead, rule(`cohort:${fixed.id}~unit:${ids.North}`, "Made with it"));
  const found = compared(await compare(lead, { a: `cohort:${made.id}`, b: `team:${ids.T1}` }));
  expect(found.group("a").frozen).toMatchObject([{ name: "Fixed team" }]);
  await expect(deleteCohort(lead, { id: fixed.id })).rejects.toMatchObject({ code: "conflict" });
  await deleteCohort(lead, { id: made.id });
  await deleteCohort(lead, { id: fixed.id });
});

test("two people who take one name, or fix one cohort, at the same moment: one is told so", async () => {
  const lead = given.as("ld_lead");
  const codes = async (tries: Promise<unknown>[]) =>
    (await Promise.allSettled(tries))
      .map((each) => (each.status === "rejected" ? each.reason.code : "done"))
      .toSorted();
  const twice = <Value>(of: () => Promise<Value>) => codes([of(), of()]);
  expect(await twice(() => keepCohort(lead, rule("all", "At once")))).toEqual(["conflict", "done"]);
  const { id } = await keepCohort(lead, rule(`site:${ids.Oslo}`, "Fixed at once"));
  expect(await twice(() => freezeCohort(lead, { id, period: "2026-Q2" }))).toEqual(["conflict", "done"]);
  const other = await keepCohort(lead, rule("all", "Other at once"));
  expect(await codes([id, other.id].map((one) => renameCohort(lead, { id: one, name: "Renamed at once" })))).toEqual([
    "conflict",
    "done",
  ]);
});

test("a list that is no plain text is refused with what to do", async () => {
  await expect(
    keepList(given.as("admin"), { name: "Wide", list: "n\x001\0", withoutUnknown: false }),
  ).rejects.toMatchObject({ code: "invalid-input", fields: { list: [expect.stringContaining("UTF-8")] } });
});
