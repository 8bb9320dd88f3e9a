import "server-only";
import { sql } from "drizzle-orm";
import type pg from "pg";
import type { Tx } from "@/db/client";
import { postponeRollups } from "@/lib/rollups/pending-rollups";
import { rebuildRollups, refreshRollups } from "@/lib/rollups/refresh-rollups";
import { prepareTouched } from "@/lib/rollups/touched";
import type { Fault } from "./fault";
import type { FileDefinition } from "./file-definition";
import type { Counts, Merge } from "./merge";
import { matchHeader, plainName } from "./read/match-header";
import type { RowSource } from "./read/row-source";
import { ensurePartitions } from "./write/ensure-partitions";
import { prepareOutcomes } from "./write/outcomes";
import { stagedTable, stageRows } from "./write/stage-rows";
import { readOutcomes, storeOutcomes } from "./write/store-outcomes";

export type Taken = Counts & {
  rows: number;
  rejected: number;
  parked: number;
  faults: Fault[];
  coversFrom: string | null;
  coversTo: string | null;
};

export type Setting = {
  tx: Tx;
  client: pg.ClientBase;
  merge: Merge;
  fileName: string;
  onProgress: (bytesRead: number, rows: number) => void;
};

/** Brings the rows of one source into the database as part of the transaction: staged, checked, merged, rolled up. */
export async function takeRows(setting: Setting, definition: FileDefinition, source: RowSource): Promise<Taken> {
  const { tx, client, merge, fileName } = setting;
  const match = matchHeader(definition.columns, source.header);
  const known = new Set(definition.columns.map((column) => column.name));
  merge.present = new Set(source.header.map(plainName).filter((name) => known.has(name)));
  if (match.unknown.length > 0 && !definition.keepsUnknown) {
    merge.notices.push(`Not used: ${match.unknown.map(({ name }) => name).join(", ")}`);
  }

  await tx.execute(sql.raw(stagedTable(definition)));
  const staged = await stageRows(client, definition, source, setting.onProgress);
  await prepareOutcomes(tx, staged.hasFaults);
  await prepareTouched(tx);
  if (definition.partitioned && !merge.dryRun)
    await ensurePartitions(merge.orgId, definition.partitioned, staged.months);
  const counts = await definition.merge(merge);
  const outcomes = await readOutcomes(tx, fileName);
  if (!merge.dryRun) {
    if (outcomes.rejected + outcomes.parked > 0)
      await storeOutcomes(tx, client, source, { ...merge, kind: definition.kind });
    await rollUp(merge, counts);
  }
  return { ...counts, ...outcomes, rows: staged.rows, coversFrom: staged.from, coversTo: staged.to };
}

export async function rollUp({ tx, orgId, changedEverything, rollups }: Merge, counts: Counts): Promise<void> {
  if (counts.added + counts.corrected === 0 || rollups === "never") return;
  if (rollups === "later") await postponeRollups(tx, orgId, changedEverything);
  else if (changedEverything) await rebuildRollups(tx, orgId);
  else await refreshRollups(tx, orgId);
}
