/** What the work of a task tells beside who can do it: shares of finished jobs, quality from 0 to 1. */
export const workFigures = ["quality", "errors", "assisted"] as const;
export type WorkFigure = (typeof workFigures)[number];

/** Sums over the people of a role at a site: `sum` of `known` jobs, and how many people those are of. */
type WorkSums = { people: number; sum: number; known: number };

/** People of a role at a site and one critical task of the role. The counts after `people` add up to it. */
export type AbleCell = {
  roleId: string;
  taskId: string;
  /** `nobody` (db/schema/rollups) where the site is not known. */
  siteId: string;
  people: number;
  alone: number;
  /** They do it right, and not by themselves. */
  helped: number;
  /** Not right, or not every time. */
  notYet: number;
  /** Something is on file, and not enough of it to tell. */
  unclear: number;
  /** Nothing is on file. */
  unseen: number;
  work: Record<WorkFigure, WorkSums>;
};

/** Of those of a group at two times: how many, how many of them alone; then of those in it both times, how many alone at each and at both. */
type TwoTimes = {
  now: { n: number; events: number };
  before: { n: number; events: number };
  both: { n: number; now: number; before: number; always: number };
};

/** One critical task over all sites of its role, now and at an earlier day. */
export type AbleChangeCell = {
  roleId: string;
  taskId: string;
  /** Of everybody in the role. */
  all: TwoTimes;
  /** Of those of whom enough is known to tell. */
  known: TwoTimes;
  /** Joint moments over people of (sum now, jobs now, sum then, jobs then), who have none of one in nought; and people with any now, and then. */
  work: Record<WorkFigure, { n: number; now: number; before: number; means: number[]; covariance: number[][] }>;
};
