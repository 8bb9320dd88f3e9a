import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { placeOn } from "@/lib/people/place-on";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { tableHashes } from "@/test/table-hashes";

test("an exit before the hire, an address that is taken, and circles in the reporting line are rejected with their reasons", async () => {
  const { take } = await givenData({ "people.csv": "employee_id,email\nE0,zero@x.org\n" });
  const [report] = await take({
    "people.csv":
      "employee_id,email,manager_id,hire_date,exit_date\nE1,Zero@x.org,,,\nE2,,,2020-02-01,2020-01-01\nE3,,E4,,\nE4,,E5,,\nE5,,E3,,\nE6,six@x.org,E9,,\nE7,six@x.org,E6,,\n",
  });
  expect(report).toMatchObject({ added: 1, rejected: 6 });
  expect(report?.faults.map(({ line, reason }) => [line, reason])).toEqual([
    [2, "This address belongs to E0 already"],
    [3, "The exit is before the hire on 2020-02-01"],
    [4, "The reporting line goes in a circle: E3 under E4 under E5 under E3"],
    [5, "The reporting line goes in a circle: E4 under E5 under E3 under E4"],
    [6, "The reporting line goes in a circle: E5 under E3 under E4 under E5"],
    [8, "Line 7 gives this address to E6"],
  ]);
  expect(report?.notices).toEqual(["One person names a manager nobody is known by, and stand without one (line 7)"]);
});

test("a file that would end more than a fifth of the employments is refused until it is confirmed", async () => {
  const { take, orgId } = await givenData({ "people.csv": "employee_id,exit_date\nE1,\nE2,\nE3,\nE4,\n" });
  const before = await tableHashes(orgId);
  const file = { "people.csv": "employee_id,exit_date\nE1,2025-01-31\n" };
  const [refused] = await take(file);
  expect(refused?.error).toBe(
    "This file ends the employment of 1 of 4 people (25 %). Confirm it if that is so; nothing was changed",
  );
  expect(await tableHashes(orgId)).toEqual(before);
  const [taken] = await take(file, { confirmLargeExit: true });
  expect(taken).toMatchObject({ status: "done", corrected: 1, difference: { leave: 1 } });
});

test("a later file that moves somebody without an event opens a spell on its day", async () => {
  const { take, orgId } = await givenOrganisation();
  const row = (team: string) => ({ "people.csv": `employee_id,team,hire_date\nE1,${team},2020-01-01\n` });
  await take(row("A"), { asOf: "2024-01-01" });
  const [moved] = await take(row("B"), { asOf: "2025-06-01" });
  expect(moved).toMatchObject({ corrected: 1, difference: { "change team": 1 } });
  const teams = await inTenant(orgId, async (tx) => {
    const { rows } = await tx.execute<{ person: string }>(sql`select id as person from people`);
    const { rows: names } = await tx.execute<{ id: string; name: string }>(sql`select id, name from teams`);
    const nameOf = async (day: string) => {
      const place = (await placeOn(tx, [rows[0]?.person ?? ""], day)).get(rows[0]?.person ?? "");
      return place && names.find(({ id }) => id === place.team)?.name;
    };
    return [
      await nameOf("2019-12-31"),
      await nameOf("2020-01-01"),
      await nameOf("2025-05-31"),
      await nameOf("2025-06-01"),
    ];
  });
  expect(teams).toEqual([undefined, "A", "A", "B"]);
});

test("a column the file lacks is left as it is, and an empty cell empties it", async () => {
  const { take, orgId } = await givenData({
    "people.csv": "employee_id,name,email,grade,town\nE1,Ada,a@x.org,7,Lyon\n",
  });
  await take({ "people.csv": "employee_id,name,grade\nE1,,8\n" });
  const { rows } = await inTenant(orgId, (tx) => tx.execute(sql`select name, email, attributes from people`));
  expect(rows).toEqual([{ name: null, email: "a@x.org", attributes: { grade: 8, town: "Lyon" } }]);
});

test("a study without people.csv and kpis.csv makes the people and KPIs its files name", async () => {
  const { take } = await givenOrganisation();
  const reports = await take(
    {
      "study.json": JSON.stringify({ title: "A study", design: "comparison", primary_kpi: "sales" }),
      "cohort.csv": "employee_id,arm,exposed_on\n1,treatment,2025-01-01\n2,control,\n",
      "kpi.csv": "kpi,date,employee_id,value\nsales,2024-12-31,1,3\nsales,2025-12-31,3,3\n",
    },
    { createMissingPeople: true },
  );
  expect(reports.map(({ status, added, parked, rejected }) => [status, added, parked, rejected])).toEqual([
    ["done", 1, 0, 0],
    ["done", 2, 0, 0],
    ["done", 2, 0, 0],
  ]);
});

test("a plan may be replaced until somebody is exposed, and not afterwards", async () => {
  const { take } = await givenData({ "people.csv": "employee_id\nE1\n", "kpis.csv": "kpi\nerrors\n" });
  const plan = (seed: number) => ({
    "study.json": JSON.stringify({ initiative: "x", title: "X", design: "phased", primary_kpi: "errors", seed }),
  });
  await take(plan(1));
  expect((await take(plan(2)))[0]).toMatchObject({ status: "done", corrected: 1 });
  await take({ "cohort.csv": "employee_id,arm,exposed_on\nE1,treatment,2025-01-01\n" }, {});
  const [cohort] = await take({ ...plan(2), "cohort.csv": "employee_id,arm,exposed_on\nE1,treatment,2025-01-01\n" });
  expect(cohort).toMatchObject({ status: "done", unchanged: 1 });
  expect((await take(plan(3)))[0]).toMatchObject({
    status: "refused",
    error: expect.stringContaining("exposed since 2025-01-01"),
  });
  expect((await take(plan(2)))[0]).toMatchObject({ status: "done", unchanged: 1 });
});

test("what is wrong with a plan is named by its path", async () => {
  const { take } = await givenData({ "kpis.csv": "kpi\nerrors\n" });
  const [broken] = await take({
    "study.json": JSON.stringify({
      title: "X",
      design: "guess",
      primary_kpi: "errors",
      baseline: { from: "soon", to: "2025-01-01" },
    }),
  });
  expect(broken).toMatchObject({ status: "refused", rejected: 1 });
  expect(broken?.faults.map(({ column, value }) => [column, value])).toEqual([
    ["design", "guess"],
    ["baseline.from", "soon"],
  ]);
  const [unknown] = await take({
    "study.json": JSON.stringify({ title: "X", design: "phased", primary_kpi: "sales" }),
  });
  expect(unknown?.faults).toEqual([expect.objectContaining({ column: "primary_kpi", value: "sales" })]);
});

test("a dry run says what an import would do, files building on each other, and keeps nothing", async () => {
  const { take, orgId } = await givenData({
    "people.csv": "employee_id,team\nE1,A\n",
    "learning_events.csv": "event_id,employee_id,activity,verb,at\n1,E1,a,completed,2025-01-01\n",
  });
  const before = await tableHashes(orgId);
  const files = {
    "people.csv": "employee_id,team\nE1,B\nE2,A\n",
    "learning_events.csv":
      "event_id,employee_id,activity,verb,at\n1,E1,a,completed,2025-01-01\n2,E2,a,completed,2024-11-01\n3,E1,a,completed,never\n",
  };
  const dry = await take(files, { dryRun: true });
  expect(dry).toMatchObject([
    { kind: "people", batchId: null, added: 1, corrected: 1, difference: { new: 1, "change team": 1 } },
    { kind: "learning_events", added: 1, unchanged: 1, rejected: 1, parked: 0 },
  ]);
  expect(await tableHashes(orgId)).toEqual(before);

  const real = await take(files);
  expect(real.map(({ added, corrected, unchanged, rejected }) => ({ added, corrected, unchanged, rejected }))).toEqual(
    dry.map(({ added, corrected, unchanged, rejected }) => ({ added, corrected, unchanged, rejected })),
  );
});
