import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import type { Allocation } from "@/db/schema/plan-terms";
import { evaluateStudy } from "@/test/evaluate-study";
import type { GivenPlan, StudyPerson } from "@/test/given-study";

afterAll(closePool);

type Shape = { treated?: number; control?: number; change?: (person: StudyPerson, index: number) => StudyPerson };

/** Arms alike before the start: the same values come round in both. */
function people({ treated = 30, control = 30, change = (person) => person }: Shape = {}): StudyPerson[] {
  const arm = (label: string, count: number, lift: number) =>
    Array.from({ length: count }, (_, index) => {
      const value = 10 + ((index * 7) % 15);
      const values = [
        { date: "2025-02-28", value },
        { date: "2025-05-31", value: value + lift + ((index * 3) % 5) },
      ];
      const exposedOn = label === "control" ? null : "2025-04-01";
      return change({ id: `${label}${index}`, arm: label, exposedOn, cluster: null, values }, index);
    });
  return [...arm("treatment", treated, 4), ...arm("control", control, 0)];
}

const registered: GivenPlan = { registeredAt: "2025-03-20" };

async function check(id: string, members: StudyPerson[], plan: GivenPlan = registered) {
  const { checks } = await evaluateStudy(plan, members);
  return checks.find((candidate) => candidate.id === id);
}

test("a clean registered experiment passes every check and is graded A", async () => {
  const { checks, claim } = await evaluateStudy(registered, people());
  expect(checks.map(({ status }) => status)).toEqual(Array(9).fill("pass"));
  expect(claim.grade).toBe("A");
  expect(claim.sentence).toMatch(/^The programme caused/);
  expect(claim.would_raise).toEqual([]);
});

test("the same experiment unregistered is graded C, and registering would raise it", async () => {
  const { claim } = await evaluateStudy({}, people());
  expect(claim.grade).toBe("C");
  expect(claim.would_raise).toContain(
    "Register the plan, with its windows and primary KPI, before anybody is exposed.",
  );
});

test("arms further apart than lots allow fail the sample ratio", async () => {
  expect(await check("sample_ratio", people({ treated: 90, control: 30 }))).toMatchObject({ status: "fail" });
  expect(await check("sample_ratio", people({ treated: 34, control: 30 }))).toMatchObject({ status: "pass" });
  const chosen = await check("sample_ratio", people(), { ...registered, design: "comparison" });
  expect(chosen).toMatchObject({ status: "cannot_tell", value: null });
});

test("shares stated in the plan are what the arms are held against", async () => {
  const drawn = (allocation: Allocation, treated: number, control: number) =>
    check("sample_ratio", people({ treated, control }), { ...registered, allocation });
  expect(await drawn({ treatment: 3, control: 1 }, 90, 30)).toMatchObject({ status: "pass", value: 1 });
  expect(await drawn({ treatment: 0.5, control: 0.5 }, 90, 30)).toMatchObject({ status: "fail" });
  expect(await drawn({ treatment: 3, control: 1 }, 30, 30)).toMatchObject({ status: "fail" });
  expect(await drawn("unknown", 90, 30)).toMatchObject({ status: "cannot_tell", value: null });
  expect(await drawn({ "wave-1": 1, control: 1 }, 90, 30)).toMatchObject({
    status: "cannot_tell",
    says: expect.stringContaining("no share to treatment"),
  });
  expect(await drawn({ treatment: 1, control: 1, "wave-1": 1 }, 30, 30)).toMatchObject({
    status: "fail",
    says: expect.stringContaining("wave-1 0"),
  });
});

test("arms that differed before the start are named with the variable", async () => {
  const found = await check(
    "balance",
    people({ change: (p, i) => ({ ...p, attributes: { age: p.arm === "control" ? 30 + (i % 5) : 34 + (i % 5) } }) }),
    { ...registered, covariates: ["age"] },
  );
  expect(found).toMatchObject({ status: "warn" });
  expect(found?.says).toMatch(/in age/);
  expect(found?.picture.map(({ label }) => label)).toEqual(["value before", "age"]);
});

test("a plan registered after the first exposure, or a baseline that reaches into it, fails", async () => {
  expect(await check("baseline_locked", people(), { registeredAt: "2025-04-10" })).toMatchObject({
    status: "fail",
    value: -9,
  });
  expect(await check("baseline_locked", people(), { ...registered, baselineTo: "2025-04-15" })).toMatchObject({
    status: "fail",
  });
  expect(await check("baseline_locked", people(), { registeredAt: "2025-04-01" })).toMatchObject({ status: "warn" });
});

test("control people who were exposed count against the comparison", async () => {
  const leak = (share: number) =>
    people({ change: (p, i) => (p.arm === "control" && i < 30 * share ? { ...p, exposedOn: "2025-05-01" } : p) });
  expect(await check("contamination", leak(0.05))).toMatchObject({ status: "warn", value: expect.closeTo(2 / 30, 12) });
  expect(await check("contamination", leak(0.5))).toMatchObject({ status: "fail", value: 0.5 });
  const afterwards = people({
    change: (p) => ({ ...p, exposedOn: p.arm === "control" ? "2025-09-01" : "2025-04-01" }),
  });
  expect(await check("contamination", afterwards)).toMatchObject({ status: "pass", value: 0 });
  const undated = people({ change: (p) => ({ ...p, exposedOn: null }) });
  expect(await check("contamination", undated)).toMatchObject({ status: "cannot_tell" });
  const [first = ""] = undated.filter(({ arm }) => arm === "control").map(({ id }) => id);
  const leaked = undated.map((p) => (p.id === first ? { ...p, exposedOn: "2025-04-10" } : p));
  expect(await check("contamination", leaked)).toMatchObject({
    status: "warn",
    says: expect.stringMatching(/^1 of .* was exposed/),
  });
});

test("few people or few clusters are said", async () => {
  expect(await check("small_groups", people({ control: 12, treated: 15 }))).toMatchObject({
    status: "warn",
    value: 12,
  });
  const clustered = (count: number) => people({ change: (p, i) => ({ ...p, cluster: `${p.arm} ${i % count}` }) });
  const plan: GivenPlan = { ...registered, design: "cluster_randomised" };
  expect(await check("small_groups", clustered(4), plan)).toMatchObject({ status: "fail", value: 4 });
  expect(await check("small_groups", clustered(8), plan)).toMatchObject({ status: "warn", value: 8 });
  expect(await check("small_groups", clustered(12), plan)).toMatchObject({ status: "pass", value: 12 });
});

test("follow-up values missing in one arm fail, missing alike they warn", async () => {
  const lose = (goes: (p: StudyPerson, i: number) => boolean) =>
    people({ change: (p, i) => (goes(p, i) ? { ...p, values: p.values.slice(0, 1) } : p) });
  expect(
    await check(
      "attrition",
      lose((p, i) => p.arm === "treatment" && i % 3 === 0),
    ),
  ).toMatchObject({ status: "fail" });
  expect(
    await check(
      "attrition",
      lose((_, i) => i % 3 === 0),
    ),
  ).toMatchObject({ status: "warn", value: 0 });
});

test("before and after alone is graded D, whatever the checks say", async () => {
  const { claim, results } = await evaluateStudy({ ...registered, design: "before_after" }, people({ control: 0 }));
  expect(results.map(({ method }) => method)).toEqual(["before_after_paired", "segmented_newey_west"]);
  expect(claim.grade).toBe("D");
  expect(claim.sentence).toMatch(/we cannot say because of it/);
});
