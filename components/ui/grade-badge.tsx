"use client";
import Link from "next/link";
import { gradeMeaning } from "@/lib/evaluation/grade-meaning";
import { GradeMark } from "./grade-mark";
import type { Grade } from "./grades";
import { Popover } from "./popover";

type GradeBadgeProps = {
  grade: Grade;
  /** The sentence that may be said about this very figure; without it the general one of the grade. */
  sentence?: string;
  /** What would raise the grade, one step a line. */
  raise?: readonly string[];
  /** Hides the word, for the second and further times on a page. */
  short?: boolean;
};

/** How strongly a figure may be claimed; opens what may be said and what would raise it. */
export function GradeBadge({ grade, sentence, raise = [], short = false }: GradeBadgeProps) {
  const { name, needs, sentence: general } = gradeMeaning[grade];
  return (
    <Popover
      title={`Grade ${grade}: ${name}`}
      trigger={(opening) => (
        <button
          type="button"
          className="target inline-flex min-w-6 items-center underline-offset-3 hover:underline"
          {...opening}
        >
          <GradeMark grade={grade} short={short} />
        </button>
      )}
    >
      <p>{sentence ?? general}</p>
      <p className="mt-2 text-table text-ink-2">Needs: {needs}</p>
      {raise.length > 0 ? (
        <>
          <p className="mt-3 text-table font-semibold">What would raise it</p>
          <ul className="list-disc pl-4 text-table">
            {raise.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="mt-3 text-table">
        <Link className="link" href="/methods#grades">
          How grades are given
        </Link>
      </p>
    </Popover>
  );
}
