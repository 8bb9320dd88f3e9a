import "server-only";
import { and, between, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { shownScopes } from "@/db/schema/access";
import { minimumPeople } from "@/lib/access/privacy";
import type { Viewer } from "@/lib/access/viewer";
import { type Pool, readHistory } from "./read-history";

type Shown = { kpiId: string; pool: Pool; people: readonly string[]; minimum: number; today: string };

/**
 * Whether the history of these people may be shown to this user: not where they differ from people whose history of the same KPI they
 * were shown before by fewer than the minimum, so that subtraction does not tell a few. Notes what is shown.
 */
export async function mayBeShown(tx: Tx, viewer: Viewer, shown: Shown): Promise<boolean> {
  const { kpiId, pool, people, today } = shown;
  const { orgId, userId } = viewer;
  if (userId === null || people.length === 0) return true;
  const minimum = minimumPeople(shown.minimum);
  const frame = `plan ${kpiId}`;
  const text = JSON.stringify({ unit: pool.unit.toSorted(), site: pool.site.toSorted(), role: pool.role.toSorted() });
  const before = await tx
    .selectDistinct({ text: sql<string>`${shownScopes.scope}->>'text'` })
    .from(shownScopes)
    .where(
      and(
        eq(shownScopes.userId, userId),
        eq(shownScopes.frame, frame),
        between(shownScopes.people, people.length - minimum + 1, people.length + minimum - 1),
      ),
    );
  if (before.some((one) => one.text === text)) return true;
  const these = new Set(people);
  for (const other of before) {
    const earlier: Omit<Pool, "nobody"> = JSON.parse(other.text);
    const read = await readHistory(tx, orgId, { kpiId, pool: { ...earlier, nobody: false }, today });
    const those = new Set(read?.history.people.map(({ id }) => id));
    const apart = [...these].filter((id) => !those.has(id)).length + [...those].filter((id) => !these.has(id)).length;
    if (apart > 0 && apart < minimum) return false;
  }
  await tx.insert(shownScopes).values({ orgId, userId, frame, scope: { text }, people: people.length });
  return true;
}
