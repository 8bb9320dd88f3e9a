import type { Permission } from "@/lib/access/policy";

/** Pages whose address is a view somebody comes back to, and who may open them. */
export const viewPages = [
  { path: "/scorecard", label: "Scorecard", permission: "scorecard.read" },
  { path: "/compare", label: "Compare", permission: "compare.read" },
  { path: "/roi", label: "Return", permission: "roi.read" },
] as const satisfies readonly { path: string; label: string; permission: Permission }[];

export type ViewPath = (typeof viewPages)[number]["path"];

export const viewPaths = viewPages.map(({ path }) => path);
