import type { Grade } from "@/lib/evaluation/result";
import { grouped } from "@/lib/grouped";
import { shrunkenEffects } from "@/lib/stats/pooling/shrunken-effects";
import { correlationOf } from "./correlation-of";
import { errorOf, poolEffects } from "./pool-effects";
import type { SkillEvidence, SkillPay } from "./skill-pay";
import { verdictOf } from "./verdict-of";

/**
 * Which skill goes with which KPI's effect over all initiatives: pooled where there are several, shrunken towards all of them, with what it rests on.
 * The effect is the whole programme's and its skills share it: that a skill carried it is a correlation, whatever the grade.
 */
export function skillPays(evidence: readonly SkillEvidence[], confidence = 0.95): SkillPay[] {
  const pairs = [...grouped(evidence, ({ skill, kpi }) => JSON.stringify([skill.id, scaleOf(kpi)])).values()];
  const pays = pairs.flatMap((rows) => payOf(rows, confidence));
  const shrunken = shrink(pays, confidence);
  return pays
    .map((pay) => ({ ...pay, shrunken: shrunken.get(setOf(pay)) ?? null }))
    .toSorted((a, b) => rank(a) - rank(b) || strength(b) - strength(a) || (a.skill.name < b.skill.name ? -1 : 1));
}

/** Effects on different scales of one KPI are not pooled. */
const scaleOf = ({ id, unit, log }: SkillEvidence["kpi"]) => [id, unit, log];

function payOf(rows: readonly SkillEvidence[], confidence: number): SkillPay[] {
  const [first] = rows;
  if (!first) return [];
  const applied = rows.flatMap((row) => row.applied ?? []);
  const effect = poolEffects(
    rows.map((row) => row.effect),
    confidence,
  );
  const both = rows.flatMap(({ applied: skill, effect: kpi }) =>
    skill ? [[skill.estimate, kpi.estimate] as const] : [],
  );
  const grade =
    rows
      .map((row): Grade => row.grade)
      .toSorted()
      .at(-1) ?? first.grade;
  const pooledSkill = applied.length > 0 ? poolEffects(applied, confidence) : null;
  return [
    {
      skill: first.skill,
      kpi: first.kpi,
      behaviours: [...new Set(rows.flatMap(({ behaviours }) => behaviours))].toSorted(),
      evidence: [...rows],
      people: rows.reduce((sum, { people }) => sum + people, 0),
      grade,
      applied: pooledSkill,
      effect,
      shrunken: null,
      correlation: correlationOf(both),
      verdict: verdictOf({ rows, applied: pooledSkill, effect, grade }),
    },
  ];
}

/** The same initiatives say the same of a KPI whichever of their skills is asked for: they count once. */
const setOf = ({ kpi, evidence }: SkillPay) =>
  JSON.stringify([scaleOf(kpi), evidence.map(({ initiativeId }) => initiativeId).toSorted()]);

/** In spreads between people, because KPIs have different units. */
function shrink(pays: readonly SkillPay[], confidence: number): Map<string, NonNullable<SkillPay["shrunken"]>> {
  const groups = [...grouped(pays, setOf)].flatMap(([group, [pay]]) => {
    const scale = pay && spreadOf(pay);
    if (!pay || !scale || pay.effect.kind === "not-estimable") return [];
    const { estimate } = pay.effect;
    return [{ group, estimate: estimate / scale, standardError: errorOf(pay.effect, confidence) / Math.abs(scale) }];
  });
  const found = shrunkenEffects(groups, "paule_mandel", confidence);
  if (found.kind !== "shrunken") return new Map();
  return new Map(
    found.groups.map(({ group, shrunken, interval, pull }) => [
      String(group),
      { estimate: shrunken, ci: interval, pull: Math.min(1, Math.max(0, pull)) },
    ]),
  );
}

/** The mean spread of the initiatives that know one, negative where less of the KPI is better. */
function spreadOf({ kpi, evidence }: SkillPay): number | null {
  const known = evidence.flatMap(({ spread }) => (spread && spread > 0 ? [spread] : []));
  if (known.length === 0) return null;
  const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
  return kpi.direction === "up" ? mean : -mean;
}

const order = { pays: 0, unclear: 1, not_shown: 2, not_applied: 3 } as const;
const rank = ({ verdict }: SkillPay) => order[verdict];

/** Distance from nothing in half-widths, towards better. */
function strength({ effect, kpi }: SkillPay): number {
  if (effect.kind === "not-estimable") return Number.NEGATIVE_INFINITY;
  const half = (effect.ci[1] - effect.ci[0]) / 2;
  return half > 0 ? ((kpi.direction === "up" ? 1 : -1) * effect.estimate) / half : 0;
}
