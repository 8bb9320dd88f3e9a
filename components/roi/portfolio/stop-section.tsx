import { DataTable } from "@/components/ui/data-table";
import { FactsTable } from "@/components/ui/facts-table";
import { Section } from "@/components/ui/section";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { deliveryNames, unknownHoursText } from "@/lib/roi/portfolio/advice-words";
import { type HoursOf, ofYourUnits } from "@/lib/roi/portfolio/hours-of";
import type { Roi } from "@/lib/roi/portfolio/roi";
import type { StopList, Stopped } from "@/lib/roi/portfolio/stop-list";
import { spentText } from "@/lib/roi/results/spent-text";

type StopSectionProps = { roi: Roi; told: HoursOf; formats: Formats };

/** What should end, why, and what that frees; and how learning in the flow of work did beside the rest. */
export function StopSection({ roi: { stops, deliveries, day }, told, formats }: StopSectionProps) {
  const { stopped } = stops;
  const of = ofYourUnits(told);
  return (
    <Section
      title="Stop list"
      id="stop"
      lead={
        stopped.length === 0
          ? "Nothing was shown to have no effect, or to do harm."
          : `${freedText(stops, { of, day }, formats)} Money spent once is gone; hours are those people${of} spent on the activities in the last twelve months, unless another initiative uses them.`
      }
    >
      {stopped.length > 0 ? (
        <DataTable
          id="stop-list"
          caption="Initiatives to stop and what that frees"
          hideCaption
          csv="stop-list.csv"
          columns={[
            { id: "title", header: "Initiative" },
            { id: "reason", header: "Why", prose: true },
            { id: "spent", header: "Spent", align: "end", wide: true },
            { id: "running", header: "Running costs, year ahead", align: "end" },
            { id: "hours", header: `Hours${of} a year`, align: "end" },
            { id: "cost", header: "Their cost", align: "end", wide: true },
            { id: "delivery", header: "Delivered", wide: true },
          ]}
          rows={stopped.map((one) => ({
            id: one.initiativeId,
            cells: {
              title: { text: one.title, href: initiativeHref(one.initiativeId, "money") },
              reason: one.reason,
              spent: { text: spentText(one.spent, one.unconverted, formats), sort: one.spent },
              running: money(one.running, formats),
              hours: hoursCell(one, of, formats),
              cost: one.hoursCost === null ? { text: "not known", sort: null } : money(one.hoursCost, formats),
              delivery: deliveryNames[one.delivery],
            },
          }))}
        />
      ) : null}
      {deliveries.length > 0 ? (
        <div className="mt-8 max-w-3xl">
          <h3 className="mb-2 text-lead">Does learning in the flow of work do better?</h3>
          <p className="mb-3 max-w-prose text-ink-2">
            By the same rule for all. What did not work in the flow stands here as plainly as what did.
          </p>
          <FactsTable
            caption="Initiatives by how they were delivered"
            hideCaption
            columns={[
              { id: "delivery", header: "Delivered" },
              { id: "worked", header: "Worked", align: "end" },
              { id: "not", header: "Did not", align: "end" },
              { id: "open", header: "Cannot tell", align: "end" },
              { id: "unsaid", header: "No comparison yet", align: "end", wide: true },
              { id: "spent", header: "Spent", align: "end" },
            ]}
            rows={deliveries.map((one) => ({
              id: one.delivery,
              cells: {
                delivery: deliveryNames[one.delivery],
                worked: formats.number(one.worked),
                not: formats.number(one.didNot),
                open: formats.number(one.cannotTell),
                unsaid: formats.number(one.notSaid),
                spent: spentText(one.spent, one.unconverted, formats),
              },
            }))}
          />
        </div>
      ) : null}
    </Section>
  );
}

const money = (amount: number, formats: Formats): Cell => ({ text: moneyText(amount, formats), sort: amount });

type Asked = { of: string } & Pick<Roi, "day">;

function freedText({ stopped, running, hours, hoursCost, atLeast }: StopList, { of, day }: Asked, formats: Formats) {
  const them = stopped.length === 1 ? "it" : "them";
  const year = day ? ` in the year from ${formats.date(day)}` : "";
  const costs = `Ending ${them} frees ${moneyText(running, formats)} of running costs${year}`;
  if (hours === null) return `${costs}. What hours of learners${of} it frees is not known.`;
  const worth = hoursCost === null ? "" : ` (worth ${moneyText(hoursCost, formats)})`;
  return `${costs} and ${atLeast ? "at least " : ""}${formats.figure(hours)} hours of learners${of} a year${worth}.`;
}

function hoursCell({ hours, kept, unknown }: Stopped, of: string, formats: Formats): Cell {
  const notes = [
    ...(kept.length > 0 ? [`${kept.join(", ")} goes on elsewhere`] : []),
    ...unknown.map((one) => unknownHoursText(one, of)),
  ];
  const text = hours === null ? "not known" : formats.figure(hours);
  return {
    text,
    sort: hours,
    node: (
      <>
        {text}
        {notes.length > 0 ? <span className="block text-caption text-ink-2">{notes.join(". ")}</span> : null}
      </>
    ),
  };
}
