import type { Formats } from "@/lib/format/formats";
import { detectorWords, wholeWords } from "./detector-words";
import type { Agreement, Trust } from "./trust";

type Shown = Extract<Trust, { kind: "shown" }>;

/** Krippendorff's own marks: from 0.8 on to build on, from 0.667 on for tentative conclusions (2004, section 11.4.2). */
export const alphaMarks = [0.667, 0.8] as const;

/** How strongly agreement of raters may be leaned on. By the lower end of the interval: what is unsure is not leaned on. */
function leaning(agreement: Agreement): "firm" | "tentative" | "weak" | "unknown" {
  if (agreement.kind !== "agreement" || !agreement.alpha) return "unknown";
  const { value, interval } = agreement.alpha;
  const sure = interval?.[0] ?? value;
  if (sure >= alphaMarks[1]) return "firm";
  return sure >= alphaMarks[0] ? "tentative" : "weak";
}

/** The page in a few sentences, the most useful first. */
export function trustAnswer(found: Shown, formats: Formats): string[] {
  const two = (value: number) => formats.number(value, { decimals: 2 });
  const sentences = [agreementSentence(found, two)];
  const looked = found.detectors.filter(({ status }) => status === "look");
  const judged = Math.max(0, ...found.detectors.map((one) => one.looked));
  if (judged === 0) sentences.push("No rater has rated enough different people yet to say how they rate.");
  else if (looked.length === 0)
    sentences.push(
      judged === 1
        ? "The one rater with enough ratings does not stand out in any way that would matter."
        : `None of the ${judged} raters with enough ratings stands out in any way that would matter.`,
    );
  else {
    const [most] = looked.toSorted((a, b) => b.standOut - a.standOut);
    if (most)
      sentences.push(
        `Most often to look at: “${detectorWords[most.detector].title.toLowerCase()}”, ${most.standOut} of ${most.looked} raters.`,
      );
  }
  if (found.severitySpread !== null && found.severitySpread >= 0.1)
    sentences.push(
      `Who rates decides some of the level: raters differ by ${two(found.severitySpread)} levels (standard deviation) beyond chance, so one rating alone is read with that in mind.`,
    );
  for (const { id, status } of found.whole) if (status === "look") sentences.push(`${wholeWords[id].title}.`);
  return sentences;
}

function agreementSentence({ overall }: Shown, two: (value: number) => string): string {
  if (overall.kind === "withheld") return "Too few people were rated by two raters to say how far raters agree.";
  if (overall.kind !== "agreement" || !overall.alpha)
    return "Nobody was rated on the same behaviour by two raters in the same quarter, so nothing says whether raters agree.";
  const words = {
    firm: "Raters agree well: ratings can be built on",
    tentative: "Raters agree fairly: averages over several ratings hold, single ratings are a hint",
    weak: "Raters agree only in part: read averages over many ratings, and no single one",
    unknown: "Raters were compared",
  };
  const { value, interval } = overall.alpha;
  const range = interval ? ` (${two(interval[0])} to ${two(interval[1])})` : "";
  return `${words[leaning(overall)]}. Alpha ${two(value)}${range}; ${Math.round(100 * overall.within)}% of pairs of ratings are at most one level apart.`;
}
