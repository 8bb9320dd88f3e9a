import "server-only";
import type { Tx } from "@/db/client";
import type { Bounds } from "@/lib/access/scope";
import { readDataStamp } from "@/lib/scorecard/data-stamp";
import type { keepRecent } from "@/lib/scorecard/keep-recent";

type Asked<Value> = {
  orgId: string;
  bounds: Bounds;
  /** Of this process, one per question. */
  store: ReturnType<typeof keepRecent<Value>>;
};

/**
 * A value about the people within bounds narrower than the organisation: computed when asked for, and kept in this process for the rest of the
 * day while the data stay.
 */
export async function keepForBounds<Value>(
  tx: Tx,
  { orgId, bounds, store }: Asked<Value>,
  compute: () => Promise<Value>,
): Promise<Value> {
  const { stamp } = await readDataStamp(tx, orgId);
  const key = JSON.stringify([orgId, bounds, stamp, new Date().toISOString().slice(0, 10)]);
  return store.get(key) ?? store.keep(key, await compute());
}
