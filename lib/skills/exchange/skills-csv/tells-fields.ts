import { anchorColumns } from "@/lib/intake/taxonomy/skill-columns";
import type { Parsed } from "@/lib/skills/exchange/parsed";
import type { NodeKind } from "@/lib/skills/tree/node";

/** The columns that say a field of a node; one of them in the header is enough. */
const columnsOf: Record<NodeKind, Record<string, readonly string[]>> = {
  role: { summary: ["role_summary"], ownerId: ["role_owner"], source: ["role_source"] },
  task: {
    position: ["task_position"],
    critical: ["critical_task"],
    frequency: ["frequency"],
    impact: ["impact"],
    source: ["task_source"],
  },
  skill: {
    summary: ["skill_summary"],
    facet: ["skill_facet", "facet"],
    risk: ["skill_risk", "risk"],
    depth: ["skill_depth", "depth"],
    halfLifeDays: ["half_life_days"],
    ownerId: ["skill_owner"],
    rangeReason: ["range_reason"],
    source: ["skill_source"],
  },
  behaviour: {
    skillId: ["skill"],
    facet: ["facet"],
    anchors: anchorColumns,
    seenBy: ["seen_by"],
    ofTeam: ["of_team"],
    position: ["behaviour_position"],
    source: ["behaviour_source"],
  },
  need: {
    targetLevel: ["need_level", "target_level"],
    risk: ["risk"],
    depth: ["depth"],
    critical: ["critical_need"],
    facet: ["need_facet"],
    position: ["need_position"],
  },
};

/** A column that is there and empty says that there is nothing; one that is not there says nothing. */
export function tellsFields(present: ReadonlySet<string>): Parsed["tells"] {
  return ({ kind }, field) => (columnsOf[kind][field] ?? []).some((column) => present.has(column));
}
