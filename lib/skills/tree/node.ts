import type { depths, facets, risks, TaxonomySource, witnesses } from "@/db/schema/taxonomy";

type Facet = (typeof facets)[number];
type Risk = (typeof risks)[number];
type Depth = (typeof depths)[number];
type Witness = (typeof witnesses)[number];

/** A job people hold. */
export type RoleNode = {
  kind: "role";
  id: string;
  name: string;
  summary: string | null;
  /** A user. */
  ownerId: string | null;
  source: TaxonomySource | null;
};

/**
 * Something a role does. How often and how much it matters (1 to 5), its good and failure path describe the work and are changed at /work at
 * once; a draft gives them to a task it adds and leaves those of a published one alone.
 */
export type TaskNode = {
  kind: "task";
  id: string;
  roleId: string;
  name: string;
  position: number;
  /** One that people must be able to do alone. */
  critical: boolean;
  frequency: number | null;
  impact: number | null;
  source: TaxonomySource | null;
};

/** A skill belongs to the organisation; roles need it, see `NeedNode`. */
export type SkillNode = {
  kind: "skill";
  id: string;
  name: string;
  summary: string | null;
  facet: Facet | null;
  risk: Risk | null;
  depth: Depth | null;
  /** Days after which evidence counts half; null: as the rules of evidence say. */
  halfLifeDays: number | null;
  ownerId: string | null;
  /** Why it has fewer than three or more than five behaviours. */
  rangeReason: string | null;
  source: TaxonomySource | null;
};

/** Something a person (or a team) can be seen doing at work. */
export type BehaviourNode = {
  kind: "behaviour";
  id: string;
  skillId: string;
  statement: string;
  facet: Facet | null;
  /** What levels 1 to 5 look like, in this order. */
  anchors: (string | null)[] | null;
  seenBy: Witness[];
  ofTeam: boolean;
  position: number;
  source: TaxonomySource | null;
};

/** A role needs a skill, for a task or at large, at a level; `shownBy` names the behaviours that show it there (none: all of the skill's). */
export type NeedNode = {
  kind: "need";
  id: string;
  roleId: string;
  taskId: string | null;
  skillId: string;
  targetLevel: number | null;
  risk: Risk | null;
  depth: Depth | null;
  critical: boolean;
  facet: Facet | null;
  position: number;
  shownBy: { behaviourId: string; targetLevel: number | null }[];
};

export type TaxonomyNode = RoleNode | TaskNode | SkillNode | BehaviourNode | NeedNode;
export type NodeKind = TaxonomyNode["kind"];

/** All nodes in force, or as a draft has them. */
export type Tree = ReadonlyMap<string, TaxonomyNode>;

/** What an edit does to one node: null before is an addition, null after a removal; `heir` is the node it was made one with. */
export type Change = { id: string; before: TaxonomyNode | null; after: TaxonomyNode | null; heir?: string };

/** One step of an editor, undone and done again as a whole. */
export type Edit = { label: string; changes: Change[] };
