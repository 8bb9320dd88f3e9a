import type { BehaviourNode, SkillNode } from "@/lib/skills/tree/node";

type Anchors = [notYet: string, withHelp: string, alone: string, inHardCases: string, showsOthers: string];

type TemplateBehaviour = {
  statement: string;
  anchors: Anchors;
  seenBy: BehaviourNode["seenBy"];
  ofTeam?: boolean;
};

type TemplateTask = { name: string; frequency: number; impact: number; critical: boolean };

export type TemplateSkill = {
  name: string;
  summary: string;
  facet: NonNullable<SkillNode["facet"]>;
  risk: NonNullable<SkillNode["risk"]>;
  depth: NonNullable<SkillNode["depth"]>;
  halfLifeDays: number;
  /** Names of the tasks that need it, the one it matters most for first. */
  tasks: string[];
  targetLevel: number;
  behaviours: TemplateBehaviour[];
};

/** A role somebody can start from: written from practice, in our own words, to be changed. */
export type Template = {
  key: string;
  title: string;
  about: string;
  role: { name: string; summary: string };
  tasks: TemplateTask[];
  skills: TemplateSkill[];
};

export const seen = {
  byPeople: ["manager", "peer"],
  byManager: ["manager"],
  byAll: ["manager", "peer", "system"],
} satisfies Record<string, BehaviourNode["seenBy"]>;
