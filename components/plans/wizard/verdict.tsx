import { GradeMark } from "@/components/ui/grade-mark";
import { NotEstimable } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import { designNames } from "@/lib/initiatives/words";
import type { Choices } from "@/lib/plans/wizard/choices";
import type { Subject } from "@/lib/plans/wizard/read-wizard";
import { amountText, cannotSee, lotsText, meanText, moneyText, obstacleText, timeText, wayOf } from "./wizard-words";

type Props = { subject: Subject; choices: Choices; formats: Formats };

/** What the design in hand could see, in one sentence; above every step. */
export function Verdict({ subject, choices, formats }: Props) {
  const { chosen, kpi, worth, noise } = subject;
  const { detectable } = chosen;
  if (chosen.obstacle !== null) {
    return (
      <div className="mb-8">
        <NotEstimable
          reason={`${designNames[chosen.design]}: ${obstacleText[chosen.obstacle]}`}
          help="another design, other people, or another answer to who may wait."
        />
      </div>
    );
  }
  const way = wayOf(kpi, choices.question);
  const scope = `${lotsText(chosen, choices.waves, formats)}, ${timeText(subject, choices, formats)}`;
  const unseen = worth !== null && detectable !== null && worth < detectable.effect;
  return (
    <div role="status" className={`mb-8 border-l-4 px-4 py-3 ${unseen ? "border-worse" : "border-line"} bg-paper-2`}>
      <p className="flex flex-wrap items-center gap-x-2 text-caption text-ink-2">
        <span>{designNames[chosen.design]}</span>
        <GradeMark grade={chosen.grade} short /> <span>at best</span>
      </p>
      {unseen ? <p className="font-serif text-lead font-semibold">{cannotSee[choices.question]}</p> : null}
      <p className="max-w-prose text-lead">
        {scope}:{" "}
        {detectable === null ? (
          chosen.hazardRatio === null ? (
            <>nothing short of everything could be seen.</>
          ) : (
            <>
              only an event {formats.number(chosen.hazardRatio, { significant: 3 })} times as frequent (or as rare)
              would be found four times in five.
            </>
          )
        ) : choices.question === "better" ? (
          <>
            only a {way} of <strong>{amountText(kpi, formats, detectable.effect)}</strong> or more
            {ofMean(detectable.ofMean, formats)} would be found four times in five.
          </>
        ) : (
          <>
            a {way} could only be ruled out beyond <strong>{amountText(kpi, formats, detectable.effect)}</strong>
            {ofMean(detectable.ofMean, formats)}, four times in five.
          </>
        )}
      </p>
      {detectable ? (
        <p className="mt-1 max-w-prose text-table text-ink-2">
          In money: {moneyText(subject, detectable.effect, formats)}.
          {"kind" in noise ? null : ` Today’s mean is ${meanText(kpi, formats, noise.mean)}.`}
        </p>
      ) : null}
    </div>
  );
}

const ofMean = (share: number | null, formats: Formats) =>
  share === null ? "" : ` (${formats.percent(share, { significant: 2 })} of today’s mean)`;
