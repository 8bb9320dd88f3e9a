import { z } from "zod";
import { halfLifeRange } from "@/lib/skills/tree/half-life";

const share = z.number().min(0).max(1);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time such as 18:00");

/** How evidence of skills is weighed, asked for and followed up. One set per organisation, in versions (`evidence_rules`). */
export const evidenceRulesInput = z.object({
  /** What a rating of each source counts beside the others; 0 leaves a source out. */
  weights: z
    .object({
      manager: z.number().min(0).max(10),
      peer: z.number().min(0).max(10),
      system: z.number().min(0).max(10),
    })
    .refine((weights) => Object.values(weights).some((weight) => weight > 0), "At least one source must count"),
  /** Days after which a piece of evidence counts half, where the skill does not say. */
  halfLifeDays: z.int().min(halfLifeRange.least).max(halfLifeRange.most),
  /** Strength (fresh ratings' worth) below which a skill counts as no longer seen. */
  leastStrength: z.number().min(0).max(10),
  /** Days for which a certificate or a passed test says what somebody knows. */
  certificateDays: z.int().min(30).max(3650),
  /** Sources that must have seen it, and how far apart (levels) they may be, for it to count as validated. */
  leastSources: z.int().min(2).max(3),
  agreeWithin: z.number().min(0.25).max(2),
  /** Months in a row at or above the target for it to count as sustained. */
  sustainedMonths: z.int().min(2).max(24),
  asking: z.object({
    /** What observing may take of a manager's week, and what one rating takes. */
    minutesPerWeek: z.number().min(1).max(120),
    secondsPerRating: z.number().min(5).max(300),
    /** Days between two observations of a behaviour of one person. */
    everyDays: z.int().min(1).max(365),
    criticalEveryDays: z.int().min(1).max(365),
  }),
  quiet: z.object({
    /** No reminder or nudge is shown from `from` to `until`, nor on `days` (0 is Sunday), by the clock of `timeZone`. */
    from: clock,
    until: clock,
    days: z.array(z.int().min(0).max(6)).max(6),
    timeZone: z
      .string()
      .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", "Unknown time zone"),
  }),
  nudging: z.object({ perPersonPerWeek: z.int().min(0).max(20), holdOutShare: share }),
  /** Days within which a contested observation is answered. */
  answerDays: z.int().min(1).max(60),
});
export type EvidenceRules = z.output<typeof evidenceRulesInput>;

export const defaultRules: EvidenceRules = {
  weights: { manager: 1, peer: 0.8, system: 1 },
  halfLifeDays: 180,
  leastStrength: 0.25,
  certificateDays: 730,
  leastSources: 2,
  agreeWithin: 1,
  sustainedMonths: 3,
  asking: { minutesPerWeek: 10, secondsPerRating: 20, everyDays: 30, criticalEveryDays: 14 },
  quiet: { from: "18:00", until: "08:00", days: [0, 6], timeZone: "UTC" },
  nudging: { perPersonPerWeek: 2, holdOutShare: 0.1 },
  answerDays: 10,
};
