import type { RoleName } from "@/db/schema/access";
import { may, type Permission } from "@/lib/access/policy";

export const sectionIds = ["money", "decisions", "scorecard", "verdicts", "reviews", "team"] as const;
export type SectionId = (typeof sectionIds)[number];

type Section = { label: string; hint: string; needs: Permission };

/** What a digest can tell, and the permission its pages ask for. */
export const sections: Record<SectionId, Section> = {
  money: { label: "Money", hint: "What was spent and what is counted back", needs: "roi.read" },
  decisions: {
    label: "Decisions",
    hint: "What was decided, and what is to be looked at again",
    needs: "decision.read",
  },
  scorecard: { label: "Scorecard", hint: "What changed in the units you see", needs: "scorecard.read" },
  verdicts: {
    label: "New verdicts",
    hint: "Initiatives of which more may be said than before",
    needs: "initiative.read",
  },
  reviews: {
    label: "Reviews that are overdue",
    hint: "Content to revise and checkpoints that have passed",
    needs: "plan.create",
  },
  team: {
    label: "My team",
    hint: "How much waits for you, without names; in a channel only the observations that are due",
    needs: "team.read",
  },
};

const told: Partial<Record<RoleName, readonly SectionId[]>> = {
  executive: ["money", "decisions"],
  finance: ["money", "decisions"],
  hrbp: ["scorecard"],
  ld_lead: ["verdicts", "reviews"],
  admin: ["verdicts", "decisions"],
  manager: ["team"],
};

/** The sections somebody with these roles may choose. */
export const sectionsFor = (roles: readonly RoleName[]): SectionId[] =>
  sectionIds.filter((id) => may(roles, sections[id].needs));

/** Those a digest of theirs begins with. */
export const firstSections = (roles: readonly RoleName[]): SectionId[] =>
  sectionsFor(roles).filter((id) => roles.some((role) => told[role]?.includes(id)));
