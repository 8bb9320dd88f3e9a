import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { judge, levelOf, type MaturityFacts, missingFor } from "./criteria";
import { cheapestStep, stepFor } from "./next-steps";

const nothing: MaturityFacts = {
  people: 40,
  learned: 0,
  needs: 5,
  describedNeeds: 0,
  behaviours: 0,
  anchored: 0,
  observed: 0,
  observedMonths: 0,
  operational: 0,
  signalled: 0,
  pairs: 200,
  evidenced: 0,
  agreed: 0,
  revised: false,
  signalAge: null,
  valued: false,
};
const eventBased = { ...nothing, learned: 20 };
const verified = { ...eventBased, describedNeeds: 4, behaviours: 20, anchored: 10, observed: 20, observedMonths: 3 };
const integrated = { ...verified, operational: 40, signalled: 20, evidenced: 100, agreed: 25, revised: true };
const enterprise = { ...integrated, evidenced: 160, agreed: 40, signalAge: 7, valued: true };

test.each([
  [0, nothing],
  [1, eventBased],
  [2, verified],
  [3, integrated],
  [4, enterprise],
])("a role that meets just what level %i asks for has it", (level, facts) => {
  expect(levelOf(judge(facts))).toBe(level);
});

test("everything a higher level asks for does not make up for what a lower one lacks", () => {
  const criteria = judge({ ...enterprise, observedMonths: 2 });
  expect(levelOf(criteria)).toBe(1);
  expect(missingFor(criteria).map(({ id }) => id)).toEqual(["kept_up"]);
});

test("a share of nothing is not met", () => {
  expect(judge({ ...enterprise, needs: 0, describedNeeds: 0 }).find(({ id }) => id === "behaviours")?.met).toBe(false);
});

test("one more of the people, one more of the months, one criterion the fewer: the level never falls when a fact improves", () => {
  const better: Partial<MaturityFacts>[] = [
    { learned: 40 },
    { describedNeeds: 5 },
    { anchored: 20 },
    { observed: 40 },
    { signalled: 40 },
    { agreed: 160 },
    { revised: true },
    { signalAge: 0 },
    { valued: true },
  ];
  for (const facts of [nothing, eventBased, verified, integrated, enterprise]) {
    for (const change of better)
      expect(levelOf(judge({ ...facts, ...change }))).toBeGreaterThanOrEqual(levelOf(judge(facts)));
  }
});

test("the cheapest step is the one with the least work among what the next level lacks", () => {
  const missing = missingFor(judge({ ...verified, operational: 40 }));
  expect(missing.map(({ id }) => id)).toEqual(["signals", "two_sources", "revised"]);
  expect(cheapestStep(missing)?.criterion).toBe("revised");
  expect(cheapestStep([])).toBeNull();
});

test.each(judge(nothing).map(({ id }) => stepFor(id)))(
  "whoever is shown the way to $href may open it: $criterion",
  async (step) => {
    expect(await readFile(`app/(app)${step.href}/page.tsx`, "utf8")).toContain(`viewerFor("${step.needs}")`);
  },
);
