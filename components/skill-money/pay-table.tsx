import { DataTable } from "@/components/ui/data-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { StatusText } from "@/components/ui/status-text";
import type { Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { SkillPay } from "@/lib/skill-money/skill-pay";
import { appliedText, countedCentral, countedText, kpiText, restsOn, shrunkenText, verdictWords } from "./pay-words";

/** Skills by KPI with what goes together, and how much is known. */
export function PayTable({ pays, formats }: { pays: readonly SkillPay[]; formats: Formats }) {
  return (
    <DataTable
      id="pays"
      caption="Skills and the KPIs that moved with them"
      hideCaption
      csv="skills-that-pay"
      filter
      columns={[
        { id: "skill", header: "Skill", rowHeader: true },
        { id: "kpi", header: "KPI" },
        { id: "verdict", header: "What is known" },
        { id: "effect", header: "Effect on the KPI" },
        { id: "rests", header: "Rests on", wide: true },
        { id: "applied", header: "Applied", wide: true },
        { id: "shrunken", header: "Beside all others", wide: true },
        { id: "people", header: "People", align: "end", wide: true },
        { id: "grade", header: "Grade" },
        { id: "money", header: "Counted a year", wide: true },
      ]}
      rows={pays.map((pay, at) => rowOf(pay, at, formats))}
    />
  );
}

function rowOf(pay: SkillPay, at: number, formats: Formats): Row {
  const { skill, kpi, verdict, effect, applied, people, grade, shrunken } = pay;
  const { text, status } = verdictWords[verdict];
  const beside = shrunkenText(pay, formats);
  return {
    id: `${skill.id} ${kpi.id} ${at}`,
    cells: {
      skill: { text: skill.name, href: `#${anchorOf(pay)}` },
      kpi: kpi.name,
      verdict: { text, sort: at, saved: text, node: <StatusText status={status}>{text}</StatusText> },
      effect:
        effect.kind === "not-estimable"
          ? "Cannot be estimated"
          : { text: kpiText(formats, kpi, effect), sort: effect.estimate },
      rests: restsOn(effect, formats),
      applied:
        !applied || applied.kind === "not-estimable"
          ? "Nobody was rated"
          : { text: appliedText(formats, applied), sort: applied.estimate },
      shrunken:
        beside && shrunken ? { text: beside, sort: shrunken.estimate } : { text: "Too few to compare", sort: null },
      people,
      grade: { text: grade, node: <GradeMark grade={grade} short /> },
      money: { text: countedText(formats, pay), sort: countedCentral(pay) },
    },
  };
}

export const anchorOf = ({ skill, kpi }: Pick<SkillPay, "skill" | "kpi">): string => `pay-${skill.id}-${kpi.id}`;
