import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { LatestOf } from "@/components/ui/latest-of";
import type { Cell, Column } from "@/components/ui/table-types";
import { type Decision, stateOf } from "@/lib/decisions/decision";
import type { ClaimThen } from "@/lib/decisions/evidence-snapshot";
import { decisionKindWords } from "@/lib/decisions/kinds";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { mostListed } from "@/lib/most-listed";
import { afterWords, stateWords } from "./decision-words";
import { effectText } from "./evidence-facts";
import { ReviewDecision } from "./review-decision";

type DecisionTableProps = {
  id: string;
  caption: string;
  decisions: readonly Decision[];
  today: string;
  /** Of one initiative: nothing says which. */
  ofOne?: boolean;
  editing: boolean;
  csv?: string;
  formats: Formats;
};

const order = ["overdue", "due", "planned", "reviewed", "unplanned", "withdrawn"];

/** Decisions with the evidence they were taken on, where their review stands and what happened after. */
export function DecisionTable(props: DecisionTableProps) {
  const { id, caption, decisions, today, ofOne = false, editing, csv, formats } = props;
  const columns: Column[] = [
    { id: "title", header: "Decision", rowHeader: true },
    { id: "kind", header: "Kind", wide: true },
    ...(ofOne ? [] : [{ id: "about", header: "About", wide: true }]),
    { id: "grade", header: "Evidence then" },
    { id: "decided", header: "Decided", wide: true },
    { id: "state", header: "Review" },
    { id: "after", header: "What happened after", wide: true },
    { id: "by", header: "Decided by", fileOnly: true },
    { id: "reason", header: "Reason", fileOnly: true },
    { id: "sentence", header: "What could be said", fileOnly: true },
    { id: "effect", header: "Effect then", fileOnly: true },
    { id: "data", header: "Data version then", fileOnly: true },
  ];
  const shown = decisions.slice(0, mostListed);
  return (
    <>
      <LatestOf shown={shown.length} total={decisions.length} what="decisions, the latest first" formats={formats} />
      <DataTable
        id={id}
        caption={caption}
        hideCaption
        filter={csv !== undefined}
        {...(csv && { csv })}
        columns={columns}
        rows={shown.map((one) => {
          const { claim, dataVersion } = one.evidence;
          return {
            id: one.id,
            cells: {
              title: titleCell(one, formats),
              kind: decisionKindWords[one.kind],
              about: aboutCell(one),
              grade: gradeCell(claim),
              decided: { text: `${formats.shortDate(one.decidedOn)}, ${one.decidedBy}`, sort: one.decidedOn },
              state: stateCell(one, today, editing, formats),
              after: afterWords(one),
              by: one.decidedBy,
              reason: one.reason,
              sentence: claim?.kind === "claimed" ? claim.sentence : null,
              effect: claim?.kind === "claimed" ? effectText(claim, formats) : null,
              data: dataVersion,
            },
          };
        })}
      />
    </>
  );
}

function titleCell({ id, title, kind, decidedOn, withdrawnOn }: Decision, formats: Formats): Cell {
  const link = (
    <Link className="link" href={`/decisions/${id}`}>
      {title}
    </Link>
  );
  return {
    text: title,
    node: (
      <>
        {withdrawnOn === null ? link : <del>{link}</del>}
        <span className="block text-caption text-ink-3 sm:hidden">
          {decisionKindWords[kind]}, {formats.shortDate(decidedOn)}
        </span>
      </>
    ),
  };
}

function aboutCell({ initiativeId, initiative, evidence }: Decision): Cell {
  if (initiativeId !== null) return { text: initiative ?? "", href: initiativeHref(initiativeId) };
  return evidence.initiative ? { text: `${evidence.initiative} (gone)` } : null;
}

/** The grade a claim had, or why it had none. */
export function gradeCell(claim: ClaimThen | null): Cell {
  if (claim === null) return null;
  if (claim.kind === "claimed") return { text: claim.grade, node: <GradeMark grade={claim.grade} /> };
  return { text: { draft: "Draft", "too-early": "Too early", withheld: "Withheld" }[claim.kind], sort: null };
}

function stateCell(one: Decision, today: string, editing: boolean, formats: Formats): Cell {
  const state = stateOf(one, today);
  const text = stateWords(state, one, formats);
  return {
    text,
    sort: `${order.indexOf(state)} ${one.reviewOn ?? ""}`,
    saved: text,
    node: (
      <>
        <span className={state === "overdue" ? "font-medium text-worse" : undefined}>{text}</span>
        {editing && (state === "overdue" || state === "due") ? (
          <span className="screen-only block">
            <ReviewDecision key={one.revision} decision={one} />
          </span>
        ) : null}
      </>
    ),
  };
}
