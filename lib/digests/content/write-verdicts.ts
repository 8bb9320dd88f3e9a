import { may } from "@/lib/access/policy";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { type InitiativeRow, readInitiatives } from "@/lib/initiatives/read-initiatives";
import type { WriteSection } from "./section-news";

/** Initiatives of which something else may be said than in the last digest; those without an effect stand among them. */
export const writeVerdicts: WriteSection = async ({ viewer }) => {
  // As the page does before it lists them; nobody asked for it, so the log names nobody.
  if (may(viewer.roles, "initiative.evaluate")) await evaluateMissing({ ...viewer, userId: null });
  const rows = await readInitiatives(viewer, null);
  return {
    title: "New verdicts",
    href: "/initiatives",
    items: rows.flatMap((row) => (row.claim ? [verdict(row, row.claim)] : [])),
    none: "Nothing else may be said of any initiative than in the last digest.",
  };
};

const verdict = ({ id, title }: InitiativeRow, { grade, sentence }: NonNullable<InitiativeRow["claim"]>) => ({
  text: `${title}: ${sentence}`,
  grade,
  href: initiativeHref(id),
  news: `verdict ${id} ${grade} ${sentence}`,
});
