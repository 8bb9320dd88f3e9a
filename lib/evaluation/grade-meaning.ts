import type { Grade } from "./result";

/** How strongly a figure may be claimed: the word, what it takes and the sentence that may be said. */
export const gradeMeaning: Record<Grade, { name: string; needs: string; sentence: string }> = {
  A: {
    name: "Proven",
    needs: "Random assignment, a plan registered before the start, every check passed.",
    sentence: "The programme caused the change.",
  },
  B: {
    name: "Strong",
    needs:
      "A phased roll-out or difference-in-differences with a real comparison group, a registered plan, parallel pre-trends not rejected with enough power to have rejected them, and a quiet placebo.",
    sentence: "The evidence strongly supports that the programme caused the change.",
  },
  C: {
    name: "Suggestive",
    needs: "A comparison group, but matched, unregistered, or with a failed or impossible check.",
    sentence: "People in the programme did better than comparable people, which other causes may explain.",
  },
  D: {
    name: "Observed",
    needs: "Before and after, without a comparison.",
    sentence: "It changed after the programme; we cannot say because of it.",
  },
  E: {
    name: "Activity",
    needs: "Use, completions or satisfaction alone.",
    sentence: "This shows activity, not effect.",
  },
};
