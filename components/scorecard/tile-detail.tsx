"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { metricKey } from "@/lib/metrics/metric-key";
import { RemarkDialog } from "./marks/remark-dialog";
import type { TargetFormProps } from "./target-form";
import type { Definition } from "./tile-definition";
import { TileFace, type TileFaceProps } from "./tile-face";

const TargetForm = dynamic(() => import("./target-form").then((loaded) => loaded.TargetForm), { ssr: false });
const CourseChart = dynamic(() => import("./course-chart").then((loaded) => loaded.CourseChart), { ssr: false });

type TileDetailProps = {
  metric: TargetFormProps["metric"];
  face: TileFaceProps;
  definition: Definition;
  /** Period, figure, interval and people, as text, and the interval; only drawn once the tile is open, to keep the page light. */
  history: [period: string, value: string, interval: string, ends: [number, number] | null][];
  target: number | null;
  maySetTarget: boolean;
};

export function TileDetail({ metric, face, definition, history, target, maySetTarget }: TileDetailProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="target block cursor-pointer list-none py-2 hover:bg-paper-2 [&::-webkit-details-marker]:hidden">
        <TileFace {...face} />
      </summary>
      <div className="pb-4">
        {open ? <About {...definition} /> : null}
        {open && maySetTarget ? <TargetForm metric={metric} target={target} /> : null}
        {open ? <RemarkDialog metric={metricKey(metric.id)} /> : null}
        {open && face.course && history.length > 1 ? (
          <div className="mt-3">
            <CourseChart
              metric={metric}
              periods={history.map(([period]) => period)}
              values={face.course.values}
              intervals={history.map(([, , , ends]) => ends)}
              target={target}
            />
          </div>
        ) : null}
        {open && history.length > 0 ? (
          <table className="mt-3 w-full border-collapse text-table tabular-nums">
            <caption className="pb-1 text-start text-caption text-ink-3">{face.name}, period by period</caption>
            <thead>
              <tr className="border-b border-ink">
                <th scope="col" className="py-1 pr-2 text-start font-semibold">
                  Period
                </th>
                <th scope="col" className="py-1 text-end font-semibold">
                  Figure (95% interval, people)
                </th>
              </tr>
            </thead>
            <tbody>
              {history.toReversed().map(([period, value, interval]) => (
                <tr key={period} className="border-b border-rule">
                  <th scope="row" className="py-1 pr-2 text-start font-medium whitespace-nowrap">
                    {period}
                  </th>
                  <td className="py-1 text-end">
                    {value} <span className="text-ink-3">{interval}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
    </details>
  );
}

function About({ question, says, facts, exportHref, peopleHref }: Definition) {
  return (
    <div className="text-table">
      <p className="max-w-prose">
        <strong className="font-semibold">{question}</strong> {says}
      </p>
      <dl className="mt-2">
        {facts.map(([term, meaning]) => (
          <div key={term} className="mb-1">
            <dt className="inline text-ink-3">{term}: </dt>
            <dd className="inline break-words">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="screen-only mt-1 flex flex-wrap gap-x-4">
        {peopleHref ? (
          <a className="link target" href={peopleHref}>
            People behind this figure
          </a>
        ) : null}
        <a className="link target" href={exportHref} download>
          CSV over time
        </a>
      </p>
      {peopleHref ? null : <p className="mt-1 text-caption text-ink-3">People are not listed to your role.</p>}
    </div>
  );
}
