import { GradeMark } from "@/components/ui/grade-mark";
import { Section } from "@/components/ui/section";
import { StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import { designNames } from "@/lib/initiatives/words";
import type { Choices } from "@/lib/plans/wizard/choices";
import type { Judged } from "@/lib/plans/wizard/judge-designs";
import type { Subject } from "@/lib/plans/wizard/read-wizard";
import { ChoiceLink } from "./choice-link";
import { ChoiceSelect } from "./choice-select";
import { SelectionNote } from "./selection-note";
import { NextStep } from "./step-nav";
import { amountText, designWhy, lotsText, moneyText, obstacleText, wayOf } from "./wizard-words";

type Props = { subject: Subject; choices: Choices; formats: Formats };

/** What can be done, strongest first, with what each design could see. */
export function DesignStep({ subject, choices, formats }: Props) {
  const resets = ["design", "size"];
  const proposed = subject.designs.find(({ obstacle }) => obstacle === null);
  return (
    <>
      <Section title="What is possible" lead="Three questions decide which designs can be done.">
        <div className="grid max-w-5xl gap-4 lg:grid-cols-3">
          <ChoiceSelect
            name="shared"
            label="Do people of a team share what they learn?"
            usual="yes"
            resets={resets}
            options={[
              { value: "yes", label: "Yes, or it cannot be ruled out" },
              { value: "no", label: "No, each learns alone" },
            ]}
          />
          <ChoiceSelect
            name="wait"
            label="Who may wait?"
            usual="end"
            resets={resets}
            options={[
              { value: "end", label: "Some, until the comparison is over" },
              { value: "turn", label: "Some, until their turn in the roll-out" },
              { value: "none", label: "Nobody: everybody starts at once" },
            ]}
          />
          <ChoiceSelect
            name="lots"
            label="May lots decide who starts?"
            usual="yes"
            resets={resets}
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No, somebody chooses" },
            ]}
          />
        </div>
      </Section>
      <Section title="Designs, strongest first" id="designs">
        <div className="mb-4 empty:hidden">
          <SelectionNote subject={subject} formats={formats} />
        </div>
        <ol className="max-w-4xl divide-y divide-rule border-y border-rule">
          {subject.designs.map((judged) => (
            <DesignRow
              key={judged.design}
              judged={judged}
              isProposed={judged === proposed}
              subject={subject}
              choices={choices}
              formats={formats}
            />
          ))}
        </ol>
      </Section>
      <NextStep current="design" />
    </>
  );
}

type RowProps = Props & { judged: Judged; isProposed: boolean };

function DesignRow({ judged, isProposed, subject, choices, formats }: RowProps) {
  const { design, obstacle, grade, detectable } = judged;
  const isChosen = choices.design === design;
  const possible = obstacle === null || obstacle === "not-estimable";
  return (
    <li className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[1fr_auto]" aria-current={isChosen ? "true" : undefined}>
      <div>
        <h3 className={possible ? "text-lead" : "text-lead text-ink-3"}>
          {designNames[design]}
          {isProposed ? <span className="ml-2 font-sans text-caption font-medium text-line">proposed</span> : null}
        </h3>
        <p className="max-w-prose text-ink-2">{designWhy[design]}</p>
        {obstacle === null ? (
          <p className="mt-1 max-w-prose">
            {lotsText(judged, choices.waves, formats)}:{" "}
            {detectable ? (
              <>
                would see a {wayOf(subject.kpi, choices.question)} of{" "}
                <strong>{amountText(subject.kpi, formats, detectable.effect)}</strong>
                {detectable.ofMean === null
                  ? ""
                  : ` (${formats.percent(detectable.ofMean, { significant: 2 })} of the mean)`}
                . In money: {moneyText(subject, detectable.effect, formats)}.
              </>
            ) : judged.hazardRatio ? (
              <>would see an event {formats.number(judged.hazardRatio, { significant: 3 })} times as frequent.</>
            ) : (
              <>would not even see everything change.</>
            )}
          </p>
        ) : (
          <p className="mt-1">
            <StatusText status="unknown">
              {possible ? "What it would see cannot be told" : "Not possible here"}
            </StatusText>{" "}
            <span className="text-ink-2">{obstacleText[obstacle]}</span>
          </p>
        )}
      </div>
      <div className="flex items-start gap-3 sm:flex-col sm:items-end">
        {possible ? (
          <span className="inline-flex items-center gap-1 text-caption text-ink-2">
            <GradeMark grade={grade} short /> at best
          </span>
        ) : null}
        {isChosen ? (
          <StatusText status="pass">Chosen</StatusText>
        ) : possible ? (
          <ChoiceLink look="secondary" changes={{ design, size: null }}>
            Choose <span className="sr-only">{designNames[design]}</span>
          </ChoiceLink>
        ) : null}
      </div>
    </li>
  );
}
