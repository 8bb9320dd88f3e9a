import type { Formats } from "@/lib/format/formats";
import type { Change, ShownMetric, Verdict } from "@/lib/scorecard/scorecard";
import { changeText } from "./figure-text";

const looks: Record<Verdict, string> = {
  better: "text-better",
  worse: "text-worse",
  different: "text-ink-2",
  unclear: "text-flat",
};
const words: Record<Verdict, string> = { better: "better", worse: "worse", different: "", unclear: "no clear change" };

/** The change against the comparison, with arrow and word. */
export function ChangeLine({ formats, metric, change }: { formats: Formats; metric: ShownMetric; change: Change }) {
  if (change.kind === "none")
    return change.reason ? <span className="text-caption text-ink-3">{change.reason}</span> : null;
  const rises = change.kind === "ratio" ? change.estimate > 1 : change.estimate > 0;
  return (
    <span className={`text-table ${looks[change.verdict]}`}>
      <span aria-hidden="true">{rises ? "↑" : "↓"} </span>
      <span className="tabular-nums">{changeText(formats, metric, change)}</span>
      {words[change.verdict] ? <span> {change.interval ? words[change.verdict] : ""}</span> : null}
    </span>
  );
}
