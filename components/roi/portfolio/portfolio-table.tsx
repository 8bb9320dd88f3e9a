import { DataTable } from "@/components/ui/data-table";
import { GradeMark } from "@/components/ui/grade-mark";
import type { Cell, Column } from "@/components/ui/table-types";
import { chanceText } from "@/lib/format/chance-text";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { adviceNames } from "@/lib/roi/portfolio/advice-words";
import type { RoiRow } from "@/lib/roi/portfolio/roi";
import { rangeText } from "@/lib/roi/portfolio/roi-sentences";
import { spentText } from "@/lib/roi/results/spent-text";

type Decided = { id: string; kind: string; decidedOn: string; reviewOn: string | null };

type PortfolioTableProps = {
  rows: readonly RoiRow[];
  /** The latest decision of each initiative that has one. */
  decisions: Readonly<Record<string, Decided>>;
  formats: Formats;
};

const columns: Column[] = [
  { id: "title", header: "Initiative" },
  { id: "advice", header: "Advice" },
  { id: "reason", header: "Why", wide: true, prose: true },
  { id: "grade", header: "Claim", wide: true },
  { id: "spent", header: "Spent", align: "end" },
  { id: "back", header: "Came back (95% range)", align: "end" },
  { id: "loss", header: "Chance of a loss", align: "end", wide: true },
  { id: "owner", header: "Owner", wide: true },
  { id: "decision", header: "Decided, next review", wide: true },
  { id: "low", header: "Came back, from", fileOnly: true },
  { id: "high", header: "Came back, to", fileOnly: true },
  { id: "signed", header: "Assumptions signed", fileOnly: true },
  { id: "used", header: "Assumptions used", fileOnly: true },
  { id: "version", header: "Stored result", fileOnly: true },
];

/** Every initiative with what to do, why, and what it rests on. */
export function PortfolioTable({ rows, decisions, formats }: PortfolioTableProps) {
  return (
    <DataTable
      id="portfolio"
      caption="Initiatives with the advice and what it rests on"
      hideCaption
      columns={columns}
      rows={rows.map((row) => ({
        id: row.initiativeId,
        cells: {
          title: { text: row.title, href: initiativeHref(row.initiativeId, "money") },
          advice: {
            text: adviceNames[row.advice],
            node: <span className="font-semibold">{adviceNames[row.advice]}</span>,
          },
          reason: row.reason,
          grade: row.grade ? { text: row.grade, node: <GradeMark grade={row.grade} /> } : null,
          spent: spentCell(row, formats),
          back: backCell(row, formats),
          loss:
            row.lossProbability === null || row.spent === 0
              ? null
              : { text: chanceText(row.lossProbability, formats), sort: row.lossProbability },
          owner: row.owner,
          decision: decisionCell(decisions[row.initiativeId], formats),
          low: row.benefit?.interval[0] ?? null,
          high: row.benefit?.interval[1] ?? null,
          signed: row.signed,
          used: row.used,
          version: row.digest,
        },
      }))}
      csv="roi.csv"
      filter
    />
  );
}

function spentCell({ spent, unconverted }: RoiRow, formats: Formats): Cell {
  const text = spentText(spent, unconverted, formats);
  return {
    text,
    sort: spent > 0 ? spent : null,
    saved: spent > 0 ? String(spent) : text,
    node:
      unconverted > 0 ? (
        <>
          {text}
          <span className="block text-caption text-ink-2">{unconverted} without a rate</span>
        </>
      ) : (
        text
      ),
  };
}

function backCell({ benefit, grade, used, signed }: RoiRow, formats: Formats): Cell {
  if (!benefit) return { text: "nothing counted", sort: null, saved: "nothing counted" };
  const unsigned = used - signed;
  const text = rangeText(benefit, formats);
  return {
    text,
    sort: benefit.central,
    node: (
      <>
        {grade ? (
          <span className="block sm:hidden">
            <GradeMark grade={grade} short />
          </span>
        ) : null}
        <span className="sm:whitespace-nowrap">{text}</span>
        {unsigned > 0 ? <span className="block text-caption text-ink-2">{unsigned} unsigned</span> : null}
      </>
    ),
  };
}

function decisionCell(decision: Decided | undefined, formats: Formats): Cell {
  if (!decision) return "Not decided";
  const review = decision.reviewOn ? `, review ${formats.shortDate(decision.reviewOn)}` : "";
  return {
    text: `${decision.kind.charAt(0).toUpperCase()}${decision.kind.slice(1)} on ${formats.shortDate(decision.decidedOn)}${review}`,
    sort: decision.reviewOn ?? decision.decidedOn,
    href: `/decisions#${decision.id}`,
  };
}
