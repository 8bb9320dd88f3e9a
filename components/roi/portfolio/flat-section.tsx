import { headlineEffect } from "@/components/initiatives/headline-effect";
import { DataTable } from "@/components/ui/data-table";
import { DirectionText } from "@/components/ui/direction-text";
import { GradeMark } from "@/components/ui/grade-mark";
import { Section } from "@/components/ui/section";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { adviceNames } from "@/lib/roi/portfolio/advice-words";
import type { Roi, RoiRow } from "@/lib/roi/portfolio/roi";

/** Money was spent, and the KPI it was spent for is where it was. */
export function FlatSection({ roi, formats }: { roi: Pick<Roi, "rows" | "flat">; formats: Formats }) {
  const { flat: rows, rows: all } = roi;
  const evaluated = all.filter(({ headline }) => headline?.kind === "estimate");
  const spent = rows.reduce((sum, row) => sum + row.spent, 0);
  return (
    <Section
      title="Spent, and the KPI did not move"
      id="flat"
      lead={
        rows.length === 0
          ? evaluated.some((row) => row.spent > 0)
            ? "Every evaluated initiative of which it is known what it cost moved its KPI the right way."
            : evaluated.some((row) => row.unconverted > 0)
              ? "What the evaluated initiatives cost waits for an exchange rate, so nothing can be said."
              : "No initiative with costs on file has a result yet, so nothing can be said."
          : `${moneyText(spent, formats)} went into ${rows.length === 1 ? "an initiative" : `${formats.number(rows.length)} initiatives`} whose KPI cannot be told from where it would have been anyway, or is worse.`
      }
    >
      {rows.length > 0 ? (
        <DataTable
          id="flat"
          caption="Spending with a flat KPI"
          hideCaption
          csv="spent-with-flat-kpi.csv"
          columns={[
            { id: "title", header: "Initiative" },
            { id: "kpi", header: "KPI", wide: true },
            { id: "effect", header: "Effect (95% interval)", align: "end" },
            { id: "grade", header: "Claim", wide: true },
            { id: "spent", header: "Spent", align: "end" },
            { id: "advice", header: "Advice" },
          ]}
          rows={rows.map((row) => ({
            id: row.initiativeId,
            cells: {
              title: { text: row.title, href: initiativeHref(row.initiativeId) },
              kpi: row.kpi?.name ?? null,
              effect: effectCell(row, formats),
              grade: row.grade ? { text: row.grade, node: <GradeMark grade={row.grade} short /> } : null,
              spent: { text: moneyText(row.spent, formats), sort: row.spent },
              advice: adviceNames[row.advice],
            },
          }))}
        />
      ) : null}
    </Section>
  );
}

function effectCell({ headline, kpi }: RoiRow, formats: Formats): Cell {
  if (headline?.kind !== "estimate") return null;
  const { text, change, interval, wanted } = headlineEffect(headline, kpi, formats);
  return {
    text,
    sort: change,
    saved: text,
    node: (
      <DirectionText change={change} wanted={wanted} interval={interval}>
        {text}
      </DirectionText>
    ),
  };
}
