import type { Design } from "@/lib/evaluation/design";
import type { Occasion } from "@/lib/evaluation/estimator";
import { explainReason } from "@/lib/evaluation/reasons";
import { combineJointMoments } from "@/lib/stats/joint-moments";
import { adjustP } from "@/lib/stats/multiplicity/adjust-p";
import { type Cell, inOrder, readCells } from "./cells-sql";
import { type Comparing, type Contrast, groupContrast } from "./group-contrast";
import { poolGroups } from "./pool-groups";
import { rollUpUnits } from "./roll-up";
import type { DimensionName, GroupDimension, Subgroups } from "./subgroups";
import { withheldSubgroups } from "./withhold";

type Divided = {
  dimension: DimensionName;
  found: Map<string, Contrast>;
  counts: Map<string, Contrast["own"]["n"]>;
} & Pick<GroupDimension, "withheld" | "not_estimable">;

/**
 * The effect on the primary KPI within groups of people by role, unit, site and tenure when the baseline ended, and whether they differ. Exploratory:
 * no plan names groups beforehand. Within a group the arms are compared as the design does, on moments: changes where trends are
 * assumed parallel (a phased roll-out by the two arms of its picture), else values after, adjusted by the value before with the slope of all people;
 * errors by Welch, or CR2 where the panel is clustered. `minimum`: people of an arm under which a group is withheld.
 */
export async function evaluateSubgroups(
  { tx, plan, panel, windows, jointMoments }: Occasion,
  design: Design,
  minimum: number,
): Promise<Subgroups> {
  const refuse = (reason: string): Subgroups => ({ status: "not_estimable", reason });
  if (!design.compares) return refuse(withoutComparison);
  if (design.outcome === "time") return refuse(ofTimes);
  if (panel.notPositive > 0) return refuse(explainReason("not-positive"));
  const before = panel.withBaseline > 0;
  if (design.outcome === "trends" && !before) return refuse(explainReason("no-baseline"));

  const compares = design.outcome === "trends" ? "change" : before ? "adjusted" : "follow-up";
  let slope = compares === "change" ? 1 : 0;
  if (compares === "adjusted") {
    const { treated, control } = await jointMoments(["post", "pre"]);
    const { covariance } = combineJointMoments(treated, control);
    const [, [both = 0, earlier = 0] = []] = covariance;
    slope = earlier > 0 ? both / earlier : 0;
  }
  const evenly = panel.unit === "team";
  const comparing: Comparing = { slope, clustered: panel.clustered, evenly, confidence: plan.confidence };
  const divided: Divided[] = [];
  for (const [dimension, cells] of await readCells(tx, panel, windows, before)) {
    const found = divide(dimension, dimension === "unit" ? rollUpUnits(cells) : cells, comparing, minimum);
    if (found) divided.push(found);
  }
  return {
    status: "estimated",
    compares,
    errors: panel.clustered && !evenly ? "cr2" : "welch",
    confidence: plan.confidence,
    minimum,
    dimensions: together(divided, plan.confidence),
  };
}

const withoutComparison =
  "Without a comparison group nobody can tell a larger effect from a larger change that would have come anyway: those who were worst improve most.";
const ofTimes = "The time until an event is compared for everybody together, not group by group.";

/** Null where everybody is in one group. */
function divide(
  dimension: DimensionName,
  cells: readonly Cell[],
  comparing: Comparing,
  minimum: number,
): Divided | null {
  const groups = inOrder([...new Set(cells.map(({ group }) => group))]);
  if (groups.length < 2) return null;
  const cellsOf = new Map<string, Cell[]>(groups.map((group) => [group, []]));
  for (const cell of cells) cellsOf.get(cell.group)?.push(cell);
  const peopleOf = (group: string, arm: Cell["arm"]) =>
    (cellsOf.get(group) ?? []).reduce((sum, cell) => sum + (cell.arm === arm ? cell.n : 0), 0);
  const counts = new Map(
    groups.map((group) => [group, { treated: peopleOf(group, "treated"), control: peopleOf(group, "control") }]),
  );
  const withheld = withheldSubgroups(
    [...counts].map(([id, n]) => ({ id, n })),
    minimum,
  );
  const result: Divided = { dimension, found: new Map(), counts, withheld: withheld.size, not_estimable: [] };
  for (const group of groups.filter((name) => !withheld.has(name))) {
    const inside = cellsOf.get(group) ?? [];
    const outside = cells.filter((cell) => cell.group !== group);
    const contrast = groupContrast(inside, outside, comparing);
    if ("own" in contrast) result.found.set(group, contrast);
    else result.not_estimable.push({ group, reason: explainReason(contrast.reason) });
  }
  return result;
}

/** Dimensions with what their groups say together; p values are adjusted for all groups looked at. */
function together(divided: readonly Divided[], confidence: number): GroupDimension[] {
  const tests = divided.flatMap(({ found }) => [...found.values()].map(({ p }) => p));
  const adjusted = adjustP(tests, "benjamini_hochberg");
  let at = 0;
  return divided.map(({ dimension, found, counts, withheld, not_estimable }) => {
    const { between, shrunken } = poolGroups(found, confidence);
    const groups = [...found].map(([group, { own, difference, p }]) => ({
      group,
      n: counts.get(group) ?? own.n,
      estimate: own.estimate,
      standard_error: own.standardError,
      ci: own.interval,
      shrunken: shrunken.get(group) ?? null,
      difference,
      p,
      p_adjusted: adjusted[at++] ?? p,
    }));
    return { dimension, groups, withheld, not_estimable, between };
  });
}
