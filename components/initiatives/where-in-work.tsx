import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { recheckWords } from "@/components/work/friction/friction-words";
import { kpiWords } from "@/components/work/kpi-words";
import type { Formats } from "@/lib/format/formats";
import type { WhereInWork as Where } from "@/lib/initiatives/read-where-in-work";
import { frictionKindWords, frictionStatusWords } from "@/lib/work/friction/kinds";
import { loopWords } from "./loop-words";

type Props = { where: Where; minimum: number; formats: Formats };

/** The improvement loop an initiative is part of: steps of workflows it touches with their KPI, friction there, and whether it came back. */
export function WhereInWork({ where, minimum, formats }: Props) {
  const { steps, points, unanchored } = where;
  const [workflows, friction] = [
    <Link key="workflows" className="link" href="/work/workflows">
      Workflows
    </Link>,
    <Link key="friction" className="link" href="/work/friction">
      Friction
    </Link>,
  ];
  return (
    <Section title="Where in the work" id="work" lead={loopWords(where, formats)}>
      {steps.length > 0 ? (
        <StepsTable steps={steps} minimum={minimum} formats={formats} />
      ) : (
        <Empty title="No step of a workflow is touched">
          Map the workflow under {workflows} and name the task of each step: steps whose task calls for what the chain
          names then stand here with their KPI.
        </Empty>
      )}
      <div className="mt-6">
        {points.length > 0 ? (
          <PointsTable points={points} formats={formats} />
        ) : (
          <Empty title="No friction point is kept there">
            Keep or add one under {friction} and anchor the initiative&apos;s activities to it: once it is called
            solved, work events tell here whether it comes back.
          </Empty>
        )}
      </div>
      {unanchored.length > 0 ? (
        <p className="mt-4 max-w-prose text-table">
          Anchored to no friction point yet:{" "}
          {unanchored.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 ? "; " : null}
              <Link className="link" href={`/work/friction?activity=${id}#unanchored`}>
                {name}
              </Link>
            </span>
          ))}
          .
        </p>
      ) : null}
    </Section>
  );
}

function StepsTable({ steps, minimum, formats }: { steps: Where["steps"]; minimum: number; formats: Formats }) {
  return (
    <DataTable
      id="steps"
      caption="Steps of workflows it touches"
      csv="steps-touched.csv"
      columns={[
        { id: "step", header: "Step", rowHeader: true },
        { id: "task", header: "Task", wide: true },
        { id: "via", header: "Through", wide: true },
        { id: "kpi", header: "KPI it decides, now" },
      ]}
      rows={steps.map(({ id, name, workflow, task, via, kpi }) => ({
        id,
        cells: {
          step: { text: `${workflow.name}: ${name}`, href: `/work/workflows/${workflow.id}` },
          task: task.role ? `${task.name} (${task.role})` : task.name,
          via: via.join("; "),
          kpi: kpi
            ? `${kpi.name}${kpi.planned ? " (of this plan)" : ""}: ${kpiWords(kpi.figure, kpi, minimum, formats)}`
            : { text: "no KPI is attached to it", sort: null },
        },
      }))}
    />
  );
}

function PointsTable({ points, formats }: { points: Where["points"]; formats: Formats }) {
  return (
    <DataTable
      id="points"
      caption="Friction there, what was built and whether it came back"
      csv="friction-touched.csv"
      columns={[
        { id: "statement", header: "Where it goes wrong", rowHeader: true },
        { id: "where", header: "Task", wide: true },
        { id: "built", header: "What was built" },
        { id: "state", header: "State", wide: true },
        { id: "again", header: "Measured again" },
      ]}
      rows={points.map(({ id, kind, statement, task, role, activities, status, ofProcess, recheck }) => ({
        id,
        cells: {
          statement: { text: `${frictionKindWords[kind]}: ${statement}`, href: "/work/friction#register" },
          where: `${task ? `${task.name}, ` : ""}${role.name}`,
          built:
            activities.map(({ title, code }) => title ?? code).join(", ") ||
            (ofProcess
              ? { text: "lies in the process: no learning", sort: null }
              : { text: "nothing yet", sort: null }),
          state: frictionStatusWords[status],
          again: recheck
            ? recheckWords(recheck, formats)
            : { text: status === "solved" ? "not known: it names no task" : "once it is called solved", sort: null },
        },
      }))}
    />
  );
}
