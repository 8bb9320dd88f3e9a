import Link from "next/link";
import { Disclosure } from "@/components/ui/disclosure";
import { FactsTable } from "@/components/ui/facts-table";
import { GradeMark } from "@/components/ui/grade-mark";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { SkillTask } from "@/lib/skill-money/read-evaluated";
import type { SkillPay } from "@/lib/skill-money/skill-pay";
import { quadrantOf, quadrants } from "@/lib/work/matrix/advice";
import { anchorOf } from "./pay-table";
import { appliedText, kpiText, togetherText } from "./pay-words";

type PayDetailProps = { pay: SkillPay; tasks: readonly SkillTask[]; formats: Formats };

/** What one skill and one KPI rest on: initiative by initiative, and where the skill is needed. */
export function PayDetail({ pay, tasks, formats }: PayDetailProps) {
  const { skill, kpi, behaviours, evidence, correlation } = pay;
  return (
    <section
      id={anchorOf(pay)}
      aria-label={`${skill.name} and ${kpi.name}`}
      className="scroll-mt-20 border-t border-rule py-2"
    >
      <Disclosure
        summary={
          <span className="font-semibold">
            {skill.name} <span className="font-normal text-ink-2">and {kpi.name.toLowerCase()}</span>
          </span>
        }
      >
        <p className="mb-3 max-w-prose text-table text-ink-2">Seen as: {behaviours.join("; ")}.</p>
        <FactsTable
          caption={`Initiatives with ${skill.name} and ${kpi.name}`}
          hideCaption
          columns={[
            { id: "initiative", header: "Initiative", rowHeader: true },
            { id: "applied", header: "Applied" },
            { id: "effect", header: "Effect on the KPI" },
            { id: "people", header: "People", align: "end", wide: true },
            { id: "together", header: "In the same people", wide: true },
            { id: "grade", header: "Grade" },
          ]}
          rows={evidence.map((one) => ({
            id: one.initiativeId,
            cells: {
              initiative: { text: one.title, href: initiativeHref(one.initiativeId) },
              applied: one.applied ? appliedText(formats, one.applied) : "Nobody was rated",
              effect: kpiText(formats, kpi, one.effect),
              people: formats.number(one.people),
              together: togetherText(one, formats),
              grade: { text: one.grade, node: <GradeMark grade={one.grade} short /> },
            },
          }))}
        />
        <p className="mt-3 max-w-prose text-table text-ink-2">
          {correlation
            ? `Correlation over ${formats.number(correlation.initiatives)} initiatives of the effect on the skill with that on the KPI: r = ${formats.number(correlation.r, { decimals: 2 })}.`
            : "Whether a larger effect on the skill goes with a larger one on the KPI takes four initiatives to say."}
        </p>
        <Tasks tasks={tasks} />
      </Disclosure>
    </section>
  );
}

function Tasks({ tasks }: { tasks: readonly SkillTask[] }) {
  if (tasks.length === 0) return <p className="mt-2 text-table text-ink-2">No task of a role is tied to this skill.</p>;
  return (
    <ul className="mt-2 max-w-prose text-table">
      {tasks.map(({ roleId, role, taskId, task, frequency, impact }) => (
        <li key={`${roleId} ${taskId}`}>
          <Link className="link" href={`/work?role=${roleId}`}>
            {role}: {task}
          </Link>
          {frequency !== null && impact !== null
            ? `, ${quadrants[quadrantOf({ frequency, impact })].name.toLowerCase()}`
            : ""}
        </li>
      ))}
    </ul>
  );
}
