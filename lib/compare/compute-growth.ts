import "server-only";
import type { Tx } from "@/db/client";
import type { Span } from "@/lib/access/group-rule";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import type { Viewer } from "@/lib/access/viewer";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import type { FigureState } from "@/lib/scorecard/scorecard";
import { changeOf, figureOf, type Sums } from "@/lib/scorecard/sums";
import { query } from "@/lib/server/tenant-access";
import type { Estimate } from "@/lib/stats/estimate";
import { adjustP } from "@/lib/stats/multiplicity/adjust-p";
import { doublyRobustLevel } from "@/lib/stats/panel/doubly-robust-did";
import { adjustmentOf, sampled } from "./adjust-for";
import { claimFor } from "./claim";
import type { Adjusted } from "./comparison";
import type { Growth, GrowthPair, SkillGrowth } from "./growth";
import { createGrowth, readGrowthRows, readGrowthSums, readWaysTogether } from "./growth-sql";
import type { CompareRequest } from "./input";
import { compareKey } from "./read-comparison";
import { pairSentence } from "./sentence";
import { type LearningKind, learningKinds } from "./skill-window";
import { openSkillYear } from "./skill-year";
import { waysDifference } from "./ways-difference";

const learningWords: Record<LearningKind, string> = {
  flow: "skills learned in the flow of work",
  traditional: "skills learned at a destination only",
  none: "skills nobody used learning for",
};

const metric = { name: "Growth", unit: "levels a quarter", kind: "ratio" } as const;
const kept = keepRecent<Growth>(50);

/** As `computeGrowth`, kept in this process while facts stay. */
export async function readGrowth(viewer: Viewer, request: CompareRequest): Promise<Growth | null> {
  const key = await compareKey(viewer, { growth: [request.scope, request.period] });
  const known = kept.get(key);
  if (known) return known;
  const found = await computeGrowth(viewer, request);
  return found && kept.keep(key, found);
}

/**
 * Levels gained a quarter in skills people learned in the flow of work (at a destination too, or not), at a destination only, and not
 * at all, over the year that ends with the period. Null where the scope is not the viewer's.
 */
export const computeGrowth = query(
  "compare.read",
  async (tx, request: Pick<CompareRequest, "scope" | "period">, viewer): Promise<Growth | null> => {
    const { orgId } = viewer;
    const year = await openSkillYear(tx, viewer, request, "growth");
    if (year?.kind !== "open") return year;
    const { window, least, formats, freshness } = year;
    const { minimum, asOf, dataVersion } = freshness;

    await createGrowth(tx, orgId, window);
    const sums = await readGrowthSums(tx, orgId);
    const sumsOf = (k: number, skill: string | null, self = false) =>
      sums.find((row) => row.k === k && row.skill === skill && row.self === self);
    const stateOf = (k: number, skill: string | null, self = false) => growthState(sumsOf(k, skill, self), minimum);
    const ways = [...learningKinds.keys()];
    const isShown = (k: number) => stateOf(k, null).kind === "figure";
    const found: GrowthPair[] = [];
    for (const [one, other] of [[0, 1] as const, [0, 2] as const, [1, 2] as const]) {
      if (!isShown(one) || !isShown(other)) continue;
      const n = { treated: sumsOf(one, null)?.people ?? 0, control: sumsOf(other, null)?.people ?? 0 };
      const estimate = waysDifference(await readWaysTogether(tx, one, other), n);
      found.push({ kinds: [kindAt(one), kindAt(other)], estimate, adjustedP: null });
    }
    const pairs = withP(found, "holm");
    const bySkill = [...new Set(sums.flatMap(({ skill }) => skill ?? []))].map((skill) => {
      const [one, other] = [sumsOf(0, skill), sumsOf(1, skill)];
      const able = stateOf(0, skill).kind === "figure" && stateOf(1, skill).kind === "figure";
      const estimate = able && one && other ? changeOf("ratio", one, other) : null;
      return {
        skill,
        flow: stateOf(0, skill),
        traditional: stateOf(1, skill),
        none: stateOf(2, skill),
        difference: estimate,
        estimate,
        adjustedP: null,
      };
    });
    const skills = withP<SkillGrowth & { estimate: Estimate | null }>(bySkill, "benjamini_hochberg").map(
      ({ estimate: _, ...row }) => row,
    );
    const main = pairs[0];
    const adjusted = main ? await adjustGrowth(tx, window, main, least) : null;
    const sentence = main
      ? pairSentence(
          { estimate: main.estimate, kind: "difference" },
          { metric, look: "level", titles: [learningWords[main.kinds[0]], learningWords[main.kinds[1]]], formats },
        )
      : "";
    return {
      kind: "shown",
      scope: year.scope,
      window,
      minimum: least,
      groups: ways.map((k) => ({ kind: kindAt(k), growth: stateOf(k, null), self: stateOf(k, null, true) })),
      pairs,
      adjusted,
      skills,
      asOf,
      dataVersion,
      claim: claimFor({
        look: "change",
        conditions: [],
        chosen: true,
        main: main && { estimate: main.estimate, sentence, shown: isClear(main.estimate) },
        adjusted: adjusted !== null,
        whyNotAdjusted: "Those who learned in one way are too unlike, or too few, to be compared with alike people.",
        pairs: pairs.length,
        limits: [
          "Only skills whose behaviours others rated in two months or more are counted, and only learning that names its skill.",
          "Whoever starts low has more room to grow; the adjusted comparison takes into account where they started.",
        ],
      }),
    };
  },
);

const isClear = (estimate: Estimate) =>
  estimate.kind === "estimate" && (estimate.interval[0] > 0 || estimate.interval[1] < 0);
const kindAt = (k: number): LearningKind => learningKinds[k] ?? "none";

/** Among people who started alike, of like tenure, in skills learned in both ways; errors by person, who may have several. */
async function adjustGrowth(tx: Tx, window: Span, { kinds }: GrowthPair, least: number): Promise<Adjusted | null> {
  const [one, other] = [learningKinds.indexOf(kinds[0]), learningKinds.indexOf(kinds[1])];
  const rows = await readGrowthRows(tx, window, one, other, sampled);
  const words = { baseline: "where they started", role: "skill" };
  const found = adjustmentOf(rows, { withBaseline: true, onlyShared: true, words });
  if (!found) return null;
  const { whole, covariates, adjustedFor } = found;
  const peopleOf = (flag: number) =>
    new Set(whole.flatMap(({ treated, person }) => (treated === flag ? [person] : []))).size;
  if (Math.min(peopleOf(0), peopleOf(1)) < least) return null;
  const compared = {
    treated: whole.map(({ treated }) => treated),
    outcome: whole.map(({ y }) => y),
    clusters: whole.map(({ person }) => person),
  };
  const alike = doublyRobustLevel({ ...compared, covariates });
  if (alike.kind !== "estimate") return null;
  return {
    names: ["a", "b"],
    adjustedFor,
    // With nothing adjusted for it is the plain difference of the same rows, errors by person, too.
    raw: doublyRobustLevel({ ...compared, covariates: [] }),
    adjusted: alike,
    methodName: "Doubly robust, errors by person",
    left: rows.length - whole.length,
    sample: (rows[0]?.everybody ?? 0) > rows.length ? rows.length : null,
  };
}

function withP<Row extends { estimate: Estimate | null; adjustedP: number | null }>(
  rows: readonly Row[],
  how: "holm" | "benjamini_hochberg",
): Row[] {
  const adjusted = adjustP(
    rows.map(({ estimate }) => (estimate?.kind === "estimate" ? estimate.p : null)),
    how,
  );
  return rows.map((row, index) => ({ ...row, adjustedP: adjusted[index] ?? null }));
}

function growthState(sums: Sums | undefined, minimum: number): FigureState {
  if (!sums || sums.people === 0) return { kind: "no-data", how: "Nobody was rated by others in two months." };
  if (isSmallGroup(sums.people, minimum)) return { kind: "withheld", minimum: minimumPeople(minimum), why: "too-few" };
  const figure = figureOf("ratio", sums);
  if (figure.value === null) return { kind: "not-estimable", reason: "no-denominator", people: sums.people };
  const interval = figure.kind === "figure" ? figure.interval : null;
  // No sums: those of all skills less those of the skills shown would be those of a skill that is withheld.
  const parts = { people: sums.people, numerator: null, denominator: null };
  return { kind: "figure", value: figure.value, interval, method: figure.method, ...parts };
}
