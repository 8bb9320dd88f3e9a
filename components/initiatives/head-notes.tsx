import Link from "next/link";
import { RegisteredResult } from "@/components/plans/registered-result";
import { TooEarly, Withheld } from "@/components/ui/states";
import { isWithheld } from "@/lib/evaluation/headline";
import type { Plan } from "@/lib/evaluation/plan";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import type { EffectScale } from "@/lib/initiatives/effect-scale";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { WhatMoved } from "@/lib/initiatives/what-moved";
import { WhatMovedNote } from "./what-moved-note";

type HeadNotesProps = {
  plan: Plan;
  result: EvaluationResult;
  /** By the plan as it was before its first amendment; null where it was never amended. */
  registered: EvaluationResult | null;
  amendments: number;
  moved: WhatMoved | null;
  scale: EffectScale | null;
  minimum: number;
  formats: Formats;
};

const today = () => new Date().toISOString().slice(0, 10);

/** Everything that must be said beside the claim: amendments, explorations, too early, withheld, moved. */
export function HeadNotes({ plan, result, registered, amendments, moved, scale, minimum, formats }: HeadNotesProps) {
  const { early_until: early } = result;
  const withheld = isWithheld(result, minimum);
  const starts = result.windows.first_exposure;
  return (
    <>
      {amendments > 0 ? (
        <p className="mb-8 font-medium">
          <Link className="link" href={initiativeHref(plan.id, "plan")}>
            {amendments === 1 ? "The plan was amended once" : `The plan was amended ${amendments} times`}
          </Link>{" "}
          after it was first written down; this result is of the plan as amended.
        </p>
      ) : null}
      {registered ? (
        <RegisteredResult result={registered} withheld={isWithheld(registered, minimum)} formats={formats} />
      ) : null}
      {plan.explores !== null ? (
        <p className="mb-8 font-medium">
          An exploration, written after the fact.{" "}
          <Link className="link" href={initiativeHref(plan.explores)}>
            The registered result
          </Link>{" "}
          is the one that counts.
        </p>
      ) : null}
      {early !== null || withheld ? (
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
          {withheld ? <Withheld minimum={minimum} /> : null}
        </div>
      ) : moved ? (
        <WhatMovedNote moved={moved} scale={scale} formats={formats} />
      ) : null}
    </>
  );
}
