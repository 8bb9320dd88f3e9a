import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { NotEstimable, Withheld } from "@/components/ui/states";
import type { Plan, PlanKpi } from "@/lib/evaluation/plan";
import type { Subgroups } from "@/lib/evaluation/subgroups/subgroups";
import type { Formats } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import { SubgroupPicture } from "./subgroup-picture";
import { dimensionNames, subgroupMethod, subgroupSentence } from "./subgroup-words";

type SubgroupsSectionProps = {
  subgroups: Subgroups;
  kpi: PlanKpi;
  plan: Plan;
  /** Of the organisation, as it is now. */
  minimum: number;
  formats: Formats;
};

/** For whom it worked better or less well: the answer, then one picture per dimension. */
export function SubgroupsSection({ subgroups, kpi, plan, minimum, formats }: SubgroupsSectionProps) {
  const title = "For whom did it work?";
  if (subgroups.status === "not_estimable") {
    return (
      <Section title={title} id="groups">
        <NotEstimable reason={subgroups.reason} />
      </Section>
    );
  }
  // Groups were withheld by the minimum of the day it was computed.
  if (minimum > subgroups.minimum) {
    return (
      <Section title={title} id="groups">
        <Withheld minimum={minimum} />
      </Section>
    );
  }
  const shown = subgroups.dimensions.filter(({ groups, withheld }) => groups.length + withheld > 0);
  const scale = effectScale(kpi, plan);
  return (
    <Section title={title} id="groups" lead={subgroupSentence(subgroups, kpi.direction)}>
      {shown.map((dimension) => (
        <div key={dimension.dimension} className="border-b border-rule">
          <Disclosure summary={<DimensionName dimension={dimension} />}>
            <SubgroupPicture
              dimension={dimension}
              scale={scale}
              minimum={subgroups.minimum}
              confidence={subgroups.confidence}
              plan={plan.code}
              formats={formats}
            />
          </Disclosure>
        </div>
      ))}
      <Disclosure summary="How the groups are compared">
        <p className="max-w-prose text-table text-ink-2">{subgroupMethod(subgroups, plan.design === "phased")}</p>
      </Disclosure>
    </Section>
  );
}

function DimensionName({
  dimension: { dimension, groups, withheld },
}: {
  dimension: Extract<Subgroups, { status: "estimated" }>["dimensions"][number];
}) {
  const counts = [
    ...(groups.length > 0 ? [`${groups.length} ${groups.length === 1 ? "group" : "groups"}`] : []),
    ...(withheld > 0 ? [`${withheld} withheld`] : []),
  ];
  return (
    <>
      <span className="font-medium">{dimensionNames[dimension].by}</span>{" "}
      <span className="text-table text-ink-2">{counts.join(", ")}</span>
    </>
  );
}
