import { StateText } from "@/components/ui/state-text";
import type { Formats } from "@/lib/format/formats";
import type { HelpFigures } from "@/lib/work/help/help-figures";
import type { Newcomers } from "@/lib/work/help/read-help";

type HelpSummaryProps = { total: HelpFigures; newcomers: Newcomers; minimum: number; formats: Formats };

/** What questions cost, and how much of that is known. */
export function HelpSummary({ total, newcomers, minimum, formats }: HelpSummaryProps) {
  const known = (count: number) => formats.percent(count / total.requests);
  const withheld = <StateText state="withheld" minimum={minimum} />;
  const hours =
    total.minutes === "withheld"
      ? withheld
      : total.minutes === null
        ? "not known"
        : formats.measure(total.minutes / 60, "hours");
  const cost = total.cost === "withheld" ? withheld : total.cost === null ? "not known" : formats.money(total.cost);
  const times =
    newcomers.newcomers !== null && newcomers.others !== null
      ? `${formats.figure(newcomers.newcomers)} a month of people hired in the last three months, ${formats.figure(newcomers.others)} of the others`
      : "of newcomers and others: not known";
  const figures: [string, React.ReactNode, string][] = [
    [
      "Time of those who helped",
      hours,
      `minutes known of ${known(total.minutesKnown)} of requests; the rest is not guessed`,
    ],
    [
      "What it cost",
      cost,
      `minutes and hourly cost known of ${known(total.costKnown)}; the time of who waits is not in it`,
    ],
    [
      "Questions that took three people or more",
      formats.percent(total.three / total.questions),
      `of ${formats.number(total.questions)} questions (${formats.number(total.requests)} requests; asked again within three days counts as the same question)`,
    ],
    [
      "Time to an answer",
      total.waitedMedian === null ? "not known" : formats.duration(3600 * total.waitedMedian),
      total.waitedMost === null
        ? "no request says when it was answered"
        : `half have waited longer, one in ten over ${formats.duration(3600 * total.waitedMost)}; known of ${known(total.waitedKnown)}`,
    ],
    ["Who asks", `${formats.number(total.askers)} people`, times],
  ];
  return (
    <dl className="grid gap-x-8 gap-y-6 sm:grid-cols-2 xl:grid-cols-3">
      {figures.map(([name, value, note]) => (
        <div key={name}>
          <dt className="text-table text-ink-2">{name}</dt>
          <dd>
            <span className="figure-numerals block text-section">{value}</span>
            <span className="block max-w-prose text-caption text-ink-3">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
