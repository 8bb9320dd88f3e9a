import { Section } from "@/components/ui/section";
import { Empty, Withheld } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { Survey } from "@/lib/surveys/results/read-survey";
import { ClassPlot } from "./class-plot";
import { DimensionTable } from "./dimension-table";
import { QuestionTable } from "./question-table";
import { UnitTable } from "./unit-table";
import { WordsList } from "./words-list";

type Props = { survey: Survey; formats: Formats };

/** What was answered, as far as it may be shown. */
export function SurveyResults({ survey, formats }: Props) {
  const { results, people, waiting, minimum, title, reach } = survey;
  if (reach === "units") {
    return (
      <>
        <Section title="Results" id="results">
          <Empty title="It asks people beyond the units you serve">
            What everybody says is shown to who sees the whole organisation.
          </Empty>
        </Section>
        <ByUnit survey={survey} formats={formats} />
      </>
    );
  }
  if (!results) {
    return (
      <Section title="Results" id="results">
        {waiting ? (
          <Withheld
            minimum={minimum}
            why={`Fewer than ${minimum} people have answered. Figures show from ${minimum} on, so that nobody can be singled out.`}
          />
        ) : (
          <Empty title="Nobody has answered yet">Figures show once {minimum} people have.</Empty>
        )}
      </Section>
    );
  }
  const file = (part: string) => `${title} ${part}.csv`;
  const speaks = results.dimensions.some(({ classes, scale }) => classes.kind !== "none" || scale.kind !== "none");
  const written = results.questions.filter(({ words }) => words !== null && words.kind !== "none");
  return (
    <>
      <Section
        title="Helpful, distracting or irrelevant"
        id="results"
        lead={
          <>
            What {formats.number(people ?? 0)} people say. This is how they experience it; whether their work changed is
            another question.
            {waiting
              ? ` Fewer than ${minimum} more have answered; they come in once ${minimum} have, so that nobody can look before and after one answer.`
              : ""}
          </>
        }
      >
        <ClassPlot classes={results.classes} minimum={minimum} csv={file("classes")} formats={formats} />
      </Section>
      {speaks ? (
        <Section
          title="Learning, growth and support"
          id="experience"
          lead="By the questions that speak of them. A person is one voice in each."
        >
          <DimensionTable
            dimensions={results.dimensions}
            minimum={minimum}
            csv={file("experiences")}
            formats={formats}
          />
        </Section>
      ) : null}
      <Section title="By question" id="questions">
        <QuestionTable questions={results.questions} minimum={minimum} csv={file("questions")} formats={formats} />
      </Section>
      {written.map((question) => (
        <Section
          key={question.id}
          title={question.text}
          id={`words-${question.id}`}
          lead="By the alphabet: the order tells nothing of who or when."
        >
          <WordsList question={question} minimum={minimum} csv={file(question.id)} />
        </Section>
      ))}
      <ByUnit survey={survey} formats={formats} />
    </>
  );
}

/** The answers of people by unit, where they were given under a name. */
function ByUnit({ survey, formats }: Props) {
  const { minimum, units, title, isAnonymous, state } = survey;
  if (isAnonymous) return null;
  return (
    <Section
      title="By unit"
      id="units"
      lead={`Of people who answered by a link of their own. A unit is shown where it and everybody else are at least ${minimum} each.`}
    >
      {units ? (
        <UnitTable units={units} minimum={minimum} csv={`${title} units.csv`} formats={formats} />
      ) : (
        <Empty title={state === "closed" ? "Nobody's unit is known" : "Shown once the survey is closed"}>
          {state === "closed"
            ? "Everybody answered by a shared link."
            : "While answers come in, a unit could be looked at before and after one of them."}
        </Empty>
      )}
    </Section>
  );
}
