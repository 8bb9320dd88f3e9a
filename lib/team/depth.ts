import type { LinePerson } from "./line";

/** How far down a manager's line a page looks: direct reports, or everybody. */
export type Depth = "direct" | "all";

export const parseDepth = (text: string | string[] | undefined): Depth => (text === "all" ? "all" : "direct");

/** More than anybody coaches: whoever leads thousands sees the first of them, by depth and name, and the rest as figures elsewhere. */
const most = 500;

export const inDepth = (line: readonly LinePerson[], depth: Depth): LinePerson[] =>
  line.filter((person) => depth === "all" || person.depth === 1).slice(0, most);
