import { DefinitionList } from "@/components/ui/definition-list";
import { Section } from "@/components/ui/section";
import type { Formats } from "@/lib/format/formats";
import type { Subject, Wizard } from "@/lib/plans/wizard/read-wizard";
import { ChoiceChecks } from "./choice-checks";
import { ChoiceInput } from "./choice-input";
import { ChoiceLink } from "./choice-link";
import { SelectionNote } from "./selection-note";
import { NextStep } from "./step-nav";
import { amountText, counted, meanText } from "./wizard-words";

/** Who is meant, and what is known of how the KPI varies among them. */
export function PeopleStep({ wizard, formats }: { wizard: Wizard; formats: Formats }) {
  const { options } = wizard;
  const subject = wizard.kind === "ready" ? wizard.subject : null;
  const resets = ["team", "worst", "size"];
  const places = (list: Wizard["options"]["units"], short: boolean) =>
    list.map(({ id, name, people }) => ({
      value: id,
      label: short ? (name.split(" / ").at(-1) ?? name) : name,
      hint: `${short && name.includes(" / ") ? `${name.split(" / ").slice(0, -1).join(" / ")}, ` : ""}${formats.number(people)} people`,
    }));
  return (
    <>
      <Section
        title="Who"
        lead="Those employed today whose work the KPI measures, in the places and roles chosen. Nothing chosen means everybody."
      >
        <div className="grid max-w-5xl gap-6 lg:grid-cols-3">
          <ChoiceChecks
            name="unit"
            legend="Units"
            hint="With everything below."
            options={places(options.units, true)}
            resets={resets}
          />
          <ChoiceChecks name="site" legend="Sites" options={places(options.sites, false)} resets={resets} />
          <ChoiceChecks name="role" legend="Roles" options={places(options.roles, false)} resets={resets} />
        </div>
        {subject ? <p className="mt-4 font-medium">{whoText(subject, formats)}</p> : null}
      </Section>
      {subject ? (
        <>
          <Section
            title="Teams to start with"
            id="teams"
            lead="None picked means all of them. Where some are picked, lots are drawn among them; in a comparison they are those who start."
          >
            <div className="mb-4 flex flex-wrap items-end gap-4">
              <ChoiceInput
                name="worst"
                type="number"
                min={1}
                max={subject.teams.length}
                label="The worst so many"
                className="w-40"
              />
              <ChoiceLink look="secondary" changes={{ worst: null, team: null, size: null }}>
                Take all teams
              </ChoiceLink>
            </div>
            <SelectionNote subject={subject} formats={formats} />
            <ChoiceChecks
              name="team"
              legend="Teams, the worst first"
              columns
              implied={subject.teams.filter(({ picked }) => picked).map(({ id }) => id)}
              resets={["worst", "size"]}
              options={subject.teams.map(({ id, name, people, mean, withheld }) => ({
                value: id,
                label: name,
                hint: [
                  counted(people, "person", "people", formats),
                  withheld ? "withheld" : mean === null ? "no value" : meanText(subject.kpi, formats, mean),
                ].join(", "),
              }))}
            />
          </Section>
          <NoiseSection subject={subject} formats={formats} />
        </>
      ) : null}
      <NextStep current="people" />
    </>
  );
}

function whoText({ people, teams, unmeasured, level }: Subject, formats: Formats): string {
  const left =
    unmeasured > 0
      ? ` ${counted(unmeasured, "further person has", "further people have", formats)} no value of this KPI in the last six periods and ${unmeasured === 1 ? "is" : "are"} left out.`
      : "";
  const by = level === "team" ? " The KPI exists by team, and people count with the value of theirs." : "";
  return `${counted(people, "person", "people", formats)} in ${counted(teams.length, "team", "teams", formats)}.${left}${by}`;
}

function NoiseSection({ subject, formats }: { subject: Subject; formats: Formats }) {
  const { noise, kpi, kind } = subject;
  if ("kind" in noise) {
    return (
      <Section title="How much it varies" id="noise">
        <p className="max-w-prose">
          The history is too short or too thin to say. It takes a value before and one after of three people at least.
        </p>
      </Section>
    );
  }
  const share = (value: number | null) => (value === null ? "cannot be told" : formats.number(value, { decimals: 2 }));
  return (
    <Section
      title="How much it varies"
      id="noise"
      lead={`From ${formats.number(noise.people)} people over the last ${noise.before + noise.after} ${kind === "month" ? "months" : "periods"}: ${noise.before} taken as before, ${noise.after} as after, with nothing started between them.`}
    >
      <DefinitionList
        items={[
          ["Mean", meanText(kpi, formats, noise.mean)],
          ["Between people", `${amountText(kpi, formats, noise.standardDeviation)} (standard deviation)`],
          [
            "Before and after",
            `correlation ${share(noise.correlation)}: the baseline explains ${formats.percent(noise.correlation ** 2, { decimals: 0 })} of the later spread`,
          ],
          [
            "Within teams",
            `likeness (ICC) ${share(noise.icc.plain)}; of what the baseline leaves unexplained ${share(noise.icc.residual)}`,
          ],
          [
            "Teams",
            `${formats.number(noise.clusters.count)} with ${formats.number(noise.clusters.meanSize, { decimals: 1 })} people on average, sizes varying by ${formats.percent(noise.clusters.sizeVariation, { decimals: 0 })}`,
          ],
        ]}
      />
      {noise.isShort ? (
        <p className="mt-2 max-w-prose text-table text-ink-2">
          The history is shorter than the windows planned, so fewer periods were used and more noise is assumed than
          there may be.
        </p>
      ) : null}
    </Section>
  );
}
