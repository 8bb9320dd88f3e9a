import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import type { AdviceGiven } from "./advice-table";

/** What people spent on an activity in twelve months. */
export type ActivityYear = {
  code: string;
  title: string;
  delivery: "in_flow" | "destination" | null;
  /** Null where too few people used it to say. */
  hours: number | null;
  /** What those hours cost; null where nobody's hourly cost is known. */
  cost: number | null;
};

export type Advised = { money: InitiativeMoney; given: AdviceGiven };

export type Stopped = {
  initiativeId: string;
  title: string;
  reason: string;
  spent: number;
  /** A year, in the future: running costs, hours of those who learn, and their cost. */
  running: number;
  hours: number;
  hoursCost: number | null;
  /** Activities that go on, because another initiative uses them. */
  kept: string[];
  /** Activities of whose hours nothing can be said. */
  unknown: string[];
  delivery: Delivery;
};

export type Delivery = "in_flow" | "destination" | "both" | "unknown";
export type StopList = { stopped: Stopped[]; running: number; hours: number; hoursCost: number | null };

/**
 * What ending the initiatives that should stop frees in a year: costs that still run, and the hours people spent on their activities in the last twelve
 * months. An activity another initiative goes on with frees nothing, one that two of them share counts once. What was spent once is gone.
 */
export function stopListOf(advised: readonly Advised[], activities: readonly ActivityYear[]): StopList {
  const isStopped = ({ given }: Advised) => given.advice === "stop";
  const inUse = new Set(advised.filter((one) => !isStopped(one)).flatMap(({ money }) => money.activities));
  const taken = new Set<string>();
  const stopped = advised.filter(isStopped).map(({ money, given }): Stopped => {
    const own = activitiesOf(money, activities);
    const freed = own.filter((one) => !isIn(inUse, one) && !taken.has(one.code));
    for (const { code } of freed) taken.add(code);
    const told = freed.filter((one) => one.hours !== null);
    return {
      initiativeId: money.initiativeId,
      title: money.title,
      reason: given.reason,
      spent: money.result.cost.total,
      running: money.running,
      hours: told.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
      hoursCost: added(told.map(({ hours, cost }) => (hours === 0 ? 0 : cost))),
      kept: own.filter((one) => isIn(inUse, one)).map(({ title }) => title),
      unknown: freed.filter(({ hours }) => hours === null).map(({ title }) => title),
      delivery: deliveryOf(own),
    };
  });
  return {
    stopped,
    running: stopped.reduce((sum, one) => sum + one.running, 0),
    hours: stopped.reduce((sum, one) => sum + one.hours, 0),
    hoursCost: added(stopped.map(({ hoursCost }) => hoursCost)),
  };
}

/** Chains name activities by code or by title. */
export const activitiesOf = (money: Pick<InitiativeMoney, "activities">, activities: readonly ActivityYear[]) =>
  activities.filter((one) => isIn(new Set(money.activities), one));

const isIn = (names: ReadonlySet<string>, { code, title }: ActivityYear) => names.has(code) || names.has(title);

/** Known parts added up; null where there are parts and none is known. */
function added(parts: readonly (number | null)[]): number | null {
  const known = parts.filter((one) => one !== null);
  return parts.length > 0 && known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

export function deliveryOf(activities: readonly ActivityYear[]): Delivery {
  const ways = new Set(activities.flatMap(({ delivery }) => delivery ?? []));
  if (ways.size === 2) return "both";
  return [...ways][0] ?? "unknown";
}
