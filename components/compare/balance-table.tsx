import { DataTable } from "@/components/ui/data-table";
import type { Cell, Row } from "@/components/ui/table-types";
import type { BalanceRow, Comparison } from "@/lib/compare/comparison";
import type { Formats } from "@/lib/format/formats";
import { valueText } from "@/lib/scorecard/figure-text";

type Compared = Extract<Comparison, { kind: "compared" }>;

/** Tenure, where people stood before and roles, group by group, with standardised differences from the first. */
export function BalanceTable({ found, formats }: { found: Compared; formats: Formats }) {
  const { balance, groups, header } = found;
  if (balance.length === 0)
    return (
      <p className="mb-4 text-table text-ink-2">Nothing is known of these people that could be set side by side.</p>
    );
  const names = groups
    .filter(({ name }) => balance.some((row) => row.values[name] !== undefined))
    .map(({ name }) => name);
  const [first, ...rest] = names;
  const text = ({ unit }: BalanceRow, value: number): string => {
    if (unit === "years") return formats.measure(value, "years", { decimals: 1 });
    return unit === "share" ? formats.percent(value, { decimals: 0 }) : valueText(formats, header.metric, value);
  };
  const gap = (value: number | null | undefined): Cell =>
    value === null || value === undefined
      ? null
      : {
          text: `${formats.number(value, { decimals: 2, signed: true })}${Math.abs(value) > 0.1 ? ", apart" : ""}`,
          sort: value,
          node: (
            <>
              {formats.number(value, { decimals: 2, signed: true })}
              {Math.abs(value) > 0.1 ? <span className="block text-caption text-ink-3">apart</span> : null}
            </>
          ),
        };
  const rows: Row[] = balance.map((row) => ({
    id: row.label,
    cells: {
      label: row.label,
      ...Object.fromEntries(
        names.map((name): [string, Cell] => {
          const value = row.values[name];
          return [`v${name}`, value === undefined ? null : { text: text(row, value), sort: value }];
        }),
      ),
      ...Object.fromEntries(rest.map((name): [string, Cell] => [`d${name}`, gap(row.differences[name])])),
    },
  }));
  return (
    <div className="mb-6">
      <DataTable
        id="balance"
        caption="Composition of the groups"
        hideCaption
        csv="compared-composition.csv"
        filter={false}
        columns={[
          { id: "label", header: "What" },
          ...names.map((name) => ({ id: `v${name}`, header: name.toUpperCase(), align: "end" as const })),
          ...rest.map((name) => ({
            id: `d${name}`,
            header: `${first?.toUpperCase()} less ${name.toUpperCase()}, in SD`,
            align: "end" as const,
          })),
        ]}
        rows={rows}
      />
    </div>
  );
}
