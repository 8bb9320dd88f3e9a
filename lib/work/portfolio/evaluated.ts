import type { InitiativeRow } from "@/lib/initiatives/read-initiatives";

/** An evaluated initiative of a skill whose primary KPI is to fall, such as errors or escalations. */
export type Evaluated = { id: string; title: string; kpi: string; grade: string; sentence: string };

type Initiative = Pick<InitiativeRow, "id" | "title" | "chain" | "claim"> & {
  kpi: Pick<NonNullable<InitiativeRow["kpi"]>, "name" | "direction"> | null;
};

/**
 * By id of a skill the evaluated initiatives whose plan names it.
 * @param words what skills are, or were, called, with the id of each
 */
export function evaluatedBySkill(
  initiatives: readonly Initiative[],
  words: Readonly<Record<string, string>>,
): Record<string, Evaluated[]> {
  const found: Record<string, Evaluated[]> = {};
  for (const { id, title, chain, kpi, claim } of initiatives) {
    if (kpi?.direction !== "down" || !claim) continue;
    const skillIds = new Set((chain.skills ?? []).flatMap((name) => words[name] ?? []));
    for (const skillId of skillIds) {
      found[skillId] = [...(found[skillId] ?? []), { id, title, kpi: kpi.name, ...claim }];
    }
  }
  return found;
}
