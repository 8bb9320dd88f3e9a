import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import { effectScale } from "@/lib/initiatives/effect-scale";
import type { Effect, PayKpi, PayVerdict, Pooled, SkillEvidence, SkillPay } from "@/lib/skill-money/skill-pay";

export const verdictWords: Record<PayVerdict, { text: string; status: "pass" | "warn" | "unknown" | "fail" }> = {
  pays: { text: "Pays", status: "pass" },
  not_shown: { text: "Applied, and the KPI no better", status: "warn" },
  not_applied: { text: "Not applied more", status: "fail" },
  unclear: { text: "Cannot be told yet", status: "unknown" },
};

/** An effect on the KPI as the initiative's page writes it. */
export function kpiText(formats: Formats, kpi: PayKpi, { estimate, ci }: Effect): string {
  const scale = effectScale({ code: kpi.id, unit: kpi.unit }, { transform: kpi.log ? { [kpi.id]: "log" } : {} }, {});
  return scale.text(formats, estimate, ci);
}

export const appliedText = (formats: Formats, { estimate, ci }: Effect): string =>
  formats.effect(estimate, ci, "levels");

/** What a pooled figure rests on. */
export function restsOn(pooled: Pooled, formats: Formats): string {
  if (pooled.kind === "single") return "One initiative: cannot be pooled";
  if (pooled.kind === "not-estimable")
    return `${formats.number(pooled.initiatives)} initiatives, which cannot be pooled`;
  const differs =
    pooled.iSquared > 0 ? `, ${formats.percent(pooled.iSquared, { decimals: 0 })} of the spread is real` : "";
  return `${formats.number(pooled.initiatives)} initiatives, pooled${differs}`;
}

/** The effect in spreads between people, pulled towards what all skills and KPIs show. */
export function shrunkenText({ shrunken }: SkillPay, formats: Formats): string | null {
  return (
    shrunken &&
    `${formats.number(shrunken.estimate, { decimals: 2, signed: true })} ${formats.interval(shrunken.ci, "levels")}`
  );
}

const moneyRange = (formats: Formats, { interval: [low, high] }: NonNullable<SkillEvidence["money"]>): string =>
  `${moneyText(low, formats)} to ${moneyText(high, formats)}`;

/** Money a year that is counted, initiative by initiative: the same evidence may be too little for a skill and enough for one of them. */
export function countedText(formats: Formats, { evidence }: Pick<SkillPay, "evidence">): string {
  const counted = evidence.flatMap(({ money, title, grade }) =>
    money ? `${moneyRange(formats, money)} in ${title} (${grade})` : [],
  );
  return counted.length === 0 ? "Not counted" : counted.join("; ");
}

/** The central money a year over the initiatives it is counted for, to sort by; null where none of it is. */
export function countedCentral({ evidence }: Pick<SkillPay, "evidence">): number | null {
  const counted = evidence.flatMap(({ money }) => money?.central ?? []);
  return counted.length === 0 ? null : counted.reduce((sum, central) => sum + central, 0);
}

/** In the same people: whether the skill moved before the KPI. Correlation, whatever the design. */
export function togetherText({ together }: SkillEvidence, formats: Formats): string {
  if (!together) return "Not looked at, or cannot be told";
  const r = `r = ${formats.number(together.r, { decimals: 2 })}`;
  if (together.r <= 0) return `They do not move together (${r})`;
  const order = {
    signal_first: "Skill first, then the KPI",
    together: "At the same time",
    outcome_first: "KPI first, then the skill",
  };
  return `${order[together.order]} (${r})`;
}
