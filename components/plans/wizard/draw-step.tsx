import { FactsTable } from "@/components/ui/facts-table";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import { armName, designNames } from "@/lib/initiatives/words";
import type { Choices } from "@/lib/plans/wizard/choices";
import type { Subject } from "@/lib/plans/wizard/read-wizard";
import { ChoiceChecks } from "./choice-checks";
import { ChoiceInput } from "./choice-input";
import { Redraw } from "./redraw";
import { SaveDraft } from "./save-draft";
import { meanText } from "./wizard-words";

type Props = { subject: Subject; choices: Choices; formats: Formats };

/** Who goes when, and the draft. */
export function DrawStep({ subject, choices, formats }: Props) {
  const { chosen, draw, starts } = subject;
  if (!draw) {
    return (
      <Empty title="Nothing to draw yet">
        The design in hand cannot be done with these people. Choose another under “Design”.
      </Empty>
    );
  }
  const byLot = chosen.design !== "before_after" && chosen.design !== "comparison";
  return (
    <>
      <Section title="When" lead={windowsText(subject, formats)}>
        <div className="grid max-w-3xl gap-4 sm:grid-cols-3">
          <ChoiceInput
            name="starts"
            type="date"
            usual={starts}
            label={chosen.design === "phased" ? "First wave starts" : "Training starts"}
          />
        </div>
      </Section>
      <Section
        title={byLot ? "The draw" : "Who starts"}
        id="draw"
        lead={
          byLot
            ? drawLead(chosen.design, chosen.lots.byTeam)
            : "Nobody drew lots, so nothing makes the two sides alike but your choice."
        }
        actions={byLot ? <Redraw number={choices.draw} /> : null}
      >
        {byLot ? (
          <div className="mb-6 max-w-md">
            <ChoiceChecks
              name="level"
              legend="Keep the draw level in"
              hint={`Lots are drawn apart within each, so that no side gets more of one than its share. ${chosen.lots.byTeam ? "A team counts as most of its people do." : ""}`}
              options={[
                { value: "baseline", label: "Baseline of the KPI (lower and upper half)" },
                { value: "site", label: "Site" },
                { value: "unit", label: "Unit" },
                { value: "role", label: "Role" },
              ]}
            />
          </div>
        ) : null}
        <ArmsPreview subject={subject} draw={draw} formats={formats} />
        {byLot ? (
          <p className="mt-2 text-caption text-ink-3">
            Draw {formats.number(choices.draw)}, seed {draw.seed}. The same people, choices and seed give the same draw;
            the seed follows from the organisation, the KPI, the start and the number of the draw, so that nobody picks
            it.
          </p>
        ) : null}
      </Section>
      <SaveSection subject={subject} choices={choices} />
    </>
  );
}

function drawLead(design: string, byTeam: boolean): string {
  const what = byTeam ? "whole teams" : "people";
  return design === "phased"
    ? `Lots among ${what} decide the order. Everybody is trained in the end.`
    : `Lots among ${what} decide who is trained first. The others may start when the comparison is over.`;
}

function windowsText({ windows, chosen }: Subject, formats: Formats): string {
  const { baseline, followUp } = windows;
  const over = chosen.design === "phased" ? ", when the last wave starts and nobody is left to compare with" : "";
  return `Baseline from ${formats.date(baseline.from)} to ${formats.date(baseline.to)}; follow-up from ${formats.date(followUp.from)} to ${formats.date(followUp.to)}${over}. Register the plan before the start.`;
}

function ArmsPreview({
  subject,
  draw,
  formats,
}: {
  subject: Subject;
  draw: NonNullable<Subject["draw"]>;
  formats: Formats;
}) {
  const { kpi } = subject;
  return (
    <FactsTable
      caption="Who goes when"
      columns={[
        { id: "arm", header: "Arm" },
        { id: "starts", header: "Starts", whole: true },
        { id: "people", header: "People", align: "end" },
        { id: "teams", header: "Teams", align: "end" },
        { id: "baseline", header: "Latest mean", align: "end", wide: true },
        { id: "apart", header: "Apart from the others (SD)", align: "end" },
      ]}
      rows={draw.arms.map(({ arm, starts, people, teams, baseline, apart }) => ({
        id: arm,
        cells: {
          arm: armName(arm),
          starts: starts ? formats.date(starts) : "not planned",
          people: formats.number(people),
          teams: formats.number(teams),
          baseline: baseline === null ? "withheld" : meanText(kpi, formats, baseline),
          apart: apart === null ? null : formats.number(apart, { decimals: 2, signed: true }),
        },
      }))}
    />
  );
}

function SaveSection({ subject, choices }: Pick<Props, "subject" | "choices">) {
  const { gaps, chosen } = subject;
  return (
    <Section
      title="Save as a draft"
      id="save"
      lead="A draft promises nothing. It is registered on its own page, before the start, and from then on it changes only in the open."
    >
      {gaps.length > 0 ? (
        <div className="mb-4 max-w-prose">
          <p className="font-medium">
            It can be saved, but without skill gap, business KPI and measurable behaviour it cannot start; until then it
            is a content library. It still lacks:
          </p>
          <ul className="mt-1 space-y-1">
            {gaps.map(({ what, why }) => (
              <li key={what} className="border-l-2 border-worse pl-3">
                <span className="font-medium">{what}.</span> <span className="text-ink-2">{why}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <SaveDraft design={choices.design ?? chosen.design} designName={designNames[choices.design ?? chosen.design]} />
    </Section>
  );
}
