import type { Grade } from "@/lib/evaluation/result";
import type { Ranged } from "@/lib/money/case-result";
import { shareBelowZero } from "@/lib/money/share-below-zero";
import { byText } from "./by-text";
import { addDraws, rangeOf } from "./range-of";

/** An initiative that may be given to more people. */
export type Candidate = {
  initiativeId: string;
  code: string;
  title: string;
  grade: Grade;
  /** People of the same roles who have not had it. */
  reachable: number;
  /** All it cost so far, for each person it was meant for. */
  costPerPerson: number;
  /** What a person brings, as counted; with its draws. */
  benefitPerPerson: number;
  draws: Float64Array;
};

type Funded = {
  initiativeId: string;
  title: string;
  grade: Grade;
  people: number;
  /** As many as there are; otherwise the budget ended. */
  everybody: boolean;
  spent: number;
  benefit: Ranged;
};

export type WhatIf = {
  budget: number;
  spent: number;
  funded: Funded[];
  benefit: Ranged;
  net: Ranged;
  /** Share of draws in which less comes back than is spent; null where nothing is. */
  lossProbability: number | null;
};

/**
 * What a budget brings if it goes to what is worth scaling: the stronger grade first, among equal grades the one whose lower end gives more for the
 * money, each to as many people as there are, until the money ends. Takes for granted that a further person brings what one of the evaluated people
 * brought, and costs what they cost.
 */
export function whatIf(candidates: readonly Candidate[], budget: number): WhatIf {
  const draws = candidates[0]?.draws.length ?? 1;
  const benefit = new Float64Array(draws);
  const funded: Funded[] = [];
  let left = budget;
  for (const one of candidates.filter(({ costPerPerson }) => costPerPerson > 0).toSorted(inOrder)) {
    const people = Math.min(one.reachable, Math.floor(left / one.costPerPerson + 1e-9));
    if (people <= 0) continue;
    const spent = people * one.costPerPerson;
    left -= spent;
    addDraws(benefit, one.draws, people);
    const { initiativeId, title, grade, reachable, benefitPerPerson } = one;
    const own = new Float64Array(draws);
    addDraws(own, one.draws, people);
    funded.push({
      initiativeId,
      title,
      grade,
      people,
      everybody: people === reachable,
      spent,
      benefit: rangeOf(people * benefitPerPerson, own),
    });
  }
  const spent = funded.reduce((sum, one) => sum + one.spent, 0);
  const central = funded.reduce((sum, one) => sum + one.benefit.central, 0);
  const net = benefit.map((value) => value - spent);
  return {
    budget,
    spent,
    funded,
    benefit: rangeOf(central, benefit),
    net: rangeOf(central - spent, net),
    lossProbability: funded.length > 0 ? shareBelowZero(net) : null,
  };
}

function inOrder(one: Candidate, other: Candidate): number {
  return byText(one.grade, other.grade) || lowReturn(other) - lowReturn(one) || byText(one.code, other.code);
}

const lowReturn = ({ benefitPerPerson, costPerPerson, draws }: Candidate) =>
  rangeOf(benefitPerPerson, draws).interval[0] / costPerPerson;

/** Budgets to choose from: round steps from nothing to what everybody who can be reached would cost. */
export function budgetsFor(candidates: readonly Candidate[], steps = 20): number[] {
  const most = candidates.reduce((sum, { reachable, costPerPerson }) => sum + reachable * costPerPerson, 0);
  if (most <= 0) return [0];
  const raw = most / steps;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= raw) ?? 10);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
}

/** Which of the choices to begin with: the budget the address asks for, or what is nearest to it; without one, the middle. */
export function initialBudget(
  choices: readonly Pick<WhatIf, "budget">[],
  asked: string | string[] | undefined,
): number {
  const given = typeof asked === "string" && asked.trim() !== "" ? Number(asked) : Number.NaN;
  // Beyond the last of them all are equally far away, as far as a float can tell.
  const wanted = Math.min(given, choices.at(-1)?.budget ?? 0);
  if (!Number.isFinite(wanted)) return Math.floor((choices.length - 1) / 2);
  const distance = (at: number) => Math.abs((choices[at]?.budget ?? 0) - wanted);
  return choices.reduce((best, _, at) => (distance(at) < distance(best) ? at : best), 0);
}
