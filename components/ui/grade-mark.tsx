import { gradeMeaning } from "@/lib/evaluation/grade-meaning";
import { classNames } from "./class-names";
import type { Grade } from "./grades";

const fills: Record<Grade, string> = {
  A: "border-grade-a bg-grade-a text-on-grade-a",
  B: "border-grade-a bg-grade-b text-on-grade",
  C: "border-grade-a bg-[linear-gradient(to_top,var(--grade-b)_50%,transparent_50%)] text-on-grade",
  D: "border-grade-d text-on-grade",
  E: "border-dotted border-grade-e text-on-grade",
};

/** The grade as a sign: filled for A down to dotted for E, with its letter and, unless `short`, its word. */
export function GradeMark({ grade, short = false }: { grade: Grade; short?: boolean }) {
  const { name } = gradeMeaning[grade];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span
        aria-hidden="true"
        className={classNames(
          "inline-flex size-5 shrink-0 items-center justify-center rounded-control border-[1.5px] text-caption leading-none font-bold",
          fills[grade],
        )}
      >
        {grade}
      </span>
      <span className={short ? "sr-only" : "text-table"}>
        <span className="sr-only">Grade {grade}, </span>
        {name}
      </span>
    </span>
  );
}
