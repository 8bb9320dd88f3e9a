"use client";
import { MessageSquare, SpellCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import { findingsOf } from "./findings";
import { useModel } from "./model-context";
import { rowName } from "./row-name";
import { type Mark, markOf, type TaxonomyModel } from "./taxonomy-model";

/** One line; on a phone, where rows are as tall as a finger, two. */
const short = "truncate max-sm:line-clamp-2 max-sm:leading-tight max-sm:whitespace-normal";

const looks: Record<OutlineRow["kind"], string> = {
  role: `font-serif text-body font-semibold ${short}`,
  task: `text-table font-medium ${short}`,
  "at-large": `text-table text-ink-2 italic ${short}`,
  facet: `text-caption text-ink-3 ${short}`,
  skill: `text-table ${short}`,
  behaviour: "text-table leading-snug text-ink-2 line-clamp-2",
  loose: `font-serif text-body font-semibold text-ink-2 ${short}`,
};

/** What stands in a row: its name, and at the end what must not be overlooked. */
export function RowCells({ row, children }: { row: OutlineRow; children?: ReactNode }) {
  return (
    <>
      <Cell
        look={classNames(
          "min-w-0 flex-1 print:line-clamp-none print:overflow-visible print:whitespace-normal",
          children ? null : looks[row.kind],
        )}
      >
        {children ?? rowName(row)}
      </Cell>
      <Cell look="ml-2 flex shrink-0 items-center gap-2 text-caption text-ink-3">
        <RowFlags row={row} />
      </Cell>
    </>
  );
}

function Cell({ look, children }: { look: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y: the row has the focus, and a virtual row is no table row
    <div role="gridcell" className={look}>
      {children}
    </div>
  );
}

function RowFlags({ row }: { row: OutlineRow }) {
  const model = useModel();
  const node = "node" in row ? row.node : null;
  if (!node) return null;
  const comments = model.openComments[node.id] ?? 0;
  const mark = markOfRow(model, row);
  return (
    <>
      {row.kind === "behaviour" && findingsOf(row.node).length > 0 ? (
        <Flag Icon={SpellCheck} text="Wording to mend" look="text-comparison" />
      ) : null}
      {row.kind === "skill" && outOfRange(model, row.node.id, row.node.rangeReason) ? (
        <Flag Icon={TriangleAlert} text="Not three to five behaviours" look="text-comparison" />
      ) : null}
      {comments > 0 ? (
        <span className="inline-flex items-center gap-0.5">
          <MessageSquare aria-hidden="true" size={13} />
          {comments}
          <span className="sr-only">{comments === 1 ? " open comment" : " open comments"}</span>
        </span>
      ) : null}
      {isCritical(row) ? <span className="font-medium text-ink">critical</span> : null}
      {row.kind === "skill" && row.need?.targetLevel ? <span>level {row.need.targetLevel}</span> : null}
      {mark ? <span className="font-medium text-trained">{mark === "added" ? "new" : "changed"}</span> : null}
    </>
  );
}

function Flag({ Icon, text, look }: { Icon: typeof SpellCheck; text: string; look: string }) {
  return (
    <span className={look} title={text}>
      <Icon aria-hidden="true" size={14} />
      <span className="sr-only">{text}</span>
    </span>
  );
}

const isCritical = (row: OutlineRow) =>
  (row.kind === "task" && row.node.critical) || (row.kind === "skill" && row.need?.critical === true);

function outOfRange({ view }: TaxonomyModel, skillId: string, reason: string | null): boolean {
  const count = view.index().behavioursOf.get(skillId)?.length ?? 0;
  return (count < 3 || count > 5) && !reason;
}

/** A skill's row also tells what changed in how this place needs it. */
function markOfRow(model: TaxonomyModel, row: OutlineRow): Mark | null {
  if (!("node" in row)) return null;
  const own = markOf(model, row.node);
  if (own || row.kind !== "skill" || !row.need) return own;
  return markOf(model, row.need);
}
