import { waitingForReview } from "@/lib/decisions/decision";
import type { DecisionKind } from "@/lib/decisions/kinds";
import { readDecisions } from "@/lib/decisions/read-decisions";
import { type About, type WriteSection, waits } from "./section-news";

const words: Record<DecisionKind, string> = {
  scale: "Decided to scale",
  fix: "Decided to fix",
  stop: "Decided to stop",
  wait: "Decided to wait",
  start: "Decided to start",
  other: "Decided",
};

/** Decisions nobody has looked at again although the day has come, then those made since the last digest. */
export const writeDecisions: WriteSection = async (about) => {
  const items = [...(await decisionsToReview(about)), ...(await newDecisions(about))];
  return {
    title: "Decisions",
    href: "/decisions",
    items,
    none: "No decision is to be looked at again, and none is new.",
  };
};

/** Those whose review was due, the one that waits longest first. */
export async function decisionsToReview({ viewer, formats, today }: About) {
  const { decisions } = await readDecisions(viewer, {});
  return waitingForReview(decisions, today).map(({ id, title, reviewOn }) =>
    waits(`To be looked at again since ${formats.date(reviewOn ?? today)}: ${title}`, `/decisions#${id}`),
  );
}

async function newDecisions({ viewer, formats }: About) {
  const { decisions } = await readDecisions(viewer, {});
  return decisions
    .filter(({ withdrawnOn }) => !withdrawnOn)
    .map(({ id, kind, title, decidedOn }) => ({
      text: `${words[kind]} on ${formats.date(decidedOn)}: ${title}`,
      grade: null,
      href: `/decisions#${id}`,
      news: `decision ${id}`,
    }));
}
