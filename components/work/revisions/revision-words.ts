import type { Formats } from "@/lib/format/formats";
import type { Recheck } from "@/lib/work/friction/recheck";
import type { Afterwards } from "@/lib/work/revisions/afterwards";
import type { Revision } from "@/lib/work/revisions/revision";

export const revisionStatusWords: Record<Revision["status"], string> = {
  open: "Open",
  done: "Revised",
  dropped: "Dropped",
};

type Stand = Pick<Revision, "status" | "overdue" | "owner" | "dueOn" | "closedOn">;

/** Where the revision of some content stands. */
export function standWords({ status, overdue, owner, dueOn, closedOn }: Stand, formats: Formats): string {
  if (status !== "open") return `${revisionStatusWords[status]} on ${formats.date(closedOn ?? "")}`;
  const who = owner ?? "somebody who is gone";
  if (dueOn === null) return `Open with ${who}, no day set`;
  return overdue
    ? `Overdue with ${who} since ${formats.date(dueOn)}`
    : `Open with ${who}, due on ${formats.date(dueOn)}`;
}

/** What happened after a revision was closed, in a sentence for what was missed and one for work. */
export function afterwardsWords(afterwards: Afterwards, minimum: number, formats: Formats): string {
  if (afterwards.kind === "too-early") return `Too early until ${formats.date(afterwards.until)}`;
  if (afterwards.kind === "cannot-tell")
    return "Cannot tell: too few first tries, and too little work in its tasks, before or since";
  const { missed, work } = afterwards;
  return [
    missed ? sentence("Missed at first", "of first tries", missed, minimum, formats) : null,
    work ? sentence("Wrong at work", "of jobs in its tasks", work, minimum, formats) : null,
  ]
    .filter((words) => words !== null)
    .join(". ");
}

const directions = { fewer: "less since", more: "more since", "as-before": "no difference can be told" } as const;

function sentence(what: string, of: string, recheck: Recheck, minimum: number, formats: Formats): string {
  switch (recheck.verdict) {
    case "withheld":
      return `${what}: withheld, fewer than ${minimum} people before or since`;
    case "too-early":
      return `${what}: too early, it needs two full months and 30 jobs`;
    case "unknown":
      return `${what}: cannot tell, too little before or since`;
    default: {
      const { verdict, before, after } = recheck;
      return `${what}: ${directions[verdict]} (${formats.percent(before)} ${of} before, ${formats.percent(after)} since)`;
    }
  }
}
