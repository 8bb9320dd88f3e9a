import type { Formats } from "@/lib/format/formats";
import type { Figures, ProposalKind } from "./proposal";

export const kindWords: Record<ProposalKind, { title: string; todo: string }> = {
  never_observed: {
    title: "Never observed",
    todo: "Say it so that it can be seen, name who can see it, or take it out.",
  },
  at_ceiling: {
    title: "Always at the top",
    todo: "It has become usual: raise the anchors, or ask for the next harder behaviour.",
  },
  raters_disagree: {
    title: "Raters disagree",
    todo: "Write anchors for its levels, or split what two people understand differently; then set a calibration.",
  },
  moves_no_kpi: {
    title: "Moves with no KPI",
    todo: "Ask whether it is what the work needs. A behaviour may matter for what no KPI here measures.",
  },
  outdated: {
    title: "Not seen for long",
    todo: "If the work has changed, retire it or merge it; if not, ask for it again.",
  },
};

/** A kind within a sentence. */
export const kindInWords = (kind: ProposalKind): string => {
  const { title } = kindWords[kind];
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
};

/** What the evidence says, in a sentence with its figures: on the page and in the comment on the node. */
export function figuresSentence(figures: Figures, formats: Formats): string {
  const people = `${formats.number(figures.people)} people`;
  const two = (value: number) => formats.number(value, { decimals: 2 });
  const range = ([low, high]: readonly [number, number]) => `${two(low)} to ${two(high)}`;
  switch (figures.kind) {
    case "never_observed":
      return `${people} who need it (${figures.roles.slice(0, 3).join(", ")}${figures.roles.length > 3 ? " and others" : ""}) were rated on other behaviours for ${formats.number(figures.days)} days, and nobody on this.`;
    case "at_ceiling":
      return `${formats.percent(figures.share, { decimals: 0 })} of ${people} were at level 5 when last rated by others (${formats.percent(figures.interval[0], { decimals: 0 })} to ${formats.percent(figures.interval[1], { decimals: 0 })}).`;
    case "raters_disagree":
      return `Raters of the same person and quarter: alpha ${two(figures.alpha)} (${range(figures.alphaInterval)}), AC2 ${two(figures.ac2)} (${range(figures.ac2Interval)}), ${people}.`;
    case "moves_no_kpi": {
      const named = figures.kpis.map(({ name, upper }) => `“${name}” at most ${two(upper)}`).join(", ");
      return `In the same people, months in which it is seen more go with no KPI, at the time or up to three months later: correlation with ${named} (upper ends of 95% intervals, allowing for how far raters differ, ${people}). A moderate one of 0.3 would have been seen.`;
    }
    case "outdated":
      return `Last seen ${formats.date(figures.lastSeen)}, ${formats.number(figures.days)} days before the latest rating; evidence of it halves every ${formats.number(figures.halfLifeDays)} days. ${people} still need it.`;
  }
}
