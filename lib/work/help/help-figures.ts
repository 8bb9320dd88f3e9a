import { isSmallGroup, minimumPeople, withheldGroups } from "@/lib/access/privacy";

/** One group of help requests as the database adds it up. */
export type HelpRow = {
  id: string;
  requests: number;
  months: number;
  helperKnown: number;
  minutesKnown: number;
  minutes: number | null;
  costKnown: number;
  cost: number | null;
  waitedKnown: number;
  waitedMedian: number | null;
  waitedMost: number | null;
  questions: number;
  /** Put to three people or more whose names are known. */
  three: number;
  askers: number;
  /** Askers who came back with it in a question of its own. */
  again: number;
  helpers: number;
  /** Helpers whose hourly cost and minutes are known. */
  paid: number;
  few: number | null;
};

export type HelpFigures = Omit<HelpRow, "id" | "minutes" | "cost" | "helpers" | "paid" | "few"> & {
  id: string;
  /** Of the helpers; null where none is known, "withheld" where they are fewer than the minimum or would be given away. */
  minutes: number | null | "withheld";
  cost: number | null | "withheld";
  /** Null where fewer than the minimum. */
  helpers: number | null;
  /** Fewer people than the minimum gave four of five answers or more. */
  restsOnFew: boolean;
  /** Asked in most months, and two in five of the askers or more came back with it. */
  keepsComing: boolean;
};

const rule = { mostMonths: 4, cameBack: 0.4, questions: 10, few: 0.8, answers: 10 };

export type HelpGroups = { groups: HelpFigures[]; withheld: { groups: number; requests: number } };

/** Groups withheld for another reason than their own size: all of it, their time and pay, or their pay. */
type Refused = Record<"all" | "time" | "pay", ReadonlySet<string>>;
const noneRefused: Refused = { all: new Set(), time: new Set(), pay: new Set() };

/**
 * Help requests by group, as they may be shown. Groups whose askers are fewer than the minimum are gathered, and with them what would give them
 * away; minutes and cost of helpers who are fewer are withheld, because cost over minutes is what they earn.
 */
export function helpGroups(rows: readonly HelpRow[], minimum: number, refused = noneRefused): HelpGroups {
  const hidden = withheldGroups(
    rows.map(({ id, askers }) => ({ id, people: askers })),
    minimum,
    refused.all,
  );
  const shown = rows.filter(({ id }) => !hidden.has(id));
  const byTime = withheldGroups(
    shown.map(({ id, helpers }) => ({ id, people: helpers })),
    minimum,
    refused.time,
  );
  const byPay = withheldGroups(
    shown.map(({ id, paid }) => ({ id, people: paid })),
    minimum,
    refused.pay,
  );
  const left = rows.filter(({ id }) => hidden.has(id));
  return {
    groups: shown
      .map((row) => figuresOf(row, minimum, { time: byTime.has(row.id), pay: byTime.has(row.id) || byPay.has(row.id) }))
      .toSorted((one, other) => other.requests - one.requests),
    withheld: { groups: left.length, requests: left.reduce((sum, { requests }) => sum + requests, 0) },
  };
}

/** All requests together, or null where too few people asked. */
export function helpTotal(row: HelpRow | undefined, minimum: number): HelpFigures | "withheld" | null {
  if (!row) return null;
  if (isSmallGroup(row.askers, minimum)) return "withheld";
  return figuresOf(row, minimum, { time: isSmallGroup(row.helpers, minimum), pay: isSmallGroup(row.paid, minimum) });
}

function figuresOf(row: HelpRow, minimum: number, hidden: { time: boolean; pay: boolean }): HelpFigures {
  const { minutes, cost, helpers, paid: _, few, ...rest } = row;
  return {
    ...rest,
    minutes: hidden.time ? "withheld" : minutes,
    cost: hidden.pay ? "withheld" : cost,
    helpers: helpers < minimumPeople(minimum) ? null : helpers,
    restsOnFew: few !== null && row.helperKnown >= rule.answers && few >= rule.few,
    keepsComing:
      row.questions >= rule.questions && row.months >= rule.mostMonths && row.again >= rule.cameBack * row.askers,
  };
}
