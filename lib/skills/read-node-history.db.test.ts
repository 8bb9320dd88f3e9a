import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { readNodeHistory } from "@/lib/skills/read-node-history";
import { addRole } from "@/lib/skills/tree/edits/add";
import { remove } from "@/lib/skills/tree/edits/remove";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import { newId, publishEdits } from "@/test/given-draft";
import { givenTaxonomy } from "@/test/given-taxonomy";

afterAll(closePool);

test("a node's history names the versions that added, changed and took it out, newest first, and no others", async () => {
  const given = await givenTaxonomy();
  const lead = given.as("ld_lead");
  const id = newId();
  await publishEdits(lead, (index) => addRole(index, { id, name: "Courier" }));
  await publishEdits(lead, (index) => addRole(index, { id: newId(), name: "Packer" }));
  await publishEdits(lead, (index) => setFields(index, [id], { name: "Parcel courier" }));
  await publishEdits(lead, (index) => remove(index, [id]));

  const history = await readNodeHistory(given.as("employee"), { nodeId: id });
  expect(history.map(({ number, what }) => [number, what])).toEqual([
    [4, "removed"],
    [3, "changed"],
    [1, "added"],
  ]);

  const stranger = await givenTaxonomy();
  expect(await readNodeHistory(stranger.as("admin"), { nodeId: id })).toEqual([]);
});
