import { FactsTable } from "@/components/ui/facts-table";
import { Section } from "@/components/ui/section";
import { NotEstimable, Withheld } from "@/components/ui/states";
import type { Plan, PlanKpi } from "@/lib/evaluation/plan";
import type { SpillOver } from "@/lib/evaluation/spill-over/spill-over";
import type { Formats } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import { spillOverSentence } from "./spill-over-words";

type Props = { spillOver: SpillOver; kpi: PlanKpi; plan: Plan; minimum: number; formats: Formats };
type Contrast = Extract<SpillOver, { by: "contrast" }>;

/** Did those change whom nobody trained, where trained colleagues work beside them? */
export function SpillOverSection({ spillOver, kpi, plan, minimum, formats }: Props) {
  const scale = effectScale(kpi, plan);
  const found = spillOver.status === "estimated" && peopleIn(spillOver) >= minimum ? spillOver : null;
  return (
    <Section title="Neighbours" id="neighbours" lead={found ? spillOverSentence(found, scale, formats) : undefined}>
      {spillOver.status === "not_estimable" ? <NotEstimable reason={spillOver.reason} /> : null}
      {spillOver.status === "estimated" && !found ? <Withheld minimum={minimum} /> : null}
      {found ? (
        <p className="mb-3 max-w-prose">
          Nobody chose by lot who works beside whom, so this is grade C at best. Where what was learned is passed on,
          the comparison changes with the trained, and the effect that is stated is smaller than the whole.
        </p>
      ) : null}
      {found?.by === "share" ? (
        <p className="max-w-prose text-ink-2">
          From {formats.number(found.people)} untrained people in {formats.number(found.places)} {found.nearness}s, of
          whose people {formats.percent(found.range[0])} to {formats.percent(found.range[1])} were trained.
        </p>
      ) : null}
      {found?.by === "contrast" ? (
        <FactsTable
          caption="Change of untrained people"
          hideCaption
          columns={[
            { id: "who", header: "Untrained people" },
            { id: "people", header: "People", align: "end" },
            { id: "change", header: `Change in “${kpi.name}”`, align: "end" },
          ]}
          rows={[
            side("near", `With trained people in the same ${found.nearness}`, found.near),
            side("far", `Without any in their ${found.nearness}`, found.far),
            {
              id: "difference",
              cells: { who: "Difference", people: null, change: scale.text(formats, found.estimate, found.ci) },
            },
          ]}
        />
      ) : null}
    </Section>
  );

  function side(id: string, who: string, { n, mean }: Contrast["near"]) {
    return { id, cells: { who, people: formats.number(n), change: scale.text(formats, mean, null) } };
  }
}

/** The fewest people a figure of it rests on. */
const peopleIn = (found: Extract<SpillOver, { status: "estimated" }>) =>
  found.by === "share" ? found.people : Math.min(found.near.n, found.far.n);
