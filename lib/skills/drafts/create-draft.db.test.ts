import { afterAll, test } from "vitest";
import { closePool } from "@/db/client";
import { taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import { givenTaxonomy } from "@/test/given-taxonomy";
import { expectSentOnce } from "@/test/sent-once";
import { createDraft } from "./create-draft";

afterAll(closePool);

test("a draft sent twice is started once", async () => {
  const given = await givenTaxonomy();
  await expectSentOnce({
    table: taxonomyDrafts,
    viewer: given.as("ld_lead"),
    send: async (viewer, entryId) => (await createDraft(viewer, { entryId, title: "More listening" })).id,
  });
});
