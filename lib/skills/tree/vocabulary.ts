import type * as taxonomy from "@/db/schema/taxonomy";

/** The lists of the schema once more, because a browser does not load the schema; `satisfies` keeps them the same. */
export const facets = ["knowledge", "judgment", "fluency"] as const satisfies typeof taxonomy.facets;
export const risks = ["low", "medium", "high"] as const satisfies typeof taxonomy.risks;
export const depths = ["routine", "applied", "complex"] as const satisfies typeof taxonomy.depths;
export const witnesses = ["manager", "peer", "system"] as const satisfies typeof taxonomy.witnesses;

export type Facet = (typeof facets)[number];

export const facetWords = { knowledge: "Knowledge", judgment: "Judgement", fluency: "System fluency" } as const;
export const riskWords = { low: "Low", medium: "Medium", high: "High" } as const;
export const depthWords = { routine: "Routine", applied: "Applied", complex: "Complex" } as const;
export const witnessWords = { manager: "Manager", peer: "Peer", system: "System" } as const;
export const kindWords = {
  role: "Role",
  task: "Task",
  skill: "Skill",
  behaviour: "Behaviour",
  need: "Need",
} as const;
