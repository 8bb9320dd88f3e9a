import type { RoleFigures, TaskFigures } from "@/lib/work/figures/task-figures";

/** Where a task stands from 1 to 5 each way. */
export type Place = { frequency: number; impact: number };

/** A level begins at so large a share of the role's jobs: one in 40, in 16, in 8, in 4. */
const frequencyBounds = [1 / 40, 1 / 16, 1 / 8, 1 / 4] as const;
/** A level begins at so many times what a job of the role loses on average. */
const impactBounds = [0.25, 0.5, 1, 2] as const;

const levelOf = (value: number, bounds: readonly number[]) => 1 + bounds.filter((bound) => value >= bound).length;

/** Fewer tell nothing: of the role for frequency, of known outcome in the task for impact. */
const leastJobs = { role: 50, task: 30 };

export type ComputedPlace = {
  /** The task's share of the role's jobs; null with too few jobs. */
  frequency: { level: number; shareOfJobs: number; perPersonMonth: number } | null;
  /** `times` what a job of the role loses on average; `of` is what is lost. Null with too few outcomes or where no job of the role went wrong. */
  impact: { level: number; times: number; of: LossBasis } | null;
};

export type LossBasis = "minutes" | "value" | "jobs";

/**
 * Where work events put the tasks of one role. **Frequency**: jobs of the task per person and month, over those of all tasks of the
 * role: its share of the role's jobs. Levels begin at fixed shares, so that a task does not move because another one did, and a log that holds
 * only some of the jobs gives the same. **Impact**: what a job of the task loses on average, over what a job of the role does. A job
 * loses its weight where it ended in an error, was reopened or escalated; its weight is its value where at least half of the jobs of each
 * task have one, else its minutes where at least half have those, else 1. Mean weight of the task times its share of trouble, so the levels begin
 * at fixed multiples and nothing hangs on ranks.
 *
 * @param tasks figures of all tasks of the role that may be shown
 */
export function computedPlaces(role: RoleFigures, tasks: readonly TaskFigures[]): Map<string, ComputedPlace> {
  const of = basisOf(tasks);
  const losses = tasks.map((task) => ({ task, loss: lossOf(task, of) }));
  const known = losses.flatMap(({ task, loss }) => (loss === null ? [] : [{ jobs: task.jobs, loss }]));
  const jobs = known.reduce((sum, one) => sum + one.jobs, 0);
  const average = jobs === 0 ? 0 : known.reduce((sum, one) => sum + one.jobs * one.loss, 0) / jobs;
  return new Map(
    losses.map(({ task, loss }): [string, ComputedPlace] => {
      const { shareOfJobs, perPersonMonth, taskId } = task;
      const times = loss === null || average === 0 ? null : loss / average;
      return [
        taskId,
        {
          frequency:
            role.jobs < leastJobs.role
              ? null
              : { level: levelOf(shareOfJobs, frequencyBounds), shareOfJobs, perPersonMonth },
          impact: times === null ? null : { level: levelOf(times, impactBounds), times, of },
        },
      ];
    }),
  );
}

function basisOf(tasks: readonly TaskFigures[]): LossBasis {
  const all = (known: (task: TaskFigures) => number) => tasks.every((task) => known(task) * 2 >= task.jobs);
  if (all(({ valueKnown }) => valueKnown)) return "value";
  return all(({ minutesKnown }) => minutesKnown) ? "minutes" : "jobs";
}

function lossOf({ signals, minutes, value }: TaskFigures, of: LossBasis): number | null {
  const { wrong, escalated } = signals;
  if (!wrong || !escalated || wrong.of < leastJobs.task) return null;
  const weight = of === "value" ? value : of === "minutes" ? minutes : 1;
  return weight === null ? null : (wrong.share + escalated.share) * weight;
}

export const frequencyWords: Record<number, string> = {
  1: "rarer than one job in 40",
  2: "one job in 40 or more",
  3: "one job in 16 or more",
  4: "one job in 8 or more",
  5: "one job in 4 or more",
};

export const impactWords: Record<number, string> = {
  1: "hardly anything is lost",
  2: "less is lost than in other jobs",
  3: "somewhat less than usual is lost",
  4: "more is lost than usual",
  5: "twice as much is lost, or more",
};
