import Link from "next/link";
import { WhatMovedNote } from "@/components/initiatives/what-moved-note";
import { RegisteredResult } from "@/components/plans/registered-result";
import { ExportMenu } from "@/components/reports/export-menu";
import { ShareButton } from "@/components/sharing/share-button";
import { GradeBadge } from "@/components/ui/grade-badge";
import { PageHeader } from "@/components/ui/page-header";
import { TooEarly, Withheld } from "@/components/ui/states";
import { isWithheld } from "@/lib/evaluation/headline";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import type { EffectScale } from "@/lib/initiatives/effect-scale";
import type { Initiative } from "@/lib/initiatives/read-initiative";
import type { WhatMoved } from "@/lib/initiatives/what-moved";

type Props = {
  initiative: Initiative;
  result: EvaluationResult;
  /** By the plan as it was before its first amendment; null where it was never amended. */
  registered: EvaluationResult | null;
  amendments: number;
  moved: WhatMoved | null;
  scale: EffectScale | null;
  formats: Formats;
};

const today = () => new Date().toISOString().slice(0, 10);

/** What may be said, and everything that must be said beside it: amendments, explorations, too early, withheld, moved. */
export function InitiativeHead({ initiative, result, registered, amendments, moved, scale, formats }: Props) {
  const { plan, minimumGroupSize, summary } = initiative;
  const { claim, early_until: early } = result;
  const withheld = isWithheld(result, minimumGroupSize);
  const starts = result.windows.first_exposure;
  const silent = withheld || early !== null;
  return (
    <>
      <PageHeader
        above={
          <Link className="link" href="/initiatives">
            Initiatives
          </Link>
        }
        title={plan.title}
        lead={silent ? summary : claim.sentence}
        actions={
          <>
            {silent ? null : <GradeBadge grade={claim.grade} sentence={claim.sentence} raise={claim.would_raise} />}
            <ExportMenu href={`/initiatives/${plan.id}/report`} />
            <ShareButton kind="initiative" params={{ initiativeId: plan.id }} label={plan.title} />
          </>
        }
      />
      {amendments > 0 ? (
        <p className="mb-8 font-medium">
          <a className="link" href="#plan">
            {amendments === 1 ? "The plan was amended once" : `The plan was amended ${amendments} times`}
          </a>{" "}
          after it was first written down; this result is of the plan as amended.
        </p>
      ) : null}
      {registered ? (
        <RegisteredResult result={registered} withheld={isWithheld(registered, minimumGroupSize)} formats={formats} />
      ) : null}
      {plan.explores !== null ? (
        <p className="mb-8 font-medium">
          An exploration, written after the fact.{" "}
          <Link className="link" href={`/initiatives/${plan.explores}`}>
            The registered result
          </Link>{" "}
          is the one that counts.
        </p>
      ) : null}
      {silent ? (
        <div className="mb-8 space-y-4">
          {early ? (
            <TooEarly
              until={formats.date(early)}
              why={
                starts !== null && starts > today()
                  ? `It is planned to start on ${formats.date(starts)}. The follow-up window is not over, so there is no verdict yet.`
                  : "The follow-up window is not over, so there is no verdict yet."
              }
            />
          ) : null}
          {withheld ? <Withheld minimum={minimumGroupSize} /> : null}
        </div>
      ) : null}
      {moved && !silent ? <WhatMovedNote moved={moved} scale={scale} formats={formats} /> : null}
      {!silent && summary ? <p className="mb-8 max-w-prose text-ink-2">{summary}</p> : null}
    </>
  );
}
