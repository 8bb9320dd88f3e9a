import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { momentsOf } from "@/lib/stats/moments";
import { evaluateStudy, methodOf } from "@/test/evaluate-study";
import type { StudyPerson } from "@/test/given-study";
import { bothArms, controlPairs, type Pair, person, post, treatedPairs } from "@/test/small-study";

afterAll(closePool);

test("without a baseline the design falls back on what needs none, and says why the others are missing", async () => {
  const late = bothArms().map((member) => ({ ...member, values: member.values.slice(1) }));
  const random = await evaluateStudy({}, late);
  expect(random.results[0]).toMatchObject({ method: "lin_hc2", headline: true, status: "estimated" });
  expect(methodOf(random, "lin_hc2").estimate).toBeCloseTo(methodOf(random, "welch").estimate ?? Number.NaN, 9);
  expect(methodOf(random, "did_cr1")).toMatchObject({ status: "not_estimable", estimate: null });
  expect(methodOf(random, "did_cr1").reason).toMatch(/No baseline/);

  const compared = await evaluateStudy({ design: "comparison" }, late);
  expect(compared.results.every(({ status }) => status === "not_estimable")).toBe(true);
  expect(compared.claim).toMatchObject({ grade: "E", direction: "none" });
});

test.each<[string, StudyPerson[], RegExp]>([
  ["only one arm", bothArms().filter(({ arm }) => arm === "treatment"), /No comparison/],
  [
    "a KPI that never varies",
    bothArms().map((m) => ({ ...m, values: m.values.map((v) => ({ ...v, value: 3 })) })),
    /No variation/,
  ],
  ["nobody with a value", bothArms().map((m) => ({ ...m, values: [] })), /follow-up/],
  ["one person per arm", [person("a", "treatment", [1, 2]), person("b", "control", [2, 2.5])], /Too few people/],
])("is not estimable, with a reason: %s", async (_, members, reason) => {
  const result = await evaluateStudy({}, members);
  expect(result.results.length).toBeGreaterThan(0);
  for (const found of result.results) {
    expect(found).toMatchObject({ status: "not_estimable", estimate: null, standard_error: null, ci: null, p: null });
  }
  expect(result.results[0]?.reason).toMatch(reason);
  expect(result.claim.grade).toBe("E");
  expect(result.claim.sentence).toMatch(/activity, not effect/);
});

test("one cluster in an arm is not estimable by cluster", async () => {
  const members = bothArms().map((member) => ({ ...member, cluster: member.arm ?? "" }));
  const result = await evaluateStudy({ design: "cluster_randomised" }, members);
  expect(result.results.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/Too few clusters/),
    expect.stringMatching(/Too few clusters/),
    expect.stringMatching(/Too few clusters/),
    expect.stringMatching(/Too few clusters/),
    expect.stringMatching(/Too few people/),
  ]);
});

test("arms of two give the small figures that exist", async () => {
  const result = await evaluateStudy({}, [
    person("a", "treatment", [1, 4]),
    person("b", "treatment", [2, 5.5]),
    person("c", "control", [1.5, 2]),
    person("d", "control", [2.5, 2]),
  ]);
  expect(methodOf(result, "welch")).toMatchObject({ status: "estimated", estimate: 2.75 });
  expect(methodOf(result, "lin_hc2").status).toBe("not_estimable");
  expect(result.checks.find(({ id }) => id === "small_groups")?.status).toBe("fail");
});

test("logarithms are taken of the window's value and refused at zero", async () => {
  const plan = { transform: { outcome: "log" as const } };
  const result = await evaluateStudy(plan, bothArms());
  const logs = (pairs: Pair[]) => momentsOf(post(pairs).map(Math.log)).mean;
  expect(methodOf(result, "welch").estimate).toBeCloseTo(logs(treatedPairs) - logs(controlPairs), 12);
  const refused = await evaluateStudy(plan, [...bothArms(), person("z", "control", [0, 1])]);
  expect(refused.results.map(({ status }) => status)).not.toContain("estimated");
  expect(refused.results[0]?.reason).toMatch(/logarithms/);
});

test("an open follow-up window gives no verdict, a finished one does", async () => {
  const early = await evaluateStudy(
    {},
    bothArms().map((m) => ({ ...m, values: m.values.slice(0, 1) })),
    "2025-05-10",
  );
  expect(early.early_until).toBe("2025-06-30");
  expect(early.results.every(({ status }) => status === "not_estimable")).toBe(true);
  expect(early.claim.sentence).toMatch(/Too early to tell until 2025-06-30/);
  const late = await evaluateStudy({}, bothArms(), "2025-07-01");
  expect(late.early_until).toBeNull();
});

test("a plan without windows is read from the first exposure, and says so", async () => {
  const open = { baselineFrom: null, baselineTo: null, followUpFrom: null, followUpTo: null };
  const result = await evaluateStudy({ ...open, design: "comparison" }, bothArms());
  const planned = await evaluateStudy({ design: "comparison" }, bothArms());
  expect(methodOf(result, "did_cr1").estimate).toBe(methodOf(planned, "did_cr1").estimate);
  expect(result.claim.limits.filter((limit) => limit.includes("names no"))).toHaveLength(2);
});
