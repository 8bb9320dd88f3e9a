import Link from "next/link";
import { DirectionText } from "@/components/ui/direction-text";
import { GradeMark } from "@/components/ui/grade-mark";
import { StateText } from "@/components/ui/state-text";
import { StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import { type AnswerPart, type Answers, type Question, verdictOf } from "@/lib/programmes/answers/questions";
import { verdictWords } from "./words";

const status = {
  yes: "pass",
  no: "fail",
  "no-difference": "unknown",
  mixed: "warn",
  "cannot-tell": "unknown",
} as const;

/** The four questions, each with its answer, the figures it rests on, how strongly they may be claimed, and the way to where they come from. */
export function AnswersSection({ answers, formats }: { answers: Answers; formats: Formats }) {
  const { before, since, because, questions } = answers;
  const span = ({ from, to }: { from: string; to: string }) => `${formats.shortDate(from)} to ${formats.shortDate(to)}`;
  return (
    <div className="mb-6">
      <h3 className="mb-1 text-lead">Four questions, answered from data</h3>
      <p className="mb-4 max-w-prose text-table text-ink-2">
        {before && since
          ? `Learners since the first day (${span(since)}) against before (${span(before)}), and against people who are not in it where there are enough.`
          : because}
      </p>
      <ol className="space-y-4">
        {questions.map((question) => (
          <AnsweredQuestion key={question.id} question={question} formats={formats} />
        ))}
      </ol>
    </div>
  );
}

function AnsweredQuestion({ question, formats }: { question: Question; formats: Formats }) {
  const { id, asks, parts } = question;
  const verdict = verdictOf(question);
  return (
    <li className="border-l-2 border-rule-2 pl-4">
      <h4 className="font-semibold">{asks}</h4>
      <p className="mb-2">
        <StatusText status={status[verdict]}>{verdictWords[id][verdict]}</StatusText>
      </p>
      <dl className="space-y-2 text-table">
        {parts.map((part) => (
          <div key={part.id}>
            <dt className="text-ink-3">
              {part.name}
              {part.decides ? "" : " (beside the answer)"}
            </dt>
            <dd>
              <Figure part={part} formats={formats} />{" "}
              <Link className="link" href={part.href}>
                {part.source}
              </Link>
              {part.note ? <span className="block text-ink-2">{part.note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function Figure({ part: { answer, unit, wanted }, formats }: { part: AnswerPart; formats: Formats }) {
  if (answer.kind === "withheld") return <StateText state="withheld" minimum={answer.minimum} />;
  if (answer.kind === "cannot-tell") return <span>Cannot tell. {withDates(answer.because, formats)}</span>;
  const { before, since, change, interval, grade, learners, others } = answer;
  return (
    <>
      <span className="tabular-nums">
        Learners {formats.measure(before, unit)} before, {formats.measure(since, unit)} since.{" "}
        {others === null ? "Change: " : "Their change less that of the others: "}
      </span>
      <DirectionText change={change} wanted={wanted} interval={interval}>
        {formats.effect(change, interval, unit)}
      </DirectionText>
      <span className="text-ink-2">
        {" "}
        {others === null
          ? `in ${formats.number(learners)} people, compared with nobody.`
          : `in ${formats.number(learners)} learners against ${formats.number(others)} others.`}
      </span>{" "}
      <GradeMark grade={grade} />
    </>
  );
}

/** Reasons name days as data do; people read them written out. */
const withDates = (text: string, formats: Formats) => text.replace(/\d{4}-\d{2}-\d{2}/g, (day) => formats.date(day));
