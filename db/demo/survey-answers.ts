import type { InitiativeCode } from "./truth";

export type AnswerClass = "helpful" | "distracting" | "irrelevant";

export const pulseAnswers: Record<AnswerClass, readonly string[]> = {
  helpful: [
    "It was there when I needed it, and short",
    "It reminded me of a step I would have skipped",
    "A colleague's example solved it",
    "I could check the rule without leaving the screen",
  ],
  distracting: [
    "It popped up while I was talking to somebody",
    "Too many clicks for a small question",
    "The message repeated what I had just done",
  ],
  irrelevant: [
    "It did not fit my kind of work",
    "I already knew all of it",
    "It described an old version of the process",
  ],
};

type Says = { share: number; says: readonly string[] };

export const debriefAnswers: Record<InitiativeCode, Record<AnswerClass, Says>> = {
  "refund-handling": {
    helpful: {
      share: 0.72,
      says: [
        "I check the rule first now, and people call back less",
        "The cards show cases that really happen",
        "I know when I may decide on my own",
      ],
    },
    distracting: {
      share: 0.16,
      says: ["Opening it during a call still costs time", "Two steps ask the same question"],
    },
    irrelevant: { share: 0.12, says: ["I hardly have refunds", "My cases are more complicated than the cards"] },
  },
  "setup-verification": {
    helpful: {
      share: 0.5,
      says: [
        "My supervisor watches a set-up with me, that changed it",
        "We find the wrong offset before the batch, not after",
      ],
    },
    distracting: {
      share: 0.22,
      says: ["It is ticked at the end of the shift", "The tablet is at the other side of the machine"],
    },
    irrelevant: { share: 0.28, says: ["Nobody ever asks about it", "We did these checks before as well"] },
  },
  "quality-certification": {
    helpful: { share: 0.28, says: ["Good refresher", "I finally know what the symbols mean"] },
    distracting: { share: 0.24, says: ["Half a day away from the line", "The test asks for wording, not for work"] },
    irrelevant: {
      share: 0.48,
      says: [
        "I passed, and nothing is different at my station",
        "The causes of rework are in the schedule, not in our heads",
        "I knew the answers already",
      ],
    },
  },
  "negotiation-library": {
    helpful: { share: 0.78, says: ["Very well made", "I like to watch them before a visit", "Confirms what I do"] },
    distracting: { share: 0.06, says: ["Long for the little it says"] },
    irrelevant: { share: 0.16, says: ["I did that before as well", "Our customers do not negotiate like that"] },
  },
};
