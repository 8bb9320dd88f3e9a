import Link from "next/link";
import { kindName } from "@/components/roi/case/money-words";
import { DataTable } from "@/components/ui/data-table";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { Lineage, LineageCost, LineageKpi, SourceFile } from "@/lib/roi/portfolio/lineage";
import { signatureWords } from "@/lib/roi/results/signature-words";
import { usedIds } from "@/lib/roi/results/signatures-of";
import { statedRange, statedText, unstatedText } from "@/lib/roi/results/stated-text";

const windowNames = { baseline: "Baseline", follow_up: "Follow-up" };
const recurrenceWords = { one_off: "once", monthly: "each month", yearly: "each year" };
const originWords = {
  measured: "measured here",
  file: "from a file",
  stated: "stated by somebody",
  template: "an example value",
};

type SourcesTableProps = { kpi: LineageKpi; minimum: number; mayOpenData: boolean; formats: Formats };

/** The rows of each file that stand behind the effect on a KPI. */
export function SourcesTable({ kpi, minimum, mayOpenData, formats }: SourcesTableProps) {
  return (
    <DataTable
      id={`rows-${kpi.code}`}
      caption={`Rows behind ${kpi.name}, by file`}
      hideCaption
      csv={`lineage-${kpi.code}.csv`}
      columns={[
        { id: "file", header: "File", prose: true },
        { id: "window", header: "Window" },
        { id: "rows", header: "Rows used", align: "end" },
        { id: "of", header: "People or teams", align: "end" },
        { id: "days", header: "Days they speak of", wide: true },
        { id: "all", header: "Rows in the file", align: "end", wide: true },
        { id: "taken", header: "Imported", wide: true },
        { id: "sha", header: "Fingerprint", fileOnly: true },
      ]}
      rows={kpi.sources.map((one, at) => ({
        id: String(at),
        cells: {
          file: fileCell(one.file, mayOpenData),
          window: windowNames[one.window],
          rows: { text: formats.number(one.rows), sort: one.rows },
          of:
            one.of === null
              ? { text: `fewer than ${minimum}`, sort: null, saved: `fewer than ${minimum}` }
              : { text: `${formats.number(one.of)} ${one.level === "team" ? "teams" : "people"}`, sort: one.of },
          days: `${formats.shortDate(one.firstDay)} to ${formats.shortDate(one.lastDay)}`,
          all: one.file ? { text: formats.number(one.file.rows), sort: one.file.rows } : null,
          taken: one.file ? { text: formats.moment(one.file.takenAt), sort: one.file.takenAt } : null,
          sha: one.file?.sha256 ?? null,
        },
      }))}
    />
  );
}

type CostSourcesProps = {
  costs: readonly LineageCost[];
  money: Pick<Lineage["money"], "case">;
  mayOpenData: boolean;
  formats: Formats;
};

export function CostSources({ costs, money, mayOpenData, formats }: CostSourcesProps) {
  const inCase = new Map(money.case.costs.map(({ id, amount }) => [id, amount]));
  return (
    <DataTable
      id="costs"
      caption="Rows of costs"
      hideCaption
      csv="lineage-costs.csv"
      columns={[
        { id: "item", header: "Item" },
        { id: "kind", header: "Kind", wide: true },
        { id: "amount", header: "Amount", align: "end" },
        { id: "inCase", header: `In ${money.case.currency}`, align: "end" },
        { id: "when", header: "When", wide: true },
        { id: "source", header: "From", prose: true },
      ]}
      rows={costs.map((one) => ({
        id: one.id,
        cells: {
          item: one.item,
          kind: kindName(one.kind),
          amount: {
            text: `${formats.number(one.amount, { decimals: 2 })} ${one.currency ?? formats.currency} ${recurrenceWords[one.recurrence]}`,
            sort: one.amount,
          },
          inCase: amountIn(inCase.get(one.id), formats),
          when: one.spentOn ? { text: formats.shortDate(one.spentOn), sort: one.spentOn } : null,
          source: one.file ? fileCell(one.file, mayOpenData) : `Entered by ${one.enteredBy ?? "somebody who left"}`,
        },
      }))}
    />
  );
}

/** At its dated rate; undefined where there is none. */
const amountIn = (amount: number | undefined, formats: Formats): Cell =>
  amount === undefined ? "without a rate" : { text: formats.number(amount, { decimals: 2 }), sort: amount };

type AssumptionSourcesProps = { money: Lineage["money"]; formats: Formats };

export function AssumptionSources({ money, formats }: AssumptionSourcesProps) {
  const lineName = (id: string | null) => money.lines.find((line) => line.id === id)?.title ?? "The whole case";
  const used = usedIds(money);
  return (
    <DataTable
      id="assumptions"
      caption="Assumptions and who signed them"
      hideCaption
      csv="lineage-assumptions.csv"
      columns={[
        { id: "label", header: "Assumption" },
        { id: "line", header: "Of", wide: true },
        { id: "value", header: "Value (range)", align: "end" },
        { id: "origin", header: "Origin", wide: true },
        { id: "source", header: "Source", wide: true },
        { id: "owner", header: "Owner", wide: true },
        { id: "signature", header: "Signature" },
      ]}
      rows={money.assumptions.map((one) => ({
        id: one.id,
        cells: {
          label: one.label,
          line: lineName(one.lineId),
          value:
            one.value === null
              ? unstatedText(one.key)
              : {
                  text: [statedText(one.value, one.unit, formats), rangeOf(one, formats)].filter(Boolean).join(" "),
                  sort: one.value,
                },
          origin: one.value === null ? "nobody stated it" : originWords[one.origin],
          source: one.source ?? "none",
          owner: one.owner?.name ?? "nobody",
          signature: one.value === null ? null : signatureWords(one, formats, used.has(one.id)),
        },
      }))}
    />
  );
}

function rangeOf(one: Lineage["money"]["assumptions"][number], formats: Formats): string {
  const range = one.low === one.high ? "" : statedRange(one, formats);
  return range && `(${range})`;
}

function fileCell(file: SourceFile | null, mayOpen: boolean): Cell {
  if (!file) return "a file that is gone";
  if (!mayOpen) return { text: file.name };
  return {
    text: file.name,
    node: (
      <Link
        className="link wrap-anywhere"
        href={file.uploadId === null ? "/data/history" : `/data/imports/${file.uploadId}`}
      >
        {file.name}
      </Link>
    ),
  };
}
