import Link from "next/link";
import { GradeMark } from "@/components/ui/grade-mark";
import type { Cell, Column, Row } from "@/components/ui/table-types";
import { type Decision, isRecordedLater, stateOf } from "@/lib/decisions/decision";
import type { ClaimThen } from "@/lib/decisions/evidence-snapshot";
import { decisionKindWords } from "@/lib/decisions/kinds";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { afterWords, gradeText, stateWords } from "./decision-words";
import { ReviewDecision } from "./review-decision";

const order = ["overdue", "due", "planned", "reviewed", "unplanned", "withdrawn"];

type Shown = { today: string; editing: boolean; formats: Formats };

/** What a decision shows in a table; `ofOne`: of one initiative, where nothing says which. */
export const decisionColumns = (ofOne = false): Column[] => [
  { id: "title", header: "Decision", rowHeader: true },
  { id: "kind", header: "Kind", wide: true },
  ...(ofOne ? [] : [{ id: "about", header: "About", wide: true }]),
  { id: "grade", header: "Evidence then" },
  { id: "decided", header: "Decided", wide: true },
  { id: "state", header: "Review" },
  { id: "after", header: "What happened after", wide: true, prose: true },
];

export const decisionRow = (one: Decision, { today, editing, formats }: Shown): Row => ({
  id: one.id,
  cells: {
    title: titleCell(one, formats),
    kind: decisionKindWords[one.kind],
    about: aboutCell(one),
    grade: thenCell(one, formats),
    decided: { text: `${formats.shortDate(one.decidedOn)}, ${one.decidedBy}`, sort: one.decidedOn },
    state: stateCell(one, today, editing, formats),
    after: afterWords(one),
  },
});

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

/** The grade of the evidence kept with a decision, and whose day it is where it was recorded long after. */
export function thenCell(one: Decision, formats: Formats): Cell {
  const grade = gradeCell(one.evidence.claim);
  if (grade === null || !isRecordedLater(one)) return grade;
  const recorded = `known on ${formats.shortDate(one.recordedOn)}`;
  return {
    ...grade,
    text: `${grade.text}, ${recorded}`,
    node: (
      <>
        {grade.node ?? grade.text}
        <span className="block text-caption text-ink-3">{recorded}</span>
      </>
    ),
  };
}

/** The grade a claim had, or why it had none. */
function gradeCell(claim: ClaimThen | null): Extract<Cell, object> | null {
  if (claim === null) return null;
  if (claim.kind === "claimed") return { text: claim.grade, node: <GradeMark grade={claim.grade} /> };
  return { text: gradeText(claim), sort: null };
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
