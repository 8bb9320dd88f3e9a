import type { Plan } from "@/lib/evaluation/plan";
import { plannable } from "@/lib/plans/wizard/choices";

/** The wizard as it stands for the next version of an initiative: its KPIs, design and chain, to be changed by what was learned. */
export function nextVersionHref(
  { id, title, chain, primary, secondaries, placebos, design }: Plan,
  { version, roleIds }: { version: number; roleIds: readonly string[] },
): string {
  const query = new URLSearchParams({ iterates: id, title: `${withoutVersion(title)}, version ${version + 1}` });
  if (plannable.includes(design)) query.set("design", design);
  if (chain.skill_gap) query.set("gap", chain.skill_gap);
  if (primary) query.set("kpi", primary.code);
  const several = {
    secondary: secondaries.map(({ code }) => code),
    placebo: placebos.map(({ code }) => code),
    behaviour: chain.behaviours ?? [],
    activity: chain.activities ?? [],
    role: roleIds,
  };
  for (const [name, values] of Object.entries(several)) for (const value of values) query.append(name, value);
  return `/initiatives/new?${query}`;
}

const withoutVersion = (title: string) => title.replace(/, version \d+$/, "");

type Chained = { title: string; design: string; chain: Plan["chain"] };
export type VersionChange = { what: string; from: string; to: string };

const listOf = (names: readonly string[] | undefined) =>
  names && names.length > 0 ? [...names].sort().join(", ") : "none";

/** What of the chain and the design differs between two versions. */
export function chainChanges(before: Chained, after: Chained): VersionChange[] {
  const parts: [string, string, string][] = [
    ["Design", before.design.replaceAll("_", " "), after.design.replaceAll("_", " ")],
    ["Skill gap", before.chain.skill_gap ?? "none", after.chain.skill_gap ?? "none"],
    ["Roles", listOf(before.chain.role), listOf(after.chain.role)],
    ["Behaviours", listOf(before.chain.behaviours), listOf(after.chain.behaviours)],
    ["Activities", listOf(before.chain.activities), listOf(after.chain.activities)],
  ];
  return parts.flatMap(([what, from, to]) => (from === to ? [] : [{ what, from, to }]));
}
