import type { Dimension } from "@/lib/surveys/survey";

type Kind = "helpful" | "distracting" | "irrelevant";

type DebriefStatement = readonly [group: 1 | 2, speaker: number, kind: Kind, dimension: Dimension, words: string];
type FocusStatement = readonly [speaker: number, kind: Kind, dimension: Dimension, words: string];

export const pulseWords: Record<Kind, readonly string[]> = {
  helpful: [
    "The case with the half-used voucher was exactly what I had on the phone",
    "I look it up before I answer now, it takes seconds",
    "Good that it opens beside the order and not instead of it",
  ],
  distracting: ["It opens by itself when I only want to close the ticket", "The last card asks the same as the first"],
  irrelevant: ["I do invoices this month, there was no refund to try it on"],
};

/** What ten people of two groups said when set-up verification was looked back at; `speaker` within the group. */
export const debriefStatements: readonly DebriefStatement[] = [
  [1, 1, "helpful", "learning", "Watching one set-up together taught me more than the sheet did."],
  [1, 1, "helpful", "support", "The supervisor stayed until the first good part came out."],
  [1, 2, "distracting", "support", "The tablet is at the other side of the machine, so it is filled in later."],
  [1, 3, "helpful", "growth", "I set up the second line alone now."],
  [1, 4, "irrelevant", "support", "On nights nobody watches, so the checks are a tick and no more."],
  [1, 5, "helpful", "learning", "We found the wrong offset before the batch and not after it."],
  [2, 1, "helpful", "growth", "New people ask before they start, that was different a year ago."],
  [2, 2, "distracting", "learning", "Two of the checks ask the same thing in other words."],
  [2, 3, "irrelevant", "learning", "Long runs hardly need a set-up; for us it changed little."],
  [2, 4, "helpful", "support", "Where the shift leader looks at the checks, they are done."],
  [2, 4, "distracting", "support", "Where nobody does, they pile up at the end of the shift."],
  [2, 5, "helpful", "learning", "The picture of the worn clamp is what I remember."],
];

/** Three people are too few to be shown. */
export const focusStatements: readonly FocusStatement[] = [
  [1, "irrelevant", "learning", "I passed, and the next day was like the one before."],
  [2, "irrelevant", "support", "Nobody asked me about it afterwards."],
  [3, "helpful", "growth", "At least I know what the symbols on the drawing mean."],
];

export const annualWords: readonly string[] = [
  "An hour a week that stays free when it gets busy",
  "Somebody who watches and says what to do differently",
  "Fewer courses, more cases from our own work",
  "To know what I would need for the next step",
  "Short things I can look up while I work",
  "Time with the colleague who knows the machine",
  "That my manager asks what I tried",
  "Less to click through every quarter",
];
