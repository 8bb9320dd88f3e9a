import type { ProficiencyRule } from "@/db/schema/taxonomy";

/** What a taxonomy file says beside its nodes. */
export type Extras = {
  /** E-mail addresses by user id. */
  owners: ReadonlyMap<string, string>;
  /** By task id; described at /work. */
  taskPaths: ReadonlyMap<string, TaskPath>;
  /** By role id; set for the role, and part of no version. */
  proficiency: ReadonlyMap<string, ProficiencyRule>;
};

type TaskPath = { goodPath: string | null; failurePath: string | null; decisionQuality: string | null };

/** What a draft does not take of a file that says it. */
export const notInDrafts = (told: { paths: boolean; proficiency: boolean }): string[] => [
  ...(told.paths
    ? ["Good path, failure path and decision quality of tasks are described at Work, not in a draft"]
    : []),
  ...(told.proficiency ? ["When somebody new counts as proficient is set for the role itself, not in a draft"] : []),
];
