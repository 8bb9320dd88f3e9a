import type { CheckResult } from "@/lib/evaluation/checks/check";
import type { EvaluationResult } from "@/lib/evaluation/result";

export type ScepticStatus = "answered" | "open" | "not_answerable";
export type ScepticItem = {
  id: string;
  /** What else might have done it. */
  question: string;
  status: ScepticStatus;
  says: string;
  /** Ids of the checks it rests on. */
  checks: string[];
};

/** What of the design the answers depend on. */
export type DesignFacts = { random: boolean; compares: boolean };
type Facts = { result: EvaluationResult; design: DesignFacts };
type Answer = Omit<ScepticItem, "id" | "question">;

/** Of a standard deviation: a smaller gap before the start leaves nothing to return to. */
const alike = 0.1;
const far = 0.5;
/** Days after which the first excitement is taken to be over. */
const settled = 56;
const day = 86_400_000;

/** Every other explanation a sceptic would raise, answered from the evaluation's own checks and facts, or left open. */
export function scepticsChecklist(facts: Facts): ScepticItem[] {
  const item = (id: string, question: string, answer: Answer): ScepticItem => ({ id, question, ...answer });
  return [
    item("selection", "Were the better people chosen?", selection(facts)),
    item("regression", "Were they at a low point and recovering anyway?", regression(facts)),
    item("season", "Was it the season, or a trend that was there before?", season(facts)),
    item("contamination", "Did the comparison group get it too?", fromChecks(facts, ["contamination"])),
    item("attrition", "Did those it failed leave the count?", fromChecks(facts, ["attrition"])),
    item("measurement", "Did the measuring change rather than the work?", fromChecks(facts, ["data_quality"])),
    item("novelty", "Was it only new?", novelty(facts)),
    item("attention", "Was it the attention, not the programme?", attention(facts)),
    item("multiplicity", "Was the best of many figures picked?", multiplicity(facts)),
    item("small_groups", "Does it hang on a few people?", fromChecks(facts, ["small_groups", "influence"])),
    item("events", "Did something else happen at the same time?", fromChecks(facts, ["rival_explanations"])),
  ];
}

/** Answered where every check passed, not answerable where none could be made, else open; in the words of what decides. */
function fromChecks({ result }: Facts, ids: readonly string[]): Answer {
  const found = ids.flatMap((id) => result.checks.filter((check) => check.id === id));
  const told = found.filter(({ status }) => status !== "cannot_tell");
  const doubts = told.filter(({ status }) => status !== "pass");
  const checks = found.map(({ id }) => id);
  if (found.length === 0) return { status: "not_answerable", says: "Nothing in this evaluation looks at it.", checks };
  if (told.length === 0) return { status: "not_answerable", says: said(found), checks };
  if (doubts.length > 0) return { status: "open", says: said(doubts), checks };
  return told.length < found.length
    ? { status: "open", says: said(found.filter(({ status }) => status === "cannot_tell")), checks }
    : { status: "answered", says: said(told), checks };
}

const said = (checks: readonly CheckResult[]) => checks.map(({ says }) => says).join(" ");
const noComparison = "There is no comparison group to hold it against.";

/** The same answer with words before those of the checks; where no check was made, it stays open. */
function prefaced(words: string, answer: Answer): Answer {
  if (answer.checks.length === 0) return { ...answer, status: "open", says: words };
  return {
    ...answer,
    status: answer.status === "not_answerable" ? "open" : answer.status,
    says: `${words} ${answer.says}`,
  };
}

function selection(facts: Facts): Answer {
  const { random, compares } = facts.design;
  if (!compares) return { status: "not_answerable", says: noComparison, checks: [] };
  if (random) return prefaced("Lots were drawn.", fromChecks(facts, ["sample_ratio", "balance"]));
  return prefaced("Nobody drew lots.", fromChecks(facts, ["pre_trends", "placebo", "sensitivity"]));
}

function regression(facts: Facts): Answer {
  const { result, design } = facts;
  if (!design.compares) {
    const start = result.results[0]?.detail.starting_point as { distance: number } | null | undefined;
    if (!start) return { status: "not_answerable", says: noComparison, checks: [] };
    const where = `Those in the programme began ${Math.abs(start.distance).toFixed(1)} standard deviations ${start.distance < 0 ? "below" : "above"} everybody with this KPI.`;
    return { status: Math.abs(start.distance) <= far ? "answered" : "open", says: where, checks: [] };
  }
  if (design.random) return prefaced("Lots were drawn, so both sides recover alike.", fromChecks(facts, ["balance"]));
  const { treated, control } = result.means;
  const [own, other, spread] = [
    treated.baseline.mean,
    control.baseline.mean,
    control.baseline.sd ?? treated.baseline.sd,
  ];
  if (own === null || other === null || !spread) {
    return { status: "not_answerable", says: "Nobody has a value from before the start.", checks: [] };
  }
  const gap = Math.abs(own - other) / spread;
  const says = `Both sides began ${gap.toFixed(2)} standard deviations apart; ${gap <= alike ? "there is nothing for one of them to return from" : "the one that was further out may have returned by itself"}.`;
  return { status: gap <= alike ? "answered" : "open", says, checks: [] };
}

function season(facts: Facts): Answer {
  const { random, compares } = facts.design;
  if (!compares) return { status: "not_answerable", says: noComparison, checks: [] };
  if (random) {
    const n = facts.result.means.control.follow_up.n;
    return n === 0
      ? { status: "open", says: "Nobody of the comparison group has a value in the follow-up.", checks: [] }
      : { status: "answered", says: "Lots were drawn, and both sides lived through the same periods.", checks: [] };
  }
  return prefaced("Both sides lived through the same periods.", fromChecks(facts, ["pre_trends", "placebo"]));
}

function novelty({ result: { windows } }: Facts): Answer {
  const [first, from] = [windows.first_exposure, windows.follow_up?.from ?? null];
  if (first === null || from === null) {
    return { status: "not_answerable", says: "No date says when people were exposed.", checks: [] };
  }
  const days = Math.max(0, Math.round((Date.parse(from) - Date.parse(first)) / day));
  return days >= settled
    ? {
        status: "answered",
        says: `The follow-up begins ${days} days after the first exposure, so the first weeks are not in it.`,
        checks: [],
      }
    : {
        status: "open",
        says: `The follow-up begins ${days} days after the first exposure, so what wears off within weeks is in it.`,
        checks: [],
      };
}

function attention(facts: Facts): Answer {
  const answer = fromChecks(facts, ["placebo_outcome"]);
  if (answer.checks.length > 0) return answer;
  const says =
    "Nobody had the attention without the programme, and the plan names no KPI that attention alone would have moved.";
  return { status: "not_answerable", says, checks: [] };
}

function multiplicity({ result }: Facts): Answer {
  const locked = result.checks.find(({ id }) => id === "baseline_locked");
  const checks = locked ? ["baseline_locked"] : [];
  const secondaries = new Set(result.results.filter(({ role }) => role === "secondary").map(({ kpi }) => kpi)).size;
  const beside =
    secondaries > 0
      ? ` ${secondaries === 1 ? "One secondary KPI is" : `${secondaries} secondary KPIs are`} adjusted for being looked at too.`
      : "";
  if (locked?.status === "pass" || locked?.status === "warn") {
    return { status: "answered", says: `One KPI was named as the measure before the start.${beside}`, checks };
  }
  return {
    status: "open",
    says: `${locked?.says ?? "Nothing shows which KPI was named before the start."}${beside}`,
    checks,
  };
}
