import type { Column, Row } from "@/components/ui/table-types";
import type { LadderView } from "@/lib/ladder/ladder-view";
import { verdictWords } from "@/lib/ladder/rung-words";
import { ReadTable } from "./read-table";

const columns: Column[] = [
  { id: "layer", header: "Layer", wide: true },
  { id: "figure", header: "Figure", rowHeader: true },
  { id: "verdict", header: "Verdict", whole: true },
  { id: "effect", header: "Effect between the arms" },
  { id: "zero", header: "Against zero", wide: true },
  { id: "target", header: "Against the target", wide: true },
  { id: "treated", header: "Trained", align: "end", wide: true },
  { id: "control", header: "Comparison", align: "end", wide: true },
  { id: "people", header: "People", align: "end", whole: true, wide: true },
  { id: "method", header: "Method", fileOnly: true },
  { id: "role", header: "In the plan", fileOnly: true },
  { id: "estimate", header: "Estimate", fileOnly: true },
  { id: "low", header: "Interval from", fileOnly: true },
  { id: "high", header: "Interval to", fileOnly: true },
];

/** Every figure of every layer, with its effect, what it is held against and how many people it rests on. */
export function LadderTable({ view, csv }: { view: LadderView; csv: string }) {
  const rows = view.rungs.flatMap(({ id, step, measures }, rung) =>
    measures.map(
      (one): Row => ({
        id: `${id} ${one.id}`,
        cells: {
          layer: { text: step, sort: rung, saved: step },
          figure: {
            text: one.name,
            node: (
              <>
                <span className="block text-caption font-normal text-ink-3 sm:hidden">{step}</span>
                {one.name}
                {one.role ? <span className="block text-caption font-normal text-ink-3">{one.role}</span> : null}
              </>
            ),
          },
          verdict: verdictWords[one.verdict],
          effect: {
            text: one.text,
            node: (
              <>
                {one.text}
                {one.method ? <span className="block text-caption text-ink-3">{one.method}</span> : null}
              </>
            ),
          },
          zero: one.zero,
          target: one.target,
          treated: one.treated,
          control: one.control,
          people: one.people,
          method: one.method,
          role: one.role,
          estimate: one.estimate,
          low: one.interval?.[0] ?? null,
          high: one.interval?.[1] ?? null,
        },
      }),
    ),
  );
  return <ReadTable columns={columns} rows={rows} caption="The ladder, figure by figure" csv={csv} />;
}
