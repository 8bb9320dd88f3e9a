import { isSmallGroup } from "@/lib/access/privacy";
import { ratioOfSumsChange } from "@/lib/stats/ratio-of-sums-change";
import { momentsOfTask } from "./moments-of-task";
import { type RoleTotals, type Signal, signals, type TaskSums, type WorkSums } from "./read-task-sums";

/** How a signal of a task stands against all other work of the role, in the same people. Shares; `asked` per job. */
export type SignalFigure = {
  count: number;
  of: number;
  share: number;
  /** Of the role's other tasks; null where it has none. */
  rest: number | null;
  /** Of share less rest, wide enough for all tasks and signals of the role at once; null where it cannot be told. */
  apart: [number, number] | null;
};

export type TaskFigures = {
  roleId: string;
  taskId: string;
  people: number;
  jobs: number;
  perPersonMonth: number;
  shareOfJobs: number;
  /** Of a job; null where none has them, or those of fewer people than the minimum. */
  minutes: number | null;
  value: number | null;
  /** Jobs whose minutes, value are known. */
  minutesKnown: number;
  valueKnown: number;
  /** Null where nothing is known of it, or of fewer people than the minimum. */
  signals: Record<Signal, SignalFigure | null>;
  /** People with enough jobs to tell, and those of them who do it right and alone; null under the minimum. */
  alone: { of: number; able: number } | null;
};

export type RoleFigures = { roleId: string; people: number; personMonths: number; jobs: number };

export type WorkFigures = {
  tasks: TaskFigures[];
  /** Keys (`figureKey`) of tasks done by so few people that nothing is said of them. No total holds them. */
  withheld: string[];
  roles: RoleFigures[];
};

export const figureKey = ({ roleId, taskId }: { roleId: string; taskId: string }) => `${roleId} ${taskId}`;

/** Figures of tasks from their sums, each against the role's other tasks with an interval that holds for all of them at once. */
export function taskFigures({ tasks, roles, small }: WorkSums, minimum: number): WorkFigures {
  const shown = roles.flatMap((role) => {
    const own = tasks.filter(({ roleId }) => roleId === role.roleId);
    const confidence = 1 - 0.05 / Math.max(1, own.length * signals.length);
    return own.map((task) => figuresOf(task, role, { confidence, minimum }));
  });
  return {
    tasks: shown,
    withheld: small.map(figureKey),
    roles: roles.map(({ roleId, people, personMonths, jobs }) => ({ roleId, people, personMonths, jobs })),
  };
}

type Rule = { confidence: number; minimum: number };

function figuresOf(task: TaskSums, role: RoleTotals, { confidence, minimum }: Rule): TaskFigures {
  const isSmall = (people: number) => isSmallGroup(people, minimum);
  const signal = (name: Signal) => (isSmall(task.signals[name].n) ? null : signalFigure(task, role, name, confidence));
  const minutesN = isSmall(task.minutesPeople) ? 0 : task.minutesN;
  const valueN = isSmall(task.valuePeople) ? 0 : task.valueN;
  return {
    roleId: task.roleId,
    taskId: task.taskId,
    people: task.people,
    jobs: task.jobs,
    perPersonMonth: task.jobs / role.personMonths,
    shareOfJobs: task.jobs / role.jobs,
    minutes: minutesN > 0 ? task.minutes / minutesN : null,
    value: valueN > 0 ? task.value / valueN : null,
    minutesKnown: minutesN,
    valueKnown: valueN,
    signals: {
      wrong: signal("wrong"),
      escalated: signal("escalated"),
      assisted: signal("assisted"),
      asked: role.signals.asked.A > 0 ? signal("asked") : null,
    },
    alone: task.tried === 0 || isSmall(task.tried) ? null : { of: task.tried, able: task.alone },
  };
}

function signalFigure(task: TaskSums, role: RoleTotals, name: Signal, confidence: number): SignalFigure | null {
  const [own, whole] = [task.signals[name], role.signals[name]];
  if (own.b === 0) return null;
  const figure = ratioOfSumsChange(momentsOfTask(own, whole), confidence);
  const restOf = whole.B - own.b;
  return {
    count: own.a,
    of: own.b,
    share: own.a / own.b,
    rest: restOf > 0 ? (whole.A - own.a) / restOf : null,
    apart: figure.kind === "figure" ? figure.interval : null,
  };
}
