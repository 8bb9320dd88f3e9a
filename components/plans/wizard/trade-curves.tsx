import type { Formats } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import type { Choices } from "@/lib/plans/wizard/choices";
import type { Subject, Trade } from "@/lib/plans/wizard/read-wizard";
import { CurveChart } from "./curve-chart";
import { amountText, methodWords, wayOf } from "./wizard-words";

type Props = { trade: Trade; subject: Subject; choices: Choices; formats: Formats };

/** Power over effects, and what could be seen over weeks. */
export function TradeCurves({ trade, subject, choices, formats }: Props) {
  const { kpi } = subject;
  const { curve, course, judged, worth } = trade;
  const scale = effectScale(kpi, { transform: {} });
  const amount = (effect: number) => amountText(kpi, formats, effect);
  const bare = (effect: number) => formats.number(scale.value(effect), { significant: 3 });
  const percent = (share: number) => formats.percent(share, { decimals: 0 });
  const detectable = judged.detectable?.effect ?? null;
  const way = wayOf(kpi, choices.question);
  const from = subject.noise;
  const caption =
    "kind" in from
      ? ""
      : `From the values of ${formats.number(from.people)} people over ${from.before + from.after} periods; two-sided test at 5%; ${methodWords[judged.precision?.method ?? ""]?.name ?? "no method"}.`;
  return (
    <div className="grid gap-x-10 lg:grid-cols-2">
      <CurveChart
        title="How likely is each effect to be found?"
        answer={detectable === null ? undefined : `Four times in five from ${amount(detectable)} on.`}
        caption={caption}
        description={`The chance to find the effect rises from 5% at none to 80% at ${detectable === null ? "no effect shown" : amount(detectable)}.`}
        csv={`${kpi.code}-power`}
        points={curve.map(({ effect, power }) => ({ x: effect, y: power ?? 0 }))}
        top={1}
        axes={{
          x: { label: `${way === "fall" ? "Fall" : "Rise"}${scale.unit ? `, ${scale.unit}` : ""}`, text: bare },
          y: { label: "Chance to find it", text: percent },
        }}
        across={{ at: 0.8, label: "four times in five" }}
        marks={[
          ...(detectable === null
            ? []
            : [{ at: detectable, label: `seen from ${amount(detectable)}`, look: "line" as const }]),
          ...(worth === null
            ? []
            : [{ at: worth.effect, label: `worth it: ${amount(worth.effect)}`, look: "worse" as const }]),
        ]}
      />
      {course.length > 1 ? (
        <CurveChart
          title={judged.design === "phased" ? "What do longer waits bring?" : "What do more weeks bring?"}
          answer={`From ${amount(course[0]?.effect ?? 0)} after ${course[0]?.weeks} weeks to ${amount(course.at(-1)?.effect ?? 0)} after ${course.at(-1)?.weeks}.`}
          caption="As far as the history is long enough to rehearse it. The further the follow-up lies from the baseline, the less the baseline explains."
          description="The effect that could be seen by the length of the follow-up."
          csv={`${kpi.code}-detectable-by-weeks`}
          points={course.map(({ weeks, effect }) => ({ x: weeks, y: effect }))}
          axes={{
            x: {
              label: judged.design === "phased" ? "Weeks from wave to wave" : "Weeks of follow-up",
              text: (weeks) => formats.number(weeks),
            },
            y: { label: `Detectable ${way}`, text: amount },
          }}
          marks={[
            {
              at: judged.design === "phased" ? choices.every : choices.weeks,
              label: "this plan",
              look: "line",
            },
          ]}
        />
      ) : null}
    </div>
  );
}
