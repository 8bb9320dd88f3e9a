import Link from "next/link";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { lacksText } from "./lacks-text";

type LibraryNoteProps = {
  /** What of its chain the plan does not name. */
  gaps: readonly { what: string }[];
  initiativeId: string;
};

/** Said of an initiative that was started without the chain it would need here. */
export function LibraryNote({ gaps, initiativeId }: LibraryNoteProps) {
  if (gaps.length === 0) return null;
  return (
    <aside aria-label="A content library" className="mb-8 max-w-prose border-l-4 border-worse bg-paper-2 px-4 py-3">
      <p className="font-semibold">A content library: its plan lacks {lacksText(gaps)}.</p>
      <p className="mt-1 text-ink-2">
        An initiative is anchored to a specific skill gap, a clear business KPI and a change of behaviour that can be
        measured, with its baseline before the start. This one was brought in from a file without all of that. What it
        shows stands, but nothing says what it was to change; the{" "}
        <Link className="link" href={initiativeHref(initiativeId, "plan")}>
          plan
        </Link>{" "}
        names what there is.
      </p>
    </aside>
  );
}
