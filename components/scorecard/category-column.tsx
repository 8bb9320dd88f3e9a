import Link from "next/link";
import type { Formats } from "@/lib/format/formats";
import type { Header, Tile as TileData } from "@/lib/scorecard/scorecard";
import { exportHref } from "./links";
import { Tile } from "./tile";

/** Tiles shown at once; the others open below. */
const shownAtOnce = 7;
const leadingKpis = 4;

const titles: Record<string, string> = {
  adoption: "Adoption and reach",
  skill: "Skill and behaviour",
  operational: "Operational KPIs",
  talent: "Talent outcomes",
};

const sources: Record<string, string> = {
  adoption: "learning_events.csv and activities.csv",
  skill: "skills.csv and observations.csv",
  operational: "kpi.csv or work_events.csv",
  talent: "employment_events.csv, and the dates people came and left in people.csv",
};

type ColumnProps = {
  id: string;
  number: number;
  tiles: readonly TileData[];
  header: Header;
  formats: Formats;
  /** What tiles that cross their guardrail say, by their id. */
  alarms: ReadonlyMap<string, string>;
  mayImport: boolean;
};

export function CategoryColumn({ id, number, tiles, header, formats, alarms, mayImport }: ColumnProps) {
  const sorted = arranged(tiles);
  const isUnknown = sorted.every(({ state }) => state.kind === "no-data");
  const first = isUnknown ? 0 : shownAtOnce;
  const draw = (list: readonly TileData[]) => (
    <ul>
      {list.map((tile) => (
        <Tile
          key={tile.metric.id}
          tile={tile}
          header={header}
          formats={formats}
          exportHref={exportHref(header, tile.metric.id)}
          alarm={alarms.get(tile.metric.id)}
        />
      ))}
    </ul>
  );
  const rest = sorted.slice(first);
  return (
    <section aria-labelledby={`category-${id}`} className="min-w-0">
      <h2 id={`category-${id}`} className="border-b border-ink pb-1 text-lead">
        <span className="text-ink-3">{number}</span> {titles[id]}
      </h2>
      {isUnknown ? <NothingKnown takes={sources[id] ?? ""} mayImport={mayImport} /> : draw(sorted.slice(0, first))}
      {rest.length > 0 ? (
        <details className={isUnknown ? "screen-only" : "printed-open"}>
          <summary className="screen-only target link cursor-pointer py-2 text-table">
            {isUnknown ? "What would stand here" : `${rest.length} more`}
          </summary>
          {draw(rest)}
        </details>
      ) : null}
    </section>
  );
}

function NothingKnown({ takes, mayImport }: { takes: string; mayImport: boolean }) {
  return (
    <p className="my-3 text-table text-ink-2">
      Nothing is on file for this view. These figures take {takes}.{" "}
      {mayImport ? (
        <Link className="link screen-only" href="/data">
          Open data
        </Link>
      ) : null}
    </p>
  );
}

/** Imported KPIs most people have come first, then what is computed, the other KPIs, and last what has no data. */
function arranged(tiles: readonly TileData[]): TileData[] {
  const peopleOf = ({ state }: TileData) => (state.kind === "figure" ? state.people : 0);
  const kpis = tiles
    .filter(({ metric }) => metric.id.includes("kpi:") && metric.category === "operational")
    .toSorted((a, b) => Number(b.target !== null) - Number(a.target !== null) || peopleOf(b) - peopleOf(a));
  const leading = kpis.slice(0, leadingKpis);
  const own = tiles.filter((tile) => !kpis.includes(tile));
  const all = [...leading, ...own, ...kpis.slice(leadingKpis)];
  return all.toSorted((a, b) => Number(a.state.kind === "no-data") - Number(b.state.kind === "no-data"));
}
