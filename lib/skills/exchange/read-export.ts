import "server-only";
import { isNotNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/access";
import { roles, tasks } from "@/db/schema/taxonomy";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { query } from "@/lib/server/tenant-access";
import { readTaxonomyVersion } from "@/lib/skills/read-taxonomy-version";
import { readTreeInForce } from "@/lib/skills/read-tree-in-force";
import { readTreeAt } from "@/lib/skills/read-versions";
import type { TaxonomyNode } from "@/lib/skills/tree/node";
import type { Extras } from "./extras";

export type Exported = { nodes: TaxonomyNode[]; extras: Extras; version: number | null };

/**
 * The taxonomy in force, or as a version had it (0: before the first), ready to be written to a file.
 * @throws DomainError `not-found` when there is no such version
 */
export async function readExport(viewer: Viewer, { version }: { version: number | null }): Promise<Exported> {
  const now = await readNow(viewer, null);
  if (version === null || version === now.version) return now;
  const nodes = await readTreeAt(viewer, { number: version });
  if (!nodes) throw new DomainError("not-found", `There is no version ${version} of the taxonomy`);
  return { ...now, nodes, version };
}

const readNow = query("skill.edit", async (tx, _input: null, viewer): Promise<Exported> => {
  const nodes = [...(await readTreeInForce(tx, viewer.orgId)).values()];
  return { nodes, extras: await readExtras(tx), version: await readTaxonomyVersion(tx, viewer.orgId) };
});

async function readExtras(tx: Tx): Promise<Extras> {
  const paths = await tx
    .select({
      id: tasks.id,
      goodPath: tasks.goodPath,
      failurePath: tasks.failurePath,
      decisionQuality: tasks.decisionQuality,
    })
    .from(tasks)
    .where(or(isNotNull(tasks.goodPath), isNotNull(tasks.failurePath), isNotNull(tasks.decisionQuality)));
  const owners = await tx.select({ id: users.id, email: users.email }).from(users);
  const rules = await tx.select({ id: roles.id, rule: roles.proficiency }).from(roles);
  return {
    proficiency: new Map(rules.flatMap(({ id, rule }) => (rule ? [[id, rule] as const] : []))),
    owners: new Map(owners.map(({ id, email }) => [id, email])),
    taskPaths: new Map(paths.map(({ id, ...path }) => [id, path])),
  };
}
