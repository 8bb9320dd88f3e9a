import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { adjustedCr2 } from "@/lib/stats/linear/adjusted-cr2";
import { evaluateStudy, methodOf } from "@/test/evaluate-study";
import type { StudyPerson } from "@/test/given-study";
import { person } from "@/test/small-study";

afterAll(closePool);

const design = { design: "cluster_randomised" } as const;

/** Eight teams of unequal size, drawn as wholes; the treated teams gain `effect`. */
function teams(effect = 3): StudyPerson[] {
  return Array.from({ length: 8 }, (_, team) =>
    Array.from({ length: 4 + (team % 3) }, (_, index) => {
      const treated = team % 2 === 0;
      const before = 10 + team + ((index * 5) % 7);
      const after = before + ((team * 3 + index * 2) % 5) + (treated ? effect : 0);
      return person(`${team}-${index}`, treated ? "treatment" : "control", [before, after], {
        cluster: `team ${team}`,
      });
    }),
  ).flat();
}

/** The same from the rows in memory, without SQL. */
function fromRows(members: readonly StudyPerson[], adjustment: "lin" | "difference") {
  const clusters = [...new Set(members.map(({ cluster }) => cluster ?? ""))].map((cluster) => {
    const own = members.filter((member) => member.cluster === cluster);
    const column = (at: number) => own.map(({ values }) => Number(values[at]?.value));
    const columns = adjustment === "lin" ? [column(1), column(0)] : [column(1)];
    const arm = own[0]?.arm === "control" ? ("control" as const) : ("treated" as const);
    return { cluster, arm, ...jointMomentsOf(columns) };
  });
  const estimate = adjustedCr2(clusters, adjustment);
  if (estimate.kind !== "estimate") throw new Error(estimate.reason);
  return estimate;
}

test("teams drawn as wholes get CR2 errors with Bell-McCaffrey degrees of freedom, equal to those of the rows", async () => {
  const result = await evaluateStudy(design, teams());
  expect(result.results.map(({ method }) => method)).toEqual([
    "lin_cr2",
    "difference_cr2",
    "ancova_cr2",
    "did_cr1",
    "cluster_mean_welch",
  ]);
  expect(result.results[0]).toMatchObject({ headline: true, status: "estimated" });
  for (const adjustment of ["lin", "difference"] as const) {
    const expected = fromRows(teams(), adjustment);
    const found = methodOf(result, `${adjustment}_cr2`);
    expect(found.estimate).toBeCloseTo(expected.estimate, 9);
    expect(found.standard_error).toBeCloseTo(expected.standardError ?? Number.NaN, 9);
    expect(found.df).toBeCloseTo(expected.degreesOfFreedom ?? Number.NaN, 7);
  }
  expect(result.claim.limits.join()).not.toMatch(/not built/);
});

test("under twenty clusters the draw itself is asked, exactly, and the likeness of a team's people is told", async () => {
  const { detail } = methodOf(await evaluateStudy(design, teams(20)), "lin_cr2");
  // Of the 70 ways to draw four of eight teams only the one drawn and its mirror image part the arms as far.
  expect(detail.randomisation).toMatchObject({
    of: "change",
    exact: true,
    assignments: 70,
    p: 2 / 70,
    smallest_p: 1 / 70,
  });
  expect(detail.correlation).toMatchObject({ of: "value before" });
  const { icc, design_effect } = detail.correlation as { icc: number; design_effect: number };
  expect(design_effect).toBeCloseTo(1 + (teams().length / 8 - 1) * Math.max(0, icc), 10);
});

test("without a baseline the unadjusted difference leads", async () => {
  const late = teams().map((member) => ({ ...member, values: member.values.slice(1) }));
  const result = await evaluateStudy(design, late);
  expect(result.results[0]).toMatchObject({ method: "difference_cr2", headline: true, status: "estimated" });
  expect(methodOf(result, "lin_cr2").reason).toMatch(/No baseline/);
  expect(result.results[0]?.detail.randomisation).toMatchObject({ of: "follow-up" });
});

test("relabelling the arms turns the sign, and one team an arm is refused", async () => {
  const swapped = teams().map((member) => ({ ...member, arm: member.arm === "control" ? "treatment" : "control" }));
  const [one, other] = [await evaluateStudy(design, teams()), await evaluateStudy(design, swapped)];
  for (const method of ["lin_cr2", "difference_cr2", "ancova_cr2"]) {
    expect(methodOf(other, method).estimate).toBeCloseTo(-(methodOf(one, method).estimate ?? Number.NaN), 9);
    expect(methodOf(other, method).df).toBeCloseTo(methodOf(one, method).df ?? Number.NaN, 7);
  }
  const single = teams().map((member) => ({ ...member, cluster: member.arm ?? "" }));
  expect((await evaluateStudy(design, single)).results[0]?.reason).toMatch(/Too few clusters/);
});
