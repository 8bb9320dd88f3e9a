/** What a taxonomy file says beside its nodes. */
export type Extras = {
  /** E-mail addresses by user id. */
  owners: ReadonlyMap<string, string>;
  /** By task id; described at /work. */
  taskPaths: ReadonlyMap<string, TaskPath>;
};

type TaskPath = { goodPath: string | null; failurePath: string | null; decisionQuality: string | null };
