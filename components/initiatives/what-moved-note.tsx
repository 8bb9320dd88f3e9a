import { GradeMark } from "@/components/ui/grade-mark";
import { StatusText } from "@/components/ui/status-text";
import type { Headline } from "@/lib/evaluation/headline";
import type { Formats } from "@/lib/format/formats";
import type { EffectScale } from "@/lib/initiatives/effect-scale";
import type { WhatMoved } from "@/lib/initiatives/what-moved";
import { checkName } from "@/lib/initiatives/words";
import { methodName } from "@/lib/methods/method-name";
import { checkStatuses } from "./check-list";
import { movedText } from "./moved-text";

type WhatMovedNoteProps = { moved: WhatMoved; scale: EffectScale | null; formats: Formats };

/** What new data did to the result since the evaluation before. */
export function WhatMovedNote({ moved, scale, formats }: WhatMovedNoteProps) {
  const { before, now, grade, checks, method, same } = moved;
  const since = formats.moment(before.evaluatedAt);
  if (same)
    return (
      <p className="mb-8 text-table text-ink-2">
        The data or the calendar changed since {since}; nothing of this result moved.
      </p>
    );
  const figure = ({ headline }: { headline: Headline }) => {
    if (headline.kind === "estimate" && scale) return scale.text(formats, headline.value, headline.interval);
    return headline.kind === "withheld" ? "withheld" : "not estimable";
  };
  return (
    <div className="mb-8 border-l-4 border-line bg-paper-2 px-4 py-3">
      <h2 className="font-sans text-body">What moved since {since}</h2>
      <p className="max-w-prose text-ink-2">
        The plan is the same, the data or the calendar of what else happened are others.{" "}
        {movedText(moved, scale, formats)}
      </p>
      <dl className="mt-2 grid gap-x-4 gap-y-1 text-table sm:grid-cols-[10rem_1fr]">
        <dt className="text-ink-3">Effect</dt>
        <dd className="tabular-nums">
          {figure(before)} → {figure(now)}
        </dd>
        {method ? (
          <>
            <dt className="text-ink-3">Method that leads</dt>
            <dd>
              {methodName(method.before)} → {methodName(method.now)}
            </dd>
          </>
        ) : null}
        {grade ? (
          <>
            <dt className="text-ink-3">Grade</dt>
            <dd className="flex flex-wrap items-center gap-2">
              <GradeMark grade={grade.before} /> → <GradeMark grade={grade.now} />
            </dd>
          </>
        ) : null}
        {checks.map((check) => (
          <div key={check.id} className="contents">
            <dt className="text-ink-3">{checkName(check.id)}</dt>
            <dd className="flex flex-wrap items-center gap-2">
              <Status status={check.before} /> → <Status status={check.now} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Status({ status }: { status: WhatMoved["checks"][number]["now"] }) {
  return status ? <StatusText status={checkStatuses[status]} /> : <span>not made</span>;
}
