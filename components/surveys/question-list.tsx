import type { Survey } from "@/lib/surveys/results/read-survey";
import { dimensionWords, kindWords } from "@/lib/surveys/survey";

/** The questions of a form as they are asked. */
export function QuestionList({ questions }: Pick<Survey, "questions">) {
  return (
    <ol className="list-decimal space-y-2 ps-6">
      {questions.map(({ id, text, kind, dimension, required }) => (
        <li key={id} className="max-w-prose">
          {text}
          <span className="block text-caption text-ink-3">
            {[
              kindWords[kind],
              dimension && `about ${dimensionWords[dimension].toLowerCase()}`,
              required ? "" : "may be left out",
            ]
              .filter(Boolean)
              .join(", ")}
          </span>
        </li>
      ))}
    </ol>
  );
}
