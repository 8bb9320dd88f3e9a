import "server-only";
import type { Tx } from "@/db/client";
import type { Span } from "@/lib/access/group-rule";
import { adjustP } from "@/lib/stats/multiplicity/adjust-p";
import { wilsonInterval } from "@/lib/stats/newcombe";
import { studentTQuantile, studentTTwoSidedP } from "@/lib/stats/student-t";
import { type RaterMoments, readInflation, readQuarterEnd } from "./rater-moments-sql";
import { leastRatings, type WholeFigure } from "./trust";
import { type Ceiling, type KpiPair, readCeilings, readKpiPairs } from "./whole-sql";

/** From what size on a difference over all raters matters: levels, levels a year, the share of people at the top, standard deviations. */
const material = { quarter_end: 0.1, inflation: 0.2, ceiling: 0.5, quality_falls: 0.1 };

/** What is looked at over all raters together, whoever they are. */
export async function readWhole(tx: Tx, orgId: string, window: Span, minimum: number): Promise<WholeFigure[]> {
  const [quarterEnd] = await readQuarterEnd(tx, true);
  const [inflation] = await readInflation(tx);
  return [
    risen("quarter_end", quarterEnd, minimum),
    risen("inflation", inflation, minimum),
    ceilingOf(await readCeilings(tx, orgId), minimum),
    qualityOf(await readKpiPairs(tx, orgId, window), minimum),
  ];
}

function risen(id: "quarter_end" | "inflation", found: RaterMoments | undefined, minimum: number): WholeFigure {
  const { people = 0, ratings = 0, error = null, estimate = 0, df = 0 } = found ?? {};
  const isKnown = people >= minimum && ratings >= leastRatings && error !== null && error > 0 && df > 1;
  if (!isKnown) return { id, status: "cannot-tell", value: null, interval: null, people, names: [] };
  const margin = studentTQuantile(0.975, df) * error;
  const interval: [number, number] = [estimate - margin, estimate + margin];
  const status = interval[0] > 0 && estimate >= material[id] ? "look" : "fine";
  return { id, status, value: estimate, interval, people, names: [] };
}

/** Behaviours at which at least half are at the top, surely: the interval lies above. */
function ceilingOf(found: readonly Ceiling[], minimum: number): WholeFigure {
  const enough = found.filter(({ people }) => people >= Math.max(minimum, leastRatings));
  const full = enough.filter(({ people, atTop }) => wilsonInterval({ n: people, events: atTop })[0] > material.ceiling);
  const [people, atTop] = [
    enough.reduce((sum, one) => sum + one.people, 0),
    enough.reduce((sum, one) => sum + one.atTop, 0),
  ];
  const base = { id: "ceiling" as const, people, names: full.map(({ name }) => name) };
  if (people === 0) return { ...base, status: "cannot-tell", value: null, interval: null };
  return { ...base, status: full.length > 0 ? "look" : "fine", value: atTop / people, interval: null };
}

/** A KPI that got better while a quality KPI of the same people got worse; both told from zero, adjusted over all pairs (Benjamini and Hochberg). */
function qualityOf(found: readonly KpiPair[], minimum: number): WholeFigure {
  const enough = found.filter(
    ({ people, changeError, qualityError }) => people >= Math.max(minimum, 3) && changeError && qualityError,
  );
  const p = (change: number, error: number | null, people: number, wanted: number) => {
    const t = change / (error ?? 1);
    const both = studentTTwoSidedP(t, people - 1);
    return Math.sign(t) === wanted ? both / 2 : 1 - both / 2;
  };
  // Both must hold, so the larger p is that of the pair (intersection-union, Berger 1982).
  const adjusted = adjustP(
    enough.map((one) =>
      Math.max(p(one.change, one.changeError, one.people, 1), p(one.qualityChange, one.qualityError, one.people, -1)),
    ),
    "benjamini_hochberg",
  );
  const fell = enough.filter(
    (one, at) =>
      (adjusted[at] ?? 1) < 0.05 &&
      one.change >= material.quality_falls &&
      one.qualityChange <= -material.quality_falls,
  );
  const [worst] = fell.toSorted((a, b) => a.qualityChange - b.qualityChange);
  const status = enough.length === 0 ? "cannot-tell" : fell.length > 0 ? "look" : "fine";
  const names = fell.map(({ name, quality }) => `${name} rose, ${quality} fell`);
  return {
    id: "quality_falls",
    status,
    value: worst?.qualityChange ?? null,
    interval: null,
    people: Math.max(0, ...enough.map(({ people }) => people)),
    names,
  };
}
