"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { Annotation } from "@/lib/marks/annotations/annotation";
import type { Marks } from "@/lib/marks/read-marks";

export type MarksGiven = Pick<Marks, "guardrails" | "annotations" | "rights"> & {
  /** What may be marked, each KPI once: `metricKey`. */
  metrics: { id: string; name: string; unit: string }[];
  /** First days of the periods of every course on the page, oldest first, and the day after the last of them. */
  starts: string[];
  until: string;
};

const MarksContext = createContext<MarksGiven>({
  guardrails: [],
  annotations: [],
  rights: { guardrails: false, annotate: null },
  metrics: [],
  starts: [],
  until: "",
});

/** Guardrails and remarks for everything below it: they are sent once, however many tiles show them. */
export function MarksProvider({ children, ...given }: MarksGiven & { children: ReactNode }) {
  return <MarksContext value={given}>{children}</MarksContext>;
}

export const useMarks = () => useContext(MarksContext);

/** Where in the periods a day lies; null before the first and after the last. */
export function periodAt({ starts, until }: Pick<MarksGiven, "starts" | "until">, on: string): number | null {
  if (on >= until) return null;
  const at = starts.findLastIndex((start) => start <= on);
  return at < 0 ? null : at;
}

/** Remarks on a figure or on the whole scorecard, oldest first, with the index of the period each lies in. */
export function remarksOn(given: MarksGiven, metric: string): { at: number; remark: Annotation }[] {
  return given.annotations
    .filter((remark) => remark.metric === null || remark.metric === metric)
    .flatMap((remark) => {
      const at = periodAt(given, remark.on);
      return at === null ? [] : [{ at, remark }];
    })
    .toReversed();
}
