"use client";
import { FactsTable } from "@/components/ui/facts-table";
import { useFormats } from "@/components/ui/formats-provider";
import { StateText } from "@/components/ui/state-text";
import { Withheld } from "@/components/ui/states";
import type { SignalPreview } from "@/lib/evidence/signals/preview-signal";
import type { Formats } from "@/lib/format/formats";
import { CircleWarning } from "./circle-warning";

/** What a rule would have said of the last year. */
export function SignalPreviewView({ preview }: { preview: SignalPreview }) {
  const formats = useFormats();
  const { from, to, jobsSince, minimum, people, tooLittle, levels, months, agreement, circles } = preview;
  const span = `${formats.month(`${from}-01`)} to ${formats.month(`${to}-01`)}`;
  const withheld = { text: "Withheld", node: <StateText state="withheld" minimum={minimum} /> };
  return (
    <section aria-label="What it would have said" className="space-y-4 border-l-4 border-rule-2 bg-paper-2 px-4 py-3">
      <CircleWarning circles={circles} />
      {jobsSince ? (
        <p className="max-w-prose text-table text-ink-2">
          For the preview the last jobs are looked for from {formats.month(`${jobsSince}-01`)} on. Whoever did fewer
          since then is seen with those; the rule itself looks further back.
        </p>
      ) : null}
      {people === null ? <Withheld minimum={minimum} /> : null}
      {people === 0 ? (
        <p>From {span} nobody would have been rated: there is no such work, or too little of it.</p>
      ) : null}
      {people ? (
        <>
          <p className="font-semibold">
            From {span} it would have rated {formats.number(people)} people
            {tooLittle ? `, and ${formats.number(tooLittle)} more not, for want of jobs or values` : ""}.
          </p>
          <p className="max-w-prose">{agreementSentence(agreement, minimum, formats)}</p>
          <div className="grid gap-6 lg:grid-cols-2">
            <FactsTable
              caption="Ratings by level"
              columns={[
                { id: "level", header: "Level", rowHeader: true },
                { id: "ratings", header: "Ratings", align: "end" },
              ]}
              rows={levels.map(({ level, ratings }) => ({
                id: String(level),
                cells: { level: String(level), ratings: ratings === null ? withheld : formats.number(ratings) },
              }))}
            />
            <FactsTable
              caption="Month by month"
              columns={[
                { id: "month", header: "Month", rowHeader: true },
                { id: "people", header: "People", align: "end" },
                { id: "level", header: "Mean level", align: "end" },
              ]}
              rows={months.map((one) => ({
                id: one.month,
                cells: {
                  month: formats.month(one.month),
                  people: one.people === null ? withheld : formats.number(one.people),
                  level: one.level === null ? withheld : formats.number(one.level, { decimals: 2 }),
                },
              }))}
            />
          </div>
        </>
      ) : null}
    </section>
  );
}

function agreementSentence(agreement: SignalPreview["agreement"], minimum: number, formats: Formats): string {
  if (!agreement)
    return `Fewer than ${minimum} of them were rated on the same behaviour by managers within 45 days, so nobody can tell whether both agree.`;
  const { pairs, people, same, near, difference } = agreement;
  const lean =
    Math.abs(difference) < 0.1
      ? "on average as high"
      : `on average ${formats.number(Math.abs(difference), { decimals: 1 })} of a level ${difference > 0 ? "higher" : "lower"}`;
  return `Beside ${formats.number(pairs)} ratings by managers of the same behaviour of ${formats.number(people)} people within 45 days: the same level in ${formats.percent(same, { decimals: 0 })}, within one in ${formats.percent(near, { decimals: 0 })}, ${lean}.`;
}
