import { DownloadCsv } from "@/components/ui/download-csv";
import { FactsTable } from "@/components/ui/facts-table";
import type { Formats } from "@/lib/format/formats";

type ShareMetersProps = {
  caption: string;
  /** `limit`: the share from which on a check speaks. */
  rows: readonly { label: string; value: number; limit: number | null }[];
  csv: string;
  formats: Formats;
};

/** Shares of people as bars from nobody to everybody, each with the limit a check holds it against. */
export function ShareMeters({ caption, rows, csv, formats }: ShareMetersProps) {
  const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
  return (
    <div className="mb-2 max-w-2xl">
      <FactsTable
        caption={caption}
        columns={[
          { id: "label", header: "People" },
          { id: "drawing", header: "Nobody to everybody" },
          { id: "share", header: "Share", align: "end", whole: true },
        ]}
        rows={rows.map(({ label, value, limit }) => ({
          id: label,
          cells: {
            label,
            drawing: {
              text: "",
              node: (
                <svg aria-hidden="true" className="h-5 w-full min-w-20">
                  <rect x="0" y="5" width="100%" height="10" fill="var(--rule)" />
                  <rect
                    x="0"
                    y="5"
                    width={percent(Math.min(1, Math.max(0, value)))}
                    height="10"
                    fill="var(--trained)"
                  />
                  {limit === null ? null : (
                    <line
                      x1={percent(limit)}
                      x2={percent(limit)}
                      y1="0"
                      y2="20"
                      stroke="var(--ink)"
                      strokeWidth={1.5}
                    />
                  )}
                </svg>
              ),
            },
            share: formats.percent(value),
          },
        }))}
      />
      <DownloadCsv
        columns={[
          { id: "label", header: "People" },
          { id: "value", header: "Share" },
        ]}
        rows={rows.map(({ label, value }) => ({ id: label, cells: { label, value } }))}
        fileName={csv}
      />
    </div>
  );
}
