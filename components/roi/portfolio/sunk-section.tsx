import { AnswerState } from "@/components/prepared/answer-state";
import { AwaitsData } from "@/components/shell/awaits-data";
import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { StateText } from "@/components/ui/state-text";
import type { Cell } from "@/components/ui/table-types";
import type { Viewer } from "@/lib/access/viewer";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import { isTold } from "@/lib/prepared/told";
import { deliveryNames } from "@/lib/roi/portfolio/advice-words";
import { ofYourUnits } from "@/lib/roi/portfolio/hours-of";
import type { ToldSunkHours } from "@/lib/roi/portfolio/read-sunk-hours";
import type { SunkRow } from "@/lib/roi/portfolio/sunk-hours";

type SunkSectionProps = { told: ToldSunkHours; roles: Viewer["roles"]; formats: Formats };

/** Hours of learning that left no trace in the skill they were for. */
export function SunkSection({ told: given, roles, formats }: SunkSectionProps) {
  const { sunk, told, of, asOf, from, minimum } = given;
  return (
    <Section
      title="Sunk hours"
      id="sunk"
      lead={sunk && sunk.hours > 0 && asOf && from ? leadOf(given, formats) : undefined}
    >
      <AnswerState told={told} formats={formats} />
      {sunk && sunk.rows.length > 0 ? (
        <DataTable
          id="sunk"
          caption="Hours of learning without an evidenced change, by activity"
          hideCaption
          csv="sunk-hours.csv"
          columns={[
            { id: "title", header: "Activity" },
            { id: "skill", header: "Skill", wide: true },
            { id: "hours", header: `Hours${ofYourUnits(given)}`, align: "end" },
            { id: "sunk", header: "No evidenced change", align: "end" },
            { id: "unseen", header: "Nobody looked", align: "end", wide: true },
            { id: "cost", header: "Their cost", align: "end", wide: true },
            { id: "delivery", header: "Delivered", fileOnly: true },
          ]}
          rows={sunk.rows.map((row) => ({
            id: `${row.activityId}`,
            cells: {
              title: row.title,
              skill: row.skill ?? "for no skill",
              hours: row.withheld ? withheld(minimum) : { text: formats.figure(row.hours), sort: row.hours },
              ...splitCells(row, minimum, formats),
              delivery: deliveryNames[row.delivery ?? "unknown"],
            },
          }))}
        />
      ) : isTold(told) ? (
        <AwaitsData roles={roles} title="No hours of learning on file">
          It takes learning_events.csv with durations, and activities.csv with the skill each activity is for.
          {of === "units" ? " Here you see the people of your units." : ""}
        </AwaitsData>
      ) : null}
    </Section>
  );
}

function leadOf(told: ToldSunkHours, formats: Formats) {
  const { sunk, asOf, from } = told;
  if (!sunk || !asOf || !from) return null;
  const cost =
    sunk.sunkCost === null ? "" : `, worth ${moneyText(sunk.sunkCost, formats)} where the cost of an hour is known`;
  return (
    <>
      <p>
        {formats.figure(sunk.sunkHours)} of {formats.figure(sunk.hours)} hours{ofYourUnits(told)} from{" "}
        {formats.date(from)} to {formats.date(asOf)} show no change in the skill they were for{cost}; for{" "}
        {formats.figure(sunk.unseenHours)} of them nobody was seen at work since.
      </p>
      <p className="mt-2 text-table">
        A change is evidenced where managers, peers or systems rate the person&apos;s skill at least half a level higher
        after the first use than before, or at the level the role needs for the first time. Hours nobody looked at are
        not lost for certain: observing would tell.
        {sunk.unlinkedHours > 0
          ? ` ${formats.figure(sunk.unlinkedHours)} more hours went to activities that are for no skill on file.`
          : ""}
      </p>
    </>
  );
}

function splitCells(
  { sunk, cost, withheld: few, skillId }: SunkRow,
  minimum: number,
  formats: Formats,
): Record<string, Cell> {
  if (skillId === null && !few) return { sunk: "cannot be said", unseen: null, cost: null };
  if (!sunk) return { sunk: withheld(minimum), unseen: withheld(minimum), cost: withheld(minimum) };
  return {
    sunk: { text: formats.figure(sunk.hours), sort: sunk.hours },
    unseen: { text: formats.figure(sunk.unseenHours), sort: sunk.unseenHours },
    cost:
      cost === null || sunk.cost === null
        ? { text: "not known", sort: null }
        : { text: moneyText(sunk.cost, formats), sort: sunk.cost },
  };
}

const withheld = (minimum: number): Cell => ({
  text: "withheld",
  sort: null,
  saved: "withheld",
  node: <StateText state="withheld" minimum={minimum} />,
});
