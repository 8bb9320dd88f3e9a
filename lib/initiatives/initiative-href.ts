/** The parts of an initiative's page in their order; its own address shows the first. */
export const initiativeParts = [
  { part: "effect", title: "Effect" },
  { part: "ladder", title: "Ladder" },
  { part: "people", title: "People and arms" },
  { part: "work", title: "In the work" },
  { part: "money", title: "Money" },
  { part: "plan", title: "Plan and amendments" },
  { part: "decisions", title: "Decisions" },
] as const;

export type InitiativePart = (typeof initiativeParts)[number]["part"];

/** Pages and files about one initiative that stand beside its page. */
type Beside = "programme" | "lineage" | "report" | "who-goes-when";

/** The address of an initiative, of a part of its page or of what stands beside it; `anchor` is an id on that page. */
export function initiativeHref(id: string, part: InitiativePart | Beside = "effect", anchor?: string): string {
  return `/initiatives/${id}${part === "effect" ? "" : `/${part}`}${anchor ? `#${anchor}` : ""}`;
}
