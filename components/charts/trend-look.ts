import type { TrendSeries } from "./trend-types";

const inks = ["var(--ink)", "var(--ink-3)", "var(--line)", "var(--worse)"];
const dashes = ["", "2 3", "8 3 2 3", "4 4"];

/** Colour and dash of a series: arms have their own, others are told apart by both. */
export function trendLook(series: TrendSeries, index: number): { stroke: string; dash: string } {
  if (series.arm === "trained") return { stroke: "var(--trained)", dash: "" };
  if (series.arm === "comparison") return { stroke: "var(--comparison)", dash: "6 4" };
  return { stroke: inks[index % inks.length] ?? "var(--ink)", dash: dashes[index % dashes.length] ?? "" };
}
