import type { Form } from "@/lib/surveys/answering/read-form";
import { classWords, scaleEnds } from "@/lib/surveys/survey";

type Props = {
  question: Form["questions"][number];
  typed: string;
  problem: string | undefined;
};

const classes = Object.entries(classWords).map(([value, label]) => ({ value, label }));
const scale = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }));

/** One question of a form: plain controls of the browser, so that it works without scripts. */
export function AnswerQuestion({ question: { id, text, kind, required }, typed, problem }: Props) {
  const name = `answer.${id}`;
  const hint = required ? null : <span className="font-normal text-ink-3"> (you may leave this out)</span>;
  const fault = problem ? (
    <p id={`${id}-error`} className="mt-1 font-medium text-worse">
      {problem}
    </p>
  ) : null;
  const tied = { "aria-invalid": problem ? true : undefined, "aria-describedby": problem ? `${id}-error` : undefined };
  if (kind === "words") {
    return (
      <div>
        <label htmlFor={id} className="mb-2 block font-medium">
          {text}
          {hint}
        </label>
        <textarea
          id={id}
          name={name}
          rows={4}
          maxLength={2_000}
          defaultValue={typed}
          required={required}
          className="block w-full rounded-control border border-rule-2 bg-paper px-3 py-2 text-body aria-invalid:border-2 aria-invalid:border-worse"
          {...tied}
        />
        {fault}
      </div>
    );
  }
  const isScale = kind === "scale";
  return (
    <fieldset id={id} {...tied}>
      <legend className="mb-2 font-medium">
        {text}
        {hint}
      </legend>
      <div className={isScale ? "grid grid-cols-5 gap-2" : "grid gap-2"}>
        {(isScale ? scale : classes).map(({ value, label }) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-control border border-rule-2 px-3 py-2 has-checked:border-line has-checked:outline-1 has-checked:outline-line has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={typed === value}
              required={required}
              className="size-4 shrink-0 accent-line"
            />
            {label}
          </label>
        ))}
      </div>
      {isScale ? (
        <p className="mt-1 flex justify-between gap-4 text-caption text-ink-3">
          <span>{scaleEnds.low}</span>
          <span>{scaleEnds.high}</span>
        </p>
      ) : null}
      {fault}
    </fieldset>
  );
}
