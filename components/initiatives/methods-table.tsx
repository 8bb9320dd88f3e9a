import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import type { Cell, Row } from "@/components/ui/table-types";
import type { Plan } from "@/lib/evaluation/plan";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import { methodName } from "@/lib/methods/method-name";
import { pText } from "./p-text";

type MethodsTableProps = { results: readonly MethodResult[]; plan: Plan; formats: Formats };

/** Every method on every KPI of the plan, with all its digits. */
export function MethodsTable({ results, plan, formats }: MethodsTableProps) {
  const kpis = [plan.primary, ...plan.secondaries].filter((kpi) => kpi !== null);
  const kpiOf = (result: MethodResult) => kpis.find(({ code }) => code === result.kpi);
  const rows: Row[] = results.map((result) => ({
    id: `${result.kpi} ${result.method}`,
    cells: {
      kpi: `${kpiOf(result)?.name ?? result.kpi}${result.role === "secondary" ? " (secondary)" : ""}`,
      method: {
        text: `${methodName(result.method)}${result.headline ? ", headline" : ""}`,
        node: (
          <>
            <Link className="link" href={`/methods#${result.method}`}>
              {methodName(result.method)}
            </Link>
            {result.headline ? <span className="font-semibold"> headline</span> : null}
          </>
        ),
      },
      effect: effectCell(result),
      error: numberCell(result.standard_error),
      df: numberCell(result.df),
      p: result.p === null ? null : { text: pText(result.p), sort: result.p },
      adjusted: adjustedCell(result.detail.p_adjusted),
      treated: formats.number(result.n.treated),
      control: formats.number(result.n.control),
    },
  }));

  function effectCell(result: MethodResult): Cell {
    if (result.estimate === null || result.ci === null) return { text: result.reason ?? "Not estimable", sort: null };
    const kpi = kpiOf(result) ?? { code: result.kpi, unit: null };
    const text = effectScale(kpi, plan, result.detail).text(formats, result.estimate, result.ci);
    return { text, sort: result.estimate };
  }

  function adjustedCell(p: unknown): Cell {
    return typeof p === "number" ? { text: pText(p), sort: p } : null;
  }

  function numberCell(value: number | null): Cell {
    return value === null ? null : { text: formats.number(value, { significant: 6 }), sort: value };
  }

  return (
    <DataTable
      id="methods"
      caption="All methods of this design"
      hideCaption
      csv={`${plan.code}-results.csv`}
      filter={false}
      columns={[
        { id: "kpi", header: "KPI" },
        { id: "method", header: "Method" },
        { id: "effect", header: "Difference (interval)", align: "end" },
        { id: "error", header: "Standard error", align: "end", wide: true },
        { id: "df", header: "df", align: "end", wide: true },
        { id: "p", header: "p", align: "end", wide: true },
        { id: "adjusted", header: "p adjusted", align: "end", wide: true },
        { id: "treated", header: "n trained", align: "end", wide: true },
        { id: "control", header: "n comparison", align: "end", wide: true },
      ]}
      rows={rows}
    />
  );
}
