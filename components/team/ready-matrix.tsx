import { Disclosure } from "@/components/ui/disclosure";
import type { Formats } from "@/lib/format/formats";
import { competence } from "@/lib/metrics/competence";
import type { LinePerson } from "@/lib/team/line";
import type { ReadyTask } from "@/lib/team/read-ready";
import { seenRule } from "@/lib/team/readiness/task-readiness";
import { ReadyPeople } from "./ready-people";

type ReadyMatrixProps = { tasks: readonly ReadyTask[]; people: readonly LinePerson[]; formats: Formats };

/** Per critical task: how many can do it alone and how its work goes; opened, everybody with the three parts. */
export function ReadyMatrix({ tasks, people, formats }: ReadyMatrixProps) {
  const percent = (value: number | null) => (value === null ? "not known" : formats.percent(value, { decimals: 0 }));
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {tasks.map((task) => (
        <li key={task.taskId}>
          <Disclosure
            summary={
              <span className="flex flex-wrap items-baseline justify-between gap-x-4 py-1">
                <span className="min-w-0">
                  <span className="font-medium">{task.task}</span>
                  <span className="block text-caption text-ink-3">
                    {task.role}
                    {task.basis === "impact"
                      ? " · none of its tasks is marked critical; this is one of high impact"
                      : ""}
                  </span>
                </span>
                <span className="text-table text-ink-2">
                  <span className="font-semibold text-ink">
                    {formats.number(task.alone)} of {formats.number(task.cells.length)} alone
                  </span>
                  {task.jobs > 0
                    ? ` · errors ${percent(task.errorRate)} · with help ${percent(task.assistedShare)} · quality ${percent(task.quality)}`
                    : " · no work events"}
                </span>
              </span>
            }
          >
            <ReadyPeople task={task} people={people} formats={formats} />
            <p className="mt-2 max-w-prose text-table text-ink-2">{ruleText(task, formats)}</p>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

function ruleText({ rule }: ReadyTask, formats: Formats): string {
  const { jobs, rightFirstTime, assisted } = rule ?? competence;
  return `Alone means all three: independent (at most ${formats.percent(assisted, { decimals: 0 })} of at least ${formats.number(jobs)} jobs with help), accurate (${formats.percent(rightFirstTime, { decimals: 0 })} right first time), consistent (so in every month with at least ${formats.number(jobs)} jobs, and at least two of them). What others saw says the same of each from ${formats.number(seenRule.ratings)} ratings on, ${formats.percent(seenRule.share, { decimals: 0 })} of them yes. One no is a no.${rule ? " The thresholds are the role's own." : ""}`;
}
