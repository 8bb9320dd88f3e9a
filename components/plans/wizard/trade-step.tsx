import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { Choices } from "@/lib/plans/wizard/choices";
import type { Subject } from "@/lib/plans/wizard/read-wizard";
import { ChoiceInput } from "./choice-input";
import { ChoiceSelect } from "./choice-select";
import { MethodNote } from "./method-note";
import { NextStep } from "./step-nav";
import { TradeCurves } from "./trade-curves";
import { typedUnit } from "./wizard-words";
import { WorthSection } from "./worth-section";

type Props = { subject: Subject; choices: Choices; formats: Formats };

/** People, weeks and noise against what could be seen. */
export function TradeStep({ subject, choices, formats }: Props) {
  const { chosen, trade, kpi } = subject;
  const { lots, design } = chosen;
  const lotWord = lots.byTeam ? "Teams" : "People";
  const drawn = design !== "before_after" && design !== "comparison";
  return (
    <>
      <Section title="People, weeks and noise" lead="Change one and see what the others must give.">
        <div className="grid max-w-5xl grid-cols-2 gap-4 lg:grid-cols-4">
          {drawn ? (
            <ChoiceInput
              name="size"
              type="number"
              min={2}
              usual={String(lots.treated + lots.control)}
              label={`${lotWord} that take part`}
              hint={`${formats.number(lots.available)} are chosen`}
            />
          ) : null}
          {design === "phased" ? (
            <>
              <ChoiceInput name="waves" type="number" min={2} max={6} usual={String(choices.waves)} label="Waves" />
              <ChoiceInput
                name="every"
                type="number"
                min={1}
                max={52}
                usual={String(choices.every)}
                label="Weeks from wave to wave"
              />
            </>
          ) : (
            <ChoiceInput
              name="weeks"
              type="number"
              min={1}
              max={104}
              usual={String(choices.weeks)}
              label="Weeks of follow-up"
              hint="60 to 90 days are usual"
            />
          )}
          {drawn && design !== "phased" ? (
            <ChoiceInput
              name="share"
              type="number"
              min={10}
              max={90}
              usual={String(choices.share)}
              label="Of a hundred, trained"
            />
          ) : null}
          <ChoiceInput
            name="before"
            type="number"
            min={1}
            max={104}
            usual={String(choices.before)}
            label="Weeks of baseline"
          />
          <ChoiceSelect
            name="scale"
            label="Values compared"
            usual="plain"
            options={[
              { value: "plain", label: "as they are" },
              { value: "log", label: "as logarithms" },
            ]}
          />
          <ChoiceInput
            name="worth"
            inputMode="decimal"
            label={choices.question === "better" ? "An effect worth it" : "Margin: not worse by"}
            hint={`In ${typedUnit(kpi)}`}
          />
        </div>
      </Section>
      {trade ? (
        <>
          <WorthSection trade={trade} subject={subject} choices={choices} formats={formats} />
          <TradeCurves trade={trade} subject={subject} choices={choices} formats={formats} />
          <MethodNote trade={trade} subject={subject} formats={formats} />
        </>
      ) : (
        <Empty title="No curve yet">
          The design in hand cannot be done, or its history is too short. Choose another under “Design”.
        </Empty>
      )}
      <div className="mt-8">
        <NextStep current="trade" />
      </div>
    </>
  );
}
