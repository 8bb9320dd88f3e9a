import { gradeMeaning } from "@/lib/evaluation/grade-meaning";
import type { Formats } from "@/lib/format/formats";
import { listsPeople } from "@/lib/metrics/lists-people";
import { missingText, valueText } from "@/lib/scorecard/figure-text";
import type { Header, Tile } from "@/lib/scorecard/scorecard";
import { peopleHref as peopleOf } from "./links";
import { standingText } from "./standing-words";

type Parts = { tile: Tile; header: Header; formats: Formats; exportHref: string };

/** Where a figure comes from and what may be said about it, as text: it is drawn only once a tile is opened. */
export type Definition = {
  question: string;
  says: string;
  facts: [term: string, meaning: string][];
  exportHref: string;
  peopleHref: string | null;
};

const methods: Record<string, string> = {
  share_wilson: "Share of people; Wilson interval",
  ratio_of_sums: "Ratio of sums over people; linearised error, t interval",
  rate_garwood: "Rate; exact Poisson interval (Garwood)",
  median_order_statistic: "Median; order-statistic interval, from 20 people on",
};

export function definitionOf({ tile, header, formats, exportHref }: Parts): Definition {
  const { metric, state } = tile;
  const full = (value: number) => formats.number(value, { significant: 8 });
  const missing = state.kind === "figure" ? "" : `${missingText(formats, state)}. ${more(state)}`;
  const facts: [string, string][] = [
    ["Counts", metric.numerator],
    ["Out of", metric.denominator],
  ];
  if (state.kind === "figure") {
    if (state.numerator !== null && state.denominator !== null) {
      facts.push(["Here", `${full(state.numerator)} over ${full(state.denominator)}`]);
    }
    facts.push(["Method", methods[state.method] ?? state.method]);
  }
  facts.push(
    ["Claim", `${tile.grade}, ${gradeMeaning[tile.grade].name.toLowerCase()}. ${tile.gradeReason}`],
    [
      "People",
      `${header.scope.label}, by where they stood in the last month of the period in which they were employed`,
    ],
    ["Source", `${metric.source}; data to ${formats.date(header.asOf)}`],
    ["Data version", header.dataVersion],
    ["Owner", metric.owner],
  );
  if (tile.target !== null) facts.push(["Target", valueText(formats, metric, tile.target)]);
  const standing = standingText(formats, metric, tile.standing, header.period.grain);
  if (standing) facts.push(["Own history", standing]);
  const peopleHref = header.rights.people && listsPeople(metric) ? peopleOf(header, metric.id) : null;
  return { question: metric.question, says: missing || tile.sentence, facts, exportHref, peopleHref };
}

function more(state: Tile["state"]): string {
  if (state.kind === "too-early") return state.why;
  return state.kind === "no-data" ? state.how : "";
}
