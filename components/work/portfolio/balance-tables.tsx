import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { SkillBalance, TaskTrouble, Verdict } from "@/lib/work/portfolio/balance";
import type { Evaluated } from "@/lib/work/portfolio/evaluated";
import type { LearningBalance } from "@/lib/work/portfolio/read-balance";

type BalanceTableProps = { balance: LearningBalance; formats: Formats };

const verdictWords: Record<Verdict, string> = {
  "more-trouble": "More trouble than learning time",
  "more-learning": "More learning time than trouble",
  "in-balance": "In balance, as far as can be told",
  "too-few": "Too few cases to tell",
  "time-not-known": "Learning time not known",
};

/** Skills, the most trouble for their learning time first. */
export function BalanceTable({ balance: { skills, evaluated }, formats }: BalanceTableProps) {
  const count = (value: number): Cell => ({ text: formats.number(value), sort: value });
  return (
    <DataTable
      id="balance"
      caption="Learning time against errors, escalations and help, by skill"
      hideCaption
      csv="learning-against-trouble.csv"
      filter
      columns={[
        { id: "skill", header: "Skill", rowHeader: true },
        { id: "verdict", header: "What it says" },
        { id: "ratio", header: "Ratio", align: "end" },
        { id: "from", header: "Ratio, lower end", fileOnly: true },
        { id: "until", header: "Ratio, upper end", fileOnly: true },
        { id: "hours", header: "Hours", align: "end", wide: true },
        { id: "shareOfHours", header: "Share of hours", align: "end", wide: true },
        { id: "shareOfTrouble", header: "Share of trouble", align: "end", wide: true },
        { id: "wrong", header: "Errors and reopened", align: "end", wide: true },
        { id: "escalated", header: "Escalated", align: "end", wide: true },
        { id: "assisted", header: "Helped", align: "end", wide: true },
        { id: "minutes", header: "Minutes of helpers", align: "end", wide: true },
        { id: "evaluated", header: "Evaluated", wide: true },
      ]}
      rows={skills.map((one) => ({
        id: one.skillId,
        cells: {
          skill: one.skill,
          verdict: verdictWords[one.verdict],
          ratio: ratioCell(one, formats),
          from: one.ratio?.interval[0] ?? null,
          until: one.ratio?.interval[1] ?? null,
          hours: one.known
            ? figure(one.hours, formats)
            : { text: `at least ${formats.figure(one.hours)}`, sort: one.hours },
          shareOfHours: share(one.shareOfHours, formats),
          shareOfTrouble: share(one.shareOfTrouble, formats),
          wrong: count(one.wrong),
          escalated: count(one.escalated),
          assisted: count(one.assisted),
          minutes: minutesCell(one.minutes, formats),
          evaluated: evaluatedCell(evaluated[one.skillId] ?? []),
        },
      }))}
    />
  );
}

/** The same tasks one by one, under each skill they need. */
export function BalanceTasksTable({ balance: { skills }, formats }: BalanceTableProps) {
  const count = (value: TaskTrouble["wrong"]): Cell =>
    value === null ? { text: "not known", sort: null } : { text: formats.number(value), sort: value };
  return (
    <DataTable
      id="balance-tasks"
      caption="By task: what goes wrong where the skill is needed"
      csv="trouble-by-task.csv"
      filter
      columns={[
        { id: "task", header: "Task", rowHeader: true },
        { id: "skill", header: "Skill" },
        { id: "role", header: "Role", wide: true },
        { id: "hours", header: "Hours on the skill", align: "end", wide: true },
        { id: "jobs", header: "Jobs", align: "end", wide: true },
        { id: "wrong", header: "Errors and reopened", align: "end" },
        { id: "escalated", header: "Escalated", align: "end" },
        { id: "assisted", header: "Helped", align: "end" },
        { id: "minutes", header: "Minutes of helpers", align: "end", wide: true },
      ]}
      rows={skills.flatMap(({ skillId, skill, hours, tasks }) =>
        tasks.map((task) => ({
          id: `${skillId} ${task.key}`,
          cells: {
            task: task.task,
            skill,
            role: task.role,
            hours: figure(hours, formats),
            jobs: count(task.jobs),
            wrong: count(task.wrong),
            escalated: count(task.escalated),
            assisted: count(task.assisted),
            minutes: minutesCell(task.minutes, formats),
          },
        })),
      )}
    />
  );
}

const figure = (value: number, formats: Formats): Cell => ({ text: formats.figure(value), sort: value });

const share = (value: number | null, formats: Formats): Cell =>
  value === null ? null : { text: formats.percent(value, { decimals: 0 }), sort: value };

function ratioCell({ ratio, verdict }: SkillBalance, formats: Formats): Cell {
  if (!ratio)
    return verdict === "more-trouble"
      ? { text: "no learning time", sort: Number.MAX_VALUE, saved: "no learning time" }
      : null;
  const [value, low, high] = [ratio.value, ...ratio.interval].map((one) => formats.number(one, { decimals: 1 }));
  return { text: `${value} (${low} to ${high})`, sort: ratio.value };
}

function minutesCell(minutes: SkillBalance["minutes"], formats: Formats): Cell {
  if (minutes === "withheld") return { text: "withheld", sort: null };
  return minutes === null ? { text: "not known", sort: null } : figure(minutes, formats);
}

function evaluatedCell(found: readonly Evaluated[]): Cell {
  if (found.length === 0) return { text: "no initiative yet", sort: null };
  const words = ({ title, kpi, grade }: Evaluated) => `${title}: ${kpi}, grade ${grade}`;
  const saved = found.map((one) => `${words(one)}. ${one.sentence}`).join("; ");
  return {
    text: found.map(words).join("; "),
    saved,
    node: (
      <span className="block space-y-1">
        {found.map((one) => (
          <Link key={one.id} className="link block" href={initiativeHref(one.id)} title={one.sentence}>
            {words(one)}
          </Link>
        ))}
      </span>
    ),
  };
}
