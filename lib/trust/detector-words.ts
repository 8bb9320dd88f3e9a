import type { Formats } from "@/lib/format/formats";
import type { DetectorId, RaterFigure, WholeFigure } from "./trust";

type Words = {
  title: string;
  /** What is looked at, and how it is told. */
  about: string;
  /** What may lie behind it that is nobody's fault, and what to do. */
  todo: string;
};

export const detectorWords: Record<DetectorId, Words> = {
  severity: {
    title: "Stricter or more lenient",
    about:
      "Levels beside those of others who rated the same people on the same behaviours in the same quarter, pulled towards none by how little is known.",
    todo: "Usually the anchors read differently. Compare notes on one person with a colleague, or rate a calibration together.",
  },
  range: {
    title: "Few levels used",
    about: "Spread of levels beside the spread others saw in the same people. One is the same; below one is narrower.",
    todo: "Levels may be hard to tell apart. Look at the anchors of the levels not used, and whether the work shows them.",
  },
  halo: {
    title: "One impression for all behaviours",
    about:
      "How much a person's behaviours differ within a quarter, less how much they differ in the eyes of other raters.",
    todo: "Rate one behaviour for everybody before going on to the next, and close to when it was seen.",
  },
  bursts: {
    title: "Many at once, all alike",
    about:
      "Share of ratings entered in one sitting of eight or more about several people, all at one level; held against the sittings of others.",
    todo: "Often there was no time. A smaller list, or another day for it, helps more than a reminder.",
  },
  quarter_end: {
    title: "Higher at the end of the quarter",
    about:
      "Ratings of the last ten days of a quarter less those of other days, of the same people, growth over time taken off.",
    todo: "See whether a report is due then. Spread the asking over the quarter.",
  },
  drift: {
    title: "Drifting over time",
    about: "How the difference to others on the same people and behaviours moves, in levels a year.",
    todo: "The idea of a level moves with what one has got used to. A calibration every half year brings it back.",
  },
  system_gap: {
    title: "Apart from system signals",
    about: "Levels less what systems saw in the same people, behaviours and quarter.",
    todo: "Either side may be right: check the rule of the signal before asking the rater.",
  },
};

export const wholeWords: Record<WholeFigure["id"], Words> = {
  quarter_end: {
    title: "Ratings rise at the end of quarters",
    about: "All raters: the last ten days of a quarter less other days, of the same people, growth taken off.",
    todo: "Move the due date, or ask for ratings week by week.",
  },
  inflation: {
    title: "Ratings rise and systems do not",
    about: "How ratings by people move against those of systems of the same people and behaviours, in levels a year.",
    todo: "Read the anchors again together; check whether a target hangs on the ratings.",
  },
  ceiling: {
    title: "For some behaviours most people are at the top level already",
    about:
      "Share of people whose last rating by others is the top level. Looked at where surely more than half are there.",
    todo: "The behaviour may have become usual: see the proposals, and ask for a harder one.",
  },
  quality_falls: {
    title: "A KPI rises while quality falls",
    about:
      "Of the people rated, from the first half of the time to the second: another KPI better and a quality KPI worse in the same people, both told from no change.",
    todo: "Look at the work before the people: a target on speed alone does this.",
  },
};

export const statusWords = { fine: "Fine", look: "Look at it", "cannot-tell": "Cannot tell" } as const;

/** A figure of a rater, written out. */
export function figureText(
  { detector, value, interval }: Pick<RaterFigure, "detector" | "value" | "interval">,
  formats: Formats,
): string {
  if (value === null) return "";
  if (detector === "bursts") return formats.percent(value, { decimals: 0 });
  const two = { decimals: 2, signed: detector !== "range" };
  const number = formats.number(value, two);
  return interval ? `${number} (${formats.number(interval[0], two)} to ${formats.number(interval[1], two)})` : number;
}

/** What stands out, in a word or two, with the way it goes. */
export function shortWords({ detector, value }: Pick<RaterFigure, "detector" | "value">): string {
  const isBelow = (value ?? 0) < 0;
  if (detector === "severity") return isBelow ? "stricter" : "more lenient";
  if (detector === "drift") return isBelow ? "getting stricter" : "getting more lenient";
  if (detector === "system_gap") return isBelow ? "below system signals" : "above system signals";
  return detectorWords[detector].title.toLowerCase();
}

/** What a figure says to the rater themselves: never more than that it differs. */
export function sentenceOf({ detector, status, value }: RaterFigure): string {
  if (status === "cannot-tell") return "Too little to tell by.";
  if (status === "fine")
    return detector === "severity" ? `You rate much as others do.` : "No difference that can be told and would matter.";
  switch (detector) {
    case "severity":
      return `You rate ${(value ?? 0) < 0 ? "lower" : "higher"} than others who rated the same people.`;
    case "range":
      return `You use fewer levels than others do for the same people.`;
    case "halo":
      return `In your ratings, a person's behaviours are more alike than in those of others.`;
    case "bursts":
      return "More sittings than usual end with one level for everybody.";
    case "quarter_end":
      return `In the last days of a quarter your ratings are higher.`;
    case "drift":
      return `You have become ${(value ?? 0) < 0 ? "stricter" : "more lenient"} than others over the year.`;
    case "system_gap":
      return `You rate ${(value ?? 0) < 0 ? "lower" : "higher"} than systems do for the same people.`;
  }
}
