import { plotScale } from "@/components/charts/plot-scale";
import { DownloadCsv } from "@/components/ui/download-csv";
import { FactsTable } from "@/components/ui/facts-table";
import type { Column, Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { BalanceRow } from "./balance-rows";

type BalancePlotProps = { rows: readonly BalanceRow[]; csv: string; formats: Formats };

const kinds = ["raw", "weighted", "matched"] as const;
type Kind = (typeof kinds)[number];
const headers: Record<Kind, string> = { raw: "As they were", weighted: "Weighted", matched: "Matched" };
const limit = 0.1;

/** How alike both groups were before the start, and how alike weighting and matching make them: each kind with a shape of its own. */
export function BalancePlot({ rows, csv, formats }: BalancePlotProps) {
  const used = kinds.filter((kind) => rows.some((row) => row[kind] !== null));
  const values = rows.flatMap((row) => used.flatMap((kind) => row[kind] ?? []));
  const place = plotScale([...values, -limit, limit]);
  const columns: Column[] = [
    { id: "label", header: "Before the start" },
    { id: "drawing", header: "Drawn" },
    ...used.map((kind): Column => ({ id: kind, header: headers[kind], align: "end" })),
  ];
  const shown = rows.map(
    (row): Row => ({
      id: row.label,
      cells: {
        label: row.label,
        drawing: {
          text: "",
          node: (
            <svg aria-hidden="true" className="h-6 w-full min-w-24 overflow-visible">
              <line x1={place(0)} x2={place(0)} y1="-6" y2="30" stroke="var(--ink-2)" />
              {[-limit, limit].map((at) => (
                <line
                  key={at}
                  x1={place(at)}
                  x2={place(at)}
                  y1="-6"
                  y2="30"
                  stroke="var(--ink-3)"
                  strokeDasharray="3 3"
                />
              ))}
              {used.map((kind) => {
                const value = row[kind];
                return value === null ? null : <Mark key={kind} kind={kind} at={place(value)} />;
              })}
            </svg>
          ),
        },
        ...Object.fromEntries(
          used.map((kind) => {
            const value = row[kind];
            return [
              kind,
              value === null ? null : { text: formats.number(value, { decimals: 2, signed: true }), sort: value },
            ];
          }),
        ),
      },
    }),
  );
  return (
    <div className="mb-2 max-w-3xl">
      <p className="mb-1 text-table text-ink-2">
        The trained less the comparison in standard deviations, the largest first; dashed lines at 0.1 either way.
      </p>
      {used.length > 1 ? (
        <ul className="mb-1 flex flex-wrap gap-x-5 text-table" aria-hidden="true">
          {used.map((kind) => (
            <li key={kind} className="inline-flex items-center gap-1.5">
              <svg width="16" height="24" aria-hidden="true">
                <Mark kind={kind} at="8" />
              </svg>
              {headers[kind]}
            </li>
          ))}
        </ul>
      ) : null}
      <FactsTable caption="How alike the groups were before the start" hideCaption columns={columns} rows={shown} />
      <DownloadCsv columns={columns.filter(({ id }) => id !== "drawing")} rows={shown} fileName={csv} />
    </div>
  );
}

/** Hollow circle, filled circle, filled square: told apart without colour. */
function Mark({ kind, at }: { kind: Kind; at: string }) {
  if (kind === "raw")
    return <circle cx={at} cy="12" r="4.5" fill="var(--paper)" stroke="var(--ink-2)" strokeWidth={1.5} />;
  if (kind === "weighted") return <circle cx={at} cy="12" r="4" fill="var(--trained)" />;
  return (
    <svg x={at} y="0" overflow="visible" aria-hidden="true">
      <rect x="-4" y="8" width="8" height="8" fill="var(--comparison)" />
    </svg>
  );
}
