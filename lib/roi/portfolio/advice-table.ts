import type { Direction } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import { listed } from "@/lib/ladder/rung-words";
import type { AdviceFacts } from "./advice-facts";

export const advices = ["scale", "fix", "wait", "stop"] as const;
export type Advice = (typeof advices)[number];

type Rule = {
  id: string;
  advice: Advice;
  /** When it holds, for whoever reads the table. */
  when: string;
  holds(facts: AdviceFacts): boolean;
  reason(facts: AdviceFacts, formats: Formats): string;
};

const isCompared = ({ grade }: AdviceFacts) => grade === "A" || grade === "B" || grade === "C";
const isShown = (facts: AdviceFacts) => isCompared(facts) && went(facts, "better", "not_worse");
const went = ({ direction }: AdviceFacts, ...wanted: Direction[]) => direction !== null && wanted.includes(direction);
const named = ({ kpi }: AdviceFacts) => (kpi === null ? "The primary KPI" : `“${kpi}”`);
const inside = ({ kpi }: AdviceFacts) => (kpi === null ? "the primary KPI" : `“${kpi}”`);
const least = ({ net }: AdviceFacts) => net?.interval[0] ?? 0;
const most = ({ net }: AdviceFacts) => net?.interval[1] ?? 0;
const range = ({ net }: AdviceFacts, formats: Formats) => {
  const [low, high] = net?.interval ?? [0, 0];
  return `${moneyText(low, formats)} to ${moneyText(high, formats)}`;
};
const couldPay = (facts: AdviceFacts, formats: Formats) =>
  facts.spent > 0 && facts.unconverted.length === 0 && most(facts) > 0
    ? `; where even the smaller one at the best end would do, it would bring ${moneyText(most(facts), formats)} more than it cost`
    : "";
/** `“Licence” (CHF) waits for an exchange rate`. */
const waiting = ({ unconverted }: AdviceFacts) => {
  const [first] = unconverted;
  if (first && unconverted.length === 1) return `“${first.item}” (${first.currency}) waits for an exchange rate`;
  const currencies = [...new Set(unconverted.map(({ currency }) => currency))].toSorted();
  return `${unconverted.length} costs in ${listed(currencies)} wait for an exchange rate`;
};
const notInIt = (facts: AdviceFacts) => (facts.unconverted.length > 0 ? `, and ${waiting(facts)}` : "");
const toRaise = ({ raise: [first] }: AdviceFacts) => (first ? ` What would tell: ${first.replace(/\.$/, "")}.` : "");

/** Read from above; the first rule that holds gives the advice. */
export const adviceTable: readonly Rule[] = [
  {
    id: "not_over",
    advice: "wait",
    when: "Its follow-up is not over.",
    holds: ({ until, status }) => until !== null || ["planned", "running", "too early"].includes(status),
    reason: ({ until, status }, { date }) =>
      until === null
        ? "It has not run its course, and its plan names no day on which that is over."
        : `${status === "planned" ? "It has not started" : "Its follow-up is not over"}: nothing is said before ${date(until)}.`,
  },
  {
    id: "withheld",
    advice: "wait",
    when: "Too few people to show a result.",
    holds: ({ withheld }) => withheld,
    reason: () => "Too few people took part to show a result: add people, or look at it together with another one.",
  },
  {
    id: "not_evaluated",
    advice: "wait",
    when: "Its follow-up is over, and it was not evaluated.",
    holds: ({ grade }) => grade === null,
    reason: () => "It was not evaluated yet.",
  },
  {
    id: "harmful",
    advice: "stop",
    when: "Grade A to C, and the primary KPI moved the wrong way.",
    holds: (facts) => isCompared(facts) && went(facts, "worse"),
    reason: (facts) => `${named(facts)} got worse where people took part, compared with those who did not.`,
  },
  {
    id: "no_effect",
    advice: "stop",
    when: "Grade A to C, and the interval of the effect holds nothing as large as the plan calls relevant (a fifth of the spread between people where it names nothing).",
    holds: (facts) => isCompared(facts) && (went(facts, "negligible") || (went(facts, "unclear") && facts.flat)),
    reason: (facts, formats) =>
      `${named(facts)} did not change, and the data leave no room for a change large enough to be called relevant${couldPay(facts, formats)}.`,
  },
  {
    id: "cannot_pay",
    advice: "stop",
    when: "Grade A to C, no effect shown, and even the best end of the range does not pay for it.",
    holds: (facts) =>
      isCompared(facts) && went(facts, "unclear") && facts.net !== null && facts.spent > 0 && most(facts) < 0,
    reason: (facts, formats) =>
      `No change in ${inside(facts)} could be shown, and even the best the data allow loses money (${range(facts, formats)}).`,
  },
  {
    id: "nothing_moved",
    advice: "stop",
    when: "Grade A to C, no effect shown, and what was taught was not found at work either.",
    holds: (facts) => isCompared(facts) && went(facts, "unclear") && facts.notApplied,
    reason: (facts) =>
      `Neither ${inside(facts)} nor what people are seen to do at work got better where people took part.`,
  },
  {
    id: "harm_beside",
    advice: "fix",
    when: "The effect is shown, and another KPI moved the wrong way.",
    holds: (facts) => isShown(facts) && facts.harmed.length > 0,
    reason: (facts) =>
      `${named(facts)} got better and ${listed(facts.harmed.map((name) => `“${name}”`))} got worse: mend that first.`,
  },
  {
    id: "chain_broken",
    advice: "fix",
    when: "The effect is shown, and a link of the chain is broken.",
    holds: (facts) => isShown(facts) && facts.broken !== null,
    reason: ({ broken }) => broken?.sentence ?? "",
  },
  {
    id: "worth_unknown",
    advice: "wait",
    when: "The effect is shown, and none of its benefit can be counted.",
    holds: (facts) => isShown(facts) && facts.net === null,
    reason: (facts) =>
      facts.missing > 0
        ? `${named(facts)} got better, and what that is worth is not known: ${facts.missing === 1 ? "one value is" : `${facts.missing} values are`} not stated.`
        : `${named(facts)} got better, and nobody has said how that becomes money.`,
  },
  {
    id: "costs_unknown",
    advice: "wait",
    when: "The effect is shown and worth something, and what it cost is not known.",
    holds: (facts) => isShown(facts) && facts.spent === 0,
    reason: (facts) =>
      `${named(facts)} got better, and ${facts.unconverted.length > 0 ? waiting(facts) : "no cost is on file"}: whether it paid cannot be said.`,
  },
  {
    id: "costs_incomplete",
    advice: "wait",
    when: "The effect is shown and would pay for what is known of its costs, and a cost waits for an exchange rate.",
    holds: (facts) => isShown(facts) && facts.unconverted.length > 0 && least(facts) > 0,
    reason: (facts, formats) =>
      `${named(facts)} got better, and ${waiting(facts)}: ${range(facts, formats)} more came back than the other costs, and whether it paid for all of them cannot be said.`,
  },
  {
    id: "pays",
    advice: "scale",
    when: "The effect is shown, no link is known to be broken, all of its costs are known, and the whole range of the net benefit is above zero.",
    holds: (facts) => isShown(facts) && least(facts) > 0,
    reason: (facts, formats) =>
      `The effect is shown and it pays: ${range(facts, formats)} more came back than it cost.`,
  },
  {
    id: "does_not_pay",
    advice: "fix",
    when: "The effect is shown, and the net benefit may be below zero.",
    holds: isShown,
    reason: (facts, formats) =>
      most(facts) < 0
        ? `The effect is shown and costs more than it brings (${range(facts, formats)}${notInIt(facts)}): the same for less, or for fewer.`
        : `The effect is shown, and whether it pays is open (${range(facts, formats)}${notInIt(facts)}): lower its cost, or firm up what it is worth.`,
  },
  {
    id: "not_applied",
    advice: "fix",
    when: "Nobody was compared, and what was taught was not found at work.",
    holds: (facts) => facts.spent > 0 && facts.notApplied,
    reason: () => "Money was spent and nobody is seen to do at work what was taught: mend that, or stop.",
  },
  {
    id: "cannot_tell",
    advice: "wait",
    when: "Grade A to C, and the interval holds no effect as well as one that would matter.",
    holds: isCompared,
    reason: (facts) => `Whether ${inside(facts)} moved cannot be said: the range is too wide.${toRaise(facts)}`,
  },
  {
    id: "not_compared",
    advice: "wait",
    when: "Grade D or E: nobody was compared, or nothing could be estimated.",
    holds: () => true,
    reason: (facts) =>
      `${facts.grade === "D" ? "Nobody was compared" : "No effect could be estimated"}, so what it did cannot be said.${toRaise(facts)}`,
  },
];

export type AdviceGiven = { advice: Advice; rule: string; reason: string };

/** What to do with an initiative, by which rule, and why in one sentence. */
export function adviceFor(facts: AdviceFacts, formats: Formats): AdviceGiven {
  const rule = adviceTable.find(({ holds }) => holds(facts));
  if (!rule) throw new Error("The last rule holds always");
  return { advice: rule.advice, rule: rule.id, reason: rule.reason(facts, formats) };
}
