import { TrendChart } from "@/components/charts/trend-chart";
import type { TrendValue } from "@/components/charts/trend-types";
import { FactsTable } from "@/components/ui/facts-table";
import { Section } from "@/components/ui/section";
import type { Formats } from "@/lib/format/formats";
import { statusWords, wholeWords } from "@/lib/trust/detector-words";
import type { Coefficient, WholeFigure } from "@/lib/trust/trust";
import { TrustStatusText } from "./trust-status";
import type { Shown } from "./trust-view";

/** Do ratings hold still over time, and are they bent towards a date or a target? */
export function TimeSection({ found, formats }: { found: Shown; formats: Formats }) {
  const { months, whole } = found;
  const inflation = whole.find(({ id }) => id === "inflation");
  return (
    <Section
      title="Do ratings hold still?"
      id="time"
      lead="Seen over all raters together: whether ratings rise towards a date, without systems seeing it, or while quality falls."
    >
      <FactsTable
        caption="What is looked at over all raters"
        hideCaption
        columns={[
          { id: "what", header: "What", rowHeader: true },
          { id: "status", header: "Status" },
          { id: "figure", header: "Figure (95% interval)", align: "end" },
          { id: "about", header: "How it is told", wide: true },
          { id: "todo", header: "What to do", wide: true },
        ]}
        rows={whole.map((one) => ({
          id: one.id,
          cells: {
            what:
              one.names.length > 0
                ? `${wholeWords[one.id].title}: ${one.names.slice(0, 5).join("; ")}${one.names.length > 5 ? ` and ${one.names.length - 5} more` : ""}`
                : wholeWords[one.id].title,
            status: { text: statusWords[one.status], node: <TrustStatusText status={one.status} /> },
            figure: wholeText(one, formats),
            about: wholeWords[one.id].about,
            todo: one.status === "look" ? wholeWords[one.id].todo : "Nothing now.",
          },
        }))}
      />
      {months.length > 1 ? (
        <div className="mt-8">
          <TrendChart
            title="Do ratings by people and by systems move together?"
            answer={
              inflation?.status === "look"
                ? "Ratings by people rise against those of systems."
                : inflation?.status === "fine"
                  ? "Yes, as far as can be told: people do not rise against systems."
                  : "Too few were rated by both to tell."
            }
            caption={`Levels less what each behaviour usually gets; each person counts once a month; 95% intervals; months with under ${found.minimum} people are left out. Data version ${found.dataVersion.slice(0, 15)}.`}
            description="Mean rating by people and by systems, month by month, less the mean of the behaviour."
            csv="ratings-by-month.csv"
            periods={months.map(({ month }) => formats.month(month))}
            series={[
              { id: "people", label: "By people", arm: "trained", values: months.map(({ people }) => pointOf(people)) },
              {
                id: "systems",
                label: "By systems",
                arm: "comparison",
                values: months.map(({ systems }) => pointOf(systems)),
              },
            ]}
            unit="levels"
          />
        </div>
      ) : null}
    </Section>
  );
}

const pointOf = (found: Coefficient | null): TrendValue | null =>
  found && { value: found.value, ...(found.interval && { interval: found.interval }) };

function wholeText({ id, value, interval, people }: WholeFigure, formats: Formats): string {
  if (id === "ceiling") return value === null ? "" : `${formats.percent(value, { decimals: 0 })} at the top`;
  if (id === "quality_falls")
    return value === null
      ? people > 0
        ? "no such pair"
        : ""
      : `${formats.number(value, { decimals: 2 })} standard deviations`;
  if (value === null || interval === null) return "";
  return formats.effect(value, interval, "levels");
}
