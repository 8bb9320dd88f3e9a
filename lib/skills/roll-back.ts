import "server-only";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { leaveTrace, query } from "@/lib/server/tenant-access";
import type { PublishOutcome } from "./drafts/draft";
import { type RollBack, rollBackInput } from "./input";
import { lockPublishing } from "./publishing/in-publishing";
import { publishChanges } from "./publishing/publish-changes";
import { replayHeirs } from "./publishing/replay-heirs";
import { readTaxonomyVersion } from "./read-taxonomy-version";
import { readTreeInForce } from "./read-tree-in-force";
import { changesBetween } from "./tree/apply-changes";
import { withHeirs } from "./tree/follow-heirs";
import { treeAt } from "./tree-at";

/**
 * Puts the taxonomy as an earlier version had it into force, as a new version; nothing is forgotten.
 * @throws DomainError `not-found` on an unknown version, `conflict` where nothing would differ or an import runs
 */
export const rollBack = query("skill.publish", async (tx, raw: RollBack, viewer): Promise<PublishOutcome> => {
  const { to, note } = parseOrThrow(rollBackInput, raw);
  const { orgId, userId } = viewer;
  await lockPublishing(tx, orgId);
  const latest = await readTaxonomyVersion(tx, orgId);
  if (latest === null || to > latest) throw new DomainError("not-found", `There is no version ${to}`);
  const inForce = await readTreeInForce(tx, orgId);
  const target = await treeAt(tx, orgId, to, inForce);
  const heirs = (await replayHeirs(tx, orgId)).at(to);
  const changes = withHeirs(changesBetween(inForce, target), target, heirs);
  if (changes.length === 0) throw new DomainError("conflict", `What is in force is as version ${to} had it`);
  const about = { origin: "rollback", note, publishedBy: userId, backTo: to } as const;
  const published = await publishChanges(tx, orgId, inForce, changes, about);
  if (published.number === null) return { published: null, conflicts: [], faults: published.faults };
  const { number, counts, behind } = published;
  await leaveTrace(tx, viewer, "skill.publish", {
    subject: String(number),
    detail: { backTo: to, version: number, ...counts, behind },
  });
  return { published: number };
});
