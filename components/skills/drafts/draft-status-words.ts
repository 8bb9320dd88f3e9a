import type { DraftRow } from "@/lib/skills/drafts/draft";

export const draftStatusWords: Record<DraftRow["status"], string> = {
  open: "Being edited",
  review: "In review",
  published: "Published",
  discarded: "Discarded",
};
