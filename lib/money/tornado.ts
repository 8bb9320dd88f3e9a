import { studentTQuantile } from "@/lib/stats/student-t";
import type { Swing } from "./case-result";
import { triangularQuantile } from "./draws";
import { lasting, type SettledCase } from "./settle-case";
import { costOver, type Values, worthOf } from "./worth";

const tails = [0.05, 0.95] as const;

/** How far the net benefit moves with each thing that is uncertain, one at a time; what moves nothing is left out. */
export function tornado(settled: SettledCase): Swing[] {
  const { lines, used } = settled;
  const counted = lines.filter(({ because }) => because === null);
  const effects = new Map(counted.flatMap(({ line }) => (line.effect ? [[line.effectKey, line.effect] as const] : [])));
  const swings: Swing[] = [];
  for (const [key, { improvement, standardError, degreesOfFreedom }] of effects) {
    if (settled.effects.has(key)) continue;
    const at = tails.map(
      (p) => improvement + standardError * studentTQuantile(p, degreesOfFreedom ?? Number.POSITIVE_INFINITY),
    );
    swings.push({ id: key, kind: "effect", ...swing(settled, at, (value) => ({ effect: { [key]: value } })) });
  }
  const ids = new Set([...counted.flatMap(({ factors }) => factors ?? []), lasting.years, lasting.persistence]);
  for (const id of ids) {
    const one = used.get(id);
    if (!one || one.low === one.high) continue;
    const at = tails.map((p) => triangularQuantile(one, p));
    swings.push({ id, kind: "assumption", ...swing(settled, at, (value) => ({ assumption: { [id]: value } })) });
  }
  const width = ({ net }: Swing) => Math.abs(net[1] - net[0]);
  return swings.filter((one) => width(one) > 0).toSorted((a, b) => width(b) - width(a));
}

type Change = { effect?: Record<string, number>; assumption?: Record<string, number> };

function swing(
  settled: SettledCase,
  at: readonly number[],
  change: (value: number) => Change,
): Pick<Swing, "at" | "net"> {
  const [low = Number.NaN, high = Number.NaN] = at;
  return { at: [low, high], net: [netOf(settled, change(low)), netOf(settled, change(high))] };
}

function netOf(settled: SettledCase, change: Change): number {
  const values = centralValues(settled, change);
  const worth = worthOf(settled, values);
  const { once, running } = costOver(settled.given.costs, values.assumption(lasting.years));
  return worth.benefit - once - running;
}

/** The values as stated, save what is changed. */
export function centralValues({ lines, used, effects }: SettledCase, change: Change = {}): Values {
  const improvement = new Map(
    lines.flatMap(({ line }) => (line.effect ? [[line.effectKey, line.effect.improvement] as const] : [])),
  );
  return {
    effect: (key) => change.effect?.[key] ?? effects.get(key) ?? improvement.get(key) ?? 0,
    assumption: (id) => change.assumption?.[id] ?? used.get(id)?.value ?? 0,
  };
}
