import Link from "next/link";
import { lacksText } from "@/components/plans/lacks-text";
import { DataTable } from "@/components/ui/data-table";
import { DirectionText } from "@/components/ui/direction-text";
import { GradeMark } from "@/components/ui/grade-mark";
import { StateText } from "@/components/ui/state-text";
import type { Cell, Column, Row } from "@/components/ui/table-types";
import type { Headline } from "@/lib/evaluation/headline";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { InitiativeRow } from "@/lib/initiatives/read-initiatives";
import { designNames } from "@/lib/initiatives/words";
import { methodName } from "@/lib/methods/method-name";
import { headlineEffect } from "./headline-effect";

const columns: Column[] = [
  { id: "title", header: "Initiative" },
  { id: "status", header: "Status", wide: true },
  { id: "chain", header: "Chain", wide: true },
  { id: "design", header: "Design", wide: true },
  { id: "people", header: "People", align: "end", wide: true },
  { id: "grade", header: "Claim" },
  { id: "effect", header: "Effect (95% interval)", align: "end" },
  { id: "kpi", header: "KPI", fileOnly: true },
  { id: "value", header: "Effect", fileOnly: true },
  { id: "low", header: "Interval from", fileOnly: true },
  { id: "high", header: "Interval to", fileOnly: true },
  { id: "unit", header: "Unit", fileOnly: true },
  { id: "method", header: "Method", fileOnly: true },
];

/** All initiatives: what was tried, on whom, what came of it and how strongly it may be said. */
export function InitiativeTable({ rows, formats }: { rows: readonly InitiativeRow[]; formats: Formats }) {
  return (
    <DataTable
      id="initiatives"
      caption="Initiatives and what may be said of them"
      hideCaption
      columns={columns}
      rows={rows.map((row) => toRow(row, formats))}
      csv="initiatives.csv"
      filter
    />
  );
}

function toRow(row: InitiativeRow, formats: Formats): Row {
  return {
    id: row.id,
    cells: {
      title: titleCell(row),
      status: statusCell(row, formats),
      chain: chainText(row),
      design: designNames[row.design],
      people: row.headline?.kind === "withheld" ? null : { text: formats.number(row.people), sort: row.people },
      grade: row.claim ? { text: row.claim.grade, node: <GradeMark grade={row.claim.grade} /> } : null,
      effect: row.headline ? effectCell(row, row.headline, formats) : statusCell(row, formats),
      ...savedCells(row, formats),
    },
  };
}

function titleCell({ id, title, gaps, version }: InitiativeRow): Cell {
  const named = version > 1 ? `${title} (version ${version})` : title;
  const library = gaps.length > 0 ? `A content library: lacks ${lacksText(gaps)}` : null;
  const href = initiativeHref(id);
  if (library === null) return { text: named, href };
  return {
    text: `${named}. ${library}`,
    sort: named,
    saved: `${named}. ${library}`,
    node: (
      <>
        <Link className="link" href={href}>
          {named}
        </Link>
        <span className="block text-caption text-ink-3">{library}</span>
      </>
    ),
  };
}

function statusCell({ status, followUpTo }: InitiativeRow, formats: Formats): Cell {
  if (status === "draft") return { text: "Draft, not registered" };
  if (status !== "too early" || followUpTo === null) return status.charAt(0).toUpperCase() + status.slice(1);
  const until = formats.shortDate(followUpTo);
  return { text: `Too early until ${until}`, node: <StateText state="too-early" until={until} /> };
}

function chainText({ chain, kpi }: InitiativeRow): string | null {
  const steps = [
    counted(chain.activities?.length ?? 0, "activity", "activities"),
    counted(chain.skills?.length ?? 0, "skill", "skills"),
    counted(chain.behaviours?.length ?? 0, "behaviour", "behaviours"),
    kpi?.name ?? null,
  ].filter((step) => step !== null);
  return steps.length === 0 ? null : steps.join(" → ");
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : many}`;
}

function effectCell({ kpi }: InitiativeRow, headline: Headline, formats: Formats): Cell {
  if (headline.kind === "withheld") {
    const { minimum } = headline;
    return { text: "withheld", sort: null, saved: "withheld", node: <StateText state="withheld" minimum={minimum} /> };
  }
  if (headline.kind === "not-estimable") return { text: "not estimable", sort: null, saved: "not estimable" };
  const { text, change, interval, wanted } = headlineEffect(headline, kpi, formats);
  return {
    text,
    // Effects of different KPIs have no common unit: in order of how far they lie from none, in errors, the good side last.
    sort: (wanted === "down" ? -1 : 1) * (change / (interval[1] - interval[0])),
    saved: text,
    node: (
      <span className="sm:whitespace-nowrap">
        <DirectionText change={change} wanted={wanted} interval={interval}>
          {text}
        </DirectionText>
      </span>
    ),
  };
}

/** The effect as numbers, for the file. */
function savedCells({ kpi, headline }: InitiativeRow, formats: Formats): Row["cells"] {
  if (headline?.kind !== "estimate") return { kpi: kpi?.name ?? null };
  const { value, range, unit } = headlineEffect(headline, kpi, formats);
  return { kpi: kpi?.name ?? null, value, low: range[0], high: range[1], unit, method: methodName(headline.method) };
}
