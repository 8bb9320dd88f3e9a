import "server-only";
import { taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import type { Entry } from "@/lib/entry";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type CreateDraft, createDraftInput } from "@/lib/skills/input";

/** Starts a draft of the taxonomy, which at first is what is in force. Several may be open at once; the same sent again is started once. */
export const createDraft = command(
  "skill.edit",
  async (tx, raw: Entry<CreateDraft>, { orgId, userId }, trace): Promise<{ id: string; isNew: boolean }> => {
    const { entryId, title } = parseOrThrow(createDraftInput, withEntryId(raw));
    const entry = { id: entryId, title };
    const kept = await findEntry(tx, { orgId, userId }, trace, { table: taxonomyDrafts, madeBy: "createdBy", entry });
    if (kept) return { id: kept.id, isNew: false };
    const [draft] = await tx
      .insert(taxonomyDrafts)
      .values({ ...entry, orgId, createdBy: userId })
      .returning({ id: taxonomyDrafts.id });
    if (!draft) throw new Error("The draft was not written");
    trace.subject = draft.id;
    trace.detail = { step: "start", title };
    return { ...draft, isNew: true };
  },
);
