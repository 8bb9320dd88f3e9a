import type { LineResult, NotCounted } from "@/lib/money/case-result";
import type { InitiativeMoney, LineState } from "./initiative-money";

/** Why a benefit is not counted, as what follows "because": of one line, and of many together. */
export const whyNotCounted: Record<NotCounted, string> = {
  grade: "the evidence says too little of what caused it",
  chance: "the change of this secondary KPI is not told apart from chance, with all secondary KPIs allowed for",
  unadjusted: "it is not known whether the change of this secondary KPI holds, with all secondary KPIs allowed for",
  application: "nobody was seen to apply it more at work than the comparison, so the change may have another reason",
  too_early: "it is too early: the follow-up is not over",
  withheld: "too few people took part to show it",
  not_estimable: "no effect could be estimated in a unit that money can be put on",
  elsewhere: "it is counted in another initiative, for the same people",
  missing: "nobody has stated a value it needs",
  unsourced: "nobody has said where a value it needs comes from",
  intangible: "it has no accepted value in money",
  same_stream:
    "it is the same money as another line, which counts instead: that of the KPI the plan is judged by, else the smaller one",
};

type Told = {
  result: Pick<LineResult, "because" | "missing">;
  line: Pick<LineState, "grade"> | undefined;
  money: Pick<InitiativeMoney, "status" | "assumptions">;
};

/** Whether a line is counted and, where it is not, why: the same words on the page and in every file. */
export function countedWords({ result: { because, missing }, line, money }: Told): string {
  if (because === null) return "Counted";
  if (because === "not_estimable" && money.status === "not evaluated") {
    return "Not counted: it is not evaluated yet on the data as they are now";
  }
  const open = missing.map((id) => money.assumptions.find((one) => one.id === id)?.label ?? "a value");
  const which =
    because === "missing" || because === "unsourced"
      ? `: ${open.join(", ")}`
      : because === "grade" && line?.grade
        ? ` (grade ${line.grade})`
        : "";
  return `Not counted: ${whyNotCounted[because]}${which}`;
}
