/** How far down a manager's line a page looks: direct reports, or everybody. */
export type Depth = "direct" | "all";

export const parseDepth = (text: string | string[] | undefined): Depth => (text === "all" ? "all" : "direct");
