import Link from "next/link";
import { pText } from "@/components/initiatives/p-text";
import { DataTable } from "@/components/ui/data-table";
import type { Cell, Row } from "@/components/ui/table-types";
import type { Comparison, PairDifference } from "@/lib/compare/comparison";
import type { Formats } from "@/lib/format/formats";
import type { Estimate } from "@/lib/stats/estimate";

type Compared = Extract<Comparison, { kind: "compared" }>;

/** Every pair with its difference, how sure it is, how large in standard deviations, and what could explain it away. */
export function PairsTable({ found, formats }: { found: Compared; formats: Formats }) {
  const { pairs, header, groups } = found;
  const { unit } = header.metric;
  const title = (name: string) => groups.find((group) => group.name === name)?.title ?? name;
  const amount = (estimate: Estimate, kind: PairDifference["kind"]): Cell => {
    if (estimate.kind !== "estimate") return { text: "Cannot be estimated", sort: null };
    return { text: estimateText(formats, estimate, kind, unit), sort: estimate.estimate };
  };
  const rows: Row[] = pairs.map((pair) => ({
    id: pair.names.join("-"),
    cells: {
      pair: `${title(pair.names[0])} against ${title(pair.names[1])}`,
      difference: amount(pair.estimate, pair.kind),
      reading: reading[pair.verdict],
      p: pair.estimate.kind === "estimate" ? { text: pText(pair.estimate.p), sort: pair.estimate.p } : null,
      adjusted: pair.adjustedP === null ? null : { text: pText(pair.adjustedP), sort: pair.adjustedP },
      size: pair.effectSize
        ? {
            text: `${formats.number(pair.effectSize.g, { decimals: 2, signed: true })} ${formats.interval(pair.effectSize.interval, "levels")}`,
            sort: pair.effectSize.g,
          }
        : null,
      evalue: pair.eValue
        ? {
            text: `${formats.number(pair.eValue.estimate, { decimals: 1 })}${
              pair.eValue.limit === null ? "" : ` (${formats.number(pair.eValue.limit, { decimals: 1 })})`
            }`,
            sort: pair.eValue.estimate,
          }
        : null,
    },
  }));
  const beside = pairs.flatMap((pair) => (pair.beside ? [{ pair, estimate: pair.beside }] : []));
  return (
    <>
      <DataTable
        id="pairs"
        caption="Differences between groups"
        hideCaption
        csv="compared-differences.csv"
        filter={false}
        columns={[
          { id: "pair", header: "Pair" },
          { id: "difference", header: "Difference (95% interval)", align: "end", whole: true },
          { id: "reading", header: "Reading" },
          { id: "p", header: "p", align: "end", wide: true },
          ...(pairs.length > 1 ? [{ id: "adjusted", header: "p adjusted", align: "end" as const, wide: true }] : []),
          { id: "size", header: "Standardised (Hedges' g)", align: "end", wide: true },
          { id: "evalue", header: "E-value (of the limit)", align: "end", wide: true },
        ]}
        rows={rows}
      />
      {beside.map(({ pair, estimate }) => (
        <p key={pair.names.join("-")} className="mt-3 max-w-prose text-table text-ink-2">
          The groups are small and a few people weigh heavily, so the shift between typical people (Hodges-Lehmann)
          stands beside it:{" "}
          {estimate.kind === "estimate"
            ? estimateText(formats, estimate, "difference", unit)
            : "it cannot be estimated"}
          .
        </p>
      ))}
      <p className="mt-3 max-w-prose text-caption text-ink-3">
        g is the difference of people's own values in standard deviations. The E-value is how strongly something unseen
        would have to go with both the group and the figure, as a risk ratio, to explain the difference away; in
        brackets, to move the interval to no difference.{" "}
        <Link className="link" href="/methods">
          How each is computed
        </Link>
      </p>
    </>
  );
}

function estimateText(
  formats: Formats,
  estimate: Extract<Estimate, { kind: "estimate" }>,
  kind: PairDifference["kind"],
  unit: string,
): string {
  if (kind === "difference") return formats.effect(estimate.estimate, estimate.interval, unit);
  const ratio = (value: number) => (Number.isFinite(value) ? formats.figure(value, { significant: 2 }) : "no limit");
  return `${ratio(estimate.estimate)} times (${ratio(estimate.interval[0])} to ${ratio(estimate.interval[1])})`;
}

const reading: Record<PairDifference["verdict"], string> = {
  better: "Better",
  worse: "Worse",
  different: "Different",
  unclear: "No difference shown",
  none: "Cannot tell",
};
