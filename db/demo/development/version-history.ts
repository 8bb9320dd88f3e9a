import { readFileSync } from "node:fs";
import type { Tx } from "@/db/client";
import { draftEdits, draftNodes, taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import { align } from "@/lib/skills/exchange/align";
import { parseSkillsCsv } from "@/lib/skills/exchange/skills-csv/parse-skills-csv";
import { publishChanges } from "@/lib/skills/publishing/publish-changes";
import { readTreeInForce } from "@/lib/skills/read-tree-in-force";
import { applyChanges, changesBetween, treeOf } from "@/lib/skills/tree/apply-changes";
import type { Change, Tree } from "@/lib/skills/tree/node";
import { firstVersion, type PastVersion, pastVersions } from "./past-versions";

/** Who prepared and who published. */
type By = { author: string; publisher: string };

/**
 * Publishes the taxonomy of a skills.csv as it came about: first as it was taken in, then version by version, each a draft somebody
 * submitted and somebody else published, until it says what the file says. Importing the file afterwards changes nothing. Before
 * observations are taken in, which note the version they were made under.
 */
export async function tellHistory(tx: Tx, orgId: string, file: string, { author, publisher }: By): Promise<void> {
  const parsed = parseSkillsCsv("skills.csv", readFileSync(file, "utf8"));
  // The people file names roles before anybody describes them.
  const named = await readTreeInForce(tx, orgId);
  const [first = named, ...later] = treesBefore(applyChanges(named, align(parsed, named, new Map()).changes));
  const publish = async (after: Tree, about: Omit<Parameters<typeof publishChanges>[4], "publishedBy">) => {
    const before = await readTreeInForce(tx, orgId);
    const changes = changesBetween(before, after);
    const published = await publishChanges(tx, orgId, before, changes, { ...about, publishedBy: publisher });
    if (published.number === null) throw new Error(`${about.note}: ${published.faults[0]?.message}`);
  };
  await publish(first, { origin: "import", note: firstVersion.note, publishedAt: at(firstVersion.on, 9) });
  for (const [index, after] of later.entries()) {
    const version = pastVersions[index];
    if (!version) throw new Error("A tree has no version");
    const changes = changesBetween(await readTreeInForce(tx, orgId), after);
    const draftId = await keepDraft(tx, orgId, { version, changes, number: index + 2, author, publisher });
    await publish(after, { origin: "draft", note: version.note, publishedAt: at(version.on, 15), draftId });
  }
}

/** The tree before each version, and the one in force last. */
function treesBefore(inForce: Tree): Tree[] {
  const trees = [inForce];
  for (const { before } of pastVersions.toReversed()) {
    const [after = inForce] = trees;
    const skillOf = (id: string) => {
      const skill = after.get(id);
      return skill?.kind === "skill" ? skill.name : null;
    };
    trees.unshift(treeOf([...after.values()].map((node) => before(node, skillOf))));
  }
  return trees;
}

type Published = By & { version: PastVersion; changes: Change[]; number: number };

async function keepDraft(tx: Tx, orgId: string, { version, changes, number, author, publisher }: Published) {
  const handedOver = at(version.on, -46);
  const published = at(version.on, 15);
  const [draft] = await tx
    .insert(taxonomyDrafts)
    .values({
      orgId,
      title: version.title,
      status: "published",
      standsAt: 1,
      lastEdit: 1,
      createdBy: author,
      createdAt: at(version.on, -160),
      changedAt: published,
      submittedBy: author,
      submittedAt: handedOver,
      reviewedBy: publisher,
      reviewedAt: published,
      publishedAs: number,
    })
    .returning({ id: taxonomyDrafts.id });
  if (!draft) throw new Error("The draft was not written");
  const of = { orgId, draftId: draft.id };
  await tx
    .insert(draftNodes)
    .values(changes.map(({ id, before, after }) => ({ ...of, nodeId: id, base: before, node: after })));
  await tx
    .insert(draftEdits)
    .values({ ...of, number: 1, label: version.title, changes, madeBy: author, madeAt: handedOver });
  return draft.id;
}

/** So many hours after the day began; before it where negative. */
const at = (day: string, hours: number) => new Date(Date.parse(day) + hours * 3_600_000);
