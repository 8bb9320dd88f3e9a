import { DataTable } from "@/components/ui/data-table";
import type { Cell, Column, Row } from "@/components/ui/table-types";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import { type Capability, type CapabilityMap, type MapCell, type MapRow, measures } from "@/lib/capability/map";
import type { Formats } from "@/lib/format/formats";
import { EvidenceBar } from "./evidence-bar";

type Measure = keyof typeof measures;
type MapTableProps = {
  id: string;
  caption: string;
  rows: readonly MapRow[];
  sites: Extract<CapabilityMap, { kind: "shown" }>["sites"];
  measure: Measure;
  /** Of fewer people a share is not shown. */
  minimum: number;
  /** What the rows are, and where one of them leads. */
  header: string;
  hrefOf?: (row: MapRow) => string;
  formats: Formats;
};

/** Roles or skills by site: the share of what is needed that the measure counts, with the bar of what is seen. */
export function MapTable({ id, caption, rows, sites, measure, minimum, header, hrefOf, formats }: MapTableProps) {
  const withLevels = rows.some(({ target }) => target !== null);
  const columns: Column[] = [
    { id: "name", header, rowHeader: true },
    ...(withLevels ? [{ id: "target", header: "Target", align: "end", wide: true } as const] : []),
    { id: "everywhere", header: "Everywhere" },
    ...(withLevels ? [{ id: "level", header: "Level seen", wide: true } as const] : []),
    ...sites.map(({ id: siteId, label }) => ({ id: siteId, header: label, wide: true })),
  ];
  const found = rows.map((row): Row => {
    const bySite = new Map(row.cells.map((cell) => [cell.siteId, cell]));
    const whole = bySite.get("everywhere")?.state;
    const note = [row.critical ? "critical" : "", row.symbolic ? "symbolic: nobody was ever seen doing it" : ""].filter(
      Boolean,
    );
    const name = note.length > 0 ? `${row.name} (${note.join(", ")})` : row.name;
    return {
      id: row.id,
      cells: {
        name: { text: name, ...(hrefOf && { href: hrefOf(row) }) },
        target: row.target,
        level: whole?.kind === "shown" ? levelCell(whole, formats) : null,
        everywhere: cellOf(bySite.get("everywhere"), measure, minimum, formats),
        ...Object.fromEntries(sites.map((site) => [site.id, cellOf(bySite.get(site.id), measure, minimum, formats)])),
      },
    };
  });
  return <DataTable id={id} caption={caption} columns={columns} rows={found} csv={`capability-${id}`} />;
}

const needsALook: Measure[] = ["applied", "validated", "sustained"];

function cellOf(cell: MapCell | undefined, measure: Measure, minimum: number, formats: Formats): Cell {
  if (!cell) return null;
  const { state } = cell;
  if (state.kind === "withheld") return { text: "Withheld", sort: -1 };
  const { of, among } = measures[measure];
  const all = state[among];
  if (among === "certified" && isSmallGroup(all, minimum)) return { text: "Too few certified", sort: -0.5 };
  // What nobody has looked at is not known to be missing.
  if (needsALook.includes(measure) && state.evidenced === 0) {
    return { text: state.stale > 0 ? "No longer seen" : "Nobody has looked", sort: 0 };
  }
  const part = state[of];
  if (part === null) {
    const few = `Seen: fewer than ${formats.number(minimumPeople(minimum))}`;
    return { text: state.fewSeen ? few : "Withheld: would tell of few", sort: -0.5 };
  }
  if (all === 0) return { text: "Nobody", sort: -0.5 };
  const left = state.untold > 0 && among === "neededTold" ? leftOut(state.untold, formats) : "";
  const figure = `${formats.percent(part / all, { decimals: 0 })} (${formats.number(part)} of ${formats.number(all)})`;
  const text = left ? `${figure}; ${left}` : figure;
  return {
    text,
    sort: part / all,
    node: (
      <span className="block space-y-1">
        <span className="block whitespace-nowrap tabular-nums">{figure}</span>
        <EvidenceBar capability={state} />
        {left ? <span className="block text-caption text-ink-3">{left}</span> : null}
      </span>
    ),
  };
}

const leftOut = (skills: number, formats: Formats) =>
  `${formats.number(skills)} ${skills === 1 ? "skill" : "skills"} left out: too few people seen`;

function levelCell({ level, evidenced }: Capability, formats: Formats): Cell {
  if (!level) return { text: evidenced === 0 ? "Not seen" : "Too few seen", sort: -1 };
  const text = level.interval
    ? formats.estimate(level.value, level.interval, "levels")
    : formats.measure(level.value, "levels", { decimals: 2 });
  return { text, sort: level.value };
}
