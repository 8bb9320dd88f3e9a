import type { PortfolioActivity } from "./read-portfolio";

/** Why content should be looked at: what it is for is no longer asked of anybody, nobody used it, or nobody is there to revise it. */
export type LookReason = { kind: "retired"; what: string } | { kind: "unused" } | { kind: "unowned" };
type Looked = Pick<PortfolioActivity, "retired" | "withheld" | "people" | "owner">;

const order: LookReason["kind"][] = ["retired", "unused", "unowned"];

/** Activities with a reason, the gravest first. Use by a few is withheld and is no reason. */
export function toLookAt<Activity extends Looked>(activities: readonly Activity[]) {
  const found = activities.flatMap((activity): { activity: Activity; reasons: LookReason[] }[] => {
    const reasons: LookReason[] = [];
    if (activity.retired !== null) reasons.push({ kind: "retired", what: activity.retired });
    if (!activity.withheld && activity.people === 0) reasons.push({ kind: "unused" });
    if (activity.owner === null) reasons.push({ kind: "unowned" });
    return reasons.length > 0 ? [{ activity, reasons }] : [];
  });
  const gravest = ({ reasons: [first] }: { reasons: LookReason[] }) =>
    first ? order.indexOf(first.kind) : order.length;
  return found.toSorted((one, other) => gravest(one) - gravest(other));
}
