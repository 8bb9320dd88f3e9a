import { methodWords } from "@/components/plans/wizard/wizard-words";
import type { Plan } from "@/lib/evaluation/plan";
import type { Formats } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";

/** What the design could show when it was chosen, from the history of the KPI. */
export function PlannedPower({ plan, formats }: { plan: Plan; formats: Formats }) {
  const { plannedPower: planned, primary } = plan;
  if (plan.design === "time_to_event")
    return (
      <p className="max-w-prose">
        How small an effect can be seen depends on how many events happen, which the plan does not fix. With few events
        an effect that is not found proves nothing.
      </p>
    );
  if (!primary || !planned || planned.detectable === null)
    return (
      <p className="max-w-prose">
        The plan does not say how small an effect it can find, or the history of the KPI was too short to tell. A result
        may come out, but an effect that is not found would prove little.
      </p>
    );
  // What can be detected is kept in the KPI's own unit, whatever the values are transformed to.
  const scale = effectScale(primary, { transform: {} });
  const amount = formats.measure(scale.value(Math.abs(planned.detectable)), scale.unit, { significant: 2 });
  const power = formats.percent(planned.power, { decimals: 0 });
  const way = (primary.direction === "down") === (plan.hypothesis === null) ? "fall" : "rise";
  const method = methodWords[planned.method];
  return (
    <>
      <p className="max-w-prose">
        {plan.hypothesis
          ? `That “${primary.name}” is not worse by more than ${amount} can be shown ${power} of the time. With a tighter margin the answer would usually be “we cannot tell”.`
          : `A ${way} of ${amount} in “${primary.name}” is found ${power} of the time. A smaller effect may be there and stay unseen.`}
      </p>
      <p className="mt-2 max-w-prose text-table text-ink-2">
        Computed from the organisation’s own history when the design was chosen
        {method ? `: ${method.name.toLowerCase()}. What it takes for granted: ${method.assumption}` : "."} Where there
        is no effect, one is found all the same {formats.percent(planned.alpha, { decimals: 0 })} of the time.
      </p>
    </>
  );
}
