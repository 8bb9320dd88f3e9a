import { DataTable } from "@/components/ui/data-table";
import { StateText } from "@/components/ui/state-text";
import type { Formats } from "@/lib/format/formats";
import { adviceWords, mixOf } from "@/lib/work/portfolio/modality";
import type { Portfolio } from "@/lib/work/portfolio/read-portfolio";
import { mismatch, type Segment } from "@/lib/work/portfolio/segments";

const skillWords = { knowledge: "Knowledge", judgment: "Judgement", fluency: "System fluency" };
const typeOf = (facet: Segment["facet"]) => (facet ? skillWords[facet] : "Mixed or not said");

const hoursCell = (hours: number | null, formats: Formats) =>
  hours === null ? { text: "not known", sort: null } : { text: formats.figure(hours), sort: hours };

export function SegmentsTable({ segments, formats }: { segments: readonly Segment[]; formats: Formats }) {
  return (
    <DataTable
      id="segments"
      caption="Portfolio by kind of skill, risk and depth"
      hideCaption
      csv="portfolio-segments.csv"
      columns={[
        { id: "segment", header: "Risk and depth", rowHeader: true },
        { id: "type", header: "Kind of skill", wide: true },
        { id: "advice", header: "Calls for" },
        { id: "activities", header: "Activities", align: "end", wide: true },
        { id: "mismatched", header: "Mismatched", align: "end" },
        { id: "hours", header: "Hours", align: "end" },
        { id: "cost", header: "Cost of time", align: "end", wide: true },
      ]}
      rows={segments.map(({ facet, risk, depth, advice, activities, mismatched, hours, cost }) => ({
        id: `${facet} ${risk} ${depth}`,
        cells: {
          segment: `${risk} risk, ${depth}`,
          type: typeOf(facet),
          advice: adviceWords[advice].name,
          activities,
          mismatched,
          hours: hoursCell(hours, formats),
          cost: cost === null ? { text: "not known", sort: null } : { text: formats.money(cost), sort: cost },
        },
      }))}
    />
  );
}

export function ActivitiesTable({
  activities,
  minimum,
  formats,
}: Pick<Portfolio, "activities" | "minimum"> & { formats: Formats }) {
  return (
    <DataTable
      id="activities"
      caption="Activities and what their skill calls for"
      hideCaption
      csv="portfolio.csv"
      filter
      columns={[
        { id: "name", header: "Activity", rowHeader: true },
        { id: "skill", header: "Skill", wide: true },
        { id: "calls", header: "Calls for", wide: true },
        { id: "is", header: "Is", wide: true },
        { id: "fit", header: "Fit" },
        { id: "hours", header: "Hours", align: "end" },
        { id: "type", header: "Kind of skill", fileOnly: true },
        { id: "risk", header: "Risk", fileOnly: true },
        { id: "depth", header: "Depth", fileOnly: true },
        { id: "mix", header: "Formal, social or experiential", fileOnly: true },
        { id: "owner", header: "Owner", fileOnly: true },
      ]}
      rows={activities.map((activity) => {
        const { id, name, skill, format, delivery, hours, withheld, facet, risk, depth, owner } = activity;
        const fit = mismatch(activity);
        const why = fit?.why ? `Mismatch: ${fit.why}` : fit ? "Fits" : "Not known: its skill has no risk or depth";
        return {
          id,
          cells: {
            name,
            skill,
            calls: fit ? { text: `${adviceWords[fit.advice].name}. ${adviceWords[fit.advice].why}` } : null,
            is:
              [format?.replaceAll("_", " "), delivery === "in_flow" ? "in the flow of work" : delivery]
                .filter(Boolean)
                .join(", ") || null,
            fit: { text: why, sort: fit?.why ? 0 : fit ? 1 : 2, saved: why },
            hours: withheld
              ? { text: "withheld", sort: null, node: <StateText state="withheld" minimum={minimum} /> }
              : hoursCell(hours, formats),
            type: typeOf(facet),
            risk,
            depth,
            mix: mixOf(activity),
            owner,
          },
        };
      })}
    />
  );
}
