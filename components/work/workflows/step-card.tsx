import Link from "next/link";
import type { ReactNode } from "react";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import { kpiWords } from "@/components/work/kpi-words";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { frictionKindWords } from "@/lib/work/friction/kinds";
import type { MappedStep } from "@/lib/work/workflows/read-workflow";

type StepCardProps = { number: number; step: MappedStep; tools: ReactNode; minimum: number; formats: Formats };

/** A step as it really goes: its paths, what work events say of it, what goes wrong in it, and what it asks the learning design for. */
export function StepCard({ number, step, tools, minimum, formats }: StepCardProps) {
  const { name, task, kpi, kpiNow, friction, assets, initiatives } = step;
  const missing = assets.filter(({ there }) => there.length === 0).length;
  const written: [string, string | null][] = [
    ["Good path", step.goodPath],
    ["Failure path", step.failurePath],
    ["Good decision", step.decisionQuality],
    ["Work events", figuresText(step, formats)],
    ["KPI it decides", kpi && kpiNow ? `${kpi.name}: ${kpiWords(kpiNow, kpi, minimum, formats)}` : null],
  ];
  return (
    <div className="border border-rule-2 px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-lead">
          {number}. {name}
        </h3>
        <div className="screen-only flex flex-wrap gap-x-4">{tools}</div>
      </div>
      <p className="text-table text-ink-2">
        {task ? `${task.name}${task.role ? `, ${task.role}` : ""}` : "No task yet: work events cannot tell how it goes"}
      </p>
      <DefinitionList items={written.filter((item): item is [string, string] => item[1] !== null)} />
      {initiatives.length > 0 ? (
        <p className="mt-2 text-table">
          <span className="font-medium">Initiatives at work here:</span>{" "}
          {initiatives.map(({ id, title, draft }, at) => (
            <span key={id}>
              {at > 0 ? "; " : null}
              <Link className="link" href={initiativeHref(id, "work")}>
                {title}
              </Link>
              {draft ? " (draft)" : null}
            </span>
          ))}
        </p>
      ) : null}
      {friction.length > 0 ? (
        <ul className="mt-2 space-y-1 text-table">
          {friction.map(({ id, kind, statement, status }) => (
            <li key={id} className="border-l-2 border-worse ps-2">
              <span className="font-medium">{frictionKindWords[kind]}:</span> {statement}
              {status === "solved" ? " (solved)" : ""}
            </li>
          ))}
        </ul>
      ) : null}
      {assets.length > 0 ? (
        <Disclosure
          summary={`What to build for it: ${formats.number(assets.length)}${missing > 0 ? `, ${formats.number(missing)} missing` : ""}`}
        >
          <ul className="space-y-1 text-table">
            {assets.map(({ kind, from, there }) => (
              <li key={kind}>
                <span className="font-medium">{kind}</span> from “{from}”:{" "}
                {there.length > 0 ? `there is ${there.map((one) => one.name).join(", ")}` : "missing"}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}

function figuresText({ figures, task }: MappedStep, formats: Formats): string | null {
  if (!task) return null;
  if (!figures) return "not known: no jobs on file, or done by too few people";
  const { wrong, escalated, assisted } = figures.signals;
  const parts = [
    wrong ? `${formats.percent(wrong.share)} errors or re-opened` : null,
    escalated ? `${formats.percent(escalated.share)} escalated` : null,
    assisted ? `${formats.percent(assisted.share)} with help` : null,
  ].filter(Boolean);
  return `${parts.join(", ") || "no outcomes known"} (${formats.number(figures.jobs)} jobs)`;
}
