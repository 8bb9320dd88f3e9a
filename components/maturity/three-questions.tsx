import type { Formats } from "@/lib/format/formats";
import type { CriterionId } from "@/lib/maturity/criteria";
import type { Maturity } from "@/lib/maturity/maturity";

type ThreeQuestionsProps = { maturity: Extract<Maturity, { kind: "shown" }>; formats: Formats };

/** The diagnosis, answered from the roles' criteria instead of a questionnaire. */
export function ThreeQuestions({ maturity, formats }: ThreeQuestionsProps) {
  const shown = maturity.roles.flatMap(({ everywhere: { shown: one } }) => (one.kind === "judged" ? [one] : []));
  const meeting = (id: CriterionId) => shown.filter(({ criteria }) => criteria.some((one) => one.id === id && one.met));
  const roles = (id: CriterionId) => `${formats.number(meeting(id).length)} of ${formats.number(shown.length)} roles`;
  const answers = [
    {
      question: "Where does assessment sit today?",
      answer: `In the learning system for ${roles("events")}; with managers, regularly, for ${roles("observed")}; in the work systems for ${roles("signals")}.`,
    },
    {
      question: "How is evidence defined?",
      answer: `Skills are described by behaviours for ${roles("behaviours")}, and the levels of behaviours for ${roles("anchors")}. Two sources are held against each other for ${roles("two_sources")}.`,
    },
    {
      question: "What could the work systems already tell?",
      answer: `Work events or KPI values reach ${roles("operations")}; they count as evidence of a skill for ${roles("signals")}.`,
    },
  ];
  return (
    <dl className="grid gap-x-10 gap-y-6 lg:grid-cols-3">
      {answers.map(({ question, answer }) => (
        <div key={question}>
          <dt className="text-lead">{question}</dt>
          <dd className="mt-1 text-body text-ink-2">{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
