import { TrendChart } from "@/components/charts/trend-chart";
import { Section } from "@/components/ui/section";
import { unitOf } from "@/lib/evaluation/unit-of";
import type { Formats } from "@/lib/format/formats";
import { periodWords } from "@/lib/initiatives/words";
import type { Subject, Wizard } from "@/lib/plans/wizard/read-wizard";
import { ChoiceChecks } from "./choice-checks";
import { ChoiceInput } from "./choice-input";
import { ChoiceSelect } from "./choice-select";
import { KpiRoles } from "./kpi-roles";
import { OwnBehaviour } from "./own-behaviour";
import { NextStep } from "./step-nav";
import { meanText, typedUnit } from "./wizard-words";

const layers = [
  ["in_work", "Operational, in the work"],
  ["business", "Business"],
  ["leading", "Leading"],
  ["talent", "Talent"],
] as const;

/** What is to change: the KPI with its history, and the chain that leads to it. */
export function ChangeStep({ wizard, formats }: { wizard: Wizard; formats: Formats }) {
  const { options, choices } = wizard;
  const subject = wizard.kind === "ready" ? wizard.subject : null;
  const measured = options.kpis.filter((kpi) => kpi.measured !== null);
  const groups = [
    ...layers.map(([layer, label]) => ({ label, options: measured.filter((kpi) => kpi.layer === layer) })),
    { label: "Other", options: measured.filter((kpi) => kpi.layer === null) },
  ].filter((group) => group.options.length > 0);
  return (
    <>
      <Section
        title="What should change"
        lead="The one KPI the programme is judged by. Others may be compared beside it."
      >
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <ChoiceSelect
            name="kpi"
            label="Primary KPI"
            usual=""
            resets={["worth", "team", "worst", "size", "design"]}
            options={[
              { value: "", label: "Choose a KPI" },
              ...groups.map(({ label, options: kpis }) => ({
                label,
                options: kpis.map(({ code, name, direction }) => ({
                  value: code,
                  label: `${name} (${direction === "down" ? "lower" : "higher"} is better)`,
                })),
              })),
            ]}
          />
          <ChoiceSelect
            name="question"
            label="The programme makes it"
            usual="better"
            options={[
              { value: "better", label: "better" },
              { value: "not_worse", label: "not worse (it is shorter or cheaper)" },
            ]}
          />
          {subject ? (
            <ChoiceInput
              name="worth"
              inputMode="decimal"
              label={choices.question === "better" ? "An effect that would be worth it" : "How much worse is not worse"}
              hint={`In ${typedUnit(subject.kpi)}. What could be seen is held against it.`}
            />
          ) : null}
        </div>
        {subject ? <KpiHistory subject={subject} formats={formats} /> : null}
      </Section>
      <Section
        title="The chain"
        id="chain"
        lead="Whose work, and what anchors it: a specific skill gap, a clear business KPI with an operational one that moves first, and a change of behaviour that can be seen and measured. Without them an initiative cannot start: it is a content library."
      >
        <div className="grid max-w-5xl gap-x-8 gap-y-6 lg:grid-cols-2">
          <div className="space-y-6">
            <ChoiceChecks
              name="role"
              legend="Roles whose work is to change"
              hint="Only people in these roles take part; none chosen means everybody."
              resets={["team", "worst", "size"]}
              options={options.roles.map(({ id, name, people }) => ({
                value: id,
                label: name,
                hint: `${formats.number(people)} people`,
              }))}
            />
            <ChoiceInput name="gap" label="The skill gap" hint="What can people not do yet?" maxLength={500} />
            <ChoiceChecks
              name="activity"
              legend="Activities"
              hint="What they will use."
              options={options.activities.map(({ code, title, skill }) => ({
                value: code,
                label: title,
                ...(skill && { hint: skill }),
              }))}
            />
          </div>
          <div className="space-y-6">
            <Behaviours wizard={wizard} />
            <KpiRoles kpis={options.kpis} />
          </div>
        </div>
      </Section>
      <NextStep current="change" />
    </>
  );
}

function Behaviours({ wizard: { options, choices } }: { wizard: Wizard }) {
  const fitting = options.behaviours.filter(
    ({ roles }) => choices.role.length === 0 || roles.some((role) => choices.role.includes(role)),
  );
  const known = new Set(fitting.map(({ statement }) => statement));
  const own = choices.behaviour.filter((statement) => !known.has(statement));
  return (
    <div className="space-y-2">
      <ChoiceChecks
        name="behaviour"
        legend="Three to five behaviours one can see at work"
        {...(choices.role.length > 0 && { hint: "Those of the roles chosen." })}
        options={[
          ...own.map((statement) => ({ value: statement, label: statement })),
          ...fitting.map(({ statement, skill }) => ({ value: statement, label: statement, hint: skill })),
        ]}
      />
      <OwnBehaviour />
    </div>
  );
}

function KpiHistory({ subject, formats }: { subject: Subject; formats: Formats }) {
  const { kpi, series, kind, people } = subject;
  const shown = series.slice(-24);
  const known = shown.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  const name = (day: string) => (kind === "month" ? formats.month(day) : formats.shortDate(day));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [, many] = periodWords(kind);
  return (
    <div className="mt-6">
      <TrendChart
        title={`How has “${kpi.name}” gone?`}
        answer={`From ${meanText(kpi, formats, first)} to ${meanText(kpi, formats, last)} over ${shown.length} ${many}; ${kpi.direction === "down" ? "lower" : "higher"} is better.`}
        caption={`Mean of the values of ${formats.number(people)} people chosen, people counting alike; periods with too few people are left open.`}
        description={`The mean went from ${meanText(kpi, formats, first)} to ${meanText(kpi, formats, last)}.`}
        csv={`${kpi.code}-history`}
        periods={shown.map(({ period }) => name(period))}
        series={[
          { id: "mean", label: kpi.name, values: shown.map(({ mean }) => (mean === null ? null : { value: mean })) },
        ]}
        unit={unitOf(kpi)}
        height={240}
      />
    </div>
  );
}
