import { poissonRate } from "@/lib/stats/poisson-rate";

/** Jobs of a task that went wrong, were escalated, were helped; null where it is not known, or of too few people. */
export type TaskTrouble = {
  key: string;
  task: string;
  role: string;
  jobs: number;
  wrong: number | null;
  escalated: number | null;
  assisted: number | null;
  /** Of those who were asked for help about it. */
  minutes: number | null | "withheld";
  /** What the task needs; may be empty. */
  skillIds: readonly string[];
};

/** Learning time of a skill in the period. `known` is false where an activity was used and no event says how long. */
export type SkillTime = { skillId: string; skill: string; hours: number; known: boolean };

export type Verdict = "more-trouble" | "more-learning" | "in-balance" | "too-few" | "time-not-known";

export type SkillBalance = SkillTime & {
  /** Of the tasks that need it, in full: a task that needs two skills stands in both. */
  jobs: number;
  wrong: number;
  escalated: number;
  assisted: number;
  minutes: number | null | "withheld";
  /** Of the hours, and of the trouble, of all skills here whose time is known; a task's counts for its skills in equal parts. Null where it is not known. */
  shareOfHours: number | null;
  shareOfTrouble: number | null;
  /** Share of trouble over share of hours with its 95 % interval; null without hours. */
  ratio: { value: number; interval: [number, number] } | null;
  verdict: Verdict;
  tasks: readonly TaskTrouble[];
};

export type Balance = {
  skills: SkillBalance[];
  hours: number;
  trouble: number;
  /** Trouble of tasks for which no skill is named. */
  elsewhere: number;
};

/** Conventions: a quarter more, or less, than its share; and so many cases, had or expected, before anything is said. */
const balanceLimits = { more: 1.25, less: 0.8, cases: 30 } as const;

const troubleOf = ({ wrong, escalated, assisted }: TaskTrouble): number =>
  (wrong ?? 0) + (escalated ?? 0) + (assisted ?? 0);

/**
 * Where learning time goes beside where work goes wrong, by skill. Trouble of a task is split evenly over the skills it needs, so that shares add up
 * to one; both are over the skills whose time is known: hours nobody knows would make the share of every other skill too large. The interval takes
 * a skill's cases as a Poisson count (Garwood 1936) against those its share of the hours would lead one to expect.
 * A description: it does not say that learning takes trouble away. Skills that no task with jobs needs are left out.
 */
export function balanceOf(tasks: readonly TaskTrouble[], times: readonly SkillTime[]): Balance {
  const tasksOf = new Map<string, TaskTrouble[]>();
  for (const task of tasks) for (const id of task.skillIds) tasksOf.set(id, [...(tasksOf.get(id) ?? []), task]);
  const needed = times.filter(({ skillId }) => tasksOf.has(skillId));
  const hours = sum(needed, (time) => time.hours);
  const named = tasks.filter(({ skillIds }) => skillIds.length > 0);
  const trouble = sum(named, troubleOf);
  const casesOf = (skillId: string) =>
    sum(tasksOf.get(skillId) ?? [], (task) => troubleOf(task) / task.skillIds.length);
  const timed = needed.filter(({ known }) => known);
  const timedHours = sum(timed, (time) => time.hours);
  const timedCases = sum(timed, ({ skillId }) => casesOf(skillId));
  const skills = needed.map((time): SkillBalance => {
    const own = tasksOf.get(time.skillId) ?? [];
    const cases = casesOf(time.skillId);
    const shareOfHours = time.known && timedHours > 0 ? time.hours / timedHours : null;
    const expected = timedCases * (shareOfHours ?? 0);
    const ratio = ratioOf(cases, expected);
    return {
      ...time,
      jobs: sum(own, ({ jobs }) => jobs),
      wrong: sum(own, (task) => task.wrong ?? 0),
      escalated: sum(own, (task) => task.escalated ?? 0),
      assisted: sum(own, (task) => task.assisted ?? 0),
      minutes: minutesOf(own),
      shareOfHours,
      shareOfTrouble: time.known && timedCases > 0 ? cases / timedCases : null,
      ratio,
      verdict: verdictOf({ known: shareOfHours !== null, cases, expected, ratio }),
      tasks: own,
    };
  });
  const farthest = ({ ratio, shareOfTrouble }: SkillBalance) =>
    ratio?.value ?? (shareOfTrouble ? Number.POSITIVE_INFINITY : 0);
  return {
    skills: skills.toSorted((a, b) => farthest(b) - farthest(a) || a.skill.localeCompare(b.skill)),
    hours,
    trouble,
    elsewhere: sum(tasks, troubleOf) - trouble,
  };
}

/** The rate is one per 100, so that of a hundred times what is expected is cases over expected. */
function ratioOf(cases: number, expected: number): SkillBalance["ratio"] {
  if (expected <= 0) return null;
  const rate = poissonRate({ events: cases, personYears: 100 * expected, people: 1 });
  return rate.kind === "figure" && rate.interval ? { value: rate.value, interval: rate.interval } : null;
}

type Judged = { known: boolean; cases: number; expected: number; ratio: SkillBalance["ratio"] };

function verdictOf({ known, cases, expected, ratio }: Judged): Verdict {
  if (!known) return "time-not-known";
  if (Math.max(cases, expected) < balanceLimits.cases) return "too-few";
  if (!ratio) return "more-trouble";
  const [low, high] = ratio.interval;
  if (low > balanceLimits.more) return "more-trouble";
  return high < balanceLimits.less ? "more-learning" : "in-balance";
}

function minutesOf(tasks: readonly TaskTrouble[]): SkillBalance["minutes"] {
  const known = tasks.flatMap(({ minutes }) => (typeof minutes === "number" ? [minutes] : []));
  if (known.length > 0) return known.reduce((all, minutes) => all + minutes, 0);
  return tasks.some(({ minutes }) => minutes === "withheld") ? "withheld" : null;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((all, item) => all + of(item), 0);
}
