import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import type { NamedActivity } from "./activities-sql";
import type { ActivityYear, Unknown } from "./activity-years";
import type { AdviceGiven } from "./advice-table";

export type Advised = { money: InitiativeMoney; given: AdviceGiven };

export type Stopped = {
  initiativeId: string;
  title: string;
  reason: string;
  spent: number;
  /** Costs that wait for an exchange rate: they are in no sum. */
  unconverted: number;
  /** What costs that run still come to in the year ahead, of the whole organisation. */
  running: number;
  /** Of learners the reader may see, in twelve months; null where nothing is known of any activity it frees. */
  hours: number | null;
  hoursCost: number | null;
  /** Activities that go on, because another initiative uses them. */
  kept: string[];
  /** Activities it frees whose hours are not in the sum, and why. */
  unknown: { title: string; because: Unknown }[];
  delivery: Delivery;
};

export type Delivery = "in_flow" | "destination" | "both" | "unknown";
export type StopList = {
  stopped: Stopped[];
  running: number;
  /** Of what is known; null where nothing is. */
  hours: number | null;
  hoursCost: number | null;
  /** There is more than `hours`, of which nothing is known. */
  atLeast: boolean;
};

/**
 * What ending the initiatives that should stop frees in a year: costs that still run, and the hours people the reader may see spent on their activities
 * in the last twelve months. An activity another initiative goes on with frees nothing, one that two of them share counts once. What was spent once is gone.
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
    const isUnknown = told.length === 0 && (freed.length > 0 || own.length === 0);
    return {
      initiativeId: money.initiativeId,
      title: money.title,
      reason: given.reason,
      spent: money.result.cost.total,
      unconverted: money.unconverted.length,
      running: money.running,
      hours: isUnknown ? null : told.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
      hoursCost: isUnknown ? null : added(told.map(({ hours, cost }) => (hours === 0 ? 0 : cost))),
      kept: own.filter((one) => isIn(inUse, one)).map(({ title }) => title),
      unknown: freed.flatMap(({ title, unknown }) => (unknown ? [{ title, because: unknown }] : [])),
      delivery: deliveryOf(own),
    };
  });
  const atLeast = stopped.some(({ hours, unknown }) => hours === null || unknown.length > 0);
  const hours = added(stopped.map((one) => one.hours));
  return {
    stopped,
    running: stopped.reduce((sum, one) => sum + one.running, 0),
    hours: atLeast && hours === 0 ? null : hours,
    hoursCost: added(stopped.map(({ hoursCost }) => hoursCost)),
    atLeast,
  };
}

/** Chains name activities by code or by title. */
export function activitiesOf<One extends NamedActivity>(
  money: Pick<InitiativeMoney, "activities">,
  activities: readonly One[],
): One[] {
  const own = new Set(money.activities);
  return activities.filter((one) => isIn(own, one));
}

const isIn = (names: ReadonlySet<string>, { code, title }: NamedActivity) => names.has(code) || names.has(title);

/** Known parts added up; null where there are parts and none is known. */
function added(parts: readonly (number | null)[]): number | null {
  const known = parts.filter((one) => one !== null);
  return parts.length > 0 && known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

export function deliveryOf(activities: readonly NamedActivity[]): Delivery {
  const ways = new Set(activities.flatMap(({ delivery }) => delivery ?? []));
  if (ways.size === 2) return "both";
  return [...ways][0] ?? "unknown";
}
