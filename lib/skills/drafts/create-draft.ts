import "server-only";
import { taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type CreateDraft, createDraftInput } from "@/lib/skills/input";

/** Starts a draft of the taxonomy, which at first is what is in force. Several may be open at once. */
export const createDraft = command(
  "skill.edit",
  async (tx, raw: CreateDraft, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { title } = parseOrThrow(createDraftInput, raw);
    const [draft] = await tx
      .insert(taxonomyDrafts)
      .values({ orgId, title, createdBy: userId })
      .returning({ id: taxonomyDrafts.id });
    if (!draft) throw new Error("The draft was not written");
    trace.subject = draft.id;
    trace.detail = { step: "start", title };
    return draft;
  },
);
