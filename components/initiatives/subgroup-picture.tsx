import { IntervalPlot } from "@/components/charts/interval-plot";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import type { Column, Row } from "@/components/ui/table-types";
import type { GroupDimension } from "@/lib/evaluation/subgroups/subgroups";
import type { Formats } from "@/lib/format/formats";
import type { EffectScale } from "@/lib/initiatives/effect-scale";
import { pText } from "./p-text";
import { dimensionNames, spreadText } from "./subgroup-words";

type SubgroupPictureProps = {
  dimension: GroupDimension;
  scale: EffectScale;
  minimum: number;
  confidence: number;
  /** Code of the plan, with which names of files begin. */
  plan: string;
  formats: Formats;
};

/** The effect on each group of one dimension, pulled towards that of all, and as it was alone. */
export function SubgroupPicture({ dimension, scale, minimum, confidence, plan, formats }: SubgroupPictureProps) {
  const { groups, withheld, not_estimable: refused, between } = dimension;
  const names = dimensionNames[dimension.dimension];
  const isPulled = groups.some(({ shrunken }) => shrunken !== null);
  const share = formats.percent(confidence, { decimals: 0 });
  const size = (value: number) =>
    formats.change(Math.abs(scale.value(value)), scale.unit, { significant: 2, signed: false });
  const spread = spreadText(dimension, size);
  return (
    <>
      {spread ? <p className="mb-3 max-w-prose">{spread}</p> : null}
      {groups.length > 0 ? (
        <IntervalPlot
          caption={
            isPulled
              ? `Effect by ${names.group.toLowerCase()}: filled, pulled towards all by how little is known, with ${share} interval; hollow, the group by itself; dashed, the mean of all; the line is at no effect; in brackets people trained and in the comparison`
              : `Effect by ${names.group.toLowerCase()} with ${share} interval; fewer than four groups are not pulled towards each other; the line is at no effect; in brackets people trained and in the comparison`
          }
          columns={[names.group, "Effect"]}
          rows={groups.map(({ group, n, estimate, ci, shrunken }) => ({
            label: `${group} (${formats.number(n.treated)} and ${formats.number(n.control)})`,
            value: scale.value(shrunken?.estimate ?? estimate),
            interval: scale.range(shrunken?.ci ?? ci),
            beside: shrunken ? scale.value(estimate) : null,
            text: scale.text(formats, shrunken?.estimate ?? estimate, shrunken?.ci ?? ci),
          }))}
          lines={between && isPulled ? [scale.value(between.mean)] : []}
          csv={`${plan}-by-${dimension.dimension}.csv`}
        />
      ) : null}
      {withheld > 0 ? (
        <p className="mb-2 max-w-prose text-table text-ink-2">
          {withheld === groups.length + withheld ? "All" : withheld} {withheld === 1 ? "group is" : "groups are"}{" "}
          withheld: fewer than {minimum} people in an arm, or needed to keep such a group from being worked out.
        </p>
      ) : null}
      {refused.length > 0 ? (
        <p className="mb-2 max-w-prose text-table text-ink-2">
          Not estimable: {refused.map(({ group, reason }) => `${group} (${reason})`).join(" ")}
        </p>
      ) : null}
      {groups.length > 0 ? (
        <Disclosure summary="All figures" className="text-table">
          <DataTable
            id={`by-${dimension.dimension}`}
            caption={`Effect ${names.by.toLowerCase()}`}
            hideCaption
            columns={columns(names.group)}
            rows={groups.map((group) => rowOf(group, scale, formats))}
            csv={`${plan}-by-${dimension.dimension}-all.csv`}
          />
          {between ? <p className="mt-2 max-w-prose text-ink-2">{statisticsText(between, scale, formats)}</p> : null}
        </Disclosure>
      ) : null}
    </>
  );
}

function statisticsText(between: NonNullable<GroupDimension["between"]>, scale: EffectScale, formats: Formats): string {
  const whole = (share: number) => formats.percent(share, { decimals: 0 });
  const mean = scale.text(formats, between.mean, between.ci);
  const [low, high] = between.i_squared_ci;
  return `Mean of the groups ${mean}. Cochran’s Q ${formats.number(between.q, { significant: 3 })} on ${between.df} degrees of freedom, p ${pText(between.p)}. I² ${whole(between.i_squared)} (${whole(low)} to ${whole(high)}). Random effects of Paule and Mandel with the interval of Hartung and Knapp, pulled by the empirical Bayes rule of Morris.`;
}

const columns = (group: string): Column[] => [
  { id: "group", header: group },
  { id: "treated", header: "n trained", align: "end", wide: true },
  { id: "control", header: "n comparison", align: "end", wide: true },
  { id: "alone", header: "Effect, alone", align: "end" },
  { id: "pulled", header: "Effect, pulled", align: "end", wide: true },
  { id: "difference", header: "Less the rest", align: "end" },
  { id: "p", header: "p", align: "end", wide: true },
  { id: "adjusted", header: "p adjusted", align: "end" },
];

function rowOf(one: GroupDimension["groups"][number], scale: EffectScale, formats: Formats): Row {
  const { group, n, estimate, ci, shrunken, difference, p, p_adjusted } = one;
  return {
    id: group,
    cells: {
      group,
      treated: { text: formats.number(n.treated), sort: n.treated },
      control: { text: formats.number(n.control), sort: n.control },
      alone: { text: scale.text(formats, estimate, ci), sort: scale.value(estimate) },
      pulled: shrunken && {
        text: scale.text(formats, shrunken.estimate, shrunken.ci),
        sort: scale.value(shrunken.estimate),
      },
      difference: { text: scale.text(formats, difference, null), sort: scale.value(difference) },
      p: { text: pText(p), sort: p },
      adjusted: { text: pText(p_adjusted), sort: p_adjusted },
    },
  };
}
