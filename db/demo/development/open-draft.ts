import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { createDraft } from "@/lib/skills/drafts/create-draft";
import { submitDraft } from "@/lib/skills/drafts/hand-over";
import { saveEdit } from "@/lib/skills/drafts/save-edit";
import { readTreeInForce } from "@/lib/skills/read-tree-in-force";
import type { TaxonomyNode } from "@/lib/skills/tree/node";

const taxRate = "Applies the tax rate of the delivery country, not of the invoice address";
const anchors = [
  "Takes the rate of the address on the invoice",
  "Asks in Billing which rate applies, and applies it",
  "Looks the delivery country up and applies its rate, for the countries we ship to every week",
  "Also decides chains of deliveries and returns, and notes the rule beside the line",
  "Is the one Billing asks, and keeps the list of rules up to date",
];
const oldWords = "Raises a concern within two working days";
const newWords = "Raises a concern with the colleague within two working days";

/** A draft somebody prepared and handed over: it waits for a review. Through the commands. */
export async function addDraftInReview(as: Viewer): Promise<void> {
  const tree = await inTenant(as.orgId, (tx) => readTreeInForce(tx, as.orgId));
  const behaviour = (statement: string) => {
    const found = [...tree.values()].find((node) => node.kind === "behaviour" && node.statement === statement);
    if (found?.kind !== "behaviour") throw new Error(`The demo's taxonomy lacks “${statement}”`);
    return found;
  };
  const { id: draftId } = await createDraft(as, { title: "Tax rates: levels in words" });
  const change = (before: TaxonomyNode, after: TaxonomyNode) => ({ id: before.id, before, after });
  const [rate, concern] = [behaviour(taxRate), behaviour(oldWords)];
  const edits = [
    { label: "Describe the levels", changes: [change(rate, { ...rate, anchors })] },
    { label: "Change the statement", changes: [change(concern, { ...concern, statement: newWords })] },
  ];
  let at = 0;
  for (const edit of edits) at = (await saveEdit(as, { draftId, at, edit })).standsAt;
  await submitDraft(as, { draftId });
}
