import { FactsTable } from "@/components/ui/facts-table";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { ActivityPair } from "@/lib/scorecard/activity-pairs";
import { changeText, missingText, valueText } from "@/lib/scorecard/figure-text";
import type { Tile } from "@/lib/scorecard/scorecard";

type Props = {
  pairs: readonly ActivityPair[];
  /** Whether the same people are compared with themselves at another time. */
  isTime: boolean;
  formats: Formats;
};

/** Counts of learning beside the result and the sign in the work each stands for. */
export function ActivityPairs({ pairs, isTime, formats }: Props) {
  if (pairs.length === 0) return null;
  const side = ({ name, tile }: ActivityPair["business"]) => cellOf(name, tile, isTime, formats);
  return (
    <div className="mt-8 max-w-4xl">
      <h3 className="mb-1 text-body font-semibold">What each of these should have moved</h3>
      <p className="mb-3 max-w-prose text-table text-ink-2">
        Side by side is not cause and effect: whether learning moved it, the comparison of an initiative says.
      </p>
      <FactsTable
        caption="Counts of learning, the result they are meant for and the sign of it in the work"
        hideCaption
        columns={[
          { id: "activity", header: "What is counted", rowHeader: true },
          { id: "business", header: "The result it is for" },
          { id: "signal", header: "Its sign in the work" },
        ]}
        rows={pairs.map(({ activity, business, signal }) => ({
          id: activity.metric.id,
          cells: {
            activity: cellOf(null, activity, isTime, formats),
            business: side(business),
            signal: side(signal),
          },
        }))}
      />
    </div>
  );
}

/** `name`: what is looked for, where that is another than the figure found. */
function cellOf(name: string | null, tile: Tile | null, isTime: boolean, formats: Formats): Cell {
  const says = tile ? figureText(tile, isTime, formats) : "Nothing measures it yet: import a KPI of this kind";
  return {
    text: `${name ?? tile?.metric.name}: ${says}`,
    node: (
      <>
        {name === null ? null : <span className="block text-caption font-normal text-ink-3">{name}</span>}
        {tile ? (
          <a className="link" href={`#${tile.metric.id.replace(":", "-")}`}>
            {tile.metric.name}
          </a>
        ) : null}
        <span className="block font-normal">{says}</span>
      </>
    ),
  };
}

function figureText({ metric, state, change }: Tile, isTime: boolean, formats: Formats): string {
  if (state.kind !== "figure") return missingText(formats, state);
  const value = valueText(formats, metric, state.value);
  if (change.kind === "none") return value;
  const none = isTime ? "no clear change" : "no clear difference";
  return `${value}, ${change.verdict === "unclear" ? none : changeText(formats, metric, change)}`;
}
