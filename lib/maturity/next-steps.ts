import type { Permission } from "@/lib/access/policy";
import type { Criterion, CriterionId } from "./criteria";

/** `needs`: what it takes to open the page it leads to. */
type Step = { does: string; href: string; needs: Permission; hours: number };

/** What it takes to meet a criterion, roughly: hours of work of those who set it up, once. */
export type NextStep = Step & { criterion: CriterionId };

/** Hours are what setting it up takes, as the order of magnitude it is; they rank steps and enter no figure. */
const steps: Record<CriterionId, Step> = {
  events: {
    does: "Bring in what people did with learning: learning_events.csv from the learning system",
    href: "/data",
    needs: "data.read",
    hours: 4,
  },
  behaviours: {
    does: "Describe each needed skill by three to five behaviours that can be seen; start from a template",
    href: "/skills/drafts",
    needs: "skill.comment",
    hours: 2,
  },
  anchors: {
    does: "Write what levels 1 to 5 look like for each behaviour, so that two people rate alike",
    href: "/skills/drafts",
    needs: "skill.comment",
    hours: 2,
  },
  observed: {
    does: "Let managers record what they see: two minutes a week on the phone",
    href: "/skills/evidence",
    needs: "skill.read",
    hours: 3,
  },
  kept_up: {
    does: "Keep observations going in every month: set how often a behaviour is asked for",
    href: "/skills/evidence",
    needs: "skill.read",
    hours: 1,
  },
  operations: {
    does: "Bring in what the work systems know: work_events.csv or kpi.csv for these people",
    href: "/data",
    needs: "data.read",
    hours: 8,
  },
  signals: {
    does: "Turn a work event or KPI into evidence of a behaviour: one rule, looked at on history first",
    href: "/skills/evidence",
    needs: "skill.read",
    hours: 2,
  },
  two_sources: {
    does: "Let a second source see the same skill: a signal, or a peer who reviews real work",
    href: "/skills/trust",
    needs: "evidence.trust",
    hours: 3,
  },
  revised: {
    does: "Decide the changes of the map that evidence proposes",
    href: "/skills/proposals",
    needs: "skill.edit",
    hours: 1,
  },
  covered: {
    does: "Close the gaps: skills people need that nobody has seen yet",
    href: "/skills/capability",
    needs: "capability.read",
    hours: 6,
  },
  fresh: {
    does: "Bring work data in every day instead of in batches",
    href: "/data",
    needs: "data.read",
    hours: 16,
  },
  valued: {
    does: "Evaluate an initiative for this role with a comparison group, its costs and a KPI that has a value in money",
    href: "/initiatives/new",
    needs: "plan.create",
    hours: 8,
  },
};

/** What to do about a criterion that is not met. */
export function stepFor(criterion: CriterionId): NextStep {
  return { criterion, ...steps[criterion] };
}

/** The least work among what is missing; null where nothing is. */
export function cheapestStep(missing: readonly Criterion[]): NextStep | null {
  return missing.map(({ id }) => stepFor(id)).toSorted((a, b) => a.hours - b.hours)[0] ?? null;
}
