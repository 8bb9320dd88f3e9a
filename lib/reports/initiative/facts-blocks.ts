import type { Window } from "@/lib/evaluation/plan";
import type { Formats } from "@/lib/format/formats";
import type { ArmRow } from "@/lib/initiatives/read-initiative";
import { armName } from "@/lib/initiatives/words";
import type { ReportBlock, ReportCell } from "@/lib/reports/document";

export const aboutBlock = (summary: string): ReportBlock => ({
  kind: "text",
  title: "What it is",
  full: true,
  internal: false,
  paragraphs: [summary],
});

/** Activity, and therefore last: who was assigned to what. Arms smaller than the minimum group size show no numbers. */
export function armsBlock(arms: readonly ArmRow[], minimum: number, formats: Formats): ReportBlock {
  return {
    kind: "table",
    title: "People, as assigned",
    full: true,
    internal: false,
    columns: [
      { id: "arm", header: "Arm" },
      { id: "people", header: "People", align: "end" },
      { id: "started", header: "Started", align: "end" },
    ],
    rows: arms.map(({ label, people, exposed }): Record<string, ReportCell> => {
      const count = (value: number): ReportCell =>
        people < minimum ? { text: `fewer than ${minimum}` } : { text: formats.number(value), value, unit: "people" };
      return { arm: { text: armName(label) }, people: count(people), started: count(exposed) };
    }),
  };
}

/** `baseline 1 Jan 2026 to 31 Mar 2026`; nothing where no window is named. */
export function windowText(window: Window | null, name: string, day: (value: string) => string): string[] {
  if (!window || (window.from === null && window.to === null)) return [];
  return [
    `${name} ${window.from === null ? "from the beginning" : day(window.from)} to ${window.to === null ? "today" : day(window.to)}`,
  ];
}
