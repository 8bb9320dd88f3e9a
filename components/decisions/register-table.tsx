import Link from "next/link";
import { headlineEffect } from "@/components/initiatives/headline-effect";
import { DataTable } from "@/components/ui/data-table";
import { FactsTable } from "@/components/ui/facts-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { StateText } from "@/components/ui/state-text";
import type { Cell } from "@/components/ui/table-types";
import type { Reckoning, RegisterRow } from "@/lib/decisions/evidence-register";
import { decisionKindWords, outcomes } from "@/lib/decisions/kinds";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { thenCell } from "./decision-cells";
import { afterWords, outcomeWords } from "./decision-words";

/** What is known over all initiatives: how strongly, what was decided on it, and what happened after. */
export function RegisterTable({ rows, formats }: { rows: readonly RegisterRow[]; formats: Formats }) {
  return (
    <DataTable
      id="register"
      caption="What is known of every initiative"
      hideCaption
      csv="evidence-register.csv"
      filter
      columns={[
        { id: "title", header: "Initiative", rowHeader: true },
        { id: "grade", header: "Evidence now" },
        { id: "says", header: "What may be said", wide: true, prose: true },
        { id: "decision", header: "Decision" },
        { id: "before", header: "Evidence then", wide: true },
        { id: "after", header: "What happened after", wide: true, prose: true },
        { id: "effect", header: "Effect now", fileOnly: true },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          title: { text: row.title, href: initiativeHref(row.id) },
          grade: nowCell(row, formats),
          says: row.claim?.sentence ?? null,
          decision: decisionCell(row, formats),
          before: row.decision && thenCell(row.decision, formats),
          after: row.decision && afterWords(row.decision),
          effect: row.headline?.kind === "estimate" ? headlineEffect(row.headline, row.kpi, formats).text : null,
        },
      }))}
    />
  );
}

function nowCell({ claim, status, followUpTo, headline }: RegisterRow, formats: Formats): Cell {
  if (claim) return { text: claim.grade, node: <GradeMark grade={claim.grade} /> };
  if (headline?.kind === "withheld") {
    return { text: "Withheld", sort: null, node: <StateText state="withheld" minimum={headline.minimum} /> };
  }
  if (status === "too early" && followUpTo !== null) {
    const until = formats.shortDate(followUpTo);
    return { text: `Too early until ${until}`, sort: null, node: <StateText state="too-early" until={until} /> };
  }
  return { text: status.charAt(0).toUpperCase() + status.slice(1), sort: null };
}

function decisionCell({ decision }: RegisterRow, formats: Formats): Cell {
  if (!decision) return { text: "Nothing decided yet", sort: null };
  const { id, kind, title, decidedOn } = decision;
  return {
    text: `${decisionKindWords[kind]}: ${title} (${formats.shortDate(decidedOn)})`,
    node: (
      <>
        <span className="font-medium">{decisionKindWords[kind]}</span>{" "}
        <Link className="link" href={`/decisions/${id}`}>
          {title}
        </Link>
        <span className="block text-caption text-ink-3">{formats.shortDate(decidedOn)}</span>
      </>
    ),
  };
}

const gradeNames = { none: "No claim then", later: "Recorded later: not known" } as const;

/** How decisions turned out, by what they rested on. */
export function ReckoningTable({ rows, formats }: { rows: readonly Reckoning[]; formats: Formats }) {
  return (
    <FactsTable
      caption="Decisions by the evidence they were taken on"
      hideCaption
      columns={[
        { id: "grade", header: "Evidence then", rowHeader: true },
        { id: "decisions", header: "Decisions", align: "end" },
        ...outcomes.map((outcome) => ({ id: outcome, header: outcomeWords[outcome], align: "end" as const })),
        { id: "open", header: "Not reviewed", align: "end" },
      ]}
      rows={rows.map(({ grade, decisions, reviewed }) => ({
        id: grade,
        cells: {
          grade:
            grade === "none" || grade === "later"
              ? gradeNames[grade]
              : { text: grade, node: <GradeMark grade={grade} /> },
          decisions: formats.number(decisions),
          ...Object.fromEntries(outcomes.map((outcome) => [outcome, formats.number(reviewed[outcome])])),
          open: formats.number(decisions - outcomes.reduce((sum, outcome) => sum + reviewed[outcome], 0)),
        },
      }))}
    />
  );
}
