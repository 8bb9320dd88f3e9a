import Link from "next/link";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { Revision } from "@/lib/work/revisions/revision";
import { CloseRevision } from "./close-revision";
import { standWords } from "./revision-words";
import { TakeOn } from "./take-on";

type RevisionCellProps = {
  activity: { id: string; name: string };
  /** What the evidence says of it in this list. */
  why: string;
  latest: Revision | undefined;
  mayTakeOn: boolean;
  formats: Formats;
};

/** Whether somebody has content in hand, and the way to take it on or close it. */
export function revisionCell({ activity, why, latest, mayTakeOn, formats }: RevisionCellProps): Cell {
  const stand = latest ? standWords(latest, formats) : "Nobody has taken it on";
  return {
    text: stand,
    node: (
      <>
        {latest ? (
          <Link className="link" href="/work/revisions">
            {stand}
          </Link>
        ) : (
          <span className="text-ink-2">{stand}</span>
        )}
        {mayTakeOn ? (
          <span className="screen-only block">
            {latest?.status === "open" ? (
              <CloseRevision key={latest.id} revision={latest} />
            ) : (
              <TakeOn key={`${activity.id} ${why}`} activity={activity} why={why} />
            )}
          </span>
        ) : null}
      </>
    ),
  };
}
