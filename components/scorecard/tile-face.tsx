import { TriangleAlert } from "lucide-react";
import { Sparkline } from "@/components/charts/sparkline";
import { GradeMark } from "@/components/ui/grade-mark";
import type { Grade } from "@/components/ui/grades";
import { StateText, type StateTextProps } from "@/components/ui/state-text";
import type { Verdict } from "@/lib/scorecard/scorecard";

/** What a closed tile shows, as text and numbers: they are sent once, where drawn they would be sent twice. */
export type TileFaceProps = {
  name: string;
  grade: Grade;
  figure: { number: string; unit: string } | StateTextProps;
  /** Interval, people and target. */
  note: string;
  course: { values: (number | null)[]; label: string } | null;
  change: ChangeWords | { reason: string };
  /** How it stands in its own history, where that is out of the usual. */
  standing: string;
  /** What it says where it crosses its guardrail. */
  alarm: string | undefined;
};

/** `word` says in words what the colour says; empty where no interval can. */
type ChangeWords = { rises: boolean; text: string; verdict: Verdict; word: string };

const looks: Record<Verdict, string> = {
  better: "text-better",
  worse: "text-worse",
  different: "text-ink-2",
  unclear: "text-flat",
};

export function TileFace({ name, grade, figure, note, course, change, standing, alarm }: TileFaceProps) {
  return (
    <>
      <span className="flex items-start justify-between gap-3">
        <span className="min-w-0 text-table text-ink-2">{name}</span>
        <GradeMark grade={grade} short />
      </span>
      <span className="flex flex-wrap items-center justify-between gap-x-3">
        {"number" in figure ? (
          <span className="figure-numerals text-section leading-tight">{figure.number}</span>
        ) : (
          <span className="my-1">
            <StateText {...figure} />
          </span>
        )}
        {course ? <Sparkline {...course} /> : null}
      </span>
      <span className="block text-caption text-ink-3">
        {"unit" in figure && figure.unit ? <span className="text-ink-2">{figure.unit} </span> : null}
        {note}
      </span>
      {"reason" in change ? (
        <span className="text-caption text-ink-3">{change.reason}</span>
      ) : (
        <span className={`text-table ${looks[change.verdict]}`}>
          {change.verdict === "unclear" ? null : <span aria-hidden="true">{change.rises ? "↑" : "↓"} </span>}
          <span className="tabular-nums">{change.text}</span>
          {change.word ? ` ${change.word}` : null}
        </span>
      )}
      {standing ? <span className="block text-caption text-ink-2">{standing}</span> : null}
      {alarm ? (
        <span className="mt-1 flex items-start gap-1.5 border-l-4 border-worse bg-paper-2 px-2 py-1 text-table font-medium text-worse">
          <TriangleAlert aria-hidden="true" size={15} className="mt-0.5 shrink-0" />
          {alarm}
        </span>
      ) : null}
    </>
  );
}
