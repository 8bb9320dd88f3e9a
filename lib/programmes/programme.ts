import type { ItemKind, ItemState, ProgrammePart, ReviewKind, ReviewOutcome } from "./kinds";
import type { Detail } from "./programme-input";
import type { ScopeRemark } from "./scope-guard";

export type ProgrammeItem = {
  id: string;
  part: ProgrammePart;
  kind: ItemKind;
  /** Of the steps everybody is given; null for one somebody added. */
  key: string | null;
  title: string;
  note: string | null;
  detail: Partial<Detail[keyof Detail]>;
  dueOn: string | null;
  ownerId: string | null;
  owner: string | null;
  state: ItemState;
  settledOn: string | null;
  settledBy: string | null;
  revision: number;
  /** What it is about, in words: a friction point, a task, a behaviour. */
  about: string | null;
};

export type ProgrammeReview = {
  id: string;
  kind: ReviewKind;
  dueOn: string;
  heldOn: string | null;
  agenda: string[];
  minutes: string | null;
  attendees: string | null;
  outcome: ReviewOutcome | null;
  heldBy: string | null;
  revision: number;
};

/** What the app finds about a step everybody is given; `holds` null where it cannot know. */
export type SetupFact = { holds: boolean | null; says: string };

export type Programme = {
  startsOn: string;
  workflow: { id: string; name: string; role: string } | null;
  lead: { id: string; name: string } | null;
  pain: string | null;
  items: ProgrammeItem[];
  /** Those due next first, then those held, the latest first. */
  reviews: ProgrammeReview[];
  /** By the key of the step. */
  facts: Record<string, SetupFact[]>;
  remarks: ScopeRemark[];
};

export type Choices = {
  workflows: { id: string; name: string; role: string }[];
  frictions: { id: string; statement: string }[];
};

/** Days late are those before today of what is still open. */
export const isOverdue = ({ state, dueOn }: Pick<ProgrammeItem, "state" | "dueOn">, today: string): boolean =>
  state === "open" && dueOn !== null && dueOn < today;

/** Whether a review is late: on the day it is due it is not. */
export const isLate = ({ heldOn, dueOn }: Pick<ProgrammeReview, "heldOn" | "dueOn">, today: string): boolean =>
  heldOn === null && dueOn < today;

/** How much of a part is settled; what was dropped is not counted. */
export function progressOf(items: readonly Pick<ProgrammeItem, "state">[]): { done: number; of: number } {
  const counted = items.filter(({ state }) => state !== "dropped");
  return { done: counted.filter(({ state }) => state === "done").length, of: counted.length };
}
