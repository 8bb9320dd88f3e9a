import { createHash } from "node:crypto";
import { grouped } from "@/lib/grouped";
import { drawLots, type Lot, type Share } from "@/lib/plans/draw-lots";
import type { PlannableDesign, Stratum } from "./choices";
import { clusterOf, type PersonHistory } from "./people-history";

export type Drawn = { person: PersonHistory; lot: string; arm: string; stratum: string };

export type Draw = {
  design: PlannableDesign;
  /** Lots are drawn among teams, else among people. */
  byTeam: boolean;
  strata: readonly Stratum[];
  /** Trained of a hundred, in a design with two arms. */
  share: number;
  waves: number;
  /** Lots that take part; null: all. */
  size: number | null;
  seed: number;
  /** Clusters that start, where nobody draws. */
  picked: ReadonlySet<string>;
  /** A person's value of the primary KPI before the start. */
  baselineOf(person: PersonHistory): number | null;
};

const outside = "outside";

/**
 * The seed of a draw: the first 31 bits of sha256 over what the draw is of and its number. Nobody picks it, so that nobody can try seeds
 * until the draw suits; another number gives another seed, and the number is kept with the plan.
 */
export function seedOf(orgId: string, kpi: string, starts: string, draw: number): number {
  return createHash("sha256").update(`${orgId} ${kpi} ${starts} ${draw}`).digest().readUInt32BE(0) >>> 1;
}

/**
 * Who is in which arm: drawn by lot within the strata where chance decides (a phased roll-out: the order of the waves, everybody trained
 * in the end), by the teams picked in a comparison, and everybody trained in a before-and-after. Who does not take part is left out.
 */
export function drawArms(people: readonly PersonHistory[], draw: Draw): Drawn[] {
  const lotOf = draw.byTeam ? clusterOf : ({ id }: PersonHistory) => id;
  if (draw.design === "before_after" || draw.design === "comparison") {
    return people.map((person) => {
      const starts = draw.design === "before_after" || draw.picked.has(clusterOf(person));
      return { person, lot: lotOf(person), arm: starts ? "treatment" : "control", stratum: "" };
    });
  }
  const lots = lotsWithStrata(people, draw, lotOf);
  const strata = new Map(lots.map(({ id, stratum }) => [id, stratum]));
  const arms = drawLots(lots, sharesOf(draw, lots.length), draw.seed);
  return people.flatMap((person) => {
    const lot = lotOf(person);
    const arm = arms.get(lot) ?? outside;
    return arm === outside ? [] : [{ person, lot, arm, stratum: strata.get(lot) ?? "" }];
  });
}

function sharesOf({ design, share, waves, size }: Draw, available: number): Share[] {
  const taking = Math.min(size ?? available, available);
  const arms: Share[] =
    design === "phased"
      ? Array.from({ length: waves }, (_, wave) => ({ arm: `wave-${wave + 1}`, weight: taking / waves }))
      : [
          { arm: "treatment", weight: (taking * share) / 100 },
          { arm: "control", weight: (taking * (100 - share)) / 100 },
        ];
  return taking < available ? [...arms, { arm: outside, weight: available - taking }] : arms;
}

function lotsWithStrata(
  people: readonly PersonHistory[],
  { strata, baselineOf }: Draw,
  lotOf: (person: PersonHistory) => string,
): Lot[] {
  const lots = [...grouped(people, lotOf)];
  const levels = strata.includes("baseline") ? halves(lots, baselineOf) : new Map<string, string>();
  return lots.map(([id, members]) => {
    const parts = strata.map((stratum) =>
      stratum === "baseline"
        ? (levels.get(id) ?? "no baseline")
        : mostCommon(members.map((person) => person[stratum] ?? `no ${stratum}`)),
    );
    return { id, stratum: parts.join(", ") };
  });
}

/** The lots below and above the middle of the baseline, ties in the order of ids. */
function halves(lots: readonly [string, PersonHistory[]][], baselineOf: Draw["baselineOf"]): Map<string, string> {
  const known = lots.flatMap(([id, members]) => {
    const values = members.flatMap((person) => baselineOf(person) ?? []);
    return values.length > 0 ? [{ id, mean: values.reduce((sum, value) => sum + value, 0) / values.length }] : [];
  });
  const inOrder = known.toSorted((left, right) => left.mean - right.mean || (left.id < right.id ? -1 : 1));
  return new Map(inOrder.map(({ id }, rank) => [id, rank < inOrder.length / 2 ? "lower baseline" : "upper baseline"]));
}

function mostCommon(texts: readonly string[]): string {
  const counts = [...grouped(texts, (text) => text)].map(([text, all]) => ({ text, count: all.length }));
  return counts.toSorted((left, right) => right.count - left.count || (left.text < right.text ? -1 : 1))[0]?.text ?? "";
}
