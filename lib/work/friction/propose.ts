import type { SignalFigure, TaskFigures } from "@/lib/work/figures/task-figures";
import type { FrictionKind } from "./kinds";

/** Which signal of work tells of which friction, first come first looked at. */
export const signalsOf = {
  struggle: ["assisted", "asked"],
  escalate: ["escalated"],
  avoidable_error: ["wrong"],
} as const satisfies Record<FrictionKind, readonly string[]>;

export type FrictionSignal = (typeof signalsOf)[FrictionKind][number];

/** What a friction point from data rests on, and what is kept of it. */
export type Proposal = {
  roleId: string;
  taskId: string;
  kind: FrictionKind;
  signal: FrictionSignal;
  share: number;
  rest: number;
  apart: [number, number];
  jobs: number;
  people: number;
};

/** Jobs, and jobs in which it happened, below which nothing is proposed; and how far above the role's other tasks it must be. */
const least = { jobs: 30, happened: 5, times: 1.25 };

/**
 * Friction that work events show: where help, requests for help, escalations or errors are at least a quarter more frequent than in the role's
 * other tasks, and the interval of the difference, which holds for all tasks and signals of the role at once, lies above zero. So of twenty
 * roles in which no task differs, about one proposes anything. Most pronounced first.
 */
export function proposeFriction(tasks: readonly TaskFigures[]): Proposal[] {
  const found = tasks.flatMap((task) =>
    (Object.keys(signalsOf) as FrictionKind[]).flatMap((kind) => {
      const standing = signalsOf[kind].flatMap((signal) => {
        const figure = task.signals[signal];
        return figure && standsOut(figure) ? [{ signal, ...figure }] : [];
      });
      const [worst] = standing.toSorted((left, right) => right.share / right.rest - left.share / left.rest);
      if (!worst) return [];
      const { signal, share, rest, apart, of } = worst;
      const { roleId, taskId, people } = task;
      return [{ roleId, taskId, kind, signal, share, rest, apart, jobs: of, people }];
    }),
  );
  return found.toSorted((left, right) => right.share - right.rest - (left.share - left.rest));
}

type Standing = SignalFigure & { rest: number; apart: [number, number] };

function standsOut(figure: SignalFigure): figure is Standing {
  const { count, of, share, rest, apart } = figure;
  if (rest === null || apart === null || of < least.jobs || count < least.happened) return false;
  return apart[0] > 0 && share >= least.times * rest;
}
