import "server-only";
import type { Tx } from "@/db/client";

export type Counts = { added: number; corrected: number; unchanged: number };

/** What a file's merge works with. It reads temp table `staged`, writes temp table `outcomes` for what it cannot take. */
export type Merge = {
  tx: Tx;
  orgId: string;
  batchId: string;
  /** Facts need not be written where their ids tell all there is to say. */
  dryRun: boolean;
  /** Columns the file has; a column it lacks is left as it is. */
  present: ReadonlySet<string>;
  /** The initiative that cohort and costs belong to. */
  initiativeCode: string | null;
  /** The day people.csv speaks of. */
  asOf: string;
  /** A study may come without people.csv or kpis.csv: then whoever and whatever its other files name is taken as it is. */
  createMissingPeople: boolean;
  createMissingKpis: boolean;
  confirmLargeExit: boolean;
  notices: string[];
  /** Counts a person understands, for example "leave": 3. */
  difference: Map<string, number>;
  /** Recompute the rollups with the file, note that they wait for the upload's last file, or leave them alone. */
  rollups: "now" | "later" | "never";
  /** Set when something changed that every rollup depends on. */
  changedEverything: boolean;
};
