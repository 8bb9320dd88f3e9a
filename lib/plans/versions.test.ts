import { expect, test } from "vitest";
import type { Plan } from "@/lib/evaluation/plan";
import { chainChanges, nextVersionHref } from "./versions";
import { readChoices } from "./wizard/choices";

const plan = {
  id: "3f0e9b1c-1111-4111-8111-111111111111",
  title: "Refunds, version 2",
  design: "phased",
  chain: { skill_gap: "They guess", behaviours: ["Asks", "Checks"], activities: ["cards"], role: ["Clerk"] },
  primary: { code: "errors" },
  secondaries: [{ code: "money" }],
  placebos: [],
} as unknown as Plan;

test("the next version opens the wizard with what this one planned, under the next number", () => {
  const role = "3f0e9b1c-2222-4222-8222-222222222222";
  const href = nextVersionHref(plan, { version: 2, roleIds: [role] });
  const query = new URLSearchParams(href.split("?")[1]);
  const given = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
  expect(readChoices(given)).toMatchObject({
    ...{ iterates: plan.id, title: "Refunds, version 3", design: "phased", kpi: "errors", gap: "They guess" },
    ...{ secondary: ["money"], placebo: [], behaviour: ["Asks", "Checks"], activity: ["cards"], role: [role] },
  });
});

test("what changed between versions is told part by part, and nothing where nothing did", () => {
  const { title, design, chain } = plan;
  expect(chainChanges({ title, design, chain }, { title, design, chain })).toEqual([]);
  const after = { title, design: "randomised", chain: { ...chain, behaviours: ["Checks", "Asks", "Closes"] } };
  expect(chainChanges({ title, design, chain }, after)).toEqual([
    { what: "Design", from: "phased", to: "randomised" },
    { what: "Behaviours", from: "Asks, Checks", to: "Asks, Checks, Closes" },
  ]);
});
