import type { revisionStatuses } from "@/db/schema/workflows";
import type { Told } from "@/lib/prepared/told";
import type { Afterwards } from "./afterwards";

type RevisionStatus = (typeof revisionStatuses)[number];

export type Revision = {
  id: string;
  activityId: string;
  activity: string;
  why: string;
  status: RevisionStatus;
  /** Names of users; null where nobody is known by that id any more. */
  owner: string | null;
  openedBy: string | null;
  closedBy: string | null;
  /** Days of UTC, 'YYYY-MM-DD'. */
  dueOn: string | null;
  openedOn: string;
  closedOn: string | null;
  overdue: boolean;
  outcome: string | null;
  /** Null while it is open. */
  afterwards: Afterwards | null;
};

/** What tables need to show and change the state of content. */
export type RevisionDesk = {
  /** Open ones first, of those the one due first; then the one closed last. */
  revisions: Revision[];
  /** Whether the viewer may give content to somebody. */
  mayTakeOn: boolean;
};

export type RevisionList = RevisionDesk & { minimum: number; told: Told };

/** By activity: the open revision, else the one closed last. */
export function latestByActivity(revisions: readonly Revision[]): Map<string, Revision> {
  const latest = new Map<string, Revision>();
  for (const one of revisions) if (!latest.has(one.activityId)) latest.set(one.activityId, one);
  return latest;
}
