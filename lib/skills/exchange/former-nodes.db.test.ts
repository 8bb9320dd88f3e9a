import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { merge } from "@/lib/skills/tree/edits/merge";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import { publishEdits, rename } from "@/test/given-draft";
import { givenTaxonomy, nth } from "@/test/given-taxonomy";
import { exportTaxonomy } from "./export-taxonomy";
import { readPreview } from "./preview";
import { readImport } from "./read-import";
import { receiveTaxonomyFile } from "./receive-file";
import { takeIntoDraft } from "./take-into-draft";

afterAll(closePool);

test.each(["csv", "case"] as const)(
  "an export (%s) of before is taken into a draft without adding what was renamed or merged since",
  async (format) => {
    const given = await givenTaxonomy();
    await inTenant(given.orgId, (tx) => tx.execute(sql`update skills set range_reason = 'So it is'`));
    const lead = given.as("ld_lead");
    const file = await exportTaxonomy(lead, { format, version: null });
    await publishEdits(
      lead,
      rename("role", 1, "Another role"),
      rename("task", 1, "Another task"),
      rename("skill", 3, "Another skill"),
      (now) => setFields(now, [nth("behaviour", 6)], { statement: "Says it in other words" }),
      (now) => merge(now, nth("skill", 1), [nth("skill", 2)]),
    );
    const { uploadId } = await receiveTaxonomyFile(lead, {
      uploadId: null,
      name: file.name,
      body: new Blob([file.body]).stream() as never,
    });
    const source = { kind: "upload" as const, uploadId, occupation: null };
    const page = await readImport(lead, { source, search: "" });
    if (!page || "wrong" in page) throw new Error("The export cannot be read");
    const chosen = page.groups.flatMap(({ items }) => items.map(({ key }) => key));
    const preview = await readPreview(lead, { source, chosen, draftId: null });
    expect(preview.obstacles).toEqual([]);
    const added = preview.difference.groups.flatMap(({ nodes }) => nodes.filter(({ what }) => what === "added"));
    expect(added.filter(({ kind }) => kind !== "need")).toEqual([]);
    expect(preview.formerly.map(({ kind, is, merged }) => `${kind} ${is} ${merged}`).toSorted()).toEqual([
      "behaviour Says it in other words false",
      "role Another role false",
      "skill Another skill false",
      "skill Listening true",
      "task Another task false",
    ]);
    await takeIntoDraft(lead, {
      source,
      chosen,
      draft: { kind: "new", title: "Old words", entryId: randomUUID() },
    }).catch((error) => {
      expect(error.message).toContain("All of this is there already");
    });
  },
);
