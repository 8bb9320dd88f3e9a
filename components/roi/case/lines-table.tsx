import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { CaseDesk } from "@/lib/roi/case/read-case-desk";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { valueTypeNames } from "@/lib/roi/results/value-type-names";
import { countedWords } from "@/lib/roi/results/why-not-counted";
import { improvementText, rangeText } from "./money-words";
import { RemoveLine } from "./remove-line";

type LinesTableProps = { money: InitiativeMoney; desk: CaseDesk; formats: Formats };

/** Where the benefit comes from, line by line: what is counted, and what is not and why. */
export function LinesTable({ money, desk, formats }: LinesTableProps) {
  const mayEdit = desk.may.edit;
  const text = (value: number) => moneyText(value, formats);
  const givenOf = (id: string) => money.case.lines.find((line) => line.id === id);
  return (
    <DataTable
      id="money-lines"
      caption="Where it comes from"
      hideCaption
      csv={`${money.code}-benefits.csv`}
      filter={false}
      empty={
        <Empty title="Nobody has said how its effect becomes money">
          {mayEdit
            ? "Add a line for each KPI of which an improvement is worth something."
            : "L&D or finance adds a line for each KPI of which an improvement is worth something."}
        </Empty>
      }
      columns={[
        { id: "line", header: "Benefit", rowHeader: true },
        { id: "effect", header: "Effect a person" },
        { id: "people", header: "People, full years", align: "end", wide: true },
        { id: "grade", header: "Grade" },
        { id: "worth", header: "Worth", align: "end" },
        { id: "why", header: "Counted" },
        ...(mayEdit ? [{ id: "change", header: "Change", screenOnly: true }] : []),
      ]}
      rows={money.lines.flatMap((line) => {
        const given = givenOf(line.id);
        const result = money.result.lines.find(({ id }) => id === line.id);
        if (!given || !result) return [];
        const seen = desk.lines.find(({ id }) => id === line.id);
        const counted = countedWords({ result, line, money });
        const { effect } = given;
        return [
          {
            id: line.id,
            cells: {
              line: {
                text: line.title,
                node: (
                  <>
                    {line.title}
                    <span className="block text-caption font-normal text-ink-3">
                      {valueTypeNames[line.valueType]}, by{" "}
                      <Link className="link" href={initiativeHref(money.initiativeId)}>
                        {line.kpi.name}
                      </Link>
                    </span>
                  </>
                ),
              },
              effect: effect
                ? { text: improvementText(effect.improvement, line.kpi, formats), sort: effect.improvement }
                : null,
              people: given.people,
              grade: line.grade ? { text: line.grade, node: <GradeMark grade={line.grade} short /> } : null,
              worth: result.benefit ? { text: rangeText(result.benefit, text), sort: result.benefit.central } : null,
              why: {
                text: counted,
                node: <span className={result.counted ? "font-medium" : "text-ink-2"}>{counted}</span>,
              },
              ...(mayEdit && { change: { text: "", node: seen && <RemoveLine line={seen} title={line.title} /> } }),
            },
          },
        ];
      })}
    />
  );
}
