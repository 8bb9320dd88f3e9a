import type { RungId } from "@/lib/evaluation/ladder/ladder";
import type { Cause, Finding } from "./first-broken-link";
import type { Verdict } from "./measure-verdict";
import { listed, rungNames } from "./rung-words";

export type FindingWords = {
  /** The one sentence. */
  sentence: string;
  /** What usually lies behind it; null where nothing broke. */
  cause: string | null;
  /** What the sentence leaves open. */
  notes: string[];
};

const breaks: Record<Cause, string> = {
  adoption: "The chain breaks at the start: the programme did not reach the people it is meant for.",
  leading: "The chain breaks at understanding: people were shown something and did not learn it.",
  transfer: "The chain breaks between learning and work: nobody sees people do differently what they were taught.",
  process:
    "The chain breaks in the work: people use it and are seen to do it, and the figures of the work did not move.",
  wrong_kpi_or_early:
    "The chain breaks between the work and the business: the figures of the work moved, and those of the business did not.",
  transfer_or_process:
    "The figures of the work did not move, and nobody can say whether people do at work what they were taught.",
  earlier_or_wrong_kpi: "The figures of the business did not move, and nobody can say whether those of the work did.",
};

const causes: Record<Cause, string> = {
  adoption: "Not reached, usually adoption: people do not find it, have no time for it, or do not see what it is for.",
  leading:
    "Not understood, as the leading figures say: the content, its level or the practice miss the people who use it.",
  transfer:
    "Understood but not applied, usually transfer and manager support: there is no occasion to do it, or nobody asks for it and watches.",
  process:
    "Applied but bound by the process: with high use and skill, a flat figure is a case for the process owner, not for more training.",
  wrong_kpi_or_early:
    "The work moved but the business did not: the wrong KPI for this skill, or too early, since the business follows the work with a delay.",
  transfer_or_process:
    "Either it is not applied (transfer, manager support), or it is and the process binds it. More observations by managers, peers or systems would tell which.",
  earlier_or_wrong_kpi:
    "Either the work did not move, or it did and this is the wrong KPI, or too early. A KPI of the work would tell which.",
};

const inside = (ids: readonly RungId[]) => listed(ids.map((id) => rungNames[id].inside));

/** What the ladder says, for somebody who reads one sentence; `why` is the reason of the layer of which nobody can say. */
export function findingWords(finding: Finding, why: string | null): FindingWords {
  switch (finding.kind) {
    case "too_early":
      return nothing("Too early to tell where the chain holds: the follow-up window is not over.");
    case "withheld":
      return nothing("Too few people to say where the chain holds without showing somebody.");
    case "holds":
      return nothing("The chain holds from use to the business: every layer moved.");
    case "open":
      return openWords(finding, why);
    default:
      return brokenWords(finding);
  }
}

const nothing = (sentence: string): FindingWords => ({ sentence, cause: null, notes: [] });

function brokenWords({ cause, worse, gaps, yet }: Extract<Finding, { kind: "broken" }>): FindingWords {
  const notes: string[] = [];
  if (worse) notes.push("They did not stay where they were: they moved to the wrong side.");
  const said: Partial<Record<Cause, RungId>> = { transfer_or_process: "applied", earlier_or_wrong_kpi: "in_work" };
  const other = gaps.filter((id) => id !== said[cause]);
  if (other.length > 0) notes.push(`Whether ${inside(other)} moved is not known, so the break may lie earlier.`);
  if (yet.length > 0) {
    notes.push(
      `All the same, ${inside(yet)} moved: something other than this chain did that, or what broke is measured badly.`,
    );
  }
  return { sentence: breaks[cause], cause: causes[cause], notes };
}

const untold: Partial<Record<Verdict, string>> = {
  unclear: "cannot be told: the interval holds no effect as well as one that would matter",
  too_early: "is too early to tell",
  withheld: "is withheld: too few people",
};

function openWords({ at, verdict, held }: Extract<Finding, { kind: "open" }>, why: string | null): FindingWords {
  const words = untold[verdict] ?? "is not known";
  const where = `Whether ${rungNames[at].inside} moved ${words}.`;
  const order = Object.keys(rungNames);
  const before = held.filter((id) => order.indexOf(id) < order.indexOf(at));
  const after = held.filter((id) => order.indexOf(id) > order.indexOf(at));
  const last = before.at(-1);
  const sentence = last
    ? `The chain holds as far as ${rungNames[last].inside}, and no link is known to be broken. ${where}`
    : `Nothing shows a broken link yet. ${where}`;
  const notes = why && verdict === "unknown" ? [why] : [];
  if (after.length > 0) notes.push(`Further on, ${inside(after)} moved.`);
  return { sentence, cause: null, notes };
}
