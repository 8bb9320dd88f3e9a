import type { ReviewStatus } from "@/lib/observe/reviews/read-reviews";

export const statusWords: Record<ReviewStatus, string> = {
  waiting: "Waiting for an answer",
  redo: "Sent back to be changed",
  accepted: "Accepted",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
};
